// What is mended in the library's files while they are bundled. Each has its reason; one that no longer fits ends the
// build, so that an upgrade shows what can go.
import { readFile } from "node:fs/promises";

const SAID = `React.createElement(MarkdownWithDefaultsExport, {
        text: userText,
        removeHTML: true,
        overrideSanitize: true
      })`;

/** For each file: what is replaced by what. */
const MENDS = [
  {
    file: /ai-chat\/dist\/es-custom\/chat\.ChatAppEntry\.js$/,
    changes: [
      // What a person typed is shown as it was typed; the library would read it as Markdown.
      [SAID, 'React.createElement("span", { className: "waymark-said" }, userText)'],
      // The library calls what it calls deprecated, and complains in the page's console.
      ["this.serviceManager.instance.updateInputFieldVisibility(true);", ""],
    ],
  },
  {
    // A style element whose rules reach nothing, and which a content security policy refuses with a complaint.
    file: /ai-chat\/dist\/es-custom\/web-components\/cds-aichat-container\/index\.js$/,
    changes: [["this.appendChild(style);", ""]],
  },
  {
    // A style attribute in a template is refused in the same way; as a property it is not.
    file: /es-custom\/components\/truncated-text\/src\/truncated-text\.js$/,
    changes: [['style="--line-clamp-value', '.style="--line-clamp-value']],
  },
  {
    // Only links that an answer writes out are links: what looks like an address stays text.
    file: /es-custom\/components\/markdown\/src\/markdown-token-tree\.js$/,
    changes: [['.enable("linkify")', ""]],
  },
  {
    // A link of an answer opens in a tab that cannot reach back.
    file: /es-custom\/components\/markdown\/src\/markdown-renderer\.js$/,
    changes: [['attrs.target = "_blank";', 'attrs.target = "_blank"; attrs.rel = "noopener noreferrer";']],
  },
  {
    // A note to the library's users in the console of every page, with a global variable.
    file: /web-components\/es-custom\/globals\/decorators\/carbon-element\.js$/,
    changes: [['if (typeof console !== "undefined" && !globalThis.__CDS_ES_CUSTOM_DEPRECATED__)', "if (false)"]],
  },
  {
    // Likewise, of flags that a later version will set.
    file: /web-components\/es-custom\/packages\/feature-flags\/es\/index\.js$/,
    changes: [["console.info(", "void ("]],
  },
];

/**
 * Lit notes its versions, and what it knows of properties, in global variables. Under symbols they are out of the way
 * of the page's names, and of another Lit on the page.
 */
const LIT_GLOBALS = /(?:\.|\b(?:globalThis\.)?)(lit\w*Versions|reactiveElementVersions|litPropertyMetadata)\b/g;

function underSymbols(text) {
  return text.replace(LIT_GLOBALS, (found, name) => {
    const key = `[Symbol.for("waymark.${name}")]`;
    return found.startsWith(".") ? key : `globalThis${key}`;
  });
}

/** The size of a letter is the page's business, so "rem" is not ours to use: 16 pixels, whatever the page sets. */
function inPixels(text) {
  return text.replace(/(?<![\w.])(\d*\.?\d+)rem\b/g, (_, size) => `${Number((Number(size) * 16).toFixed(3))}px`);
}

/** The esbuild plugin that applies the mends. */
export const mends = {
  name: "mends",
  setup(build) {
    const applied = new Set();
    // The date picker's own library writes to the prototypes of the page's elements. No answer asks for a date.
    build.onLoad({ filter: /es-custom\/components\/date-picker\/date-picker\.js$/ }, () => ({
      contents: "export default class extends HTMLElement {}",
      loader: "js",
    }));
    for (const mend of MENDS) {
      build.onLoad({ filter: mend.file }, async ({ path }) => {
        let text = await readFile(path, "utf8");
        for (const [find, put] of mend.changes) {
          if (!text.includes(find)) throw new Error(`nothing to mend any more: ${find}`);
          text = text.replaceAll(find, put);
        }
        applied.add(mend);
        return { contents: inPixels(text), loader: "js" };
      });
    }
    build.onLoad({ filter: /\/(lit-html|reactive-element|lit-element)\/.*\.js$/ }, async ({ path }) => ({
      contents: underSymbols(await readFile(path, "utf8")),
      loader: "js",
    }));
    build.onLoad({ filter: /@carbon\/(ai-chat|ai-chat-components|web-components)\/.*\.js$/ }, async ({ path }) => ({
      contents: inPixels(await readFile(path, "utf8")),
      loader: "js",
    }));
    build.onEnd(() => {
      const idle = MENDS.filter((mend) => !applied.has(mend)).map(({ file }) => String(file));
      return { errors: idle.map((text) => ({ text: `the file of a mend was not bundled: ${text}` })) };
    });
  },
};

/** The esbuild plugin that reads our own style sheets as text. */
export const sizes = {
  name: "sizes",
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => ({
      contents: inPixels(await readFile(path, "utf8")),
      loader: "text",
    }));
  },
};
