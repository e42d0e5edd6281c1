// What came of the reader's first try at each question.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { read, write } = Turns.kept("whose-turn-predictions"); // snippet → "right", "wrong", "shown"
  const inChapter = (name) => (other) => other.split("/")[0] === name.split("/")[0];

  Turns.score = {
    // Only the first result of a snippet counts.
    note(name, result) {
      write({ [name]: result, ...read() });
    },

    // How many questions of the snippet's chapter were tried, and how many were right.
    of(name) {
      const kept = read();
      const results = Object.keys(kept).filter(inChapter(name)).map((key) => kept[key]);
      const count = (wanted) => results.filter((result) => wanted === result).length;
      return { right: count("right"), tried: count("right") + count("wrong") };
    },

    // Forgets the snippet's chapter.
    clear(name) {
      const left = Object.entries(read()).filter(([key]) => !inChapter(name)(key));
      write(Object.fromEntries(left));
    },
  };
})();
