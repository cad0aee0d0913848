/** The other tabs of the same site: each tells the others that the talk has gone on. */

export class OtherTabs {
  private readonly channel = "BroadcastChannel" in window ? new BroadcastChannel("waymark.talk") : null;

  /** `changed` is called when another tab has said or heard something, and when this tab is looked at again. */
  constructor(private readonly changed: () => void) {
    this.channel?.addEventListener("message", this.changed);
    document.addEventListener("visibilitychange", this.seen);
  }

  tell(): void {
    this.channel?.postMessage("changed");
  }

  close(): void {
    this.channel?.close();
    document.removeEventListener("visibilitychange", this.seen);
  }

  private readonly seen = (): void => {
    if (document.visibilityState === "visible") this.changed();
  };
}
