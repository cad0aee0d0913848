/** The chat page: what is shown when, and where the focus goes. */

import { Client } from "./client.js";
import { answer, chips, failure, question } from "./render.js";

const find = (id) => document.getElementById(id);
const talk = find("talk");
const log = find("log");
const typing = find("typing");
const field = find("question");
const composer = find("composer");
const dialog = find("forget");
const client = new Client();

let busy = false;
// Brings back into view what should be read now, when a picture has come and taken its room.
let settle = () => {};

function show(node) {
  log.append(node);
  find("welcome").hidden = true;
  find("again").hidden = false;
  return node;
}

function showAnswer(message) {
  log.querySelectorAll(".chips").forEach((old) => old.remove());
  const node = show(answer(message));
  const next = chips(message, press);
  if (next) show(next);
  if (message.answer?.forget) while (node.previousSibling) node.previousSibling.remove();
  return node;
}

/** Keep the end in view, but never scroll a question away from above its answer. */
function follow(asked) {
  const end = talk.scrollHeight - talk.clientHeight;
  talk.scrollTop = Math.min(end, asked.offsetTop - 16);
}

function wait(waiting) {
  busy = waiting;
  typing.hidden = !waiting;
  typing.querySelector("[role=status]").textContent = waiting ? "Waymark is writing" : "";
  find("send").disabled = waiting;
  log.querySelectorAll(".chip").forEach((chip) => (chip.disabled = waiting));
}

async function turn(asked, work) {
  wait(true);
  follow(asked);
  settle = () => follow(asked);
  try {
    await work((message) => {
      showAnswer(message);
      follow(asked);
    });
  } catch (error) {
    const failed = show(
      failure(error.message, () => {
        failed.remove();
        talk.focus({ preventScroll: true });
        turn(asked, (onMessage) => client.retry(onMessage));
      }),
    );
    follow(asked);
  } finally {
    wait(false);
  }
}

function ask(what) {
  log.querySelectorAll(".chips, .failure").forEach((old) => old.remove());
  return turn(show(question(what.text)), (onMessage) => client.send(what, onMessage));
}

function press(what) {
  if (busy) return;
  talk.focus({ preventScroll: true });
  ask(what);
}

function fit() {
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight, 160)}px`;
}

composer.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = field.value.trim();
  if (!text || busy) return;
  field.value = "";
  fit();
  ask({ text });
});

field.addEventListener("input", fit);
field.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  composer.requestSubmit();
});

// "load" does not bubble, but it can be caught. Who has scrolled meanwhile reads something else.
log.addEventListener("load", () => settle(), true);
for (const moved of ["wheel", "touchmove", "keydown"]) talk.addEventListener(moved, () => (settle = () => {}));

find("welcome").addEventListener("click", (event) => {
  if (event.target.matches(".chip")) press({ text: event.target.textContent });
});

find("again").addEventListener("click", () => dialog.showModal());
find("keep").addEventListener("click", () => dialog.close());
find("delete").addEventListener("click", async () => {
  dialog.close();
  if (busy) return;
  try {
    await client.forget();
  } catch (error) {
    show(failure(error.message, (event) => event.target.closest(".failure").remove()));
    return;
  }
  log.replaceChildren();
  find("welcome").hidden = false;
  find("again").hidden = true;
  field.focus();
});

/** Show the talk so far, without having all of it read aloud. */
async function restore() {
  const entries = await client.history();
  if (!entries.length) return;
  log.setAttribute("aria-live", "off");
  for (const entry of entries) {
    if (entry.from === "user") show(question(entry.text));
    else showAnswer(entry);
  }
  settle = () => (talk.scrollTop = talk.scrollHeight);
  settle();
  requestAnimationFrame(() => log.setAttribute("aria-live", "polite"));
}

async function begin() {
  try {
    await restore();
  } catch (error) {
    const failed = show(
      failure(error.message, () => {
        failed.remove();
        begin();
      }),
    );
    return;
  }
  if (!matchMedia("(pointer: coarse)").matches) field.focus();
}

begin();
