import type { PanelStrings } from "./panel";

export const en: PanelStrings = {
  greeting: "Where to next?",
  introduction:
    "I know roles in projects and PMOs, certificates and what they cost, pay, and how people get from one role to " +
    "another. Answers are short and name their sources.",
  topics: [
    {
      title: "Moving on",
      questions: [
        "Can someone in a PMO become a project manager?",
        "How do I move into projects from another job?",
        "Show me the career map",
      ],
    },
    {
      title: "Certificates",
      questions: ["Which certificate should I take first?", "How much does the PMP cost?", "Am I eligible for the PMP?"],
    },
    {
      title: "Roles and pay",
      questions: ["What does a PMO analyst do all day?", "What does a scrum master earn in the UK?"],
    },
    {
      title: "Your own plan",
      questions: ["Make me a plan to become a programme manager", "What do you know about me?"],
    },
  ],
  startingQuestions: "Questions to start with",
  placeholder: "Ask your question",
  note: "General guidance from public sources. Check fees and rules with the issuer before you pay.",
  newTalk: "New conversation",
  deleteData: "Delete my data",
  deleteTitle: "Delete this conversation?",
  deleteText: "All that was said is deleted here and on the server. It cannot be brought back.",
  deleteYes: "Delete it",
  deleteNo: "Keep it",
  deleteFailed: "It could not be deleted just now. Try again in a moment.",
  close: "Close",
  conversation: "Conversation",
  tryAgain: "Try again",
  sources: (count) => (count === 1 ? "1 source" : `${count} sources`),
  checked: "checked",
  table: "Table",
  files: "Files to take along",
  larger: "Open larger",
  pictureAtFullSize: "Picture at full size",
  helpful: "This helps",
  notHelpful: "This does not help",
  whyTitle: "What is wrong with this answer?",
  reasons: {
    wrong: "It is wrong",
    outdated: "It is out of date",
    unclear: "It is unclear",
    not_my_question: "It is not what I asked",
  },
  sendReason: "Send",
  cancel: "Cancel",
  thanks: "Thank you. You can change your mind.",
  voteFailed: "That could not be saved just now. Try again in a moment.",
  library: { agent_ariaGenericAvatar: "Avatar" },
};
