/** The talk: what a person says goes to the server, what comes back goes on the screen. */

import type { Ask, BotMessage, Entry } from "../client/api";
import { Client } from "../client/client";
import type { PanelHost } from "../contract";
import type { Chat } from "./chat";
import { failureOf, historyOf, responseOf, type Profile, type Request, type Response } from "./items";
import type { OtherTabs } from "./tabs";

export class Talk {
  /** Ends when the last turn has. One turn at a time: a second question waits. */
  private turns: Promise<void> = Promise.resolve();
  private running = 0;
  private failed: Ask | null = null;
  private failureId: string | null = null;
  /** How many entries of the server's history are on the screen; -1 when that is not known. */
  private shown = 0;

  constructor(
    private readonly client: Client,
    private readonly host: PanelHost,
    private readonly profile: Profile,
    private readonly tabs: OtherTabs,
  ) {}

  get busy(): boolean {
    return this.running > 0;
  }

  /** The talk so far, for the first time. A server that cannot be reached is told of in its place. */
  async load(): Promise<{ message: Request | Response; time: string }[]> {
    try {
      const entries = await this.client.history();
      this.shown = untilAnswered(entries).length;
      return historyOf(entries, this.profile);
    } catch (error) {
      this.shown = -1;
      const message = this.failure(error);
      return [{ message, time: new Date().toISOString() }];
    }
  }

  /** Send `ask`, once what is under way has ended. */
  turn(ask: Ask, chat: Chat): Promise<void> {
    this.running += 1;
    this.host.tell("message", { from: "user", text: ask.text });
    this.turns = this.turns.then(() => this.take(ask, chat)).finally(() => (this.running -= 1));
    return this.turns;
  }

  /** Try again what failed: the last question, or reading the talk so far. */
  async retry(chat: Chat): Promise<void> {
    const ask = this.failed;
    await this.clearFailure(chat);
    if (ask) await this.turn(ask, chat);
    else await this.refresh(chat);
  }

  /** Take in what another tab, or the server, has of this talk; does nothing while a turn is under way. */
  async refresh(chat: Chat): Promise<void> {
    if (this.busy || this.failed) return;
    try {
      const entries = untilAnswered(await this.client.history());
      if (this.busy || entries.length === this.shown) return;
      this.shown = entries.length;
      this.failureId = null;
      await chat.redraw(historyOf(entries, this.profile));
    } catch (error) {
      if (this.shown < 0) await chat.add(this.failure(error));
    }
  }

  /** Leave this talk for a new one; with `erase` the server deletes it, and a failure of that is thrown. */
  async renew(chat: Chat, erase: boolean): Promise<void> {
    if (erase) await this.client.forget();
    else this.client.leave();
    this.failed = this.failureId = null;
    this.shown = 0;
    await chat.clear(true);
    this.tabs.tell();
    this.host.tell("reset");
  }

  private async take(ask: Ask, chat: Chat): Promise<void> {
    await this.clearFailure(chat);
    chat.writing(true);
    try {
      await this.client.send(ask, (message) => this.show(message, chat));
      await this.count();
    } catch (error) {
      this.failed = ask;
      await chat.add(this.failure(error));
    } finally {
      chat.writing(false);
      this.tabs.tell();
    }
  }

  private async show(message: BotMessage, chat: Chat): Promise<void> {
    if (message.answer?.forget) await chat.clear(false);
    await chat.add(responseOf(message, this.profile));
    this.host.tell("message", { from: "bot", text: message.text, answer: message.answer?.id ?? null });
  }

  /** Learn how long the server's history is, so that only what is new there is drawn later. */
  private async count(): Promise<void> {
    try {
      this.shown = untilAnswered(await this.client.history()).length;
    } catch {
      this.shown = -1; // known again at the next refresh
    }
  }

  private failure(error: unknown): Response {
    const message = failureOf(error instanceof Error ? error.message : String(error), this.profile);
    this.failureId = message.id;
    return message;
  }

  private async clearFailure(chat: Chat): Promise<void> {
    const id = this.failureId;
    this.failed = this.failureId = null;
    if (id) await chat.remove(id);
  }
}

/** `entries` up to the last thing that the bot said: what it has not answered yet is still under way elsewhere. */
function untilAnswered(entries: Entry[]): Entry[] {
  return entries.slice(0, entries.findLastIndex(({ from }) => from === "bot") + 1);
}
