// The card's picture: the turn that is shown is marked, and brought into its frame.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  // How far to scroll so that what reaches from `start` to `end` is in the middle, if it is not in sight.
  const away = (start, end, from, to) =>
    start < from || end > to ? (start + end - from - to) / 2 : 0;

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
      if (this.#marked.length) this.#reveal(this.#marked[0]);
    }

    // Scrolls the frame and never the page, which scrollIntoView would scroll too.
    #reveal(mark) {
      const inner = mark.getBoundingClientRect();
      for (const frame of new Set([mark.closest("svg").parentElement, this.#picture])) {
        const outer = frame.getBoundingClientRect();
        const left = away(inner.left, inner.right, outer.left, outer.right);
        const top = away(inner.top, inner.bottom, outer.top, outer.bottom);
        frame.scrollBy({ left, top, behavior: still.matches ? "instant" : "smooth" });
      }
    }
  };
})();
