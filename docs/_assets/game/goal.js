// Goals as `turns.exploring.goals` has them: whether one is reached, and whether it still can be.
// What counts of all that has been printed is a short text, a *standing*, so that places can be
// looked through with it.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const DEAD = null; // it is not reached, whatever comes
  const REACHED = "reached"; // it is, whatever comes

  // Which of the equal lines a line is, from 0.
  const nth = (lines, index) => lines.slice(0, index).filter((text) => text === lines[index]).length;

  // Goals about all that is printed: a standing is how much of the output is there, in characters.
  const exactly = ({ texts }) => {
    const wanted = texts.map((text) => `${text}\n`).join("");
    return {
      start: "0",
      after: (standing, printed) =>
        wanted.startsWith(printed, standing) ? `${Number(standing) + printed.length}` : DEAD,
      // The last line need not be ended.
      isReached: (standing, end) => end && end.kind !== "deadlock" && standing >= wanted.length - 1,
    };
  };

  // Goals about a line and the one above it: a standing is how many of both are there, up to those
  // that are meant, and what stands in a line that goes on; or that the line has come earlier.
  const departing = ({ aim, line, text, above }, output) => {
    const [most, own] = [line ? nth(output, line - 1) + 1 : 0, nth(output, line) + 1];
    const after = (standing, printed) => {
      if (standing === REACHED) return REACHED;
      const [, linesAbove, owns, begun] = /^(\d+),(\d+),(.*)$/s.exec(standing);
      let [x, y] = [Number(linesAbove), Number(owns)];
      const lines = (begun + printed).split("\n");
      const rest = lines.pop();
      for (const one of lines) {
        if (one === text && ++y === own) return aim === "earlier" && x < most ? REACHED : DEAD;
        if (one === above && x < most) x++;
      }
      return `${x},${y},${rest}`;
    };
    const isReached = (standing, end) => {
      const last = end && !standing.endsWith(",") ? after(standing, "\n") : standing;
      return last === REACHED || Boolean(end && last !== DEAD && aim === "missing");
    };
    return { start: "0,0,", after, isReached };
  };

  const KINDS = {
    outcome: exactly,
    earlier: departing,
    missing: departing,
    deadlock: () => ({ start: "", after: () => "", isReached: (_, end) => end?.kind === "deadlock" }),
  };

  Turns.Goal = class {
    #rule;
    #board;
    #chart;
    #hopeful; // places, with standings, from which it can be reached

    constructor(board, goal) {
      this.#board = board;
      this.#chart = board.charts[goal.mode];
      this.#rule = goal.par !== null && KINDS[goal.aim](goal, board.output);
    }

    get isPossible() {
      return Boolean(this.#rule);
    }

    // The standing at a position; null if it cannot be reached from there.
    #standing({ board, chart, path }) {
      const printed = (move) => move.turns.map((index) => board.turns[index].printed).join("");
      let standing = this.#rule.after(this.#rule.start, board.before);
      let move = chart.start;
      for (const index of [...path, undefined]) {
        if (standing !== DEAD) standing = this.#rule.after(standing, printed(move));
        move = chart.places[move.to].moves[index];
      }
      return standing;
    }

    isReached(position) {
      const standing = this.#rule ? this.#standing(position) : DEAD;
      return standing !== DEAD && Boolean(this.#rule.isReached(standing, position.end));
    }

    // Whether some choices lead from here to it; also if that is not known.
    canBeReached(position) {
      if (!this.#rule) return true; // that it cannot be is for the reader to find out
      const standing = this.#standing(position);
      this.#hopeful ??= this.#look();
      return standing !== DEAD && this.#hopeful.has(`${position.number} ${standing}`);
    }

    // Goes forwards to all places with their standings, and back from those where it is reached.
    #look() {
      const { places, start } = this.#chart;
      const { turns, ends, before } = this.#board;
      const from = new Map(); // place and standing → those that lead there
      const hopeful = new Set();
      const todo = [];
      const come = (move, standing, origin) => {
        const text = move.turns.map((index) => turns[index].printed).join("");
        const after = this.#rule.after(standing, text);
        if (move.to === null) hopeful.add(origin);
        if (move.to === null || after === DEAD) return;
        const key = `${move.to} ${after}`;
        if (from.has(key)) {
          from.get(key).push(origin);
          return;
        }
        from.set(key, [origin]);
        todo.push([key, places[move.to], after]);
      };
      come(start, this.#rule.after(this.#rule.start, before), "");
      for (const [key, place, standing] of todo) {
        if (this.#rule.isReached(standing, ends[place.end])) hopeful.add(key);
        for (const move of place.moves) come(move, standing, key);
      }
      for (const key of hopeful) for (const origin of from.get(key) ?? []) hopeful.add(origin);
      return hopeful;
    }
  };
})();
