/** The shapes of the chat API (docs/api.md). All fields come from outside: read them as data, never as markup. */

export interface Button {
  title: string;
  payload: string;
}

export interface Table {
  columns: string[];
  rows: string[][];
}

export interface Picture {
  url: string;
  dark_url?: string | null;
  alt?: string | null;
}

export interface Download {
  title: string;
  url: string;
}

export interface Source {
  title: string;
  publisher?: string | null;
  url: string;
  as_of?: string | null;
  checked_on?: string | null;
}

export interface Answer {
  id: string;
  more?: string | null;
  table?: Table | null;
  picture?: Picture | null;
  downloads?: Download[];
  sources?: Source[];
  forget?: boolean;
}

/** One message of the bot. */
export interface BotMessage {
  text: string;
  buttons?: Button[];
  image?: string | null;
  answer?: Answer | null;
}

/** One entry of the history. */
export interface Entry extends BotMessage {
  from: "user" | "bot";
  at: string;
}

/** What a person sends: typed text, or a button's title with its payload. The same `id` is the same message. */
export interface Ask {
  id?: string;
  text: string;
  payload?: string | undefined;
}

export type Vote = "up" | "down";
export type Reason = "wrong" | "outdated" | "unclear" | "not_my_question";
