// What a card that is made in the page takes of the site: words, shapes of marks, and links to rules, as
// docs/_ext/card/known.py writes them; what makes it; and where no other card is, what cards do.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { here, lost } = Turns;
  let known;
  globalThis.turnsKnown = (data) => (known = data);

  // A promise of it.
  Turns.known = async () => {
    const [, script] = globalThis.cardFiles; // its style is there
    await here("known.js", ...(Turns.bind ? [] : [script]), ...globalThis.answerFiles).catch(({ message }) => {
      throw lost(message);
    });
    return known;
  };
})();
