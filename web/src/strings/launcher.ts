/** The few words that are there before anything is loaded. */

export interface LauncherStrings {
  ask(title: string): string;
  loading: string;
  failed: string;
  retry: string;
  close: string;
}

const WORDS: Record<string, LauncherStrings> = {
  en: {
    ask: (title) => `Ask ${title}`,
    loading: "Opening the chat",
    failed: "The chat could not be opened. Check your connection.",
    retry: "Try again",
    close: "Close",
  },
  de: {
    ask: (title) => `${title} fragen`,
    loading: "Der Chat wird geöffnet",
    failed: "Der Chat ließ sich nicht öffnen. Bitte prüfen Sie Ihre Verbindung.",
    retry: "Erneut versuchen",
    close: "Schließen",
  },
};

/** The words in `lang`, such as "de" or "de-at"; English where we have none. */
export function launcherStrings(lang: string): LauncherStrings {
  return WORDS[lang.split("-")[0] ?? "en"] ?? (WORDS["en"] as LauncherStrings);
}
