// The card's own code: the lines that ran in a turn, and the line at which each task is.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});

  Turns.Code = class {
    #card;
    #lines;
    #area; // around them
    #marked = new Map(); // line → what is shown there

    constructor(card) {
      this.#card = card;
    }

    // Who is where: the one that ran, at its first line, and whoever is suspended.
    show({ lines, task, callback }, tasks) {
      this.#lines ??= Turns.linesOf(this.#card);
      this.#area ??= [...this.#lines.values()][0]?.closest("pre, .editor-frame");
      this.#area?.classList.add("playing");
      const names = new Map(lines.map((line) => [line, []]));
      const [first] = lines;
      names.get(first)?.push(`▶ ${task ?? callback}`);
      for (const [name, { line }] of tasks) {
        if (!line || (name === task && line === first)) continue;
        names.set(line, [...(names.get(line) ?? []), name]);
      }
      this.#mark(names, new Set(lines));
    }

    clear() {
      this.#mark(new Map(), new Set());
      this.#area?.classList.remove("playing");
    }

    #mark(names, ran) {
      for (const number of new Set([...this.#marked.keys(), ...names.keys()])) {
        const there = names.get(number) ?? [];
        const label = there.slice(0, 1) + (there.length > 1 ? ` +${there.length - 1}` : "");
        const shown = label + ran.has(number);
        const line = this.#lines?.get(number);
        if (!line || this.#marked.get(number) === shown) continue;
        this.#marked.set(number, shown);
        line.dataset.who = label;
        line.title = there.slice(0, 20).join(" ");
        line.classList.toggle("ran", ran.has(number));
      }
    }
  };
})();
