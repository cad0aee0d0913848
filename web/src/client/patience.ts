/** How long to wait for a server, and how to find out early that it is gone. */

import { offline } from "./errors";

/** Milliseconds without a sign of life after which the server is asked whether it is there at all. */
const DOUBT = 3_000;
/** Milliseconds that it then has to say so: together less than the 6 seconds after which people must know. */
const PROOF = 2_000;

/** Do `work` within `limit` milliseconds; abort `waiting` and throw "offline" when it fails or takes longer. */
export async function inTime<T>(limit: number, waiting: AbortController, work: () => Promise<T>): Promise<T> {
  const timer = setTimeout(() => waiting.abort(), limit);
  try {
    return await work();
  } catch {
    throw offline();
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Watch over a wait that may rightly be long: after a while of silence, ask for the small file at `proof`, and
 * abort `waiting` when even that does not come. Returns how to stop watching.
 */
export function watchOver(proof: string, waiting: AbortController): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const doubt = async (): Promise<void> => {
    try {
      await fetch(proof, { method: "HEAD", cache: "no-store", credentials: "omit", signal: AbortSignal.timeout(PROOF) });
      timer = setTimeout(doubt, DOUBT);
    } catch {
      waiting.abort();
    }
  };
  timer = setTimeout(doubt, DOUBT);
  return () => clearTimeout(timer);
}
