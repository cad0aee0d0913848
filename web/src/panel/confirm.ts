import { element, withAttributes } from "../dom";

interface Words {
  title: string;
  text: string;
  yes: string;
  no: string;
}

/** Ask a question over everything else. Resolves with whether it was answered with yes. */
export function confirmed(place: Element, { title, text, yes, no }: Words): Promise<boolean> {
  const keep = element("button", { type: "button", className: "quiet", autofocus: true }, no);
  const go = element("button", { type: "button", className: "strong" }, yes);
  const dialog = element(
    "dialog",
    { className: "over question" },
    element("h2", {}, title),
    element("p", {}, text),
    element("div", { className: "choices" }, keep, go),
  );
  withAttributes(dialog, { "aria-label": title });
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  place.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    keep.addEventListener("click", () => dialog.close());
    go.addEventListener("click", () => dialog.close("yes"));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}
