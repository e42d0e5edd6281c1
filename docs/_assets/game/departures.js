// How many departures the reader's choices make: the fewest decisions against the queue that explain
// them, as `turns.exploring.departures` counts. Somebody goes first, for one; or whoever is next is
// held back, for one, and from then on costs nothing, whether he is passed over or let go.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});

  const within = (few, many) => [...few].every((one) => many.has(one));

  // Leaves out what costs no less than another explanation that holds all the same, and more.
  const best = (all) => {
    const isAsGood = (other, one) => other.cost <= one.cost && within(one.held, other.held);
    const isWorse = (one, index) =>
      all.some((other, at) => isAsGood(other, one) && (at < index || !isAsGood(one, other)));
    return all.filter((one, index) => !isWorse(one, index));
  };

  // Explanations: who is held, by the indices of a place's moves, and what that has cost so far.
  Turns.undeparted = () => [{ held: new Set(), cost: 0 }];

  // The same after a choice; `place` is where it was made, `count` how many turns it has led to.
  Turns.departed = (explanations, place, chosen, count) => {
    const queue = place.moves.flatMap(({ at }, index) => (at < place.ready.length ? [index] : []));
    const choices = explanations.flatMap(({ held, cost }) => {
      const free = queue.filter((index) => !held.has(index));
      if (held.has(chosen) || chosen === (free[0] ?? 0)) return [{ held, cost }];
      const passed = free.slice(0, free.indexOf(chosen));
      const first = { held, cost: cost + 1 };
      if (!passed.length) return [first];
      return [{ held: new Set([...held, ...passed]), cost: cost + passed.length }, first];
    });
    // Who stood behind the chosen one moves up. If more ran, nobody else was left.
    const still = (held) =>
      count > 1 ? [] : [...held].flatMap((one) => (one === chosen ? [] : [one - (one > chosen)]));
    return best(choices.map(({ held, cost }) => ({ held: new Set(still(held)), cost })));
  };
})();
