// Checks what comes out of the frame: a program may have written it. Numbers are numbers, texts are
// texts, and all of it has the shape that `turns` gives it: tools/building/browser/shapes.py says which.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const LONGEST = 8 * 2 ** 20; // characters of a part
  const TEXT = 2 ** 20; // and of a text in it

  const plain = {
    text: (value) => typeof value === "string" && value.length <= TEXT,
    number: Number.isFinite,
    flag: (value) => typeof value === "boolean",
    any: () => true,
  };
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

  // Whether a value has a shape: "Turn[]" is a list, "text{}" an object of texts, "number?" may be null.
  const fits = (value, shape, shapes) => {
    const all = (values, inner) => values.every((one) => fits(one, inner, shapes));
    if (shape.endsWith("?")) return value === null || all([value], shape.slice(0, -1));
    if (shape.endsWith("[]")) return Array.isArray(value) && all(value, shape.slice(0, -2));
    if (shape.endsWith("{}")) return isObject(value) && all(Object.values(value), shape.slice(0, -2));
    if (plain[shape]) return plain[shape](value);
    const fields = Object.entries(shapes[shape]);
    return isObject(value) && fields.every(([name, one]) => Object.hasOwn(value, name) && fits(value[name], one, shapes));
  };

  // A part of an answer, as data; undefined if it is none. `shapes` are the fields of each kind of object.
  Turns.partOf = (text, shapes) => {
    if (typeof text !== "string" || text.length > LONGEST) return undefined;
    let part;
    try {
      part = JSON.parse(text);
    } catch {
      return undefined;
    }
    const shape = `part ${part?.kind}`;
    return Object.hasOwn(shapes, shape) && fits(part, shape, shapes) ? part : undefined;
  };
})();
