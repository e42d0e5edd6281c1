// Rebuilds what `turns` has drawn in the sandboxed frame: of the text that comes from there, which a
// program may have written, only what `turns.drawing` draws with is made again, element by element.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const DEEPEST = 20; // elements within each other
  const MOST = 50_000; // elements

  const NUMBER = /^-?[\d.]+(?:e-?\d+)?(?:px|%)?$/;
  const NAMES = /^[\w -]*$/;
  const PATH = /^[MHQhlmz\d .e-]*$/;
  const numbers = ["x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "width", "height"].map((name) => [name, NUMBER]);
  // What every drawing has.
  Turns.drawn = { class: NAMES, d: PATH, lang: NAMES, ...Object.fromEntries(numbers) };

  const HTML = ["ol", "li", "p", "div", "i", "b", "strong", "span", "code"];
  const SVG = ["svg", "line", "circle", "path", "rect"];
  const PICTURE = {
    tags: new Map([["http://www.w3.org/1999/xhtml", HTML], ["http://www.w3.org/2000/svg", SVG]]),
    attributes: { ...Turns.drawn, "aria-label": /^/, "aria-hidden": /^true$/, "data-turn": /^\d+$/ },
    styles: ["--graph", "min-height"],
  };

  // Makes in `made` what there is in a node; whatever is no part of such a drawing is left out, with its
  // content. `tags` are those of each namespace, `attributes` what their values look like, `styles` the
  // properties that are numbers.
  Turns.rebuild = (made, node, drawing, budget = { left: MOST }, depth = 0) => {
    const { tags, attributes, styles } = drawing;
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) made.append(child.data);
      const { namespaceURI: space, localName: tag } = child;
      if (!tags.get(space)?.includes(tag) || depth >= DEEPEST || --budget.left < 0) continue;
      const one = (made.ownerDocument ?? made).createElementNS(space, tag);
      for (const { name, value } of child.attributes) {
        if (Object.hasOwn(attributes, name) && attributes[name].test(value)) one.setAttribute(name, value);
      }
      for (const name of styles) {
        const value = child.style.getPropertyValue(name).trim();
        if (NUMBER.test(value)) one.style.setProperty(name, value);
      }
      made.append(one);
      Turns.rebuild(one, child, drawing, budget, depth + 1);
    }
  };

  // A fragment with the elements of a picture.
  Turns.safe = (text) => {
    const made = document.createDocumentFragment();
    // A document in which nothing runs, and nothing is loaded.
    Turns.rebuild(made, new DOMParser().parseFromString(text, "text/html").body, PICTURE);
    return made;
  };
})();
