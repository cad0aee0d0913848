/** What the library leaves open inside its own shadow trees: our rules, a role and a name. */

import { sheet, withAttributes } from "../dom";
import type { PanelStrings } from "../strings/panel";
import insideCss from "./inside.css";
import shellCss from "./shell.css";
import toolbarCss from "./toolbar.css";

const inside = sheet(insideCss);
const shell = sheet(shellCss);
const toolbar = sheet(toolbarCss);

/**
 * Add to the rendered chat what it lacks, now and whenever it draws anew. The list of messages is a log that does
 * not speak by itself, since the library reads out each message once. Returns how to stop.
 */
export function dress(node: HTMLElement, strings: PanelStrings): () => void {
  const chat = chatOf(node);
  if (!chat) return () => undefined;
  const add = (): void => {
    adopt(chat, inside);
    adopt(chat.querySelector("cds-aichat-shell")?.shadowRoot, shell);
    adopt(within(chat.querySelector("cds-aichat-chat-header"), "cds-aichat-toolbar")?.shadowRoot, toolbar);
    const log = chat.querySelector(".cds-custom-aichat--messages");
    if (log) withAttributes(log, { role: "log", "aria-live": "off", "aria-label": strings.conversation });
    chat.querySelector(".cds-custom-aichat--home-screen__content")?.removeAttribute("role");
    nameInner(chat.querySelector(".cds-custom-aichat__scroll-to-bottom-button"));
  };
  add();
  const watching = new MutationObserver(add);
  watching.observe(chat, { childList: true, subtree: true });
  // Parts whose own trees are made a little later.
  const late = [50, 250, 1000].map((wait) => setTimeout(add, wait));
  return () => {
    watching.disconnect();
    late.forEach(clearTimeout);
  };
}

/**
 * Put the focus where one types, as soon as it can be taken; not on a touch screen, where that would bring up the
 * keyboard. `patience` counts frames.
 */
export function focusInput(node: HTMLElement, patience = 60): void {
  if (matchMedia("(pointer: coarse)").matches) return;
  const input = chatOf(node)?.querySelector<HTMLElement>("[role=textbox]");
  input?.focus({ preventScroll: true });
  if (patience && !input?.matches(":focus")) requestAnimationFrame(() => focusInput(node, patience - 1));
}

/** The root that holds the rendered chat. */
function chatOf(node: HTMLElement): ShadowRoot | null {
  return within(within(node, "cds-custom-aichat-container"), "cds-custom-aichat-internal")?.shadowRoot ?? null;
}

function within(node: Element | null | undefined, name: string): Element | null {
  return node?.shadowRoot?.querySelector(name) ?? null;
}

function adopt(root: ShadowRoot | null | undefined, rules: CSSStyleSheet): void {
  if (root && !root.adoptedStyleSheets.includes(rules)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, rules];
}

/** Give the name of a button of the library to the button inside it, which is the one that gets the focus. */
function nameInner(button: Element | null): void {
  const name = button?.getAttribute("aria-label");
  const inner = within(within(button, "cds-custom-button") ?? button, "button") ?? within(button, "button");
  if (name && inner) inner.setAttribute("aria-label", name);
}
