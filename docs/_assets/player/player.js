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
    #live = element("p", { class: "player-told", role: "status" }, this.#when, this.#told);
    #departure = element("p");
    #banner;
    #run;
    #line; // of the output, from 0, that departs in the run that is played; undefined: none
    #what; // what is said of that run: the key of the words, and the lines in them
    #all = false; // the loop's own turns too
    #stops; // indexes of the turns to stop at
    #position; // among them
    #timer = 0; // while playing

    // `moved` is called after each step with the line and the number of the turn.
    constructor(card, findings, moved) {
      this.findings = findings;
      this.moved = moved;
      this.area = card.querySelector(".snippet-player");
      this.button = card.querySelector(".snippet-step");
      this.code = new Turns.Code(card);
      this.picture = new Turns.Picture(card);
      this.#build();
    }

    get isOpen() {
      return !this.area.hidden;
    }

    // Opens at turn `n`: of the normal run, or of the one in which output line `line` departs.
    open(n, line) {
      this.pause();
      this.#choose(line);
      this.#expanded(true);
      const { turns, departs } = this.#run;
      if (n && !this.#stops.some((index) => turns[index].number === n)) this.unfold(true);
      this.#find(n ?? turns[departs]?.number ?? 0);
    }

    // For whoever came here by a button.
    openAndFocus(n, line) {
      this.open(n, line);
      this.#controls.focus();
    }

    close() {
      this.pause();
      this.#expanded(false);
      this.code.clear();
      this.picture.show(null);
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
      this.#stage = new Turns.Stage(this.normal);
      const onclick = () => this.openAndFocus(this.#departureAt(this.#line).first);
      const back = element("button", { type: "button", onclick }, say("normal-run"));
      this.#banner = element("div", { class: "player-if" }, this.#departure, back);
      const bar = [this.#banner, this.#controls.element, this.#live];
      this.area.setAttribute("role", "group");
      this.area.setAttribute("aria-label", say("player"));
      this.area.tabIndex = -1;
      this.area.replaceChildren(element("div", { class: "player-bar" }, ...bar), this.#stage.element);
    }

    #departureAt(line) {
      return this.findings.departures.find((departure) => departure.line === line);
    }

    #choose(line) {
      const { recording, marks } = this.findings;
      const departure = this.#departureAt(line);
      this.#line = departure && line;
      this.#run = departure ? new Turns.Run(recording, departure) : this.normal;
      if (departure) this.#depart(marks[line], marks[line - 1]);
      this.#banner.hidden = !departure;
      this.#stops = this.#run.stops(this.#all);
    }

    // The line of this mark departs from below the one above; the first line can only be missing.
    #depart({ departs, text }, above) {
      this.#run.swapped = departs === "earlier" ? [above.text, text] : [];
      this.#what = [`what-if-${departs}`, { line: text, above: above?.text }];
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
      const [when, told] = Turns.tell(run, turn, run.turns[stops.at(-1)].number);
      this.#position = position;
      // What is played is too fast to be read out.
      this.#live.setAttribute("aria-live", this.#timer ? "off" : "polite");
      write(this.#when, when);
      write(this.#told, told);
      if (this.#line !== undefined) {
        // A departure in a turn that is folded away is seen at the next stop.
        const here = run.departs <= index && run.departs > (stops[position - 1] ?? -1);
        const [key, lines] = this.#what;
        const departure = Turns.tellDeparture(this.normal, run, here);
        write(this.#departure, say(key, { ...lines, departure }));
        this.#banner.classList.toggle("here", here);
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
      this.picture.show(index < run.departs ? turn.number : null);
      this.moved(this.#line, turn.number);
    }
  };
})();
