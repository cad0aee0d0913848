/** What stands under the text of an answer: table, picture, files, sources, thumbs. */

import type { Answer } from "../client/api";
import type { Surroundings } from "./surroundings";
import { filesOf } from "./files";
import { pictureOf } from "./picture";
import { sourcesOf } from "./sources";
import { tableOf } from "./table";
import { thumbsFor } from "./thumbs";

/** Draw all that `answer` has; `image` is the picture's address where the answer names none itself. */
export function extrasOf(answer: Answer, image: string | null, around: Surroundings): HTMLElement {
  const { table, picture, downloads, sources, id } = answer;
  const shown = picture ?? (image ? { url: image } : null);
  const node = document.createElement("div");
  node.className = "extras";
  const parts = [
    table?.rows?.length ? tableOf(table, around.strings) : null,
    shown && pictureOf(shown, around),
    filesOf(downloads ?? [], around),
    sources?.length ? sourcesOf(sources, around) : null,
    id && around.vote ? thumbsFor(id, around.strings, around.vote) : null,
  ];
  node.append(...parts.filter((part) => part !== null));
  return node;
}
