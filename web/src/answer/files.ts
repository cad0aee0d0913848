import type { Download } from "../client/api";
import { element, ownAddress, withAttributes } from "../dom";
import type { Surroundings } from "./surroundings";

/** The files to take along, as links that save them; null when there are none of our own. */
export function filesOf(downloads: Download[], { server, strings }: Surroundings): HTMLElement | null {
  const items = downloads.flatMap(({ title, url }) => {
    const href = ownAddress(url, server);
    return href ? [element("li", {}, element("a", { href, download: "", rel: "noopener" }, title))] : [];
  });
  if (!items.length) return null;
  return withAttributes(element("ul", { className: "files" }, ...items), { "aria-label": strings.files });
}
