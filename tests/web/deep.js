// Looks through open shadow roots, for the tests. Not enumerable, so that a page's globals look untouched.
Object.defineProperty(window, "deep", {
  value: {
    // All elements that match, in tree order, wherever they are.
    all(selector, root = document) {
      const found = [];
      const walk = (tree) => {
        for (const node of tree.querySelectorAll("*")) {
          if (node.matches(selector)) found.push(node);
          if (node.shadowRoot) walk(node.shadowRoot);
        }
      };
      walk(root);
      return found;
    },
    // The text that a person sees in a node: through shadow roots and slots, without hidden parts.
    text(node) {
      if (node.nodeType === Node.TEXT_NODE) return node.data;
      if (node.nodeType !== Node.ELEMENT_NODE && node.nodeType !== Node.DOCUMENT_FRAGMENT_NODE) return "";
      if (node.nodeName === "STYLE" || node.nodeName === "SCRIPT" || node.hidden) return "";
      if (node.nodeName === "BR") return "\n";
      if (node.nodeName === "SLOT" && node.assignedNodes().length) return node.assignedNodes().map(deep.text).join("");
      const inner = [...(node.shadowRoot ?? node).childNodes].map(deep.text).join("");
      return ["P", "LI", "DIV", "TR"].includes(node.nodeName) ? `${inner.trim()}\n` : inner;
    },
    // The element that has the focus, however deep it is.
    active() {
      let node = document.activeElement;
      while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
      return node;
    },
    // Whether one can see it at all.
    seen(node) {
      return node.checkVisibility({ visibilityProperty: true }) && node.getClientRects().length > 0;
    },
  },
});
