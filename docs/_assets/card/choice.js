// A question that is answered by choosing: what is printed next, or who promises a line its place.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { say, verdict } = Turns;

  Turns.Choice = class {
    #field;

    constructor(area) {
      this.#field = area.querySelector("fieldset");
    }

    get #chosen() {
      return this.#field.querySelector(":checked");
    }

    get isAnswered() {
      return Boolean(this.#chosen);
    }

    again() {
      this.#chosen.checked = false;
    }

    // As in `Ordering`. What is behind the answer is its value: a mistake, or a mark.
    judge(_findings, reasons) {
      const { asked, right } = this.#field.dataset;
      const behind = this.#chosen.value;
      const explained = reasons([Number(asked)]);
      if (behind === right) return [true, verdict("right", say("right-answer")), ...explained];
      const [name, meaning] = [...this.#chosen.parentElement.querySelectorAll("b, span")].map(
        (part) => part.textContent,
      );
      const text = name ? say("not-promised", { name, meaning }) : say(`mistake-${behind}`);
      return [false, verdict("wrong", text), ...explained];
    }
  };
})();
