// What a card that is made in the page takes of the site: words, shapes of marks, and links to rules.
// docs/_ext/card/known.py writes it; it is a script, as a page on a disk may not fetch.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const root = document.currentScript.src.replace(/_static\/.*/, "");
  let known;
  globalThis.turnsKnown = (data) => (known = data);

  // A promise of it.
  Turns.known = async () => {
    await Turns.here("known.js");
    return known;
  };

  // The address of a page of the site; `path` is below the folder of the language.
  Turns.page = (path) => root + path;
})();
