/** The talk: what a person says goes to the server, what comes back goes on the screen. */

import type { Ask, BotMessage, Entry } from "../client/api";
import { Client } from "../client/client";
import { newId } from "../client/ids";
import type { PanelHost } from "../contract";
import type { Chat } from "./chat";
import { failureOf, historyOf, responseOf, type Profile, type Request, type Response } from "./items";
import type { OtherTabs } from "./tabs";

/** As much of the talk as is drawn. */
const DRAWN = 400;
/** Enough to find the last thing that the bot said. */
const NEWEST = 10;

export class Talk {
  /** Ends when the last turn has. One turn at a time: a second question waits. */
  private turns: Promise<void> = Promise.resolve();
  private running = 0;
  private failed: Ask | null = null;
  private failureId: string | null = null;
  /** The last entry of the server's history that is on the screen; null when that is not known. */
  private shown: string | null = NOTHING;

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
      const entries = await this.client.history(DRAWN);
      this.shown = endOf(entries);
      return historyOf(entries, this.profile);
    } catch (error) {
      this.shown = null;
      const message = this.failure(error);
      return [{ message, time: new Date().toISOString() }];
    }
  }

  /** Send `asked`, once what is under way has ended. */
  turn(asked: Ask, chat: Chat): Promise<void> {
    const ask = { id: newId(), ...asked }; // kept when it is tried again
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
      if (endOf(await this.client.history(NEWEST)) === this.shown) return;
      const entries = untilAnswered(await this.client.history(DRAWN));
      if (this.busy) return;
      this.shown = endOf(entries);
      this.failureId = null;
      await chat.redraw(historyOf(entries, this.profile));
    } catch (error) {
      if (this.shown === null) await chat.add(this.failure(error));
    }
  }

  /** Leave this talk for a new one; with `erase` the server deletes it, and a failure of that is thrown. */
  async renew(chat: Chat, erase: boolean): Promise<void> {
    if (erase) await this.client.forget();
    else this.client.leave();
    this.failed = this.failureId = null;
    this.shown = NOTHING;
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

  /** Learn where the server's history ends, so that only what is new there is drawn later. */
  private async count(): Promise<void> {
    try {
      this.shown = endOf(await this.client.history(NEWEST));
    } catch {
      this.shown = null; // known again at the next refresh
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

const NOTHING = "";

/** What tells the end of the talk apart from any other: the last answer, and what it answers. */
function endOf(entries: Entry[]): string {
  const end = untilAnswered(entries).slice(-2);
  return end.length ? JSON.stringify(end.map(({ from, at, text }) => [from, at, text])) : NOTHING;
}

/** `entries` up to the last thing that the bot said: what it has not answered yet is still under way elsewhere. */
function untilAnswered(entries: Entry[]): Entry[] {
  return entries.slice(0, entries.findLastIndex(({ from }) => from === "bot") + 1);
}
