// The lines of a question in the reader's order: moved by dragging, by buttons and by keys.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { say, write } = Turns;

  const middle = (row) => {
    const { top, height } = row.getBoundingClientRect();
    return top + height / 2;
  };

  Turns.Order = class {
    #list;
    #status;

    constructor(area) {
      this.#list = area.querySelector("ol");
      this.#status = area.querySelector(".predict-moved");
      this.#list.onclick = ({ target }) => {
        const by = target.matches(".predict-up") ? -1 : target.matches(".predict-down") ? 1 : 0;
        if (by) this.#move(target.closest("li"), by);
      };
      this.#list.onkeydown = (event) => {
        const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
        if (!by || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        this.#move(event.target.closest("li"), by);
      };
      this.#list.onpointerdown = (event) => this.#drag(event);
    }

    // Pairs of a line's index in the output and its text.
    get lines() {
      const rows = [...this.#list.children];
      return rows.map((row) => [Number(row.dataset.line), row.querySelector("code").textContent]);
    }

    // Mixes the lines until they stand in another order, if there is one.
    mix() {
      const texts = () => this.lines.map(([, text]) => text);
      const before = texts();
      const isMixed = () => texts().some((text, place) => text !== before[place]);
      while (new Set(before).size > 1 && !isMixed()) {
        this.#list.append(...[...this.#list.children].sort(() => Math.random() - 0.5));
      }
    }

    // Moves the neighbour instead of the row, which so keeps the focus and the pointer.
    #shift(row, by) {
      if (by < 0 && row.previousElementSibling) row.after(row.previousElementSibling);
      if (by > 0 && row.nextElementSibling) row.before(row.nextElementSibling);
    }

    #move(row, by) {
      this.#shift(row, by);
      const rows = [...this.#list.children];
      const place = { place: rows.indexOf(row) + 1, count: rows.length };
      write(this.#status, say("moved", { text: row.querySelector("code").textContent, ...place }));
    }

    // A mouse takes a row anywhere, a finger by its grip: elsewhere it scrolls the page.
    #drag(event) {
      const row = event.target.closest("li");
      const taken = event.pointerType === "mouse" ? row : event.target.closest(".predict-grip");
      if (!row || !taken || event.button || event.target.closest("button")) return;
      event.preventDefault();
      row.setPointerCapture(event.pointerId);
      row.classList.add("dragged");
      row.onpointermove = ({ clientY }) => {
        let next;
        while ((next = row.previousElementSibling) && clientY < middle(next)) this.#shift(row, -1);
        while ((next = row.nextElementSibling) && clientY > middle(next)) this.#shift(row, 1);
      };
      row.onlostpointercapture = () => {
        row.classList.remove("dragged");
        row.onpointermove = null;
        this.#move(row, 0);
      };
    }
  };
})();
