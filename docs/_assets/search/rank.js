// Finds pages, and their sections, by what they say. No page is needed for it: the browser, the tests
// and the benchmark use the same code.
(() => {
  "use strict";

  const { Asked, Index, Spelling, isChinese, message } = globalThis.SiteSearch;
  const WHOLE = 0.6; // what it counts that a page says it somewhere, beside the section itself
  const WITHIN = 1.5; // what it adds that a section has all of the query
  const OPENING = 1.1; // how much more a page's own heading and opening are worth
  const SUBJECT = 1; // what it adds that the query is what a title is about
  const MEANT = 0.8; // and what a word of a title counts that only means what is asked for
  const NAMED = 1.25; // what it is worth that the title has the whole query; twice, if it begins so
  const CLOSE = 0.7; // what a section must be worth beside the best one of its page
  const LAST = 0.25; // and a page beside the best one
  const FOREIGN = 2; // how much more a name among Chinese says that no page has: it is of something else
  const OTHERWISE = 0.25; // how much less of it has what says it in other words
  const FLOOR = 0.42; // what share of the query one page must have, so that others are not shown either
  const LEAST = 0.2; // and each
  const NUMBER = /^\d+[a-z]{0,2}$/; // with a unit, too

  const total = (some) => some.reduce((sum, one) => sum + one, 0);

  class Search {
    #index;
    #asked;
    #spelling;

    constructor({ pairs, alike, ...data }) {
      this.#index = new Index(data);
      this.#asked = new Asked(this.#index, pairs);
      this.#spelling = new Spelling(this.#index, pairs.flat(), alike, data.stop);
    }

    // What is looked for: of what was pasted the message, and words as they were meant; and what is
    // taken `instead` of which word.
    read(text) {
      return this.#spelling.read(message(text.normalize("NFKC")).trim());
    }

    // The best that several ways to say something are worth to each section, or page.
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

    // What sections and pages are worth to what is asked for, by their numbers: the sum, the terms that were
    // found, `marks` being those that were asked for, and `had`: of each term of the query how well it is said.
    #worth(things) {
      const found = { sections: new Map(), pages: new Map() };
      const alone = new Map(); // term → what it is worth without the others
      for (const { term, of, ways } of things) {
        const its = { sections: this.#best(ways, "sections"), pages: this.#best(ways, "pages") };
        if (term) alone.set(term, its);
        const asked = of ? [...of] : [term];
        for (const [kind, all] of Object.entries(found)) {
          // What means the same stands for what is not there, and adds nothing to what is.
          const said = of ? asked.map((one) => alone.get(one)[kind]) : [];
          for (const [number, { score, terms, worth }] of its[kind]) {
            if (!all.has(number)) all.set(number, { score: 0, terms: new Set(), marks: new Set(), had: new Map() });
            const one = all.get(number);
            one.score += Math.max(0, score - total(said.map((scores) => scores.get(number)?.score ?? 0)));
            for (const each of terms) one.terms.add(each);
            if (term) for (const each of terms) one.marks.add(each);
            for (const each of asked) one.had.set(each, Math.max(one.had.get(each) ?? 0, worth));
          }
        }
      }
      return found;
    }

    // How much each term weighs in a query: a number that no page has says nothing.
    #weights(things) {
      const weights = new Map();
      const inChinese = things.some(({ term }) => term && isChinese(term));
      for (const { term, ways } of things) {
        if (!term) continue;
        const rare = ways.map(({ terms }) => this.#index.rare(terms[0]));
        const foreign = inChinese && !isChinese(term) ? FOREIGN : 1;
        const unknown = NUMBER.test(term) ? 0 : this.#index.rare(term) * foreign;
        weights.set(term, rare.length ? Math.min(...rare) : unknown);
      }
      return weights;
    }

    // Whether a query has a name that pages have, such as as_completed: its other words may be anything.
    #isNamed(query) {
      const { known, terms } = this.#index;
      return [...terms.cut(query)].some(([word]) => !isChinese(word) && terms.names(word).some((name) => known.has(name)));
    }

    // How much more a section is worth because of its title.
    #entitled({ title, anchor, subject, rare }, { terms, marks }, query, whole) {
      const said = total(subject.map((term) => (terms.has(term) ? this.#index.rare(term) * (marks.has(term) ? 1 : MEANT) : 0)));
      const about = said && (said / rare) * Math.min(1, said / whole);
      const at = title.toLowerCase().indexOf(query);
      return (at < 0 ? 1 : at ? NAMED : NAMED ** 2) * (1 + SUBJECT * about) * (anchor ? 1 : OPENING);
    }

    // The best pages for a query, best first, each with its best sections, and in them the terms that answer
    // and those to be marked.
    find(text, most = 10, each = 3) {
      const { query } = this.read(text);
      const things = this.#asked.things(query);
      const { sections, pages } = this.#worth(things);
      const weights = this.#weights(things);
      const whole = total([...weights.values()]);
      const share = ({ had }) => total([...had].map(([term, worth]) => Math.min(1, worth) ** OTHERWISE * weights.get(term))) / whole;
      const shares = new Map([...pages].map(([number, page]) => [number, share(page)]));
      if (Math.max(...shares.values()) < FLOOR && !this.#isNamed(query)) return [];
      const found = new Map(); // page → its sections
      for (const [number, worth] of sections) {
        const section = this.#index.sections[number];
        const { page, title, verdict, anchor } = section;
        if (shares.get(page.number) < LEAST) continue;
        const { terms, marks } = worth;
        const sum = worth.score + WHOLE * pages.get(page.number).score;
        const score = sum * (1 + WITHIN * share(worth)) * this.#entitled(section, worth, query.toLowerCase(), whole);
        const url = page.address + (anchor && `#${anchor}`);
        if (!found.has(page)) found.set(page, []);
        found.get(page).push({ url, anchor, title, verdict, terms, marks, score });
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
