// What all scripts say and make: words in the page's language, and elements. The words stand in
// docs/_ext/language/words; each bundle brings its own, without what their keys begin with there.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});

  // The words for a key, with {names} filled in.
  const say = (key, values = {}) => (Turns.words[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name]);

  // Attributes that are functions handle events.
  const element = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") made[name] = value;
      else made.setAttribute(name, value);
    }
    made.append(...children);
    return made;
  };

  // Writes only what changes: a step touches little of the page.
  const write = (node, text) => {
    if (node.textContent !== text) node.textContent = text;
  };

  Object.assign(Turns, { say, element, write });
})();
