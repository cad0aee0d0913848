/** Carbon's chat, seen from the talk: the few things that are asked of it. The library's API stops here. */

import type { Request, Response } from "./items";

/** The part of Carbon's instance that is used. */
export interface Instance {
  messaging: {
    addMessage(message: Response): Promise<void>;
    removeMessages(ids: string[]): Promise<void>;
    clearConversation(): Promise<void>;
    restartConversation(): Promise<void>;
    insertHistory(items: HistoryItem[]): Promise<void>;
  };
  writeableElements: Record<string, HTMLElement>;
  on(handler: { type: string; handler: (event: never) => unknown }): unknown;
  send(message: { input: { text: string } }): Promise<void>;
  changeView(view: string): Promise<void>;
  doAutoScroll(options?: { scrollToBottom?: number }): void;
  updateIsMessageLoadingCounter(direction: "increase" | "reset"): void;
}

export interface HistoryItem {
  message: Request | Response;
  time: string;
}

export class Chat {
  constructor(
    readonly instance: Instance,
    private readonly onClear: () => void,
  ) {}

  add(message: Response): Promise<void> {
    return this.instance.messaging.addMessage(message);
  }

  remove(id: string): Promise<void> {
    return this.instance.messaging.removeMessages([id]);
  }

  /** Take everything off the screen; with `home` the home screen comes back. */
  async clear(home: boolean): Promise<void> {
    const { messaging } = this.instance;
    await (home ? messaging.restartConversation() : messaging.clearConversation());
    this.onClear();
  }

  /**
   * Show `items` in the place of all that is there. The last one comes as news, which takes the home screen away and
   * is read out; so it has to be the bot's.
   */
  async redraw(items: HistoryItem[]): Promise<void> {
    const news = items.at(-1);
    await this.clear(!news);
    if (!news) return;
    if (items.length > 1) await this.instance.messaging.insertHistory(items.slice(0, -1));
    await this.add(news.message as Response);
    this.settle();
  }

  writing(yes: boolean): void {
    this.instance.updateIsMessageLoadingCounter("reset");
    if (yes) this.instance.updateIsMessageLoadingCounter("increase");
  }

  /** Keep in view what should be read, after something has changed its height. */
  settle(): void {
    this.instance.doAutoScroll();
  }
}
