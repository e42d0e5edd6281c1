// The player of a card: which run, which turn, and everything that shows it.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { say, element, write } = Turns;

  Turns.Player = class {
    #controls;
    #stage;
    #when = element("b");
    #told = element("span");
    #live = element(
      "p",
      { class: "player-told", role: "status" },
      element("span", {}, this.#when, this.#told),
    );
    #banner = element("p");
    #other; // around that
    #run;
    #schedule; // of the run that is played; undefined: the normal one
    #said; // what is different in that run
    #all = false; // the loop's own turns too
    #stops; // indexes of the turns to stop at
    #position; // among them
    #timer = 0; // while playing

    // `moved` is called after each step with the schedule and the number of the turn.
    constructor(card, findings, moved) {
      this.card = card;
      this.findings = findings;
      this.moved = moved;
      this.area = card.querySelector(".snippet-player");
      this.button = card.querySelector(".snippet-step");
      this.code = new Turns.Code(card);
      this.output = new Turns.Output(card);
      this.picture = new Turns.Picture(card);
      this.#build();
    }

    get isOpen() {
      return !this.area.hidden;
    }

    // Opens at turn `n`: of the normal run, or of the one under a schedule.
    open(n, schedule) {
      this.pause();
      this.#choose(schedule);
      this.#expanded(true);
      const { turns, departs } = this.#run;
      if (n && !this.#stops.some((index) => turns[index].number === n)) this.unfold(true);
      this.#find(n ?? turns[departs]?.number ?? 0);
    }

    // For whoever came here by a button.
    openAndFocus(n, schedule) {
      this.open(n, schedule);
      this.#controls.focus();
    }

    close() {
      this.pause();
      this.#expanded(false);
      this.code.clear();
      this.output.clear();
      this.picture.show(null);
      this.picture.alone();
      this.button?.focus({ preventScroll: true });
      this.moved();
    }

    step(by) {
      this.go(this.#position + by);
    }

    go(position) {
      this.pause();
      this.#show(position);
    }

    // Stops at all turns, or leaves out the loop's own.
    unfold(all) {
      const turn = this.#run.turns[this.#stops[this.#position] ?? 0];
      this.#all = all;
      this.#stops = this.#run.stops(all);
      this.#find(turn.number);
    }

    toggle() {
      if (this.#timer) this.pause();
      else this.#play(this.#position === this.#stops.length - 1 ? 0 : this.#position);
    }

    pause() {
      if (!this.#timer) return;
      clearTimeout(this.#timer);
      this.#timer = 0;
      this.#show(this.#position);
    }

    #play(position) {
      const more = position < this.#stops.length - 1;
      this.#timer = more && setTimeout(() => this.#play(position + 1), this.#controls.pause);
      this.#show(position);
    }

    #expanded(open) {
      this.area.hidden = !open;
      this.button?.setAttribute("aria-expanded", open);
    }

    #build() {
      this.normal = new Turns.Run(this.findings.recording);
      this.#controls = new Turns.Controls(this.area, this);
      this.#stage = new Turns.Stage(this.normal, this.findings.recording.output.length);
      const onclick = () => this.openAndFocus(this.#departure(this.#schedule).first);
      const back = element("button", { type: "button", onclick }, say("normal-run"));
      this.#other = element("div", { class: "player-if" }, this.#banner, back);
      const bar = [this.#other, this.#controls.element, this.#live];
      this.area.setAttribute("role", "group");
      this.area.setAttribute("aria-label", say("player"));
      this.area.tabIndex = -1;
      this.area.replaceChildren(element("div", { class: "player-bar" }, ...bar), this.#stage.element);
    }

    #departure(schedule) {
      return this.findings.departures.find((departure) => departure.schedule === schedule);
    }

    #choose(schedule) {
      const { recording, marks } = this.findings;
      const departure = this.#departure(schedule);
      this.#schedule = departure?.schedule;
      this.#run = departure ? new Turns.Run(recording, departure) : this.normal;
      if (departure) {
        const at = marks.findIndex((mark) => mark.witness?.schedule === schedule && mark.departs === "earlier");
        this.#run.swapped = at > 0 ? [marks[at - 1].text, marks[at].text] : [];
        this.#said = this.card.querySelector(`[data-schedule="${schedule}"]`)?.dataset.said ?? "";
        this.picture.beside(this.card, departure);
      } else this.picture.alone();
      this.#other.hidden = !departure;
      this.#stage.showOutput(Boolean(departure));
      this.#stops = this.#run.stops(this.#all);
      this.#live.dataset.longest = Turns.longest(this.#run);
    }

    // Shows turn `n`, or the first one after it to stop at.
    #find(n) {
      const position = this.#stops.findIndex((index) => this.#run.turns[index].number >= n);
      this.#show(position < 0 ? Infinity : position);
    }

    #show(wanted) {
      const run = this.#run;
      const stops = this.#stops;
      const position = Math.max(0, Math.min(wanted, stops.length - 1));
      const index = stops[position];
      const turn = run.at(index);
      const [when, told] = Turns.tellStop(run, stops, position);
      this.#position = position;
      // What is played is too fast to be read out.
      this.#live.setAttribute("aria-live", this.#timer ? "off" : "polite");
      write(this.#when, when);
      write(this.#told, told);
      if (this.#schedule) {
        // A departure in a turn that is folded away is seen at the next stop.
        const here = run.departs <= index && run.departs > (stops[position - 1] ?? -1);
        const departure = Turns.tellDeparture(this.normal, run, here);
        write(this.#banner, say("what-if", { said: this.#said, departure }));
        this.#other.classList.toggle("here", here);
      }
      this.#controls.show({
        position,
        count: stops.length,
        text: when,
        hidden: run.turns.length - run.stops(false).length,
        all: this.#all,
        playing: Boolean(this.#timer),
      });
      this.#stage.show(run, turn, !this.#all);
      this.code.show(turn, run.tasks);
      this.output.show(run, this.#schedule);
      this.picture.show(turn.number);
      this.moved(this.#schedule, turn.number);
    }
  };
})();
