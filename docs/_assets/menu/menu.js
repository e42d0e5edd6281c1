// The menu of all programs of the site, by chapter; it comes when a reader first opens it.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { button, element, say, write } = Turns;

  // What stands between backticks is code.
  const withCode = (title) => title.split("`").map((part, at) => (at % 2 ? element("code", {}, part) : part));

  Turns.Menu = class {
    #onchosen;
    #dialog = element("dialog", { class: "programs", "aria-label": say("programs") });
    #rows = []; // {row, words}
    #none = element("p", { role: "status" });

    // `chapters` are those of `Turns.Programs`; `onchosen` is called with a name and its code.
    constructor(chapters, onchosen) {
      this.#onchosen = onchosen;
      const search = element("input", {
        type: "search",
        "aria-label": say("programs-search"),
        placeholder: say("programs-search"),
        autofocus: "",
        oninput: () => this.#filter(search.value),
      });
      const close = button("programs-close", () => this.#dialog.close());
      const list = element("div", { class: "programs-list" }, ...chapters.map((one) => this.#chapter(one)));
      const head = element("div", { class: "programs-head" }, element("h2", {}, say("programs")), close);
      this.#dialog.append(head, search, this.#none, list);
      document.body.append(this.#dialog);
    }

    open() {
      this.#dialog.showModal();
    }

    #chapter([title, programs]) {
      const rows = programs.map(([name, said, code]) => {
        const choose = () => {
          this.#dialog.close();
          this.#onchosen(name, code);
        };
        const chosen = element("button", { type: "button", onclick: choose });
        chosen.append(element("code", { lang: "en" }, name.split("/")[1]), element("span", {}, ...withCode(said)));
        const row = element("li", {}, chosen);
        this.#rows.push({ row, words: `${name} ${said} ${code}`.toLowerCase() });
        return row;
      });
      return element("section", {}, element("h3", {}, title), element("ul", {}, ...rows));
    }

    // Leaves those that have all the words somewhere.
    #filter(text) {
      const wanted = text.toLowerCase().split(/\s+/);
      for (const { row, words } of this.#rows) row.hidden = !wanted.every((word) => words.includes(word));
      for (const part of this.#dialog.querySelectorAll("section")) {
        part.hidden = !part.querySelector("li:not([hidden])");
      }
      write(this.#none, this.#rows.every(({ row }) => row.hidden) ? say("programs-none") : "");
    }
  };
})();
