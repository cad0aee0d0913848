/** The words of the panel. Answers are in English whatever the language of the page is. */

export interface Topic {
  title: string;
  questions: string[];
}

export interface PanelStrings {
  greeting: string;
  introduction: string;
  topics: Topic[];
  startingQuestions: string;
  placeholder: string;
  note: string;
  newTalk: string;
  deleteData: string;
  deleteTitle: string;
  deleteText: string;
  deleteYes: string;
  deleteNo: string;
  deleteFailed: string;
  close: string;
  conversation: string;
  tryAgain: string;
  sources(count: number): string;
  checked: string;
  table: string;
  files: string;
  larger: string;
  pictureAtFullSize: string;
  helpful: string;
  notHelpful: string;
  whyTitle: string;
  reasons: Record<"wrong" | "outdated" | "unclear" | "not_my_question", string>;
  sendReason: string;
  cancel: string;
  thanks: string;
  voteFailed: string;
  /** The library's own words that are used here, by its names for them. */
  library: Record<string, string>;
}
