/**
 * The client of the chat API: token, sending, streaming, history, votes. It knows nothing of any page or library.
 * Every failure is a ChatError whose message can be shown to a person.
 */

import type { Ask, BotMessage, Entry, Reason, Vote } from "./api";
import { ChatError, offline, statusOf } from "./errors";
import { serverSentEvents } from "./events";
import { KeptToken } from "./kept";
import { inTime, watchOver } from "./patience";

type OnMessage = (message: BotMessage) => void | Promise<void>;

export interface ClientOptions {
  /** Where the service is, such as https://chat.example.org, without a slash at the end. */
  server: string;
  token?: KeptToken;
  /** Milliseconds to wait for an answer. */
  patience?: number;
  /** Milliseconds to wait for everything else. */
  reach?: number;
}

export class Client {
  readonly server: string;
  private readonly token: KeptToken;
  private readonly patience: number;
  private readonly reach: number;

  constructor({ server, token = new KeptToken(), patience = 40_000, reach = 5_000 }: ClientOptions) {
    this.server = server;
    this.token = token;
    this.patience = patience;
    this.reach = reach;
  }

  /** The last entries of the talk. Empty for a new visitor, and for one whose talk is too old to go on. */
  async history(last: number): Promise<Entry[]> {
    if (!this.token.read()) return [];
    try {
      const body = (await (await this.call("GET", `/history?last=${last}`)).json()) as { messages: Entry[] };
      return body.messages;
    } catch (error) {
      if (statusOf(error) !== 401) throw error;
      this.token.write(null);
      return [];
    }
  }

  /**
   * Send what a person typed or pressed. `onMessage` gets each message of the bot as it comes, and is waited for.
   * Resolves when the turn has ended. A button that the server no longer takes is sent as the words on it. What is
   * sent again under the same id is answered once: the server gives the answer that it stored.
   */
  async send(ask: Ask, onMessage: OnMessage): Promise<void> {
    const message_id = ask.id;
    try {
      await this.turn({ message_id, ...(ask.payload ? { payload: ask.payload } : { text: ask.text }) }, onMessage);
    } catch (error) {
      const expired = statusOf(error) === 401;
      if (!expired && !(error instanceof ChatError && error.code === "unknown_button")) throw error;
      if (expired) this.token.write(null);
      await this.turn({ message_id, text: ask.text }, onMessage);
    }
  }

  /** Give a thumb on an answer; a newer one takes its place. */
  async vote(answer: string, vote: Vote, reason: Reason | null = null): Promise<void> {
    await this.call("POST", "/feedback", { answer, vote, reason });
  }

  /** Start anew with the next message; the old talk stays on the server until its time is over. */
  leave(): void {
    this.token.write(null);
  }

  /** Delete the talk, here and on the server. */
  async forget(): Promise<void> {
    if (this.token.read()) {
      try {
        await this.call("DELETE", "/conversation");
      } catch (error) {
        if (statusOf(error) !== 401) throw error;
      }
    }
    this.token.write(null);
  }

  private async turn(body: object, onMessage: OnMessage): Promise<void> {
    if (!this.token.read()) {
      const started = (await (await this.call("POST", "/conversations")).json()) as { token: string };
      this.token.write(started.token);
    }
    const waiting = new AbortController();
    const calm = watchOver(`${this.server}/chat/embed.js`, waiting);
    try {
      const response = await this.call("POST", "/messages", body, this.patience, waiting);
      if (!response.body) throw offline();
      const next = <T>(work: () => Promise<T>): Promise<T> => inTime(this.patience, waiting, work);
      for await (const { event, data } of serverSentEvents(response.body, next)) {
        if (event === "done") return;
        if (event === "error") throw fromBody(data, response.status);
        if (event === "message") await onMessage(data as BotMessage);
      }
      throw offline();
    } finally {
      calm();
    }
  }

  private async call(
    method: string,
    path: string,
    body: object | null = null,
    limit = this.reach,
    waiting = new AbortController(),
  ): Promise<Response> {
    const headers = new Headers({ Accept: path === "/messages" ? "text/event-stream" : "application/json" });
    const token = this.token.read();
    if (token) headers.set("Authorization", `Bearer ${token}`);
    if (body) headers.set("Content-Type", "application/json");
    const response = await inTime(limit, waiting, () =>
      fetch(`${this.server}/chat/api${path}`, {
        method,
        headers,
        body: body && JSON.stringify(body),
        signal: waiting.signal,
        credentials: "omit",
      }),
    );
    if (response.ok) return response;
    throw fromBody(await response.json().catch(() => null), response.status);
  }
}

function fromBody(body: unknown, status: number): ChatError {
  const error = (body as { error?: { code: string; message: string } } | null)?.error;
  return error ? new ChatError(error.code, error.message, status) : offline();
}
