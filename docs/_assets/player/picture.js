// The card's picture: the turn that is shown is marked. Of another run, its picture stands beside it.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { element, loadPicture, say } = Turns;

  const turnsOf = (picture, n) => picture?.querySelectorAll(`[data-turn="${n}"]`) ?? [];

  Turns.Picture = class {
    #normal;
    #other; // the picture of the run that is played, if that is not the normal one
    #pair; // both pictures, while there are two
    #schedule; // of the other run
    #turn;

    constructor(card) {
      this.#normal = card.querySelector(".snippet-picture");
    }

    // Marks a turn of the run that is played; null: none.
    show(n) {
      this.#turn = n;
      const pictures = [this.#normal, this.#other];
      for (const picture of pictures) {
        for (const mark of picture?.querySelectorAll(".now") ?? []) mark.classList.remove("now");
      }
      const played = this.#schedule ? this.#other : this.#normal;
      for (const mark of turnsOf(played, n)) mark.classList.add("now");
    }

    // Shows the picture of another run beside the normal one, once it is here.
    async beside(card, { schedule, first }) {
      if (this.#schedule === schedule) return;
      this.alone();
      this.#schedule = schedule;
      const drawn = await loadPicture(card, schedule);
      if (!this.#normal || !drawn || this.#schedule !== schedule) return; // the reader has gone on
      const heading = (key) => element("p", { class: "picture-heading" }, say(key));
      const columns = [element("div", {}, heading("picture-normal")), element("div", {}, heading("picture-other"))];
      this.#pair = element("div", { class: "picture-pair" }, ...columns);
      this.#normal.replaceWith(this.#pair);
      columns[0].append(this.#normal);
      columns[1].append(drawn);
      this.#other = columns[1].querySelector(".snippet-picture");
      for (const picture of [this.#normal, this.#other]) {
        for (const mark of turnsOf(picture, first)) mark.classList.add("departs");
      }
      this.show(this.#turn);
    }

    // Takes the other one away.
    alone() {
      this.#schedule = undefined;
      this.#other = undefined;
      this.#pair?.replaceWith(this.#normal);
      this.#pair = undefined;
      for (const mark of this.#normal?.querySelectorAll(".departs") ?? []) mark.classList.remove("departs");
    }
  };
})();
