/** The conversation's token, kept in the browser's storage where there is one, else as long as the page lives. */

const KEY = "waymark.token";

export class KeptToken {
  /** What would be stored, once the browser has refused to: blocked or full. */
  private inMemory: { token: string | null } | null = null;

  /** `storage` returns the storage; it may throw, as it does where the browser blocks it. */
  constructor(private readonly storage: () => Storage = () => localStorage) {}

  /** The token as it is now: another tab may have changed it. */
  read(): string | null {
    if (this.inMemory) return this.inMemory.token;
    try {
      return this.storage().getItem(KEY);
    } catch {
      return null;
    }
  }

  write(token: string | null): void {
    try {
      if (token === null) this.storage().removeItem(KEY);
      else this.storage().setItem(KEY, token);
      this.inMemory = null;
    } catch {
      this.inMemory = { token };
    }
  }
}
