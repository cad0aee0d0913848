/**
 * A very small, safe Markdown: paragraphs, lines, bullet lists, bold, web links. All else is shown as written.
 * What comes out are nodes made here around text nodes; nothing is ever parsed as HTML.
 */

const BULLET = /^\s*[-*•]\s+/;
const BOLD = /\*\*(\S(?:.*?\S)?)\*\*/g;
const LINK = /\[([^\]]+)\]\((https?:\/\/[^\s()]+)\)/g;

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
    if (index % 2 === 0) return linked(part);
    const bold = document.createElement("strong");
    bold.append(linked(part));
    return bold;
  });
}

/** Return `text` with its links to web addresses as links that open in a tab of their own. */
function linked(text) {
  const fragment = document.createDocumentFragment();
  const parts = text.split(LINK);
  for (let index = 0; index < parts.length; index += 3) {
    fragment.append(parts[index]);
    if (index + 2 < parts.length) fragment.append(link(parts[index + 1], parts[index + 2]));
  }
  return fragment;
}

function link(title, address) {
  const node = document.createElement("a");
  node.textContent = title;
  node.href = address;
  node.target = "_blank";
  node.rel = "noopener";
  return node;
}
