// One run of a program, and its state after any turn, folded from what each turn changed.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});

  // All that is written in a turn and after it; what ends with a newline is a line, or its end.
  const written = (turn) => [...turn.written, ...turn.outside.map(({ written }) => written)];

  // Adds a piece of what is written to the lines that have been printed, each of which knows the turn
  // that wrote to it last.
  Turns.print = (output, piece, index) => {
    const last = output.at(-1);
    const ended = piece.endsWith("\n");
    const shown = ended ? piece.slice(0, -1) : piece;
    if (last && !last.ended) Object.assign(last, { text: last.text + shown, index, ended });
    else output.push({ text: shown, index, ended });
  };

  Turns.Run = class {
    // A recording of the normal run; with a departure, the run under its schedule, of which only the
    // turns are recorded that the two do not have in common.
    constructor(normal, departure) {
      const own = departure?.recording ?? normal;
      const first = own.turns[0]?.number ?? 1;
      const shared = normal.turns.filter(({ number }) => number < first);
      this.recording = normal;
      this.turns = departure ? shared.concat(own.turns) : normal.turns;
      this.before = (departure && shared.length ? normal : own).before;
      this.swapped = []; // texts of two lines of output
      this.departs = departure
        ? this.turns.findIndex(({ number }) => number >= departure.first)
        : Infinity;
      this.rewind();
    }

    rewind() {
      this.index = -1; // of the last turn that has been folded in
      this.tasks = new Map(); // name → its state, as `turns.recording` has it
      this.output = []; // the lines that are printed, each with the turn that wrote to it last
      this.#print(this.before, -1);
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
        else if (old.state === "waiting" && state.state === "ready") this.woken.push(name);
        this.tasks.set(name, state);
      }
      this.#print(written(turn), this.index);
    }

    #print(pieces, index) {
      for (const { text, stream } of pieces) {
        if (stream === "output") Turns.print(this.output, text, index);
      }
    }

    // The turns to stop at: all of them, or those in which something of the program runs.
    stops(all) {
      const stops = [];
      this.turns.forEach((turn, index) => {
        if (all || !turn.internal || written(turn).length) stops.push(index);
      });
      return stops.length || all ? stops : this.stops(true);
    }
  };
})();
