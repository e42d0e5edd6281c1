// One run of a program, and its state after any turn, folded from what each turn changed.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});

  const printed = (turn) => [...turn.out, ...(turn.outside ?? []).map(([, text]) => text)];

  Turns.Run = class {
    // The film's own run, or one under another schedule, which may begin where it departs.
    constructor(film, other) {
      const own = other?.turns ?? film.turns;
      const shared = film.turns.filter((turn) => turn.n < (own[0]?.n ?? 1));
      this.film = film;
      this.turns = shared.concat(own);
      this.before = (shared.length ? film : (other ?? film)).before ?? [];
      this.swapped = []; // texts of two lines of output
      this.departs = other ? this.turns.findIndex((turn) => turn.n >= other.first) : Infinity;
      this.rewind();
    }

    rewind() {
      this.index = -1; // of the last turn that has been folded in
      this.tasks = new Map(); // name → [state, line, waiting on]
      this.output = this.before.map((text) => ({ text, index: -1 }));
      this.created = [];
      this.woken = [];
    }

    // Going back folds from the start again: some hundred turns take less than a millisecond.
    at(index) {
      if (index < this.index) this.rewind();
      while (this.index < index) this.#forward();
      return this.turns[index];
    }

    #forward() {
      const turn = this.turns[++this.index];
      this.created = [];
      this.woken = [];
      for (const [name, state] of Object.entries(turn.tasks)) {
        const old = this.tasks.get(name);
        if (!old) this.created.push(name);
        else if (old[0] === "waiting" && state[0] === "ready") this.woken.push(name);
        this.tasks.set(name, state);
      }
      for (const text of printed(turn)) this.output.push({ text, index: this.index });
    }

    // The turns to stop at: all of them, or those in which something of the program runs.
    stops(all) {
      const stops = [];
      this.turns.forEach((turn, index) => {
        if (all || !turn.int || printed(turn).length) stops.push(index);
      });
      return stops.length || all ? stops : this.stops(true);
    }
  };
})();
