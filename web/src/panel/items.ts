/** The chat's messages as Carbon's: one response holds the text, what stands under it, and the buttons. */

import type { Answer, BotMessage, Button, Entry } from "../client/api";
import { tamed } from "./markdown";

/** Names of Carbon's types, as texts: its enums would pull its whole entry into this file. */
type Item = Record<string, unknown> & { response_type: string };

export interface Response {
  id: string;
  output: { generic: Item[] };
  message_options: { response_user_profile: Profile };
  history: { timestamp: number };
}

export interface Request {
  id: string;
  input: { message_type: "text"; text: string };
  history: { label: string; timestamp: number };
}

export interface Profile {
  id: string;
  nickname: string;
  user_type: string;
  profile_picture_url: string;
}

/** What an item of ours carries, to be drawn by `../answer`. */
export type Drawn = { kind: "extras"; answer: Answer; image: string | null } | { kind: "failure"; text: string };

let count = 0;

/** An id that no other message of this page has. */
export function newId(): string {
  count += 1;
  return `waymark-${Date.now()}-${count}`;
}

/** The response for one message of the bot. */
export function responseOf(message: BotMessage, profile: Profile, at = Date.now()): Response {
  const items: Item[] = message.text?.trim() ? [{ response_type: "text", text: tamed(message.text) }] : [];
  if (message.answer || message.image) {
    const answer = message.answer ?? { id: "" };
    items.push(drawn({ kind: "extras", answer, image: message.image ?? null }));
  }
  const options = optionsOf(message);
  if (options.length) items.push({ response_type: "option", preference: "button", options });
  return wrapped(items, profile, at);
}

/** The response that tells of a failure, with a way to try again. */
export function failureOf(text: string, profile: Profile): Response {
  return wrapped([drawn({ kind: "failure", text })], profile, Date.now());
}

/** What a person said, as Carbon keeps it. */
export function requestOf(text: string, at: number): Request {
  return { id: newId(), input: { message_type: "text", text }, history: { label: text, timestamp: at } };
}

/** The history of the server as Carbon's. */
export function historyOf(entries: Entry[], profile: Profile): { message: Request | Response; time: string }[] {
  return entries.map((entry) => {
    const at = Date.parse(entry.at);
    const message = entry.from === "user" ? requestOf(entry.text, at) : responseOf(entry, profile, at);
    return { message, time: new Date(at).toISOString() };
  });
}

function optionsOf({ buttons = [], answer }: BotMessage): object[] {
  const offered: (Button | { title: string; payload?: undefined })[] = [...buttons];
  if (answer?.more && !buttons.some(({ title }) => /tell me more/i.test(title))) offered.unshift({ title: "Tell me more" });
  // The text must differ from button to button: it is what marks the pressed one.
  return offered.map(({ title, payload }) => ({ label: title, value: { input: { text: payload ?? title, payload } } }));
}

function drawn(user_defined: Drawn): Item {
  return { response_type: "user_defined", user_defined };
}

function wrapped(generic: Item[], profile: Profile, at: number): Response {
  return {
    id: newId(),
    output: { generic },
    message_options: { response_user_profile: profile },
    history: { timestamp: at },
  };
}
