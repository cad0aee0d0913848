import type { Reason, Vote } from "../client/api";
import type { PanelStrings } from "../strings/panel";

/** What the parts of an answer need to know of the place that they are in. */
export interface Surroundings {
  server: string;
  lang: string;
  strings: PanelStrings;
  /** Where a dialog may be put. */
  root: ShadowRoot;
  /** Send a thumb; rejects when it could not be stored. */
  vote: ((answer: string, vote: Vote, reason: Reason | null) => Promise<void>) | null;
}
