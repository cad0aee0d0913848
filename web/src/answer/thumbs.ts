/** Thumbs on an answer, with a reason for one that is down. A vote can be changed, also later. */

import thumbDownFilled from "@carbon/icons/es/thumbs-down--filled/16.js";
import thumbDown from "@carbon/icons/es/thumbs-down/16.js";
import thumbUpFilled from "@carbon/icons/es/thumbs-up--filled/16.js";
import thumbUp from "@carbon/icons/es/thumbs-up/16.js";
import type { Reason, Vote } from "../client/api";
import { drawing, element, withAttributes } from "../dom";
import type { PanelStrings } from "../strings/panel";

type Send = (answer: string, vote: Vote, reason: Reason | null) => Promise<void>;

/** The properties of Carbon's panel of reasons that are used here. */
interface Details extends HTMLElement {
  isOpen: boolean;
  showTextArea: boolean;
  showBody: boolean;
  categories: string[];
  title: string;
  primaryLabel: string;
  secondaryLabel: string;
}

/** The votes of this page, so that they stand when the talk is drawn anew. */
const given = new Map<string, Vote>();

/** Two thumbs for the answer with this id. */
export function thumbsFor(answer: string, strings: PanelStrings, send: Send): HTMLElement {
  const up = thumb(strings.helpful, thumbUp, thumbUpFilled);
  const down = withAttributes(thumb(strings.notHelpful, thumbDown, thumbDownFilled), { "aria-expanded": "false" });
  const details = document.createElement("cds-aichat-feedback") as Details;
  const status = withAttributes(element("span", { className: "vote-status" }), { role: "status" });
  const reasons = Object.entries(strings.reasons) as [Reason, string][];
  Object.assign(details, {
    isOpen: false,
    showTextArea: false,
    showBody: false,
    categories: reasons.map(([, words]) => words),
    title: strings.whyTitle,
    primaryLabel: strings.sendReason,
    secondaryLabel: strings.cancel,
  });

  const show = (vote: Vote | undefined, open: boolean): void => {
    up.setAttribute("aria-pressed", String(vote === "up"));
    down.setAttribute("aria-pressed", String(vote === "down"));
    down.setAttribute("aria-expanded", String(open));
    details.isOpen = open;
    details.hidden = !open;
  };
  const vote = async (value: Vote, reason: Reason | null, open: boolean): Promise<void> => {
    const before = given.get(answer);
    given.set(answer, value);
    show(value, open);
    try {
      await send(answer, value, reason);
      status.textContent = open ? "" : strings.thanks;
    } catch {
      if (before) given.set(answer, before);
      else given.delete(answer);
      show(before, false);
      status.textContent = strings.voteFailed;
    }
  };

  up.addEventListener("click", () => void vote("up", null, false));
  down.addEventListener("click", () => {
    if (details.isOpen) show(given.get(answer), false);
    else void vote("down", null, true);
  });
  details.addEventListener("feedback-submit", (event) => {
    const chosen = (event as CustomEvent<{ selectedCategories?: string[] }>).detail.selectedCategories ?? [];
    const reason = reasons.find(([, words]) => words === chosen.at(-1))?.[0] ?? null;
    void vote("down", reason, false);
  });
  details.addEventListener("feedback-close", () => show(given.get(answer), false));
  show(given.get(answer), false);
  return element("div", { className: "thumbs" }, element("div", { className: "thumbs-line" }, up, down, status), details);
}

type Icon = typeof thumbUp;

/** A thumb, hollow until it is pressed. */
function thumb(name: string, hollow: Icon, filled: Icon): HTMLButtonElement {
  const drawings = [hollow, filled].map(({ content }) => drawing(content.map(({ attrs }) => attrs.d), 32));
  const button = element("button", { type: "button", className: "thumb", title: name }, ...drawings);
  return withAttributes(button, { "aria-label": name });
}
