// The terms of a text, in Chinese and in English: what is compared when something is looked for.
(() => {
  "use strict";

  // A Latin word, with the dots, hyphens and underscores in it; or a run of Chinese characters. The
  // index is made of the same: `search_terms.py`.
  const WORD = /[a-z0-9]+(?:[._-][a-z0-9]+)*|_+[a-z0-9_]+|[\u3400-\u9fff]+/gi;
  const PART = /[._-]+|(?<=[a-z])(?=[A-Z])/; // where names are joined: run_in_executor, TaskGroup
  const ENDING = /(?:ations?|ings?|able|ive|ness|ism|ed|es|e)$/;

  const FIRST = 35; // the code of the character that stands for 0
  // The number for which the first character of a text stands: `packed` in `search_terms.py`.
  const unpacked = (text) => text.charCodeAt(0) - FIRST;

  const isChinese = (word) => word >= "\u3400";

  // English words of one family have one stem: schedule, schedules, scheduler, scheduling.
  const stem = (word) => {
    if (word.length < 4) return word;
    const one = word.replace(/(?<=[^s])s$/, "").replace(/(?:al)?ly$/, "").replace(/cy$/, "t");
    const short = one.replace(/ies?$/, "y").replace(ENDING, "");
    const found = short.length > 2 ? short : one;
    return found.replace(/([b-df-hj-np-tv-z])\1$/, "$1");
  };

  // Pairs of neighbours in a run of Chinese characters, since nothing stands between its words.
  const pairs = (run) =>
    run.length < 2 ? [run] : Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2));

  // What a text is made of, without the words that neither count nor are marked.
  class Terms {
    #stop;
    #between;

    // `stop`: those words, with spaces between them; `between`: what divides a run of Chinese.
    constructor(stop, between) {
      this.#stop = new Set(stop.split(" "));
      this.#between = new RegExp(between, "g");
    }

    // The Latin words and the runs of Chinese of a text, each with the place where it begins.
    *cut(text) {
      for (const { 0: word, index } of text.matchAll(WORD)) {
        if (!isChinese(word)) {
          if (!this.#stop.has(word.toLowerCase())) yield [word, index];
          continue;
        }
        let at = 0;
        for (const run of word.split(this.#between)) {
          at = word.indexOf(run, at);
          if (run) yield [run, index + at];
          at += run.length;
        }
      }
    }

    // The terms of a Latin word: of a name the whole and its parts; stems.
    latin(word) {
      return [...this.names(word), ...this.parts(word).map(stem)];
    }

    // The names in a Latin word, without what joins them: of asyncio.create_task two.
    names(word) {
      const names = word.includes(".") ? [word, ...word.split(".")] : [word];
      return names.filter((name) => PART.test(name)).map((name) => name.replace(/[._-]/g, "").toLowerCase());
    }

    // The words that a Latin word is made of.
    parts(word) {
      const parts = word.split(PART).map((part) => part.toLowerCase());
      return parts.filter((part) => part && !this.#stop.has(part));
    }

    // The terms of a text.
    of(text) {
      return [...this.cut(text)].flatMap(([word]) => (isChinese(word) ? pairs(word) : this.latin(word)));
    }
  }

  Object.assign((globalThis.SiteSearch ??= {}), { Terms, isChinese, pairs, stem, unpacked });
})();
