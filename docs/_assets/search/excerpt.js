// What is shown of a text: the part that answers best, and in it what was found.
(() => {
  "use strict";

  const { isChinese, pairs } = globalThis.SiteSearch;
  const SENTENCE = /(?<=[。！？；])|(?<=[.!?]) /;

  // Where in a text the wanted terms are, as [from, to] pairs in order.
  const hits = (text, wanted, terms) => {
    const found = [];
    for (const [word, index] of terms.cut(text)) {
      if (!isChinese(word)) {
        if (terms.latin(word).some((term) => wanted.has(term))) found.push([index, index + word.length]);
        continue;
      }
      [...pairs(word), ...(word.length > 1 ? word : "")].forEach((term, i) => {
        const start = index + (i < word.length - 1 || word.length < 2 ? i : i - word.length + 1);
        if (wanted.has(term)) found.push([start, start + term.length]);
      });
    }
    found.sort(([a], [b]) => a - b);
    const joined = [];
    for (const [from, to] of found) {
      if (joined.at(-1)?.[1] >= from) joined.at(-1)[1] = Math.max(to, joined.at(-1)[1]);
      else joined.push([from, to]);
    }
    return joined;
  };

  // A text as [text, is a hit] pairs.
  const marked = (text, wanted, terms) => {
    const parts = [];
    let at = 0;
    for (const [from, to] of hits(text, wanted, terms)) {
      parts.push([text.slice(at, from), false], [text.slice(from, to), true]);
      at = to;
    }
    parts.push([text.slice(at), false]);
    return parts.filter(([part]) => part);
  };

  // Whether a text can be cut before a place: not within a word.
  const isEdge = (text, at) => !/^[\w.]{2}$/.test(text.slice(at - 1, at + 1));

  // At most `room` characters of a text, from `first` on, with a little of what stands before it.
  const cut = (text, first, room) => {
    if (text.length <= room) return text;
    let start = first > room * 0.75 ? first - Math.floor(room / 4) : 0;
    while (start > 0 && start < first && !isEdge(text, start)) start++;
    let end = Math.min(text.length, start + room);
    while (end < text.length && end > first + 1 && !isEdge(text, end)) end--;
    return `${start ? "…" : ""}${text.slice(start, end).trim()}${end < text.length ? "…" : ""}`;
  };

  // The part of a text, of which each line is a paragraph, that has most of the terms that answer; of
  // these, `marks` are marked. What comes after it in the same line, as far as there is room.
  const excerpt = (text, { terms: wanted, marks }, terms, room) => {
    let best = { count: -1 };
    for (const line of text.split("\n")) {
      const sentences = line.split(SENTENCE);
      sentences.forEach((sentence, i) => {
        const found = hits(sentence, wanted, terms);
        const count = new Set(found.map(([from, to]) => sentence.slice(from, to).toLowerCase())).size;
        if (count > best.count) best = { count, sentences: sentences.slice(i), first: found[0]?.[0] ?? 0 };
      });
    }
    const { first } = best;
    let [shown, ...more] = best.sentences;
    while (more.length && shown.length + more[0].length < room) {
      shown += (/[。！？；]$/.test(shown) ? "" : " ") + more.shift();
    }
    return marked(cut(shown, first, room), marks, terms);
  };

  Object.assign(globalThis.SiteSearch, { excerpt, marked });
})();
