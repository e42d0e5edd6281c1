// The card's own output while its normal run is played: what is printed later is not there yet, and its
// place is kept. While another run is played, whose output stands beside, it is called the normal one's.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { say, write } = Turns;

  Turns.Output = class {
    #card;
    #called = new Map(); // title → what it says while nothing is played

    constructor(card) {
      this.#card = card;
    }

    // `isOther`: the run is not the normal one.
    show(run, isOther) {
      const whole = run.recording.output;
      const printed = run.output.filter(({ text }, index) => text === whole[index]).length;
      // What stands for no line of the recording, as of other versions, comes last.
      const comes = ({ dataset }) => !isOther && (dataset.line ?? whole.length - 1) >= printed;
      const isFresh = ({ dataset }) => !isOther && run.output[dataset.line]?.index === run.index;
      for (const line of this.#all(".snippet-line")) {
        line.classList.toggle("to-come", comes(line));
        line.classList.toggle("fresh", isFresh(line));
      }
      for (const title of this.#all(".snippet-output-title:has(~ .snippet-lines [data-line])")) {
        if (!this.#called.has(title)) this.#called.set(title, title.textContent);
        write(title, say(isOther ? "output-normal" : "output"));
      }
    }

    clear() {
      for (const line of this.#all(".snippet-line")) line.classList.remove("to-come", "fresh");
      for (const [title, text] of this.#called) write(title, text);
      this.#called.clear();
    }

    #all(selector) {
      return this.#card.querySelectorAll(`:scope > .snippet-output ${selector}`);
    }
  };
})();
