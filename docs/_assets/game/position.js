// Where the reader is on a board, and how he came there. To the stage it is what a run is
// (docs/_assets/player/run.js).
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});

  // What is written, line by line.
  const pieces = (Turns.pieces = (text) => text.match(/[^\n]*\n|[^\n]+/g) ?? []);

  const cheapest = (explanations) => Math.min(...explanations.map(({ cost }) => cost));

  Turns.Position = class {
    swapped = [];

    // `mode`: by which of the board's charts.
    constructor(board, mode) {
      this.board = board;
      this.mode = mode;
      this.chart = board.charts[mode];
      const own = new Set(board.turns.flatMap(({ internal, task }) => (internal ? [task] : [])));
      this.recording = { tasks: board.players.filter(({ name }) => !own.has(name)), turns: [] };
      this.#restart();
    }

    // What can be seen where it is, and how the program has ended, if it has.
    get place() {
      return this.chart.places[this.number];
    }

    get end() {
      return this.board.ends[this.place.end];
    }

    get departures() {
      return cheapest(this.explanations);
    }

    choose(index) {
      this.explanations = this.#departed(index);
      const move = this.place.moves[index];
      this.path.push(index);
      this.#go(move);
    }

    // Whether a choice makes one departure more.
    departs(index) {
      return cheapest(this.#departed(index)) > this.departures;
    }

    // Whether somebody was passed over before, and may go on being so for nothing.
    isHeld(index) {
      return this.explanations.some(({ held }) => held.has(index));
    }

    #departed(index) {
      const { place, explanations } = this;
      return Turns.departed(explanations, place, index, place.moves[index].turns.length);
    }

    // Goes back to where there were fewer choices; from the start again, which takes no time.
    back(count) {
      const path = this.path.slice(0, count);
      this.#restart();
      for (const index of path) this.choose(index);
    }

    // What stands at a place in the queue, or after its end among the timers.
    entry(at) {
      const { ready, timers } = this.place;
      const { callbacks, timers: all } = this.board;
      return at < ready.length ? callbacks[ready[at]] : all[timers[at - ready.length]];
    }

    // Who runs up to the next choice.
    get turns() {
      return this.move.turns.map((index) => this.board.turns[index]);
    }

    get shown() {
      const { board, place, tasks, before } = this;
      const changed = [...tasks].filter(([name, state]) => before.get(name) !== state);
      return {
        task: this.turns.find(({ internal }) => !internal)?.task,
        ready: place.ready.map((index) => board.callbacks[index]),
        timers: place.timers.map((index) => board.timers[index]),
        begins: place.time,
        tasks: Object.fromEntries(changed),
      };
    }

    get printed() {
      return this.turns.map(({ printed }) => printed).join("");
    }

    // What would be printed if from here the queue decided.
    get rest() {
      const { board, chart } = this;
      let texts = "";
      for (let { place } = this; place.moves.length; ) {
        const { turns, to } = place.moves[0];
        texts += turns.map((index) => board.turns[index].printed).join("");
        place = chart.places[to];
      }
      return texts;
    }

    // Whether a task has had a turn.
    hasRun(task) {
      return this.ran.has(task);
    }

    #restart() {
      this.path = []; // indices of the moves that were chosen
      this.output = []; // as a run has it
      this.tasks = new Map();
      this.ran = new Set();
      this.explanations = Turns.undeparted();
      this.#print(this.board.before, -1);
      this.#go(this.chart.start);
    }

    #go(move) {
      this.move = move;
      this.index = this.path.length;
      this.before = this.tasks;
      this.after = this.tasks = this.#arrive(move);
      for (const { task } of this.turns) this.ran.add(task);
      this.#print(this.printed, this.index);
      for (this.hasRunOn = false; this.#isSettled; this.hasRunOn = true) {
        this.tasks = this.#arrive(this.place.moves[0]);
      }
    }

    // The states of the tasks where a move leads.
    #arrive({ to }) {
      const { players, states } = this.board;
      this.number = to;
      const there = this.place.tasks.map((state, task) => [players[task].name, states[state]]);
      return new Map(there.filter(([, state]) => state));
    }

    // Whether nothing is left to choose: whoever runs, nothing more is printed, and one end comes.
    get #isSettled() {
      const { left, moves } = this.place;
      return moves.length > 0 && left === 1 && !this.rest;
    }

    #print(text, index) {
      for (const piece of pieces(text)) Turns.print(this.output, piece, index);
    }
  };
})();
