/** Waymark's colours as the tokens of Carbon's components, for light and dark. */

import { formatTokenName, g100, white } from "@carbon/themes";
import { ACCENT, accentOf, readableOn } from "../colours";

interface Palette {
  paper: string;
  card: string;
  raised: string;
  ink: string;
  soft: string;
  line: string;
  mine: string;
  alarm: string;
}

const LIGHT: Palette = {
  paper: "#f7f6f1",
  card: "#ffffff",
  raised: "#eeede5",
  ink: "#1d2b29",
  soft: "#55635f",
  line: "#dedcd1",
  mine: "#dfebe5",
  alarm: "#97351f",
};
const DARK: Palette = {
  paper: "#0f1715",
  card: "#182320",
  raised: "#22302c",
  ink: "#e4ebe7",
  soft: "#a3b4ad",
  line: "#2d3b36",
  mine: "#21443a",
  alarm: "#f2a48f",
};

/** The style rules that set all tokens on `.panel`; `color` is the page's accent, null for our own. */
export function themeRules(color: string | null): string {
  const light = rules(LIGHT, white, color);
  const dark = rules(DARK, g100, color);
  return `.panel { color-scheme: light; ${light} }
@media (prefers-color-scheme: dark) { .panel { color-scheme: dark; ${dark} } }`;
}

function rules(palette: Palette, base: Record<string, unknown>, color: string | null): string {
  const { accent, onAccent } = accentOf(color);
  const link = [palette.paper, palette.card, palette.mine, palette.raised].reduce(readableOn, color ?? ACCENT);
  const own = { ...palette, accent, "on-accent": onAccent, link };
  return [
    ...Object.entries(base)
      .filter((token): token is [string, string] => typeof token[1] === "string")
      .map(([name, value]) => `--cds-${formatTokenName(name)}: ${value};`),
    ...Object.entries(carbon(palette, accent, onAccent, link)).map(([name, value]) => `--cds-${name}: ${value};`),
    ...Object.entries(own).map(([name, value]) => `--waymark-${name}: ${value};`),
  ].join(" ");
}

/** Carbon's tokens in our colours. */
function carbon(palette: Palette, accent: string, onAccent: string, link: string): Record<string, string> {
  const { paper, card, raised, ink, soft, line, mine, alarm } = palette;
  return {
    background: paper,
    "background-hover": raised,
    "background-active": line,
    "background-selected": raised,
    "background-brand": accent,
    layer: paper,
    "layer-01": paper,
    "layer-02": card,
    "layer-hover": raised,
    "layer-hover-01": raised,
    "layer-hover-02": raised,
    "layer-active": line,
    "layer-active-01": line,
    "layer-accent-01": mine,
    field: card,
    "field-01": card,
    "field-02": card,
    "field-hover": card,
    "field-hover-01": card,
    "border-subtle": line,
    "border-subtle-00": line,
    "border-subtle-01": line,
    "border-subtle-02": line,
    "border-strong": soft,
    "border-strong-01": soft,
    "border-interactive": link,
    interactive: link,
    focus: link,
    "focus-inset": card,
    "text-primary": ink,
    "text-secondary": soft,
    "text-placeholder": soft,
    "text-helper": soft,
    "text-on-color": onAccent,
    "text-error": alarm,
    "support-error": alarm,
    "icon-primary": ink,
    "icon-secondary": soft,
    "icon-interactive": link,
    "link-primary": link,
    "link-primary-hover": link,
    "link-secondary": link,
    "link-visited": link,
    "button-primary": accent,
    "button-primary-hover": link,
    "button-primary-active": link,
    "button-secondary": accent,
    "button-secondary-hover": link,
    "button-secondary-active": link,
    "button-tertiary": link,
    "button-tertiary-hover": accent,
    "button-tertiary-active": accent,
    "chat-button": link,
    "chat-button-hover": mine,
    "chat-button-active": mine,
    "chat-button-selected": raised,
    "chat-button-text-hover": link,
    "chat-button-text-selected": soft,
    "chat-bubble-user": mine,
    "chat-bubble-user-text": ink,
    "chat-bubble-agent": card,
    "chat-bubble-agent-text": ink,
    "chat-bubble-border": line,
    "chat-shell-background": paper,
    "chat-header-background": paper,
    "chat-prompt-background": card,
    "chat-avatar-bot": accent,
  };
}
