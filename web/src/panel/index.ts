/** The panel: Carbon's chat, filled with Waymark's talk. */

import "@carbon/ai-chat/dist/es-custom/web-components/cds-aichat-custom-element/index.js";
import "@carbon/ai-chat-components/es-custom/components/feedback/src/feedback.js";
import { extrasOf } from "../answer/extras";
import type { Surroundings } from "../answer/surroundings";
import { Client } from "../client/client";
import type { Panel, PanelHost } from "../contract";
import { element, sheet } from "../dom";
import { panelStrings } from "../strings";
import { Chat, type Instance } from "./chat";
import { configOf, type ChatElement } from "./config";
import { confirmed } from "./confirm";
import { failureNode } from "./failure";
import { homeOf } from "./home";
import type { Drawn, Profile } from "./items";
import { dress, focusInput } from "./dress";
import panelCss from "./panel.css";
import partsCss from "./parts.css";
import { OtherTabs } from "./tabs";
import { Talk } from "./talk";
import { themeRules } from "./theme";

/** Put the chat into the host's frame. Resolves when one can type. */
export async function mount(host: PanelHost): Promise<Panel> {
  const { options, root, frame } = host;
  const strings = panelStrings(options.lang);
  const icon = new URL("icon.svg", import.meta.url).href;
  const theme = `${themeRules(options.color)} .panel { --waymark-icon: url("${icon}"); }`;
  const parts = sheet(partsCss);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet(theme), sheet(panelCss), parts];
  const client = new Client({ server: options.server });
  const profile: Profile = {
    id: "waymark",
    nickname: options.title,
    user_type: "bot",
    profile_picture_url: icon,
  };
  const node = document.createElement("cds-custom-aichat-custom-element") as ChatElement;
  const tabs = new OtherTabs(() => void talk.refresh(chat));
  const talk = new Talk(client, host, profile, tabs);
  let chat!: Chat;
  const around: Surroundings = {
    server: options.server,
    lang: options.lang,
    strings,
    root,
    vote: (answer, vote, reason) => client.vote(answer, vote, reason),
  };

  const draw = ({ data }: { data: { message: { user_defined: Drawn }; slot: string } }): void => {
    const what = data.message.user_defined;
    const drawn =
      what.kind === "failure"
        ? failureNode(what.text, strings.tryAgain, () => void talk.retry(chat))
        : extrasOf(what.answer, what.image, around);
    node.append(Object.assign(drawn, { slot: data.slot }));
  };
  const erase = async (): Promise<void> => {
    const words = { title: strings.deleteTitle, text: strings.deleteText, yes: strings.deleteYes, no: strings.deleteNo };
    if (!(await confirmed(frame, words))) return;
    await talk.renew(chat, true).catch(() => confirmed(frame, { ...words, text: strings.deleteFailed }));
  };
  const say = (text: string): Promise<void> => chat.instance.send({ input: { text } });

  Object.assign(node, configOf(options, strings, await talk.load(), { talk, chat: () => chat, erase, close: host.close }));
  const ready = new Promise<void>((resolve) => {
    node.onBeforeRender = (instance: Instance) => {
      chat = new Chat(instance, () => node.querySelectorAll("[slot^='slot-user-defined']").forEach((old) => old.remove()));
      instance.on({ type: "userDefinedResponse", handler: draw });
      instance.writeableElements["homeScreenAfterStartersElement"]?.append(homeOf(options, strings, (text) => void say(text)));
      instance.writeableElements["afterInputElement"]?.append(element("p", { className: "note" }, strings.note));
      instance.on({ type: "chat:ready", handler: () => resolve() });
    };
  });
  frame.append(node);
  // The home screen and the note are put into the element's own tree.
  if (node.shadowRoot) node.shadowRoot.adoptedStyleSheets = [...node.shadowRoot.adoptedStyleSheets, parts];
  await ready;
  const undress = dress(node, strings);
  host.tell("ready");
  return {
    focus: () => focusInput(node),
    send: say,
    reset: () => talk.renew(chat, false),
    refresh: () => talk.refresh(chat),
    destroy() {
      tabs.close();
      undress();
      node.remove();
    },
  };
}
