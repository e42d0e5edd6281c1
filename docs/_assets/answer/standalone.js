// The picture as one SVG file, of the text that `turns.drawing.standalone` makes of it. The text comes
// from where programs run, and the file will be opened from the reader's disk, or shown by another site:
// only what such a picture is made of is made again, and nothing in it loads, links or runs.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const SVG = "http://www.w3.org/2000/svg";
  const NAMES = /^[\w -]*$/;
  const DRAWING = {
    tags: new Map([[SVG, ["svg", "title", "desc", "style", "rect", "text", "tspan", "line", "circle", "path"]]]),
    attributes: {
      ...Turns.drawn,
      ...{ id: NAMES, role: NAMES, "aria-labelledby": NAMES, fill: /^#\w*$/, viewBox: /^[\d .e-]*$/ },
    },
    styles: [],
  };
  // A style can name other files only by these.
  const REACHES_OUT = /[@\\]|url|image|src/i;

  // How what is drawn looks: as on this page.
  const drawing = () =>
    [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .filter(({ selectorText }) => selectorText?.includes(".picture-drawing"))
      .map(({ cssText }) => cssText)
      .join("\n");

  // The text of the file; undefined if the text is no picture.
  Turns.standalone = (text) => {
    const made = document.implementation.createDocument(SVG, null);
    Turns.rebuild(made, new DOMParser().parseFromString(text, "image/svg+xml"), DRAWING);
    if (made.documentElement?.localName !== "svg") return undefined;
    for (const style of made.querySelectorAll("style")) if (REACHES_OUT.test(style.textContent)) style.replaceChildren();
    made.querySelector("style")?.append(drawing());
    return `${new XMLSerializer().serializeToString(made)}\n`;
  };
})();
