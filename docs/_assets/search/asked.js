// What is asked for: the things in a query, each with the ways in which pages may say it.
(() => {
  "use strict";

  const { isChinese, stem } = globalThis.SiteSearch;
  const PREFIX = 0.4; // what a word counts that only begins like the one that is asked for
  const PART = 0.7; // or that is part of a name which is there as a whole
  const PHRASE = 0.7; // each word of several that mean the same together
  const COMPOUND = 2; // how much more for a phrase, of which no word alone says what it says

  // A way is a list of terms that must all be there, and how much it counts.
  class Asked {
    #index;
    #pairs; // of phrases that mean the same, in both languages

    constructor(index, pairs) {
      this.#index = index;
      this.#pairs = pairs.map((pair) => pair.map((one) => index.phrase(one)));
    }

    // The ways to say a term that is written as `word`; one that is still typed may only be the beginning.
    #ways(term, word, typing) {
      const { known, spelled } = this.#index;
      const ways = [...new Set([term, word])].filter((one) => known.has(one)).map((one) => ({ terms: [one], worth: 1 }));
      const isThere = ways.length > 0;
      const most = isThere ? this.#index.rare(ways[0].terms[0]) : Infinity;
      const like = (terms, worth) => ways.push({ terms, worth: worth * this.#index.upTo(most, terms) });
      if (word.length > 1 && (typing || (!isThere && word.length > 3))) {
        for (const [other, its] of spelled) if (its !== term && other.startsWith(word)) like([its], PREFIX);
      }
      for (let i = 3; i <= word.length - 3; i++) {
        const halves = [word.slice(0, i), word.slice(i)].map((half) => spelled.get(half));
        if (halves.every(Boolean)) like(halves, PHRASE);
      }
      return ways;
    }

    // Each term of the words of a query with the ways to say it.
    #terms(words) {
      const asked = new Map();
      for (const word of words) {
        if (isChinese(word)) for (const pair of this.#index.pairs(word)) asked.set(pair, this.#chinese(pair));
        else this.#latin(word, word === words.at(-1), asked);
      }
      // What others write in one: "task group" is TaskGroup, too.
      words.slice(1).forEach((word, i) => {
        const joined = (words[i] + word).toLowerCase();
        if (this.#index.known.has(joined)) asked.set(joined, [{ terms: [joined], worth: 1 }]);
      });
      return asked;
    }

    // Adds a Latin word: its parts, which say less than a name that is known as a whole.
    #latin(word, typing, asked) {
      const { terms } = this.#index;
      const names = terms.names(word).filter((name) => this.#index.known.has(name));
      for (const name of names) asked.set(name, this.#ways(name, name, typing));
      const parts = terms.parts(word);
      parts.forEach((part, i) => {
        const term = stem(part);
        if (asked.has(term)) return;
        const ways = this.#ways(term, part, typing && i === parts.length - 1);
        asked.set(term, names.length ? ways.map((way) => ({ ...way, worth: way.worth * PART })) : ways);
      });
    }

    // The ways to say a pair of characters, or one that is alone and may be in pairs with others.
    #chinese(term) {
      const ways = this.#index.known.has(term) ? [{ terms: [term], worth: 1 }] : [];
      if (term.length > 1) return ways;
      const most = ways.length ? this.#index.rare(term) : Infinity;
      const pairs = [...this.#index.known.keys()].filter((other) => isChinese(other) && other.length > 1 && other.includes(term));
      return [...ways, ...pairs.map((pair) => ({ terms: [pair], worth: this.#index.upTo(most, [pair]) }))];
    }

    // What is asked for: terms, and what means the same as some of them, `of` which it stands for.
    things(query) {
      const asked = this.#terms([...this.#index.terms.cut(query)].map(([word]) => word));
      const isHere = (terms) => terms.every((term) => asked.get(term)?.length);
      const things = [...asked].map(([term, ways]) => ({ term, ways }));
      for (const phrases of this.#pairs) {
        const said = phrases.filter(({ terms, text }) => (text ? query.toLowerCase().includes(text) : terms.every((term) => asked.has(term))));
        if (!said.length) continue;
        const others = phrases.filter((phrase) => !said.includes(phrase) && this.#isKnown(phrase));
        this.#level(said, others, asked);
        const ways = others.map(({ terms }) => this.#same(terms, said));
        // What was said counts where it stands together, and for another one that is on no page.
        const all = said.every(({ terms }) => isHere(terms));
        for (const phrase of said) {
          if (this.#isKnown(phrase) && (phrase.terms.length > 1 || !all)) ways.push({ terms: phrase.terms, worth: 1 });
        }
        things.push({ of: new Set(said.flatMap(({ terms }) => terms.filter((term) => asked.has(term)))), ways });
      }
      return things;
    }

    // Whether pages may have a phrase; of one with a word that does not count they need the others.
    #isKnown({ terms, text }) {
      return (!text || terms.length > 1) && terms.every((term) => this.#index.known.has(term));
    }

    // How terms say what was said in other words: no more than these, unless they say more than their terms.
    #same(terms, said) {
      const isPhrase = said.some((phrase) => phrase.text || phrase.terms.length > 1);
      const most = Math.max(...said.map((phrase) => (phrase.text ? Infinity : this.#index.rareAll(phrase.terms))));
      const each = (terms.length > 1 ? PHRASE : 1) * (isPhrase ? COMPOUND : 1);
      return { terms, worth: each * this.#index.upTo(most, terms) };
    }

    // A word that the glossary has in both languages is as rare as the more frequent of the two.
    #level(said, others, asked) {
      const rare = Math.min(...others.map(({ terms }) => terms.map((term) => this.#index.rare(term))).flat());
      for (const term of said.flatMap(({ terms }) => terms)) {
        for (const way of asked.get(term) ?? []) way.worth *= Math.min(1, rare / this.#index.rare(way.terms[0]));
      }
    }
  }

  Object.assign(globalThis.SiteSearch, { Asked });
})();
