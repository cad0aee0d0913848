/**
 * The client of the chat API: token, sending, streaming, retry, history. It knows nothing of any page.
 *
 * The token is kept in `storage`, so that a talk survives a reload; without storage it lives as long as the page.
 * Every failure is a ChatError whose message can be shown to a person.
 */

const KEY = "waymark.token";

export class ChatError extends Error {
  /** `code` is the API's, or "offline" when the server could not be reached or stopped answering. */
  constructor(code, message, status = 0) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

const offline = () =>
  new ChatError("offline", "I could not reach the server. Check your connection, then try again.");

/** A storage that forgets quietly when the browser allows none. */
function carefulStorage(storage) {
  const attempt = (work) => {
    try {
      return work();
    } catch {
      return null;
    }
  };
  let inMemory = null;
  return {
    read: () => attempt(() => storage().getItem(KEY)) ?? inMemory,
    write: (value) => {
      inMemory = value;
      attempt(() => (value === null ? storage().removeItem(KEY) : storage().setItem(KEY, value)));
    },
  };
}

export class Client {
  /**
   * @param {object} options
   * @param {string} options.base where the API is
   * @param {() => Storage} options.storage returns the storage; may throw
   * @param {number} options.patience milliseconds to wait for the next sign of life
   */
  constructor({ base = "/chat/api", storage = () => localStorage, patience = 40_000 } = {}) {
    this.base = base;
    this.patience = patience;
    this.kept = carefulStorage(storage);
    this.last = null;
  }

  /** The talk so far, as entries with `from`, `text` and what else a message has. Empty for a new visitor. */
  async history() {
    if (!this.kept.read()) return [];
    try {
      return (await (await this.#call("GET", "/history")).json()).messages;
    } catch (error) {
      if (error.status !== 401) throw error;
      this.kept.write(null);
      return [];
    }
  }

  /**
   * Send what a person typed (`{text}`) or pressed (`{text, payload}`, `text` being the button's title).
   * `onMessage` gets each message of the bot as it comes. Resolves when the turn has ended.
   */
  async send(ask, onMessage) {
    this.last = ask;
    try {
      await this.#turn(ask.payload ? { payload: ask.payload } : { text: ask.text }, onMessage);
    } catch (error) {
      if (error.status !== 401 && error.code !== "unknown_button") throw error;
      if (error.status === 401) this.kept.write(null);
      await this.#turn({ text: ask.text }, onMessage);
    }
  }

  /** Send the last message again. */
  retry(onMessage) {
    return this.send(this.last, onMessage);
  }

  /** Give a thumb ("up" or "down", with a reason) on an answer. */
  async vote(answer, vote, reason = null) {
    await this.#call("POST", "/feedback", { answer, vote, reason });
  }

  /** Delete the talk, here and on the server. */
  async forget() {
    if (this.kept.read()) {
      try {
        await this.#call("DELETE", "/conversation");
      } catch (error) {
        if (error.status !== 401) throw error;
      }
    }
    this.kept.write(null);
    this.last = null;
  }

  async #turn(body, onMessage) {
    if (!this.kept.read()) {
      const started = await (await this.#call("POST", "/conversations")).json();
      this.kept.write(started.token);
    }
    const waiting = new AbortController();
    const response = await this.#call("POST", "/messages", body, waiting);
    for await (const { event, data } of serverSentEvents(response, this.patience, waiting)) {
      if (event === "message") onMessage(data);
      if (event === "error") throw new ChatError(data.error.code, data.error.message, response.status);
      if (event === "done") return;
    }
    throw offline();
  }

  async #call(method, path, body = null, waiting = new AbortController()) {
    const headers = { Accept: path === "/messages" ? "text/event-stream" : "application/json" };
    const token = this.kept.read();
    if (token) headers.Authorization = `Bearer ${token}`;
    if (body) headers["Content-Type"] = "application/json";
    const response = await inTime(this.patience, waiting, () =>
      fetch(this.base + path, {
        method,
        headers,
        body: body && JSON.stringify(body),
        signal: waiting.signal,
        credentials: "omit",
      }),
    );
    if (response.ok) return response;
    const { error } = await response.json().catch(() => ({}));
    throw error ? new ChatError(error.code, error.message, response.status) : offline();
  }
}

/** Do `work` within `patience` milliseconds; give up, and say so, when it takes longer or fails. */
async function inTime(patience, waiting, work) {
  const timer = setTimeout(() => waiting.abort(), patience);
  try {
    return await work();
  } catch {
    throw offline();
  } finally {
    clearTimeout(timer);
  }
}

/** The events of a `text/event-stream` response, one line of data each, as the server sends them. */
async function* serverSentEvents(response, patience, waiting) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (;;) {
    const { value, done } = await inTime(patience, waiting, () => reader.read());
    if (done) return;
    const blocks = (text + value).split("\n\n");
    text = blocks.pop();
    for (const block of blocks) {
      const fields = Object.fromEntries(block.split("\n").map((line) => line.split(/: (.*)/s, 2)));
      yield { event: fields.event, data: JSON.parse(fields.data) };
    }
  }
}
