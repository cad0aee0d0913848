/** The launcher, the frame of the panel, and what the page can tell them to do. */

import type { EventName, Options, Panel, PanelModule } from "../contract";
import { drawing, element, sheet, withAttributes } from "../dom";
import { accentOf } from "../colours";
import { launcherStrings, type LauncherStrings } from "../strings/launcher";
import css from "./launcher.css";

/** A signpost: the post with its cap, and the two arms. */
const SIGNPOST = ["M11 2h2v20h-2z", "M5 4.5h12.5l3 2.75-3 2.75H5z", "M19 12H6.500l-3 2.75 3 2.75H19z"];
/** A phone, or a window as small as one: the panel takes all of it. */
const SMALL = "(max-width: 30rem), (max-height: 30rem)";

export class Widget {
  private readonly host: HTMLElement;
  private readonly root: ShadowRoot;
  private readonly launcher: HTMLButtonElement;
  private readonly frame: HTMLElement;
  private readonly strings: LauncherStrings;
  private loading: Promise<Panel> | null = null;
  private before: HTMLElement | null = null;
  private destroyed = false;

  /** `load` fetches the file of the panel. */
  constructor(
    private readonly options: Options,
    private readonly load: () => Promise<PanelModule>,
  ) {
    this.strings = launcherStrings(options.lang);
    this.host = withAttributes(document.createElement("waymark-chat"), {
      "data-mode": options.mode,
      "data-position": options.position,
      lang: options.lang,
    });
    this.root = this.host.attachShadow({ mode: "open" });
    const { accent, onAccent } = accentOf(options.color);
    const palette = `:host { --waymark-accent: ${accent}; --waymark-on-accent: ${onAccent}; }`;
    this.root.adoptedStyleSheets = [sheet(css), sheet(palette)];
    this.launcher = this.makeLauncher();
    this.frame = options.mode === "page" ? element("div", { className: "frame" }) : this.makeDialog();
    if (options.mode === "widget") this.root.append(this.launcher);
    this.root.append(this.frame);
    document.body.append(this.host);
    if (options.mode === "page" || wasOpen()) void this.open(false);
  }

  get isOpen(): boolean {
    return this.options.mode === "page" || (this.frame as HTMLDialogElement).open;
  }

  /** Open the panel, and put the focus into it unless told otherwise. Resolves when one can type. */
  async open(focus = true): Promise<void> {
    if (this.destroyed) return;
    if (this.options.mode === "widget" && !this.isOpen) {
      this.before = deepActive(this.launcher.hidden ? null : this.launcher);
      const dialog = this.frame as HTMLDialogElement;
      if (matchMedia(SMALL).matches) dialog.showModal();
      else dialog.show();
      this.launcher.hidden = true;
      rememberOpen(true);
      this.tell("open");
    }
    try {
      const panel = await this.panel();
      if (focus) panel.focus();
    } catch {
      this.sayThatItFailed();
    }
  }

  /** Close the panel and give the focus back. */
  close(): void {
    if (this.options.mode === "page" || !this.isOpen) return;
    rememberOpen(false); // the event of the dialog comes later, perhaps after the next page has begun
    (this.frame as HTMLDialogElement).close();
  }

  async send(text: string): Promise<void> {
    await this.open();
    await (await this.panel()).send(text);
  }

  async reset(): Promise<void> {
    await (await this.panel()).reset();
  }

  /** Take the widget off the page; nothing of it stays. */
  destroy(): void {
    this.destroyed = true;
    void this.loading?.then((panel) => panel.destroy()).catch(() => undefined);
    this.loading = null;
    this.host.remove();
  }

  /** Fetch the panel and make it ready, if that has not been done. */
  private panel(): Promise<Panel> {
    this.loading ??= this.makePanel().catch((error: unknown) => {
      this.loading = null;
      throw error;
    });
    return this.loading;
  }

  private async makePanel(): Promise<Panel> {
    const wait = withAttributes(element("p", { className: "wait" }, this.strings.loading), { role: "status" });
    this.frame.replaceChildren(wait);
    const { mount } = await this.load();
    const place = element("div", { className: "panel" });
    this.frame.append(place);
    const panel = await mount({
      options: this.options,
      root: this.root,
      frame: place,
      close: () => this.close(),
      tell: (name, detail) => this.tell(name, detail),
    });
    wait.remove();
    return panel;
  }

  private sayThatItFailed(): void {
    const again = element("button", { type: "button", className: "plain" }, this.strings.retry);
    again.addEventListener("click", () => void this.open());
    const sorry = element("div", { className: "sorry" }, element("p", {}, this.strings.failed), again);
    this.frame.replaceChildren(withAttributes(sorry, { role: "alert" }));
    if (this.options.mode === "widget") {
      const close = element("button", { type: "button", className: "plain" }, this.strings.close);
      close.addEventListener("click", () => this.close());
      sorry.append(close);
    }
  }

  private makeLauncher(): HTMLButtonElement {
    const label = this.strings.ask(this.options.title);
    const button = element("button", { type: "button", className: "launcher" }, drawing(SIGNPOST), element("span", {}, label));
    withAttributes(button, { "aria-haspopup": "dialog" });
    button.addEventListener("click", () => void this.open());
    return button;
  }

  private makeDialog(): HTMLDialogElement {
    const dialog = withAttributes(element("dialog", { className: "frame" }), { "aria-label": this.options.title });
    dialog.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented) this.close();
    });
    dialog.addEventListener("close", () => {
      this.launcher.hidden = false;
      const back = this.before?.isConnected ? this.before : this.launcher;
      back.focus({ preventScroll: true });
      rememberOpen(false);
      this.tell("close");
    });
    return dialog;
  }

  private tell(name: EventName, detail: object = {}): void {
    this.host.dispatchEvent(new CustomEvent(`waymark:${name}`, { bubbles: true, composed: true, detail }));
  }
}

/** What had the focus before; `launcher` when the focus was on it. */
function deepActive(launcher: HTMLElement | null): HTMLElement | null {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || active === document.body || active.shadowRoot?.activeElement) return launcher;
  return active;
}

const OPEN = "waymark.open";

/** Whether the panel was open when this tab left the page. */
function wasOpen(): boolean {
  try {
    return sessionStorage.getItem(OPEN) !== null;
  } catch {
    return false; // storage is blocked
  }
}

function rememberOpen(open: boolean): void {
  try {
    if (open) sessionStorage.setItem(OPEN, "");
    else sessionStorage.removeItem(OPEN);
  } catch {
    // storage is blocked: the next page begins with the launcher
  }
}
