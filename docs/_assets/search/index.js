// What is known of every section: the words in it, packed by `search_terms.py`, and what each is worth.
(() => {
  "use strict";

  const { Terms, isChinese, pairs, stem, unpacked } = globalThis.SiteSearch;
  const RARER = 2; // see `search_terms.py`
  const [K, B] = [1.5, 0.5]; // of BM25F: when repetition stops to count, and what length costs
  const LEAST = 0.5; // a section of a few words is no better than one of half the usual length
  const [PAGE_K, PAGE_B] = [8, 0.7]; // the same, for whole pages
  const TITLE = 4; // what a word in a section's title counts more than one in its text
  const ABOVE = 6; // and one in a page's title, for the page
  const PAIR = 0.8; // a pair of characters is about that much of a word
  const UNKNOWN = 5; // what a word weighs that is on no page
  const UNKNOWN_PAIR = 2.6; // the same of a pair of characters, which may be none

  const bare = (text) => text.replace(/[^\w\u3400-\u9fff]/g, "");

  const STEP = /^(?:\S+ \d+|第.步)[:：]/; // what a title begins with that is one of several

  class Index {
    terms;
    sections = []; // { page, anchor, title, verdict, length, subject, rare }
    pages = []; // { address, title, length }
    known = new Map(); // term → number of a section → how many of its words have it
    #titles = new Map(); // term → numbers of the sections that have it in their titles
    spelled = new Map(); // word as it is written → its term
    #measured = new Map(); // what `measure` has returned
    #average = 0;

    constructor({ stop, between, pages, words, gaps }) {
      this.terms = new Terms(stop, between);
      for (const [address, ...sections] of pages) {
        const page = { number: this.pages.length, address, title: sections[0]?.[1] ?? "", length: 0 };
        this.pages.push(page);
        // What readers type who look for the page stands behind its beginning, as another section of that title.
        for (const [anchor, title, verdict] of [sections[0], ...sections]) {
          this.sections.push({ page, anchor, title, verdict, length: 0, number: this.sections.length });
        }
      }
      this.#unpack(words.split("!"), gaps.split("!"));
      // Which step of several it is does not say what it is about.
      const about = this.sections.map(({ title }) => title.replace(STEP, ""));
      const named = about.map((title) => this.phrase(title).terms);
      for (const [i, section] of this.sections.entries()) {
        section.page.length += section.length;
        this.#average += section.length / this.sections.length;
        // What stands before a colon is what the title is about.
        section.subject = this.phrase(about[i].split(/[:：]/)[0]).terms.filter((term) => named[i].includes(term));
        for (const term of named[i]) {
          this.#add(term, i);
          if (!this.#titles.has(term)) this.#titles.set(term, new Set());
          this.#titles.get(term).add(i);
        }
        for (const [word] of this.terms.cut(section.title)) this.#spell(word);
      }
      for (const section of this.sections) section.rare = this.rareAll(section.subject);
    }

    // Takes the words over, each with its sections; sections' lengths are the number of their words.
    #unpack(words, gaps) {
      let before = "";
      words.forEach((packed, i) => {
        const word = before.slice(0, unpacked(packed)) + packed.slice(1);
        const terms = isChinese(word) ? [word] : this.terms.latin(word);
        this.#spell(word);
        before = word;
        let section = -1;
        for (const gap of gaps[i]) {
          section += unpacked(gap);
          this.sections[section].length++;
          for (const term of terms) this.#add(term, section);
        }
      });
    }

    #add(term, section) {
      let places = this.known.get(term);
      if (!places) this.known.set(term, (places = new Map()));
      places.set(section, (places.get(section) ?? 0) + 1);
    }

    #spell(word) {
      if (isChinese(word)) return;
      for (const part of this.terms.parts(word)) this.spelled.set(part, stem(part));
      for (const name of this.terms.names(word)) this.spelled.set(name, name);
    }

    // How much it says that a term is there.
    rare(term) {
      const { size } = this.known.get(term) ?? {};
      if (!size) return isChinese(term) ? UNKNOWN_PAIR : UNKNOWN;
      return Math.log(1 + this.sections.length / (size + 0.5)) * (isChinese(term) ? PAIR : 1);
    }

    // The same of several.
    rareAll(terms) {
      return terms.reduce((sum, term) => sum + this.rare(term), 0);
    }

    // What makes terms say at most so much: what is only like a word says no more than the word.
    upTo(most, terms) {
      return Math.min(1, most / this.rareAll(terms));
    }

    // What a term is worth to the sections and to the pages that have it.
    measure(term) {
      if (this.#measured.has(term)) return this.#measured.get(term);
      const rare = this.rare(term);
      const [sections, pages, there] = [new Map(), new Map(), new Map()];
      const titles = this.#titles.get(term);
      for (const [number, often] of this.known.get(term)) {
        const { page, anchor, length } = this.sections[number];
        const isTitle = titles?.has(number);
        const weight = often + (isTitle ? TITLE : 0);
        there.set(page, (there.get(page) ?? 0) + often + (isTitle && !anchor ? ABOVE : 0));
        const norm = K * (1 - B + B * Math.max(LEAST, length / this.#average));
        sections.set(number, (rare * weight * (K + 1)) / (weight + norm));
      }
      const average = (this.#average * this.sections.length) / this.pages.length;
      for (const [page, weight] of there) {
        const norm = PAGE_K * (1 - PAGE_B + (PAGE_B * page.length) / average);
        pages.set(page.number, (rare * weight * (PAGE_K + 1)) / (weight + norm));
      }
      const measured = { sections, pages };
      this.#measured.set(term, measured);
      return measured;
    }

    // Of the pairs of a run those that are words: one that is no more frequent than both of its
    // neighbours lies between two, and so does one that is much rarer than one of them. The index has
    // been made so, too.
    pairs(run) {
      const all = pairs(run);
      const often = all.map((pair) => this.known.get(pair)?.size ?? 0);
      return all.filter((_, i) => {
        const beside = [often[i - 1], often[i + 1]].filter((one) => one !== undefined);
        const isBetween = beside.length > 1 && often[i] <= Math.min(...beside);
        return !isBetween && often[i] * RARER >= Math.max(0, ...beside);
      });
    }

    // The terms of a phrase. Where they are not all of it, as of "可等待对象", only the phrase itself says what
    // it says: then `text` is that.
    phrase(phrase) {
      const terms = [];
      let left = bare(phrase).length;
      for (const [word] of this.terms.cut(phrase)) {
        const its = isChinese(word) ? this.pairs(word) : this.terms.latin(word);
        left -= isChinese(word) ? new Set(its.join("")).size : bare(word).length;
        terms.push(...its);
      }
      return { terms: [...new Set(terms)], text: left > 0 ? phrase.toLowerCase() : "" };
    }
  }

  Object.assign(globalThis.SiteSearch, { Index });
})();
