/**
 * A very small, safe Markdown: paragraphs, lines, bullet lists, bold. All else is shown as it was written.
 * What comes out are nodes made here around text nodes; nothing is ever parsed as HTML.
 */

const BULLET = /^\s*[-*•]\s+/;
const BOLD = /\*\*(\S(?:.*?\S)?)\*\*/g;

/** Return a fragment that shows `text`. */
export function render(text) {
  const fragment = document.createDocumentFragment();
  for (const block of text.replaceAll("\r\n", "\n").split(/\n{2,}/)) {
    let rest = block.split("\n").filter((line) => line.trim());
    while (rest.length) {
      const bullets = BULLET.test(rest[0]);
      const end = rest.findIndex((line) => BULLET.test(line) !== bullets);
      const lines = end < 0 ? rest : rest.slice(0, end);
      fragment.append(bullets ? list(lines) : paragraph(lines));
      rest = rest.slice(lines.length);
    }
  }
  return fragment;
}

function list(lines) {
  const node = document.createElement("ul");
  for (const line of lines) {
    const item = document.createElement("li");
    item.append(...inline(line.replace(BULLET, "")));
    node.append(item);
  }
  return node;
}

function paragraph(lines) {
  const node = document.createElement("p");
  lines.forEach((line, index) => {
    if (index) node.append(document.createElement("br"));
    node.append(...inline(line));
  });
  return node;
}

function inline(line) {
  return line.split(BOLD).map((part, index) => {
    if (index % 2 === 0) return document.createTextNode(part);
    const bold = document.createElement("strong");
    bold.textContent = part;
    return bold;
  });
}
