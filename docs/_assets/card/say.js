// What the other scripts say and make: words in the page's language, and elements.
// The words stand in docs/_ext/language/words, under keys that begin with "card-", "player-" or "game-".
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});

  // The words for a key in the page's language, with {names} filled in; most come with the player.
  const say = (key, values = {}) => {
    const { cardWords, playerWords, gameWords } = globalThis;
    const words = cardWords[key] ?? playerWords?.[key] ?? gameWords?.[key] ?? key;
    return words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  };

  // Seconds to the microsecond, without needless zeros.
  const seconds = (time) => say("seconds", { time: +time.toFixed(6) });

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

  Object.assign(Turns, { say, seconds, element, write });
})();
