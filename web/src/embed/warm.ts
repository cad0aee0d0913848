/** Fetches the files of the panel into the browser's cache before they are needed; nothing of them runs. */

/** The files that the panel needs at once; filled in when the bundle is built. */
declare const PANEL_FILES: string[];

/** Milliseconds after which a page that has settled may fetch them by itself. */
const SETTLED = 4_000;

/**
 * Fetch the files below `base` when a person comes near the launcher or when the page has nothing to do; on a slow or
 * metered line only the former. Returns how to call it off.
 */
export function warmUp(base: string): () => void {
  const { saveData = false, effectiveType = "4g" } = (navigator as Navigator & { connection?: Line }).connection ?? {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  const host = document.querySelector("waymark-chat");
  const signs = ["pointerover", "focusin", "touchstart"] as const;
  const fetchAll = (): void => {
    callOff();
    for (const file of PANEL_FILES) fetch(`${base}/${file}`, { priority: "low" }).catch(() => undefined);
  };
  const callOff = (): void => {
    clearTimeout(timer);
    for (const sign of signs) host?.removeEventListener(sign, fetchAll, true);
  };
  for (const sign of signs) host?.addEventListener(sign, fetchAll, { capture: true, passive: true });
  if (!saveData && effectiveType === "4g") {
    timer = setTimeout(() => (window.requestIdleCallback ?? setTimeout)(fetchAll), SETTLED);
  }
  return callOff;
}

interface Line {
  saveData?: boolean;
  effectiveType?: string;
}
