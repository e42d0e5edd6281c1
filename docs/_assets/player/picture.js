// The card's picture: the turn that is shown is marked.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  Turns.Picture = class {
    #picture;
    #marked = [];

    constructor(card) {
      this.#picture = card.querySelector(".snippet-picture");
    }

    // Marks a turn; null: none.
    show(n) {
      for (const mark of this.#marked) mark.classList.remove("now");
      this.#marked = [...(this.#picture?.querySelectorAll(`[data-turn="${n}"]`) ?? [])];
      for (const mark of this.#marked) mark.classList.add("now");
    }
  };
})();
