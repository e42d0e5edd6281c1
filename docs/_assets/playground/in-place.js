// Edits and runs the program of a card where it stands. What was recorded stays there until there is a
// run in its place, and comes back when the reader goes back, or an address leads to it.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { button, element, link, page, say } = Turns;
  const RECORDED = [
    ...["output", "exit", "outcomes", "note", "picture", "buttons", "player", "game"].map((name) => `.snippet-${name}`),
    ".picture-key",
  ].join();
  const all = new Map(); // card → what edits its program

  const textOf = (pre) => {
    const copy = pre.cloneNode(true);
    for (const number of copy.querySelectorAll(".linenos")) number.remove();
    return copy.textContent;
  };

  class InPlace {
    #card;
    #button;
    #code; // the card's own
    #first; // the number of its first line
    #source;
    #text; // as the reader has left it
    #recorded; // nodes that show what was recorded
    #after; // what stands behind them
    #desk = element("div", { class: "snippet-bench" });
    #bench;
    #over = button("discard", () => this.#bench.editor.replace(this.#source));
    #link = element("a", { onfocus: () => this.#aim(), onpointerenter: () => this.#aim() }, say("open-in-playground"));

    constructor(card, button) {
      this.#card = card;
      this.#button = button;
      this.#code = card.querySelector(':scope > [class*="highlight-"]');
      const pre = this.#code.querySelector("pre");
      this.#first = Number(pre.querySelector(".linenos").textContent);
      this.#source = this.#text = textOf(pre);
      card.addEventListener("turns:recorded", () => this.close());
      this.#desk.addEventListener("input", () => this.#edited());
    }

    open() {
      Turns.unbind(this.#card);
      this.#recorded = [...this.#card.children].filter((child) => child.matches(RECORDED));
      this.#after = this.#recorded.at(-1)?.nextSibling ?? null;
      const back = button("original", () => this.#back());
      this.#bench = new Turns.Bench(this.#desk, {
        source: this.#text,
        first: this.#first,
        label: say("label"),
        tools: [this.#over, back, this.#link],
        recorded: this.#recorded,
      });
      this.#code.replaceWith(this.#desk);
      this.#card.classList.add("editing");
      this.#edited();
      this.#bench.editor.focus();
    }

    // Shows what was recorded; what the reader has written is kept for the next time.
    close() {
      if (!this.#desk.isConnected) return;
      this.#text = this.#bench.editor.source;
      this.#bench.close();
      this.#desk.replaceWith(this.#code);
      for (const node of this.#recorded) this.#card.insertBefore(node, this.#after);
      this.#card.classList.remove("editing");
    }

    #back() {
      this.close();
      this.#button.focus();
    }

    #edited() {
      this.#over.hidden = this.#bench.editor.source === this.#source;
      this.#aim();
    }

    // Has the link carry the program as it is.
    async #aim() {
      const { source } = this.#bench.editor;
      const fragment = await link.write(source).catch(() => ""); // too long for one
      this.#link.href = page("playground.html") + fragment;
    }
  }

  // Lets the program of a card be edited, for whoever has pressed the button for that.
  Turns.edit = (button) => {
    const card = button.closest(".snippet");
    if (!all.has(card)) all.set(card, new InPlace(card, button));
    all.get(card).open();
  };
})();
