// Rebuilds what `turns` has drawn in the sandboxed frame: of the text that comes from there, which a
// program may have written, only what `turns.drawing` draws with is made again, element by element.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const SVG = "http://www.w3.org/2000/svg";
  const DEEPEST = 20; // elements within each other
  const MOST = 50_000; // elements

  const TAGS = new Set(["ol", "li", "p", "div", "i", "b", "strong", "span", "code"]);
  const DRAWN = new Set(["svg", "line", "circle", "path", "rect"]);
  const NUMBER = /^-?[\d.]+(?:e-?\d+)?(?:px|%)?$/;
  const ATTRIBUTES = {
    class: /^[\w -]*$/,
    lang: /^[\w-]*$/,
    "aria-label": /^/,
    "aria-hidden": /^true$/,
    "data-turn": /^\d+$/,
    d: /^[MHQhlmz\d .e-]*$/,
    ...Object.fromEntries(["x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "width", "height"].map((name) => [name, NUMBER])),
  };
  const STYLES = ["--graph", "min-height"];

  const rebuilt = (node, budget, depth) => {
    const isDrawn = node.namespaceURI === SVG;
    const tag = node.localName;
    if (!(isDrawn ? DRAWN : TAGS).has(tag) || depth > DEEPEST || --budget.left < 0) return undefined;
    const made = isDrawn ? document.createElementNS(SVG, tag) : document.createElement(tag);
    for (const { name, value } of node.attributes) {
      if (Object.hasOwn(ATTRIBUTES, name) && ATTRIBUTES[name].test(value)) made.setAttribute(name, value);
    }
    for (const name of STYLES) {
      const value = node.style.getPropertyValue(name).trim();
      if (NUMBER.test(value)) made.style.setProperty(name, value);
    }
    fill(made, node, budget, depth);
    return made;
  };

  const fill = (made, node, budget, depth) => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) made.append(child.data);
      else if (child.nodeType === Node.ELEMENT_NODE) {
        const one = rebuilt(child, budget, depth + 1);
        if (one) made.append(one);
      }
    }
  };

  // A fragment with the elements of a picture; whatever is no part of one is left out, with its content.
  Turns.safe = (text) => {
    const made = document.createDocumentFragment();
    // A document in which nothing runs, and nothing is loaded.
    fill(made, new DOMParser().parseFromString(text, "text/html").body, { left: MOST }, 0);
    return made;
  };
})();
