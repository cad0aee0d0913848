/** Elements and addresses, the two things that everything of ours is made of. Nothing is ever parsed as HTML. */

type Child = Node | string;

/** Make an element: `element("p", { className: "x" }, "text", child)`. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

/** Set attributes, such as `aria-*`, and return the element. */
export function withAttributes<E extends Element>(node: E, attributes: Record<string, string>): E {
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

/** A drawing from paths in a square of `size`, for decoration only. */
export function drawing(paths: string[], size = 24): SVGSVGElement {
  const space = "http://www.w3.org/2000/svg";
  const svg = withAttributes(document.createElementNS(space, "svg"), {
    viewBox: `0 0 ${size} ${size}`,
    width: "24",
    height: "24",
    "aria-hidden": "true",
    focusable: "false",
  });
  for (const path of paths) svg.append(withAttributes(document.createElementNS(space, "path"), { d: path }));
  return svg;
}

/** A style sheet of its own, which needs no permission of the page's content security policy. */
export function sheet(css: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

/** `url` in full when it leads to the web, else null. */
export function webAddress(url: unknown): string | null {
  const found = parsed(url);
  return found && /^https?:$/.test(found.protocol) ? found.href : null;
}

/** `url` in full when it leads to the service at `server`, else null. */
export function ownAddress(url: unknown, server: string): string | null {
  const found = parsed(url, server);
  return found && found.origin === new URL(server).origin ? found.href : null;
}

function parsed(url: unknown, base?: string): URL | null {
  if (typeof url !== "string") return null;
  try {
    return new URL(url, base);
  } catch {
    return null;
  }
}
