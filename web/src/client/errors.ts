/** What can go wrong between the page and the chat, in words that can be shown to a person. */

export class ChatError extends Error {
  /** `code` is the API's, or "offline" when the server could not be reached or stopped answering. */
  constructor(
    readonly code: string,
    message: string,
    readonly status = 0,
  ) {
    super(message);
    this.name = "ChatError";
  }
}

export function offline(): ChatError {
  return new ChatError("offline", "I could not reach the server. Check your connection, then try again.");
}

/** The status of a failure, 0 for one that is not the API's. */
export function statusOf(error: unknown): number {
  return error instanceof ChatError ? error.status : 0;
}
