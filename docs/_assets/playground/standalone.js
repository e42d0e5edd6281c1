// The picture as one SVG file, of the text that `turns.drawing.standalone` makes of it. The text comes
// from where programs run, and the file will be opened from the reader's disk, or shown by another site:
// only what such a picture is made of is made again, and nothing in it loads, links or runs.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const SVG = "http://www.w3.org/2000/svg";
  const TAGS = new Set("svg title desc style rect text tspan line circle path".split(" "));
  const NUMBER = /^[\d.e%-]*$/;
  const NAME = /^[\w -]*$/;
  const ATTRIBUTES = new Map([
    ..."x y x1 y1 x2 y2 cx cy r width height".split(" ").map((name) => [name, NUMBER]),
    ..."class id lang role aria-labelledby".split(" ").map((name) => [name, NAME]),
    ["d", /^[\w .-]*$/],
    ["fill", /^#\w*$/],
    ["viewBox", /^[\d .e-]*$/],
  ]);
  // A style can name other files only by these.
  const REACHES_OUT = /[@\\]|url|image|src/i;

  const rebuilt = (node, owner) => {
    const made = owner.createElementNS(SVG, node.localName);
    for (const { name, value } of node.attributes) {
      if (ATTRIBUTES.get(name)?.test(value)) made.setAttribute(name, value);
    }
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) made.append(child.data);
      else if (child.namespaceURI === SVG && TAGS.has(child.localName)) made.append(rebuilt(child, owner));
    }
    if (node.localName === "style" && REACHES_OUT.test(made.textContent)) made.replaceChildren();
    return made;
  };

  // How what is drawn looks: as on this page.
  const drawing = () =>
    [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .filter(({ selectorText }) => selectorText?.includes(".picture-drawing"))
      .map(({ cssText }) => cssText)
      .join("\n");

  // The text of the file; undefined if the text is no picture.
  Turns.standalone = (text) => {
    const { documentElement: root } = new DOMParser().parseFromString(text, "image/svg+xml");
    if (root.namespaceURI !== SVG || root.localName !== "svg") return undefined;
    const made = rebuilt(root, document.implementation.createDocument(SVG, null));
    made.querySelector("style")?.append(drawing());
    return `${new XMLSerializer().serializeToString(made)}\n`;
  };
})();
