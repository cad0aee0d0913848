/** Messages as elements. Everything that came from outside ends in a text node or in a checked address. */

import { element, ownAddress, webAddress } from "./dom.js";
import { render } from "./markdown.js";
import { pictureOf } from "./picture.js";

/** What a person said. */
export function question(text) {
  return element("div", { className: "message mine" }, speaker("You"), element("p", {}, text));
}

/** What the bot said: text, table, picture, files and sources. Buttons are `chips`. */
export function answer(message) {
  const { table, picture, downloads, sources } = message.answer ?? {};
  const node = element("div", { className: "message bot" }, speaker("Waymark"), render(message.text ?? ""));
  if (table?.rows?.length) node.append(tableOf(table));
  const shown = picture ?? (message.image && { url: message.image });
  node.append(...[shown && pictureOf(shown), filesOf(downloads ?? [])].filter(Boolean));
  if (sources?.length) node.append(sourcesOf(sources));
  return node;
}

/** The buttons under an answer; `onPress` gets `{text, payload}`. `null` when there are none. */
export function chips(message, onPress) {
  const asks = (message.buttons ?? []).map(({ title, payload }) => ({ text: title, payload }));
  const offered = asks.some(({ text }) => /tell me more/i.test(text));
  if (message.answer?.more && !offered) asks.unshift({ text: "Tell me more" });
  if (!asks.length) return null;
  const items = asks.map((ask) =>
    element("li", {}, element("button", { type: "button", className: "chip", onclick: () => onPress(ask) }, ask.text)),
  );
  const list = element("ul", { className: "chips" }, ...items);
  list.setAttribute("aria-label", "What you can ask next");
  return list;
}

/** A failure under a question, with a way to try again. */
export function failure(sentence, onRetry) {
  const retry = element("button", { type: "button", className: "quiet", onclick: onRetry }, "Try again");
  const node = element("div", { className: "failure" }, element("p", {}, sentence), retry);
  node.setAttribute("role", "alert");
  return node;
}

function speaker(name) {
  return element("span", { className: "unseen" }, `${name}: `);
}

function tableOf({ columns, rows }) {
  const head = element("tr", {}, ...columns.map((title) => element("th", { scope: "col" }, title)));
  const body = rows.map(([first, ...cells]) =>
    element("tr", {}, element("th", { scope: "row" }, first), ...cells.map((cell) => element("td", {}, cell))),
  );
  const table = element("table", {}, element("thead", {}, head), element("tbody", {}, ...body));
  const frame = element("div", { className: "table", tabIndex: 0 }, table);
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", "Table");
  return frame;
}

/** The files to take along, as links that save them; `null` when there are none. */
function filesOf(downloads) {
  const own = downloads.filter(({ url }) => ownAddress(url));
  if (!own.length) return null;
  const items = own.map(({ title, url }) => element("li", {}, element("a", { href: url, download: "" }, title)));
  const list = element("ul", { className: "files" }, ...items);
  list.setAttribute("aria-label", "Files to take along");
  return list;
}

function sourcesOf(sources) {
  const title = sources.length === 1 ? "1 source" : `${sources.length} sources`;
  const items = sources.map((source) => element("li", {}, linkOf(source), element("small", {}, originOf(source))));
  return element(
    "details",
    { className: "sources" },
    element("summary", {}, title),
    element("ul", {}, ...items),
  );
}

function linkOf({ title, url }) {
  if (!webAddress(url)) return element("span", {}, title);
  return element("a", { href: url, target: "_blank", rel: "noopener" }, title);
}

function originOf({ publisher, as_of: asOf, checked_on: checkedOn }) {
  // A page without a date carries the day on which it was read: that is no date of the page.
  const dated = asOf && asOf !== checkedOn;
  return [publisher, dated && day(asOf), checkedOn && `checked ${day(checkedOn)}`].filter(Boolean).join(" · ");
}

/** "2026", "2026-07" or "2026-07-02" in words; other texts as they are. */
function day(date) {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date);
  if (!parts) return date;
  const [, year, month, dayOfMonth] = parts;
  const options = { year: "numeric", month: month && "long", day: dayOfMonth && "numeric", timeZone: "UTC" };
  const moment = new Date(Date.UTC(year, (month ?? 1) - 1, dayOfMonth ?? 1));
  return new Intl.DateTimeFormat("en-GB", options).format(moment);
}
