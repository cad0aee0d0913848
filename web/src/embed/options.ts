/** The attributes of the script tag. */

import type { Options } from "../contract";

const TITLE = "Waymark";

/** Read the options from the script tag: see docs/widget.md for what each attribute means. */
export function readOptions(script: HTMLScriptElement): Options {
  const { title, color, position, lang, greeting, questions, mode } = script.dataset;
  return {
    server: new URL(".", script.src).href.replace(/\/chat\/$/, ""),
    title: title?.trim() || TITLE,
    color: color && CSS.supports("color", color) ? color : null,
    position: position === "left" ? "left" : "right",
    lang: (lang || document.documentElement.lang || "en").toLowerCase(),
    greeting: greeting?.trim() || null,
    questions: (questions ?? "").split("|").map((question) => question.trim()).filter(Boolean),
    mode: mode === "page" ? "page" : "widget",
  };
}
