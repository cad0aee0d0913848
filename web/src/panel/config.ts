/** How Carbon's chat is set up. */

import type { Options } from "../contract";
import type { PanelStrings } from "../strings/panel";
import type { Chat, HistoryItem, Instance } from "./chat";
import type { Talk } from "./talk";

/** The properties of the library's element that are set here. */
export interface ChatElement extends HTMLElement {
  onBeforeRender(instance: Instance): void;
  onViewChange(event: { newViewState: { mainWindow: boolean } }): void;
}

interface Sent {
  input: { text?: string; payload?: string };
  history?: { label?: string };
}

interface Doings {
  talk: Talk;
  chat(): Chat;
  erase(): Promise<void>;
  close(): void;
}

/** The properties for the element; `said` is the talk so far. */
export function configOf(
  options: Options,
  strings: PanelStrings,
  said: HistoryItem[],
  { talk, chat, erase, close }: Doings,
): object {
  return {
    assistantName: options.title,
    aiDisabled: true,
    openChatByDefault: true,
    shouldTakeFocusIfOpensAutomatically: false,
    shouldSanitizeHTML: true,
    disableCustomElementMobileEnhancements: true,
    launcher: { isOn: false },
    header: {
      title: options.title,
      showAiLabel: false,
      hideMinimizeButton: options.mode === "page",
      minimizeButtonIconType: "close",
      menuOptions: [
        { text: strings.newTalk, handler: () => void talk.renew(chat(), false) },
        { text: strings.deleteData, handler: () => void erase() },
      ],
    },
    homescreen: { isOn: true, customContentOnly: true, disableReturn: true },
    layout: { showFrame: false, hasContentMaxWidth: options.mode === "page" },
    messaging: {
      skipWelcome: true,
      messageTimeoutSecs: 0,
      messageLoadingIndicatorTimeoutSecs: 0,
      // Without a history the library shows its home screen.
      ...(said.length ? { customLoadHistory: async (): Promise<HistoryItem[]> => said } : {}),
      customSendMessage: async ({ input, history }: Sent): Promise<void> => {
        const text = history?.label ?? input.text ?? "";
        if (text) await talk.turn({ text, payload: input.payload }, chat());
      },
    },
    strings: {
      ...strings.library,
      input_placeholder: strings.placeholder,
      window_title: options.title,
    },
    // The library's close button: our frame closes, the chat in it stays as it is.
    onViewPreChange: (event: { newViewState: { mainWindow: boolean }; cancelViewChange: boolean }): void => {
      if (event.newViewState.mainWindow) return;
      event.cancelViewChange = true;
      close();
    },
  };
}
