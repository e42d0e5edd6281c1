// What was meant by a word that no page has: the word here that is a slip or two away from it.
(() => {
  "use strict";

  const { isChinese, pairs, stem, unpacked } = globalThis.SiteSearch;
  const SHORT = 4; // letters of a word from which on it may have a slip …
  const LONG = 8; // … and from which on two

  // The usual characters in the order of their sounds, which is that of GB 2312.
  const usual = () => {
    const cells = Array.from({ length: 94 }, (_, i) => 0xa1 + i);
    const rows = Array.from({ length: 40 }, (_, i) => cells.flatMap((cell) => [0xb0 + i, cell]));
    return new TextDecoder("gb18030").decode(new Uint8Array(rows.flat())).slice(0, -5);
  };

  // How many insertions, deletions, changes and swaps of neighbours make `b` of `a`, as long as they are
  // at most `most`.
  const distance = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return Infinity;
    let [before, row] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
        if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      if (Math.min(...next) > most) return Infinity;
      [before, row] = [row, next];
    }
    return row[b.length] > most ? Infinity : row[b.length];
  };

  class Spelling {
    #index;
    #words = new Map(); // of each first letter: word → how many sections have it
    #stems = new Set();
    #glossary; // its Chinese words
    #alike; // of each character in these: how many before and after it sound like it, as two characters
    #usual;
    #others; // what is understood though no page may have it

    // Words that are understood, beside those that the pages have: those of the glossary, and those that do
    // not count.
    constructor(index, glossary, alike, stop) {
      this.#index = index;
      this.#others = [...glossary, stop].join(" ").toLowerCase();
      this.#glossary = glossary.filter((word) => isChinese(word) && word.length > 1);
      const met = [...new Set(glossary.join(""))].filter(isChinese);
      this.#alike = new Map(met.map((one, i) => [one, alike.slice(2 * i, 2 * i + 2)]));
      for (const word of this.#others.match(/[a-z]{3,}/g) ?? []) this.#add(word, 0);
      for (const [word, term] of index.spelled) this.#add(word, index.known.get(term)?.size ?? 0);
    }

    #add(word, often) {
      if (!this.#words.has(word[0])) this.#words.set(word[0], new Map());
      this.#words.get(word[0]).set(word, often);
      this.#stems.add(stem(word));
    }

    // A query as it was meant, and what is taken `instead` of its words: pairs of old and new.
    read(query) {
      const cut = [...this.#index.terms.cut(query)];
      const instead = [];
      let [meant, at] = ["", 0];
      for (const [word, index] of cut) {
        const other = isChinese(word) ? this.#chinese(word) : this.#latin(word);
        if (other !== word) instead.push([word, other]);
        meant += query.slice(at, index) + other;
        at = index + word.length;
      }
      return { query: meant + query.slice(at), instead };
    }

    #latin(word) {
      let name = word;
      for (const part of this.#index.terms.parts(word)) {
        const meant = this.#nearest(part, name);
        if (meant) name = name.replace(new RegExp(part, "i"), meant);
      }
      return name;
    }

    // The word that is nearest to a part of a name, or to a word, that is none, nor the beginning of one, which
    // may still be typed. The first letter is hardly ever wrong, nor are the first two, where two others are.
    #nearest(word, name) {
      const words = this.#words.get(word[0]);
      if (word.length < SHORT || /\d/.test(word) || !words || this.#stems.has(stem(word))) return "";
      const most = word.length < LONG ? 1 : 2;
      const isName = (meant) => this.#index.terms.names(name.replace(new RegExp(word, "i"), meant)).some((one) => this.#index.known.has(one));
      const near = [];
      for (const [meant, often] of words) {
        if (meant.startsWith(word)) return "";
        const far = distance(word, meant, word[1] === meant[1] ? most : 1);
        if (far <= most) near.push({ meant, far, often });
      }
      near.sort((a, b) => isName(b.meant) - isName(a.meant) || a.far - b.far || b.often - a.often);
      return near[0]?.meant ?? "";
    }

    // A run of Chinese with a word of the glossary in the place of one that has another character in it, which
    // sounds like its own. What is a word, or is one with the character beside it, is meant as it is written.
    #chinese(run) {
      for (const word of this.#glossary) {
        for (let at = 0; at + word.length <= run.length; at++) {
          const wrong = [...word].flatMap((one, i) => (one === run[at + i] ? [] : [[one, run[at + i]]]));
          if (wrong.length !== 1 || !this.#soundAlike(...wrong[0])) continue;
          const beside = pairs(run.slice(Math.max(0, at - 1), at + word.length + 1));
          if (!beside.some((pair) => !word.includes(pair) && this.#isWord(pair))) return run.slice(0, at) + word + run.slice(at + word.length);
        }
      }
      return run;
    }

    #isWord(pair) {
      return this.#index.known.has(pair) || this.#others.includes(pair);
    }

    // Whether a character is one of those that sound like one of the glossary.
    #soundAlike(one, other) {
      this.#usual ??= usual();
      const [before, after] = [...this.#alike.get(one)].map(unpacked);
      const far = this.#usual.indexOf(other) - this.#usual.indexOf(one);
      return this.#usual.includes(other) && -before <= far && far <= after;
    }
  }

  Object.assign(globalThis.SiteSearch, { Spelling });
})();
