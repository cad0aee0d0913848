/** A picture under an answer, for light and dark pages, which can be opened at its full size. */

import { element, ownAddress } from "./dom.js";

const dialog = document.getElementById("large");
const frame = document.getElementById("large-picture");
let opener = null;

/** A button that shows the picture `{url, dark_url, alt}`; `null` when its address is not our own. */
export function pictureOf({ url, dark_url: darkUrl, alt }) {
  if (!ownAddress(url)) return null;
  const picture = element("picture", {}, element("img", { src: url, alt: alt ?? "" }));
  if (darkUrl && ownAddress(darkUrl)) {
    picture.prepend(element("source", { srcset: new URL(darkUrl, location.href).href, media: "(prefers-color-scheme: dark)" }));
  }
  const hint = element("span", { className: "unseen" }, " Open larger");
  const button = element("button", { type: "button", className: "picture" }, picture, hint);
  button.setAttribute("aria-haspopup", "dialog");
  button.addEventListener("click", () => open(button, picture));
  return button;
}

function open(button, picture) {
  opener = button;
  frame.replaceChildren(picture.cloneNode(true));
  dialog.showModal();
}

document.getElementById("shrink").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
});
dialog.addEventListener("close", () => {
  frame.replaceChildren();
  opener?.focus({ preventScroll: true });
  opener = null;
});
