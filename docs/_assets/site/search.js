// Finds sections by what they say, in Chinese and in English. No page is needed for it: the browser
// and the benchmark use the same code.
(() => {
  "use strict";

  // A Latin word, with the dots, hyphens and underscores in it; or a run of Chinese characters.
  const WORD = /[a-z0-9]+(?:[._-][a-z0-9]+)*|_+[a-z0-9_]+|[\u3400-\u9fff]+/gi;
  const LATIN = /^[a-z0-9_]/i;
  const PART = /[._-]+|(?<=[a-z])(?=[A-Z])/; // where names are joined: run_in_executor, TaskGroup
  const [K, B] = [2, 0.5]; // of BM25F: when repetition stops to count, and what length costs
  const WEIGHTS = { title: 6, page: 2, text: 1 }; // how often a word of each counts
  const PREFIX = 0.4; // what a term counts that only begins like the one that is asked for
  const TYPO = 0.35; // or that is one mistake away from it, or one character of a pair
  const NAMED = 1.3; // what it is worth that the title has the whole query; twice, if it begins so
  const PER_PAGE = 1; // sections of a page among the results: another page may have the answer

  // English words of one family have one stem: schedule, schedules, scheduler, scheduling.
  const stem = (word) => {
    const short = word.replace(/(?:ations?|ings?|ers?|ors?|able|ed|es|s|e)$/, "");
    const found = short.length > 2 ? short : word;
    return found.replace(/([b-df-hj-np-tv-z])\1$/, "$1");
  };

  // Terms of a text: stems of words, and of names their parts and the whole, without what joins it;
  // of Chinese, pairs of characters, since nothing stands between words, and `alone` each character.
  const terms = (text, alone = false) => {
    const found = [];
    for (const word of text.match(WORD) ?? []) {
      if (LATIN.test(word)) {
        const parts = word.split(PART).filter(Boolean);
        if (parts.length > 1) {
          const names = word.includes(".") ? [word, ...word.split(".")] : [word];
          for (const name of names) found.push(name.replace(/[._-]/g, "").toLowerCase());
        }
        for (const part of parts) found.push(stem(part.toLowerCase()));
      } else {
        if (alone || word.length === 1) found.push(...word);
        for (let i = 1; i < word.length; i++) found.push(word[i - 1] + word[i]);
      }
    }
    return found;
  };

  // Whether one insertion, deletion, change or swap of neighbours makes `b` of `a`.
  const isOneOff = (a, b) => {
    if (Math.abs(a.length - b.length) > 1) return false;
    let start = 0;
    while (start < a.length && a[start] === b[start]) start++;
    let [i, j] = [a.length, b.length];
    while (i > start && j > start && a[i - 1] === b[j - 1]) [i, j] = [i - 1, j - 1];
    const swapped = i - start === 2 && j - start === 2 && a[start] === b[start + 1];
    return Math.max(i, j) - start <= 1 || (swapped && a[start + 1] === b[start]);
  };

  class Search {
    #sections = [];
    #words; // pairs of words that mean the same, in Chinese and in English
    #known = new Map(); // term → [{ section, weight }, …]
    #length = 0; // of all sections

    // `pages`: [address, [anchor, title, text, names in its code], …] of each.
    constructor(pages, words) {
      this.#words = words;
      for (const [address, ...sections] of pages) {
        const page = sections[0]?.[1] ?? "";
        for (const [anchor, title, text, names] of sections) {
          const url = address + (anchor && `#${anchor}`);
          const section = { url, address, page, title, text, length: 0 };
          this.#sections.push(section);
          this.#add(section, text, WEIGHTS.text);
          this.#add(section, names, WEIGHTS.text);
          this.#add(section, title, WEIGHTS.title);
          this.#add(section, page, WEIGHTS.page);
        }
      }
    }

    #add(section, text, weight) {
      const found = terms(text, true);
      section.length += weight * found.length;
      this.#length += weight * found.length;
      for (const term of found) {
        const places = this.#known.get(term);
        const last = places?.at(-1);
        if (!places) this.#known.set(term, [{ section, weight }]);
        else if (last.section === section) last.weight += weight;
        else places.push({ section, weight });
      }
    }

    // How much it says that a term is there.
    #rare(term) {
      return Math.log(1 + this.#sections.length / this.#known.get(term).length);
    }

    // Terms that are there for one that is asked for, and how much each counts.
    #like(term, typing) {
      const like = new Map(this.#known.has(term) ? [[term, 1]] : []);
      const known = like.size > 0;
      if (!LATIN.test(term)) {
        const parts = known ? [] : [...term].filter((one) => this.#known.has(one));
        return new Map([...like, ...parts.map((one) => [one, TYPO])]);
      }
      for (const other of this.#known.keys()) {
        if (other === term || !LATIN.test(other)) continue;
        if (other.startsWith(term) && (typing || term.length > 3)) like.set(other, PREFIX);
        else if (known || term.length < 4 || other.length < 4) continue;
        else if (term.startsWith(other)) like.set(other, PREFIX);
        else if (isOneOff(term, other)) like.set(other, TYPO);
      }
      return like;
    }

    // The terms of a query, also of what is written in one (eventloop), and those of the same words
    // in the other language.
    #asked(query) {
      const asked = new Set(terms(query));
      for (const term of [...asked].filter((one) => LATIN.test(one))) {
        for (let i = 4; i <= term.length - 4; i++) {
          const halves = [stem(term.slice(0, i)), term.slice(i)];
          if (halves.every((half) => this.#known.has(half))) halves.forEach((t) => asked.add(t));
        }
      }
      for (const [one, other] of this.#words) {
        if (terms(other).every((term) => asked.has(term))) terms(one).forEach((t) => asked.add(t));
      }
      return asked;
    }

    // The best sections for a query, best first, each with the terms that were found in it.
    find(text, most = 20) {
      const query = text.normalize("NFKC").trim();
      const typed = terms(query).at(-1);
      const found = new Map(); // section → { section, score, terms }
      const average = this.#length / (this.#sections.length || 1);
      for (const term of this.#asked(query)) {
        const best = new Map(); // of several like terms, only the best counts
        for (const [other, worth] of this.#like(term, term === typed)) {
          const rare = worth * this.#rare(other);
          for (const { section, weight } of this.#known.get(other)) {
            const norm = K * (1 - B + (B * section.length) / average);
            const score = (rare * weight * (K + 1)) / (weight + norm);
            if (score > (best.get(section)?.score ?? 0)) best.set(section, { score, other });
          }
        }
        for (const [section, { score, other }] of best) {
          const sum = found.get(section) ?? { section, score: 0, terms: [] };
          sum.score += score;
          sum.terms.push(other);
          found.set(section, sum);
        }
      }
      const phrase = query.toLowerCase();
      const ranked = [...found.values()].map(({ section, score, terms }) => {
        const at = section.title.toLowerCase().indexOf(phrase);
        const named = at < 0 ? 1 : at ? NAMED : NAMED ** 2;
        return { ...section, terms, score: score * named };
      });
      ranked.sort((a, b) => b.score - a.score || (a.url < b.url ? -1 : 1));
      const least = (ranked[0]?.score ?? 0) / 20;
      const shown = new Map();
      return ranked
        .filter(({ address, score }) => {
          shown.set(address, (shown.get(address) ?? 0) + 1);
          return shown.get(address) <= PER_PAGE && score >= least;
        })
        .slice(0, most);
    }
  }

  // The part of a text around the first hits, as [text, is a hit] pairs.
  const excerpt = (text, wanted, room = 120) => {
    const hits = [];
    const want = new Set(wanted);
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (LATIN.test(word)) {
        if (terms(word).some((term) => want.has(term))) hits.push([index, index + word.length]);
        continue;
      }
      for (let i = 0; i < word.length; i++) {
        const pair = word.slice(i, i + 2);
        if (!want.has(pair)) continue;
        const [start, end] = [index + i, index + i + pair.length];
        if (hits.at(-1)?.[1] >= start) hits.at(-1)[1] = end;
        else hits.push([start, end]);
      }
    }
    // Begins where most hits follow.
    const follow = hits.map(([start]) => hits.filter(([s]) => s >= start && s < start + room).length);
    const first = hits[follow.indexOf(Math.max(...follow))]?.[0] ?? 0;
    let start = Math.max(0, first - room / 4);
    if (start) start = text.indexOf(" ", start - 1) + 1 || start;
    if (start > first) start = Math.max(0, first - 10);
    const end = Math.min(text.length, start + room);
    const parts = [[start ? "…" : "", false]];
    let at = start;
    for (const [from, to] of hits) {
      if (from < at || to > end) continue;
      parts.push([text.slice(at, from), false], [text.slice(from, to), true]);
      at = to;
    }
    parts.push([text.slice(at, end) + (end < text.length ? "…" : ""), false]);
    return parts.filter(([part]) => part);
  };

  globalThis.SiteSearch = { Search, excerpt };
})();
