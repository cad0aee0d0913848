import { de } from "./de";
import { en } from "./en";
import type { PanelStrings } from "./panel";

const WORDS: Record<string, PanelStrings> = { de, en };

/** The words in `lang`, such as "de" or "de-at"; English where we have none. */
export function panelStrings(lang: string): PanelStrings {
  return WORDS[lang.split("-")[0] ?? "en"] ?? en;
}
