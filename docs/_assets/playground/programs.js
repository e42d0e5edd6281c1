// All programs of the site, by chapter. They come as a script, because a page on a disk may not fetch; it
// calls turnsPrograms with [chapter, [[name, title, code], …]], a pair for each chapter.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { here } = Turns;
  let chapters;
  globalThis.turnsPrograms = (all) => (chapters = all);

  Turns.Programs = class {
    #address;
    #onchosen;
    #menu;

    // `onchosen` is called with a name and its code.
    constructor(address, onchosen) {
      this.#address = address;
      this.#onchosen = onchosen;
    }

    // A promise of a program's code; undefined if there is none of that name.
    async find(name) {
      await here(this.#address);
      return chapters.flatMap(([, programs]) => programs).find(([one]) => one === name)?.[2];
    }

    // Opens the menu of them.
    async open() {
      await here(this.#address, ...globalThis.menuFiles);
      this.#menu ??= new Turns.Menu(chapters, this.#onchosen);
      this.#menu.open();
    }
  };
})();
