// The menu of all programs of the site, by chapter. They come as a script, because a page on a disk may
// not fetch; it calls turnsPrograms with [chapter, [[name, title, code], …]], a pair for each chapter.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { element, say, write } = Turns;
  let chapters;
  globalThis.turnsPrograms = (all) => (chapters = all);

  // What stands between backticks is code.
  const withCode = (title) => title.split("`").map((part, at) => (at % 2 ? element("code", {}, part) : part));

  Turns.Programs = class {
    #address;
    #onchosen;
    #dialog;
    #rows = []; // {row, words}
    #none = element("p", { role: "status" });

    // `onchosen` is called with a name and its code.
    constructor(address, onchosen) {
      this.#address = address;
      this.#onchosen = onchosen;
    }

    // A promise of a program's code; undefined if there is none of that name.
    async find(name) {
      await Turns.here(this.#address);
      return chapters.flatMap(([, programs]) => programs).find(([one]) => one === name)?.[2];
    }

    async open() {
      await Turns.here(this.#address);
      this.#dialog ??= this.#make();
      this.#dialog.showModal();
    }

    #make() {
      const search = element("input", {
        type: "search",
        "aria-label": say("programs-search"),
        placeholder: say("programs-search"),
        autofocus: "",
        oninput: () => this.#filter(search.value),
      });
      const close = element("button", { type: "button", onclick: () => dialog.close() }, say("programs-close"));
      const list = element("div", { class: "programs-list" }, ...chapters.map((one) => this.#chapter(one)));
      const head = element("div", { class: "programs-head" }, element("h2", {}, say("programs")), close);
      const dialog = element("dialog", { class: "programs", "aria-label": say("programs") });
      dialog.append(head, search, this.#none, list);
      document.body.append(dialog);
      return dialog;
    }

    #chapter([title, programs]) {
      const rows = programs.map(([name, said, code]) => {
        const choose = () => {
          this.#dialog.close();
          this.#onchosen(name, code);
        };
        const button = element("button", { type: "button", onclick: choose });
        button.append(element("code", { lang: "en" }, name.split("/")[1]), element("span", {}, ...withCode(said)));
        const row = element("li", {}, button);
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
