/** What one sees before a talk: what Waymark knows, and questions to start with. */

import type { Options } from "../contract";
import { drawing, element, withAttributes } from "../dom";
import type { PanelStrings, Topic } from "../strings/panel";

const ARROW = "M13.2 5.3 19.9 12l-6.7 6.7-1.4-1.400 4.300-4.300H4v-2h12.100l-4.300-4.300z";

/** Draw the home screen; `ask` gets the question that is pressed. */
export function homeOf(options: Options, strings: PanelStrings, ask: (question: string) => void): HTMLElement {
  const topics = options.questions.length ? [{ title: "", questions: options.questions }] : strings.topics;
  const list = element("div", { className: "topics" }, ...topics.map((topic) => topicOf(topic, ask)));
  const home = element(
    "div",
    { className: "home" },
    element("h2", { className: "greeting" }, options.greeting ?? strings.greeting),
    element("p", { className: "introduction" }, strings.introduction),
    withAttributes(list, { role: "group", "aria-label": strings.startingQuestions }),
  );
  return withAttributes(home, { "data-mode": options.mode });
}

function topicOf({ title, questions }: Topic, ask: (question: string) => void): HTMLElement {
  const items = questions.map((question) => {
    const button = element("button", { type: "button", className: "start" }, element("span", {}, question), drawing([ARROW]));
    button.addEventListener("click", () => ask(question));
    return element("li", {}, button);
  });
  const heading = title ? [element("h3", {}, title)] : [];
  return element("section", { className: "topic" }, ...heading, element("ul", {}, ...items));
}
