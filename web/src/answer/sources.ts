import type { Source } from "../client/api";
import { element, webAddress } from "../dom";
import type { Surroundings } from "./surroundings";

/** The sources, folded, each with its publisher and its date. */
export function sourcesOf(sources: Source[], around: Surroundings): HTMLElement {
  const items = sources.map((source) => element("li", {}, linkOf(source), element("small", {}, originOf(source, around))));
  return element(
    "details",
    { className: "sources" },
    element("summary", {}, around.strings.sources(sources.length)),
    element("ul", {}, ...items),
  );
}

function linkOf({ title, url }: Source): HTMLElement {
  const href = webAddress(url);
  if (!href) return element("span", {}, title);
  return element("a", { href, target: "_blank", rel: "noopener noreferrer" }, title);
}

function originOf({ publisher, as_of: asOf, checked_on: checkedOn }: Source, { lang, strings }: Surroundings): string {
  // A page without a date carries the day on which it was read: that is no date of the page.
  const dated = asOf && asOf !== checkedOn ? day(asOf, lang) : null;
  return [publisher, dated, checkedOn && `${strings.checked} ${day(checkedOn, lang)}`].filter(Boolean).join(", ");
}

/** "2026", "2026-07" or "2026-07-02" in words; other texts as they are. */
function day(date: string, lang: string): string {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date);
  if (!parts) return date;
  const [, year, month, dayOfMonth] = parts;
  const options: Intl.DateTimeFormatOptions = { year: "numeric", timeZone: "UTC" };
  if (month) options.month = "long";
  if (dayOfMonth) options.day = "numeric";
  const moment = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(dayOfMonth ?? 1)));
  return new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, options).format(moment);
}
