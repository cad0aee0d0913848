/** What the launcher and the panel know of each other. The panel is another file, loaded when it is wanted. */

export interface Options {
  /** Where the service is, without a slash at the end. */
  server: string;
  title: string;
  /** The accent, any CSS colour; null for Waymark's own. */
  color: string | null;
  position: "left" | "right";
  lang: string;
  /** The heading of the home screen; null for the language's own. */
  greeting: string | null;
  /** Starting questions in the place of Waymark's own; empty for those. */
  questions: string[];
  /** A launcher with a panel, or the whole page. */
  mode: "widget" | "page";
}

export type EventName = "open" | "close" | "ready" | "message" | "reset";

export interface PanelHost {
  options: Options;
  /** The shadow root that all of the widget lives in. */
  root: ShadowRoot;
  /** Where the panel puts itself; it fills it. */
  frame: HTMLElement;
  /** Close the panel, as its close button does. */
  close(): void;
  /** Tell the page of something: dispatches `waymark:NAME`. */
  tell(name: EventName, detail?: object): void;
}

export interface Panel {
  /** Put the focus where one types. */
  focus(): void;
  /** Say something for the person. */
  send(text: string): Promise<void>;
  /** Start a new conversation. */
  reset(): Promise<void>;
  /** Take in what happened while the panel was not looked at. */
  refresh(): Promise<void>;
  destroy(): void;
}

/** What the file of the panel exports. */
export interface PanelModule {
  mount(host: PanelHost): Promise<Panel>;
}
