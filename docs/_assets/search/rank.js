// Finds pages, and their sections, by what they say. No page is needed for it: the browser, the tests
// and the benchmark use the same code.
(() => {
  "use strict";

  const { Index, isChinese, isOneOff, message } = globalThis.SiteSearch;
  const WHOLE = 1; // what it counts that a page says it somewhere, beside the section itself
  const PREFIX = 0.4; // what a word counts that only begins like the one that is asked for
  const TYPO = 0.35; // or that is one mistake away from it
  const MISTYPED = 0.6; // or a pair of characters with one of them another one …
  const USUAL = 12; // … which is in more sections than this
  const SAME = 0.45; // or that means the same
  const PHRASE = 0.7; // each word of several that mean the same together
  const COMPOUND = 2; // how much more for a phrase, of which no word alone says what it says
  const SUBJECT = 1; // what it adds that the query is what a title is about
  const MEANT = 0.5; // and what a word of a title counts that only means what is asked for
  const NAMED = 1.25; // what it is worth that the title has the whole query; twice, if it begins so
  const CLOSE = 0.7; // what a section must be worth beside the best one of its page
  const LAST = 0.25; // and a page beside the best one
  const FOREIGN = 2; // how much more a name among Chinese says that no page has: it is of something else
  const HALF = 0.5; // how much less of it has what says it in other words
  const FLOOR = 0.35; // what share of the query a page must have

  class Search {
    #index;
    #groups; // of phrases that mean the same, and how much each of them counts for another

    constructor({ pairs, groups, ...data }) {
      this.#index = new Index(data);
      const all = [...pairs.map((pair) => [1, pair]), ...groups.map((group) => [SAME, group])];
      this.#groups = all.map(([worth, group]) => ({ worth, phrases: group.map((one) => this.#index.phrase(one)) }));
    }

    // The best that several ways to say something are worth to each section, or page: a way is a list
    // of terms that must all be there, and how much it counts.
    #best(ways, kind) {
      const best = new Map();
      for (const { terms, worth } of ways) {
        const [first, ...others] = terms.map((term) => this.#index.measure(term)[kind]);
        for (const [place, score] of first) {
          if (!others.every((other) => other.has(place))) continue;
          const sum = worth * others.reduce((all, other) => all + other.get(place), score);
          if (sum > (best.get(place)?.score ?? 0)) best.set(place, { score: sum, terms, worth });
        }
      }
      return best;
    }

    // Terms that are there for one that is asked for, as it is written in `word`.
    #ways(term, word, typing) {
      const ways = [];
      for (const one of new Set([term, word])) if (this.#index.known.has(one)) ways.push({ terms: [one], worth: 1 });
      const known = ways.length > 0;
      const most = known ? this.#index.rare(ways[0].terms[0]) : Infinity;
      const like = (terms, worth) => ways.push({ terms, worth: worth * this.#index.upTo(most, terms) });
      if (isChinese(term)) {
        if (term.length > 1) return ways;
        // A character alone is in pairs with others.
        for (const other of this.#index.known.keys()) if (isChinese(other) && other !== term && other.includes(term)) like([other], 1);
        return ways;
      }
      for (const [other, its] of this.#index.spelled) {
        if (its === term) continue;
        if (other.startsWith(word) && word.length > 1 && (typing || (!known && word.length > 3))) like([its], PREFIX);
        else if (!known && word.length > 3 && isOneOff(word, other)) like([its], TYPO);
      }
      for (let i = 3; i <= word.length - 3; i++) {
        const halves = [word.slice(0, i), word.slice(i)];
        if (halves.every((half) => this.#index.spelled.has(half))) like(halves.map((half) => this.#index.spelled.get(half)), PHRASE);
      }
      return ways;
    }

    // The ways to say a pair of characters that is on no page: the pair that is most often there of
    // those with another character in its place, as when a sound or a shape was mistaken.
    #mistyped(pair) {
      let best = "";
      let most = USUAL;
      for (const [other, { size }] of this.#index.known) {
        const same = (other[0] === pair[0]) !== (other[1] === pair[1]);
        if (same && other.length === 2 && isChinese(other) && size > most) [best, most] = [other, size];
      }
      return best ? [{ terms: [best], worth: MISTYPED }] : [];
    }

    // What is asked for, each thing with the ways to say it. What means the same is another thing,
    // `of` the terms for which it stands.
    #asked(query) {
      const words = [...this.#index.terms.cut(query)].map(([word]) => word);
      const asked = new Map();
      for (const word of words) {
        const typing = word === words.at(-1);
        if (isChinese(word)) {
          for (const pair of this.#index.pairs(word)) asked.set(pair, this.#ways(pair, pair, typing));
          continue;
        }
        const parts = this.#index.terms.parts(word);
        const terms = this.#index.terms.latin(word);
        terms.forEach((term, i) => {
          const part = parts[i - terms.length + parts.length] ?? term;
          asked.set(term, this.#ways(term, part, typing && i === terms.length - 1));
        });
      }
      // One slip is likely, two pairs that are nowhere are other words.
      const [slip, ...others] = [...asked].filter(([term, ways]) => isChinese(term) && term.length > 1 && !ways.length);
      if (slip && !others.length) asked.set(slip[0], this.#mistyped(slip[0]));
      // What others write in one: "task group" is TaskGroup, too.
      words.slice(1).forEach((word, i) => {
        const joined = (words[i] + word).toLowerCase();
        if (this.#index.known.has(joined)) asked.set(joined, [{ terms: [joined], worth: 1 }]);
      });
      const things = [...asked].map(([term, ways]) => ({ term, ways }));
      const spaced = ` ${query.trim().toLowerCase()} `;
      for (const { worth: same, phrases } of this.#groups) {
        const said = phrases.filter(({ terms, text }) =>
          text ? spaced.includes(isChinese(text) ? text : ` ${text} `) : terms.every((term) => asked.has(term)),
        );
        if (!said.length) continue;
        const others = phrases.filter(
          (phrase) => !phrase.text && !said.includes(phrase) && phrase.terms.every((term) => this.#index.known.has(term)),
        );
        const isPhrase = said.some(({ terms }) => terms.length > 1);
        const most = Math.max(...said.map(({ terms }) => this.#index.rareAll(terms)));
        const ways = others.map(({ terms }) => {
          const worth = same * (terms.length > 1 ? PHRASE : 1) * (isPhrase ? COMPOUND : 1);
          return { terms, worth: worth * this.#index.upTo(most, terms) };
        });
        if (same === 1) this.#level(said, others, asked);
        things.push({ of: new Set(said.flatMap(({ terms }) => terms.filter((term) => asked.has(term)))), ways });
      }
      return things;
    }

    // A word that the glossary has in both languages is as rare as the more frequent of the two.
    #level(said, others, asked) {
      const rare = Math.min(...others.flatMap(({ terms }) => terms.map((term) => this.#index.rare(term))));
      for (const term of said.flatMap(({ terms }) => terms)) {
        for (const way of asked.get(term) ?? []) way.worth *= Math.min(1, rare / this.#index.rare(way.terms[0]));
      }
    }

    // What sections and pages are worth to what is asked for, the terms that were found in sections,
    // `marks` being those that were asked for, and of each term the pages that say it, in whatever words, with how well they do.
    #worth(things) {
      const sections = new Map(); // number → { score, terms }
      const pages = new Map(); // number → score
      const had = new Map(things.map(({ term }) => [term, new Map()]));
      const best = new Map(); // term → what it alone is worth to sections and pages
      for (const { term, of, ways } of things) {
        const its = { sections: this.#best(ways, "sections"), pages: this.#best(ways, "pages") };
        if (term) best.set(term, its);
        // What means the same stands for what is not there, and adds nothing to what is.
        const said = [...(of ?? [])].map((one) => best.get(one));
        const more = (kind, number, score) =>
          Math.max(0, said.reduce((left, one) => left - (one[kind].get(number)?.score ?? 0), score));
        for (const [number, { score, terms }] of its.sections) {
          const found = sections.get(number) ?? { score: 0, terms: new Set(), marks: new Set() };
          found.score += more("sections", number, score);
          for (const one of terms) found.terms.add(one);
          if (term) for (const one of terms) found.marks.add(one);
          sections.set(number, found);
        }
        for (const [number, { score, worth }] of its.pages) {
          pages.set(number, (pages.get(number) ?? 0) + more("pages", number, score));
          for (const one of of ?? [term]) had.get(one).set(number, Math.max(had.get(one).get(number) ?? 0, worth));
        }
      }
      return { sections, pages, had };
    }

    // How much each term weighs in a query.
    #weights(things) {
      const weights = new Map();
      const inChinese = things.some(({ term }) => term && isChinese(term));
      for (const { term, ways } of things) {
        if (!term) continue;
        const rare = ways.map(({ terms }) => this.#index.rare(terms[0]));
        const unknown = this.#index.rare(term) * (inChinese && !isChinese(term) ? FOREIGN : 1);
        weights.set(term, rare.length ? Math.min(...rare) : unknown);
      }
      return weights;
    }

    // How much more a section is worth because of its title.
    #entitled({ title, subject }, { terms, marks }, phrase, whole) {
      const sum = (some) => some.reduce((all, term) => all + this.#index.rare(term), 0);
      const said = sum(subject.filter((term) => marks.has(term)));
      const meant = sum(subject.filter((term) => terms.has(term)));
      const named = said + MEANT * (meant - said);
      const about = named && (named / sum(subject)) * Math.min(1, named / whole);
      const at = title.toLowerCase().indexOf(phrase);
      return (at < 0 ? 1 : at ? NAMED : NAMED ** 2) * (1 + SUBJECT * about);
    }

    // The best pages for a query, best first, each with its best sections, and in them the terms that answer
    // and those to be marked.
    find(text, most = 10, each = 3) {
      const asked = message(text.normalize("NFKC")).trim();
      const query = asked.toLowerCase();
      const things = this.#asked(asked);
      const { sections, pages, had } = this.#worth(things);
      const weights = this.#weights(things);
      const whole = [...weights.values()].reduce((sum, one) => sum + one, 0) || 1;
      const shares = new Map(); // number of a page → what share of the query it has
      for (const [term, weight] of weights) {
        for (const [page, worth] of had.get(term)) shares.set(page, (shares.get(page) ?? 0) + (Math.min(1, worth) ** HALF * weight) / whole);
      }
      const found = new Map(); // page → its sections
      for (const [number, { score, ...its }] of sections) {
        const section = this.#index.sections[number];
        const { page, title, verdict, anchor } = section;
        const share = shares.get(page.number) ?? 0;
        if (share < FLOOR) continue;
        const worth = this.#entitled(section, its, query, whole) * (1 + share);
        const url = page.address + (anchor && `#${anchor}`);
        const one = { url, anchor, title, verdict, ...its, score: worth * (score + WHOLE * pages.get(page.number)) };
        if (!found.has(page)) found.set(page, []);
        found.get(page).push(one);
      }
      const ranked = [...found].map(([{ address, title }, all]) => {
        all.sort((a, b) => b.score - a.score);
        const [best, ...others] = all;
        const more = others.filter(({ anchor, score }) => anchor && score > best.score * CLOSE);
        return { address, title, score: best.score, sections: [best, ...more].slice(0, each) };
      });
      ranked.sort((a, b) => b.score - a.score);
      return ranked.filter(({ score }) => score > ranked[0].score * LAST).slice(0, most);
    }

    // What makes terms of a text, for who marks them.
    get terms() {
      return this.#index.terms;
    }
  }

  Object.assign(globalThis.SiteSearch, { Search });
})();
