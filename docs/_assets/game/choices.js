// Who may run next, a button for each. There are as many from the start as there ever are, so that a
// choice moves nothing, and whoever has pressed one stays on it.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { say, element, write } = Turns;

  // What the loop does by itself: after main is over there is still something to choose.
  const own = (name) => {
    const [key, general] = [`own-${name}`, say("loop-callback", { name })];
    return say(key) === key ? [general, ""] : [name.split(".").at(-1), say(key)];
  };

  // Whom an entry of the queue would let run, and what he would do.
  const described = (entry, position) => {
    const { task, callback, internal } = entry;
    const known = position.tasks.get(task);
    if (internal && !known) return own(callback);
    if (!task) return [Turns.called(entry), ""];
    const { state, line } = known;
    if (state !== "ready") return [say("timer-of", { task }), say("will-wake", { task })];
    const key = position.hasRun(task) ? "goes-on" : "begins";
    return [task, line ? say(key, { line }) : ""];
  };

  const timer = (entry) => [
    entry.task ? say("timer-of", { task: entry.task }) : Turns.called(entry),
    say("due", { when: Turns.seconds(entry.when) }),
  ];

  // Where he stands, and what it costs to let him run.
  const note = (index, isReady, position) => {
    if (position.place.moves[index].to === null) return say("off-map");
    const isFirst = isReady && !index;
    const place = isFirst ? say(position.isHeld(index) ? "passed-over" : "usual") : "";
    return [place, position.departs(index) ? say("costs") : ""].filter(Boolean).join(say("comma"));
  };

  class Slot {
    #key = element("kbd", { "aria-hidden": "true" });
    #who = element("b");
    #what = element("span");
    #note = element("i");

    constructor(onclick) {
      const parts = [this.#key, " ", this.#who, " ", this.#what, " ", this.#note];
      this.button = element("button", { type: "button", onclick }, ...parts);
      this.element = element("li", {}, this.button);
    }

    hide(hidden) {
      this.element.style.visibility = hidden ? "hidden" : "";
    }

    show(index, [who, what], note, isOnMap) {
      write(this.#key, index < 9 ? `${index + 1}` : "");
      write(this.#who, who);
      write(this.#what, what);
      write(this.#note, note);
      this.button.dataset.move = index;
      this.button.setAttribute("aria-disabled", !isOnMap);
      this.hide(false);
    }
  }

  Turns.Choices = class {
    #queue;
    #timers;

    // `choose` is called with the index of a move.
    constructor(chart, choose) {
      const most = (isIn) =>
        Math.max(0, ...chart.places.map((place) => place.moves.filter(isIn(place)).length));
      const onclick = ({ currentTarget }) => choose(Number(currentTarget.dataset.move));
      const slots = (length) => Array.from({ length }, () => new Slot(onclick));
      this.#queue = slots(most(({ ready }) => ({ at }) => at < ready.length));
      this.#timers = slots(most(({ ready }) => ({ at }) => at >= ready.length));
      const list = (key, all) =>
        element(
          "div",
          {},
          element("p", { "aria-hidden": "true" }, say(key)),
          element("ol", { "aria-label": say(key) }, ...all.map(({ element }) => element)),
        );
      const apart = this.#timers.length ? [list("early-timers", this.#timers)] : [];
      const queue = list("queue", this.#queue);
      this.element = element("div", { class: "game-choices" }, queue, ...apart);
    }

    get first() {
      return this.#queue[0]?.button;
    }

    show(position) {
      const { ready, moves } = position.place;
      const left = { queue: [...this.#queue], timers: [...this.#timers] };
      moves.forEach(({ at, to }, index) => {
        const isReady = at < ready.length;
        const entry = position.entry(at);
        const texts = isReady ? described(entry, position) : timer(entry);
        const slot = (isReady ? left.queue : left.timers).shift();
        slot.show(index, texts, note(index, isReady, position), to !== null);
      });
      for (const slot of [...left.queue, ...left.timers]) slot.hide(true);
    }
  };
})();
