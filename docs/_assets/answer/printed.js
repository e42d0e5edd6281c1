// The output of a program that runs in the page, or ran there: its lines as they come, then with marks.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { element, say, write } = Turns;
  const [FIRST, LAST] = [400, 20]; // lines that are shown of many
  const LONGEST = 4000; // characters of a line

  const clip = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text);

  Turns.Printed = class {
    #lines = element("samp");
    #rest = element("span", { class: "snippet-line printed-rest" });
    #count = 0;

    // `title` stands above it.
    constructor(title) {
      const pre = element("pre", { class: "snippet-lines", lang: "en", tabindex: 0 }, this.#lines);
      this.element = element(
        "div",
        { class: "snippet-output coming" },
        element("p", { class: "snippet-output-title" }, title),
        pre,
      );
    }

    // Adds lines; of very many the first ones, and how many follow.
    add(texts) {
      const more = texts.slice(0, Math.max(0, FIRST - this.#count));
      this.#lines.append(...more.map((text, at) => this.#line(text, this.#count + at)));
      this.#count += texts.length;
      this.#leaveOut(this.#count - FIRST);
    }

    // Shows all lines; `mark(index)` returns what stands before one. Until then its place is kept.
    show(texts, mark = () => []) {
      this.settle();
      const line = (index) => this.#line(texts[index], index, mark(index));
      const indexes = [...texts.keys()];
      const [first, last] = [indexes.slice(0, FIRST), indexes.slice(FIRST).slice(-LAST)];
      this.#lines.replaceChildren(...first.map(line));
      this.#leaveOut(texts.length - first.length - last.length);
      this.#lines.append(...last.map(line));
      this.element.classList.toggle("long", texts.length > 2 * LAST);
    }

    // No marks will come.
    settle() {
      this.element.classList.remove("coming");
    }

    #line(text, index, before = []) {
      return element("span", { class: "snippet-line", "data-line": index }, ...before, `${clip(text)}\n`);
    }

    #leaveOut(count) {
      if (count <= 0) return;
      write(this.#rest, `${say("left-out", { count: count.toLocaleString("en") })}\n`);
      this.#lines.append(this.#rest);
    }
  };
})();
