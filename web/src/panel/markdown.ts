/** What of Markdown the bot may use: paragraphs, lists, bold, web links. All else is shown as it is written. */

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/**
 * Return `text` so that the library's Markdown can make nothing else of it: no HTML, no picture, no link but to the
 * web, no code, no heading, no table, no definition of a link.
 */
export function tamed(text: string): string {
  return text
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] as string)
    .replace(/!(?=\[)/g, "\\!")
    .replace(/\](?=\((?!https?:\/\/))/gi, "\\]")
    .replace(/\](?=\s*[:[])/g, "\\]")
    .replace(/[`|~{}]/g, "\\$&")
    .replace(/^(\s*)(#{1,6}\s|=+\s*$)/gm, "$1\\$2")
    .replace(/^ {4,}|^\t+/gm, "");
}
