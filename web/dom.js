/** Elements and addresses, the two things that everything on the page is made of. */

/** Make an element: `element("p", { className: "x" }, "text", child)`. */
export function element(name, properties = {}, ...children) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

/** Whether `url` leads to the web. */
export function webAddress(url) {
  return /^https?:$/.test(parsed(url)?.protocol);
}

/** Whether `url` leads to where the page came from. */
export function ownAddress(url) {
  return parsed(url)?.origin === location.origin;
}

function parsed(url) {
  try {
    return new URL(url, location.href);
  } catch {
    return null;
  }
}
