/** The script that a page names: shows the launcher, and fetches the rest when a person reaches for it. */

import type { PanelModule } from "../contract";
import { readOptions } from "./options";
import { warmUp } from "./warm";
import { Widget } from "./widget";

declare global {
  interface Window {
    Waymark?: WaymarkApi | undefined;
  }
}

/** What `window.Waymark` offers; see docs/widget.md. */
export interface WaymarkApi {
  open(): Promise<void>;
  close(): void;
  send(text: string): Promise<void>;
  reset(): Promise<void>;
  destroy(): void;
}

/** Put into the file when it is served: where the files of this version are, below the service's address. */
const FILES = "{{assets}}";

function begin(script: HTMLScriptElement): void {
  const options = readOptions(script);
  const widget = new Widget(options, () => import(`${options.server}${FILES}/panel.js`) as Promise<PanelModule>);
  const cool = options.mode === "widget" ? warmUp(options.server + FILES) : () => undefined;
  window.Waymark = {
    open: () => widget.open(),
    close: () => widget.close(),
    send: (text) => widget.send(String(text)),
    reset: () => widget.reset(),
    destroy() {
      cool();
      widget.destroy();
      delete window.Waymark;
    },
  };
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement && !window.Waymark) {
  if (document.body) begin(script);
  else document.addEventListener("DOMContentLoaded", () => begin(script), { once: true });
}
