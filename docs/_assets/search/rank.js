// Finds pages, and their sections, by what they say. No page is needed for it: the browser, the tests
// and the benchmark use the same code.
(() => {
  "use strict";

  const { Terms, isChinese, isOneOff, pairs, stem } = globalThis.SiteSearch;
  const FIRST = 35; // see `search_terms.py`
  const [K, B] = [1.5, 0.5]; // of BM25F: when repetition stops to count, and what length costs
  const LEAST = 0.5; // a section of a few words is no better than one of half the usual length
  const [PAGE_K, PAGE_B] = [8, 0.7]; // the same, for whole pages
  const WHOLE = 1; // what it counts that a page says it somewhere, beside the section itself
  const TITLE = 4; // what a word in a section's title counts more than one in its text
  const ABOVE = 6; // and one in a page's title, for the page
  const PAIR = 0.65; // a pair of characters is about that much of a word
  const PREFIX = 0.4; // what a word counts that only begins like the one that is asked for
  const TYPO = 0.35; // or that is one mistake away from it
  const SAME = 0.6; // or that means the same
  const PHRASE = 0.75; // each word of several that mean the same together
  const SUBJECT = 1; // what it adds that the query is what a title is about
  const NAMED = 1.25; // what it is worth that the title has the whole query; twice, if it begins so
  const UNKNOWN = 4; // what a word weighs that is on no page
  const CLOSE = 0.7; // what a section must be worth beside the best one of its page
  const FLOOR = 0.35; // what share of the query a page must have

  class Search {
    #terms;
    #sections = []; // { page, anchor, title, length, subject }
    #pages = []; // { address, title, length }
    #known = new Map(); // term → number of a section → how many of its words have it
    #titles = new Map(); // term → numbers of the sections that have it in their titles
    #spelled = new Map(); // word as it is written → its term
    #groups; // of phrases that mean the same, each a list of terms
    #measured = new Map(); // what `#measure` has returned
    #average = 0;

    constructor({ stop, pages, words, places, pairs, groups }) {
      this.#terms = new Terms(stop);
      for (const [address, ...sections] of pages) {
        const page = { number: this.#pages.length, address, title: sections[0]?.[1] ?? "", length: 0 };
        this.#pages.push(page);
        for (const [anchor, title] of sections) {
          this.#sections.push({ page, anchor, title, length: 0, number: this.#sections.length });
        }
      }
      this.#unpack(words, places);
      const named = this.#sections.map(({ title }) => this.#phrase(title).terms);
      for (const [i, section] of this.#sections.entries()) {
        section.page.length += section.length;
        this.#average += section.length / this.#sections.length;
        // What stands before a colon is what the title is about.
        section.subject = this.#phrase(section.title.split(/[:：]/)[0]).terms.filter((term) => named[i].includes(term));
        for (const term of named[i]) {
          this.#add(term, i);
          if (!this.#titles.has(term)) this.#titles.set(term, new Set());
          this.#titles.get(term).add(i);
        }
        for (const [word] of this.#terms.cut(section.title)) this.#spell(word);
      }
      const all = [...pairs.map((pair) => [1, pair]), ...groups.map((group) => [SAME, group])];
      this.#groups = all.map(([worth, group]) => ({ worth, phrases: group.map((phrase) => this.#phrase(phrase)) }));
    }

    // Reads the index; sections' lengths are the number of their words.
    #unpack(words, places) {
      const all = places.split("!");
      let before = "";
      words.split("!").forEach((packed, i) => {
        const word = before.slice(0, packed.charCodeAt(0) - FIRST) + packed.slice(1);
        const terms = isChinese(word) ? [word] : this.#terms.latin(word);
        this.#spell(word);
        before = word;
        let at = -1;
        for (const gap of all[i]) {
          at += gap.charCodeAt(0) - FIRST + 1;
          this.#sections[at].length++;
          for (const term of terms) this.#add(term, at);
        }
      });
    }

    #add(term, section) {
      let places = this.#known.get(term);
      if (!places) this.#known.set(term, (places = new Map()));
      places.set(section, (places.get(section) ?? 0) + 1);
    }

    #spell(word) {
      if (isChinese(word)) return;
      for (const part of this.#terms.parts(word)) this.#spelled.set(part, stem(part));
      for (const name of this.#terms.names(word)) this.#spelled.set(name, name);
    }

    // How much it says that a term is there.
    #rare(term) {
      return Math.log(1 + this.#sections.length / (this.#known.get(term).size + 0.5)) * (isChinese(term) ? PAIR : 1);
    }

    // The same of several; one that is nowhere is as rare as one can be.
    #rareAll(terms) {
      return terms.reduce((sum, term) => sum + (this.#known.has(term) ? this.#rare(term) : UNKNOWN), 0);
    }

    // What makes terms say at most so much: what is only like a word says no more than the word.
    #atMost(most, terms) {
      return Math.min(1, most / this.#rareAll(terms));
    }

    // What a term is worth to the sections and to the pages that have it.
    #measure(term) {
      if (this.#measured.has(term)) return this.#measured.get(term);
      const rare = this.#rare(term);
      const [sections, pages, there] = [new Map(), new Map(), new Map()];
      const titles = this.#titles.get(term);
      for (const [number, often] of this.#known.get(term)) {
        const { page, anchor, length } = this.#sections[number];
        const isTitle = titles?.has(number);
        const weight = often + (isTitle ? TITLE : 0);
        there.set(page, (there.get(page) ?? 0) + often + (isTitle && !anchor ? ABOVE : 0));
        const norm = K * (1 - B + B * Math.max(LEAST, length / this.#average));
        sections.set(number, (rare * weight * (K + 1)) / (weight + norm));
      }
      const average = (this.#average * this.#sections.length) / this.#pages.length;
      for (const [page, weight] of there) {
        const norm = PAGE_K * (1 - PAGE_B + (PAGE_B * page.length) / average);
        pages.set(page.number, (rare * weight * (PAGE_K + 1)) / (weight + norm));
      }
      const measured = { sections, pages };
      this.#measured.set(term, measured);
      return measured;
    }

    // The best that several ways to say something are worth to each section, or page: a way is a list
    // of terms that must all be there, and how much it counts.
    #best(ways, kind) {
      const best = new Map();
      for (const { terms, worth } of ways) {
        const [first, ...others] = terms.map((term) => this.#measure(term)[kind]);
        for (const [place, score] of first) {
          if (!others.every((other) => other.has(place))) continue;
          const sum = worth * others.reduce((all, other) => all + other.get(place), score);
          if (sum > (best.get(place)?.score ?? 0)) best.set(place, { score: sum, terms });
        }
      }
      return best;
    }

    // Terms that are there for one that is asked for, as it is written in `word`.
    #ways(term, word, typing) {
      const ways = [];
      for (const one of new Set([term, word])) if (this.#known.has(one)) ways.push({ terms: [one], worth: 1 });
      const known = ways.length > 0;
      const most = known ? this.#rare(ways[0].terms[0]) : Infinity;
      const like = (terms, worth) => ways.push({ terms, worth: worth * this.#atMost(most, terms) });
      if (isChinese(term)) {
        if (term.length > 1) return ways;
        // A character alone is in pairs with others.
        for (const other of this.#known.keys()) if (isChinese(other) && other !== term && other.includes(term)) like([other], 1);
        return ways;
      }
      for (const [other, its] of this.#spelled) {
        if (its === term) continue;
        if (other.startsWith(word) && word.length > 1 && (typing || (!known && word.length > 3))) like([its], PREFIX);
        else if (!known && word.length > 3 && isOneOff(word, other)) like([its], TYPO);
      }
      for (let i = 3; i <= word.length - 3; i++) {
        const halves = [word.slice(0, i), word.slice(i)];
        if (halves.every((half) => this.#spelled.has(half))) like(halves.map((half) => this.#spelled.get(half)), PHRASE);
      }
      return ways;
    }

    // Of the pairs of a run those that are words: one that is no more frequent than both of its
    // neighbours lies between two. The index has been made so, too.
    #pairs(run) {
      const all = pairs(run);
      const often = all.map((pair) => this.#known.get(pair)?.size ?? 0);
      return all.filter((_, i) => !(often[i] <= often[i - 1] && often[i] <= often[i + 1]));
    }

    // The terms of a phrase. Where they are not all of it, as in "one thread", only the phrase itself
    // says what it says.
    #phrase(phrase) {
      const bare = (text) => text.replace(/[^\w\u3400-\u9fff]/g, "");
      const words = [...this.#terms.cut(phrase)].map(([word]) => word);
      const terms = words.flatMap((word) => (isChinese(word) ? this.#pairs(word) : this.#terms.latin(word)));
      const isWhole = bare(words.join("")) === bare(phrase);
      return { terms: [...new Set(terms)], text: isWhole ? "" : phrase.toLowerCase() };
    }

    // What is asked for, each thing with the ways to say it. What means the same is another thing,
    // `of` the terms for which it stands.
    #asked(query) {
      const words = [...this.#terms.cut(query)].map(([word]) => word);
      const asked = new Map();
      for (const word of words) {
        const typing = word === words.at(-1);
        if (isChinese(word)) {
          for (const pair of this.#pairs(word)) asked.set(pair, this.#ways(pair, pair, typing));
          continue;
        }
        const parts = this.#terms.parts(word);
        const terms = this.#terms.latin(word);
        terms.forEach((term, i) => {
          const part = parts[i - terms.length + parts.length] ?? term;
          asked.set(term, this.#ways(term, part, typing && i === terms.length - 1));
        });
      }
      // What others write in one: "task group" is TaskGroup, too.
      words.slice(1).forEach((word, i) => {
        const joined = (words[i] + word).toLowerCase();
        if (this.#known.has(joined)) asked.set(joined, [{ terms: [joined], worth: 1 }]);
      });
      const things = [...asked].map(([term, ways]) => ({ term, ways }));
      for (const { worth: same, phrases } of this.#groups) {
        const isSaid = ({ terms, text }) =>
          text ? ` ${query.toLowerCase()} `.includes(isChinese(text) ? text : ` ${text} `) : terms.every((term) => asked.has(term));
        const said = phrases.filter(isSaid);
        if (!said.length) continue;
        const others = phrases.filter(
          (phrase) => !phrase.text && !said.includes(phrase) && phrase.terms.every((term) => this.#known.has(term)),
        );
        const most = Math.max(...said.map(({ terms }) => this.#rareAll(terms)));
        const ways = others.map(({ terms }) => {
          const worth = same * (terms.length > 1 ? PHRASE : 1);
          return { terms, worth: worth * this.#atMost(most, terms) };
        });
        if (same === 1) this.#level(said, others, asked);
        things.push({ of: new Set(said.flatMap(({ terms }) => terms.filter((term) => asked.has(term)))), ways });
      }
      return things;
    }

    // A word that the glossary has in both languages is as rare as the more frequent of the two.
    #level(said, others, asked) {
      const rare = Math.min(...others.flatMap(({ terms }) => terms.map((term) => this.#rare(term))));
      for (const term of said.flatMap(({ terms }) => terms)) {
        for (const way of asked.get(term)) way.worth *= Math.min(1, rare / this.#rare(way.terms[0]));
      }
    }

    // The best pages for a query, best first, each with its best sections and the terms in them.
    find(text, most = 10, each = 3) {
      const query = text.normalize("NFKC").trim();
      const sections = new Map(); // number → { score, terms }
      const pages = new Map(); // number → { score, has }: how much of the query it has
      let whole = 0;
      const weights = [];
      const things = this.#asked(query);
      for (const thing of things) {
        if (!thing.term) continue;
        thing.weight = thing.ways.length
          ? Math.min(...thing.ways.map(({ terms }) => this.#rare(terms[0])))
          : UNKNOWN * (isChinese(thing.term) ? PAIR : 1);
        whole += thing.weight;
      }
      const had = new Map(things.map((thing) => [thing.term, new Set()])); // term → pages
      const best = new Map(); // term → what it is worth to sections and pages
      for (const { term, of, ways } of things) {
        const its = { sections: this.#best(ways, "sections"), pages: this.#best(ways, "pages") };
        if (term) best.set(term, its);
        // What means the same stands for what is not there, and adds nothing to what is.
        const more = (kind, number, score) =>
          Math.max(0, score - [...(of ?? [])].reduce((all, one) => all + (best.get(one)[kind].get(number)?.score ?? 0), 0));
        for (const [number, { score, terms }] of its.sections) {
          const found = sections.get(number) ?? { score: 0, terms: new Set() };
          found.score += more("sections", number, score);
          for (const one of terms) found.terms.add(one);
          sections.set(number, found);
        }
        for (const [number, { score }] of its.pages) {
          pages.set(number, (pages.get(number) ?? 0) + more("pages", number, score));
          for (const one of of ?? [term]) had.get(one)?.add(number);
        }
      }
      whole ||= 1;
      const has = (page) =>
        things.reduce((sum, { term, weight }) => sum + (term && had.get(term).has(page) ? weight : 0), 0) / whole;
      const phrase = query.toLowerCase();
      const found = new Map(); // page → its sections
      for (const [number, { score, terms }] of sections) {
        const section = this.#sections[number];
        const { page, title, subject, anchor } = section;
        const share = has(page.number);
        if (share < FLOOR) continue;
        const sum = (some) => [...some].reduce((all, term) => all + this.#rare(term), 0);
        const named = sum(subject.filter((term) => terms.has(term)));
        const about = subject.length ? (named / sum(subject)) * Math.min(1, named / whole) : 0;
        const at = title.toLowerCase().indexOf(phrase);
        const worth = (at < 0 ? 1 : at ? NAMED : NAMED ** 2) * (1 + SUBJECT * about) * (0.5 + 0.5 * share);
        const url = page.address + (anchor && `#${anchor}`);
        const one = { url, anchor, title, terms, score: worth * (score + WHOLE * pages.get(page.number)) };
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
      return ranked.filter(({ score }) => score >= ranked[0].score / 4).slice(0, most);
    }

    // The terms of a text, for who marks them.
    get terms() {
      return this.#terms;
    }
  }

  Object.assign(globalThis.SiteSearch, { Search });
})();
