import { element } from "../dom";

/** A failure under a question, with a way to try again. The library's announcer reads it out with the message. */
export function failureNode(sentence: string, label: string, onRetry: () => void): HTMLElement {
  const again = element("button", { type: "button", className: "quiet" }, label);
  again.addEventListener("click", onRetry, { once: true });
  return element("div", { className: "failure" }, element("p", {}, sentence), again);
}
