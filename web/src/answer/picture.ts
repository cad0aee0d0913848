/** A picture under an answer, for light and dark pages, which can be opened at its full size. */

import type { Picture } from "../client/api";
import { element, ownAddress, withAttributes } from "../dom";
import type { Surroundings } from "./surroundings";

/** A button that shows the picture; null when its address is not the service's own. */
export function pictureOf({ url, dark_url: darkUrl, alt }: Picture, around: Surroundings): HTMLElement | null {
  const src = ownAddress(url, around.server);
  if (!src) return null;
  const image = element("img", { src, alt: alt ?? "" });
  const picture = element("picture", {}, image);
  const dark = ownAddress(darkUrl, around.server);
  if (dark) picture.prepend(element("source", { srcset: dark, media: "(prefers-color-scheme: dark)" }));
  const hint = element("span", { className: "unseen" }, ` ${around.strings.larger}`);
  const button = element("button", { type: "button", className: "picture" }, picture, hint);
  button.addEventListener("click", () => enlarge(button, picture, around));
  return withAttributes(button, { "aria-haspopup": "dialog" });
}

function enlarge(opener: HTMLElement, picture: HTMLElement, { root, strings }: Surroundings): void {
  const close = element("button", { type: "button", className: "quiet" }, strings.close);
  const frame = element("div", { className: "large", tabIndex: 0 }, picture.cloneNode(true));
  withAttributes(frame, { role: "group", "aria-label": strings.pictureAtFullSize });
  const dialog = element("dialog", { className: "over picture-dialog" }, frame, close);
  withAttributes(dialog, { "aria-label": strings.pictureAtFullSize });
  close.addEventListener("click", () => dialog.close());
  // Esc closes this dialog alone, not the panel round it.
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    opener.focus({ preventScroll: true });
  });
  (root.querySelector(".panel") ?? root).append(dialog);
  dialog.showModal();
}
