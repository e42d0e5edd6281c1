// Whether a board can be played: a program may have written it, and the game follows what it says.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});

  // Whether the queue's own choices end, whatever place they begin at.
  const ends = (places) => {
    const known = new Set();
    return places.every((_, start) => {
      const way = new Set();
      for (let at = start; at !== undefined && !known.has(at); at = places[at].moves[0]?.to) {
        if (way.has(at)) return false;
        way.add(at);
      }
      way.forEach((at) => known.add(at));
      return true;
    });
  };

  Turns.isPlayable = (board) => {
    const within = (index, rows) => Number.isInteger(index) && index >= 0 && index < rows.length;
    const all = (indexes, rows) => indexes.every((index) => within(index, rows));
    const follows = (places, { to, turns }) => within(to, places) && all(turns, board.turns);
    return Object.values(board.charts).every(({ places, start }) => {
      const isPlace = ({ end, moves, ready, tasks, timers }) =>
        (end === null || within(end, board.ends)) &&
        all(ready, board.callbacks) &&
        all(timers, board.timers) &&
        tasks.every((state, task) => within(task, board.players) && (state === -1 || within(state, board.states))) &&
        moves.every((move, index) => (index && move.to === null) || follows(places, move)) &&
        moves.every(({ at }) => within(at, [...ready, ...timers]));
      return follows(places, start) && places.every(isPlace) && ends(places);
    });
  };
})();
