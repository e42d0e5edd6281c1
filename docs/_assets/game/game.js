// The game of a card: the reader is the scheduler. The board says what comes of each choice.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { say, element, write } = Turns;
  const SHOWN = 1200; // ms that a choice of ours is shown

  const label = (key, field) => element("label", {}, say(key), field);
  const button = (key, onclick) => element("button", { type: "button", onclick }, say(key));

  Turns.Game = class {
    #board;
    #goals; // of the board, with what is known of them
    #goal; // index of the one that is tried; undefined: none
    #position;
    #modes = new Map(); // mode → its choices and its stage
    #timer = 0; // while we play
    #helped = false; // whether the reader was shown how
    #claimed = ""; // what came of saying that it is impossible
    #isParShown = false;
    #select;
    #early = element("input", { type: "checkbox", onchange: () => this.#begin(this.#mode) });
    #asked = element("b");
    #who = element("b");
    #target = element("ol", { class: "game-target", lang: "en" });
    #count = element("span");
    #par = element("span");
    #left = element("span");
    #told = element("span");
    #verdict = element("b");
    #live = element("p", { class: "player-told", role: "status" }, this.#told, " ", this.#verdict);
    #links = element("p", { class: "game-links game-row" }); // where to go from here; others fill it
    #choices = element("div");
    #stage = element("div");
    #part = element("p", { class: "player-note" });

    // `moved` is called with the goal when the game is opened or another goal is chosen, and without
    // anything when it is closed.
    constructor(card, board, moved) {
      this.card = card;
      this.moved = moved;
      this.area = card.querySelector(".snippet-game");
      this.button = card.querySelector(".snippet-play");
      this.code = new Turns.Code(card);
      this.#board = board;
      this.#goals = board.goals.map((goal) => new Turns.Goal(board, goal));
      this.#build();
    }

    get isOpen() {
      return !this.area.hidden;
    }

    // Opens with goal `goal`, if it is one.
    open(goal) {
      this.#expanded(true);
      this.#aim(this.#goals[goal] && goal);
    }

    close() {
      this.#pause();
      this.#expanded(false);
      this.code.clear();
      this.button.focus({ preventScroll: true });
      this.moved(false);
    }

    focus() {
      const { mode, place } = this.#position;
      const { first } = this.#modes.get(mode).choices;
      (place.moves.length && first ? first : this.restart).focus({ preventScroll: true });
    }

    #expanded(open) {
      this.area.hidden = !open;
      this.button.setAttribute("aria-expanded", open);
    }

    get #mode() {
      return this.#early.checked ? "clock" : "queue";
    }

    #build() {
      const { goals, charts, early } = this.#board;
      const texts = [say("no-goal"), ...goals.map((goal) => Turns.tellGoal(goal, true))];
      const options = texts.map((text, index) => element("option", { value: index - 1 }, text));
      const onchange = () => this.#aim(Number(this.#select.value));
      this.#select = element("select", { "aria-label": say("goal"), onchange }, ...options);
      this.restart = button("restart", () => this.#act(() => this.#restart()));
      this.takeBack = button("take-back", () => this.#act(() => this.#back()));
      this.impossible = button("claim", () => this.#act(() => this.#claim()));
      this.giveUp = button("show-me", () => this.#act(() => this.#giveUp()));
      this.close_ = element(
        "button",
        { type: "button", class: "game-close", title: say("close"), onclick: () => this.close() },
        "✕",
      );
      const early_ = element("label", {}, this.#early, say("early"));
      early_.hidden = !charts.clock;
      const large = element("p", { class: "player-note" }, say("early-large"));
      large.hidden = early !== "large";
      const counts = [this.#count, this.#par, this.#left];
      const acts = [this.takeBack, this.restart, this.impossible, this.giveUp];
      const bar = element(
        "div",
        { class: "player-bar" },
        element("div", { class: "game-row game-head" }, label("goal", this.#select), this.close_),
        this.#target,
        element("p", { class: "game-row game-counts" }, this.#who, ...counts),
        this.#choices,
        element("div", { class: "game-row" }, ...acts, early_),
        this.#live,
        this.#links,
        this.#part,
        large,
      );
      this.area.setAttribute("role", "group");
      this.area.setAttribute("aria-label", this.button.textContent);
      this.area.onkeydown = (event) => this.#key(event);
      this.area.replaceChildren(bar, this.#stage);
      if ("goal" in this.card.dataset) this.#select.parentElement.replaceWith(this.#asked);
    }

    #key(event) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.target.matches("select") && event.key !== "Escape") return; // it has keys of its own
      const move = Number(event.key) - 1;
      let act;
      if (event.key === "Escape") act = () => this.close();
      else if (["Backspace", "u", "U"].includes(event.key)) act = () => this.#act(() => this.#back());
      else if (move in this.#position.place.moves) act = () => this.#choose(move);
      if (!act) return;
      event.preventDefault();
      act();
    }

    // Tries another goal; undefined or -1: none. It says itself whether timers may be early.
    #aim(index) {
      this.#goal = index >= 0 ? index : undefined;
      const goal = this.#board.goals[this.#goal];
      this.#select.value = this.#goal ?? -1;
      write(this.#asked, goal ? Turns.tellGoal(goal) : "");
      const texts = goal?.texts ?? [];
      this.#target.replaceChildren(...texts.map((text) => element("li", {}, text)));
      this.#target.hidden = !texts.length;
      this.impossible.hidden = this.giveUp.hidden = !goal;
      this.#early.disabled = Boolean(goal);
      this.#isParShown = false;
      const { queue } = this.#board.charts;
      const canChoose = queue.places.some(({ moves }) => moves.length);
      this.#begin(goal?.mode ?? (canChoose ? "queue" : "clock"));
      this.moved(true, this.#goal);
    }

    #begin(mode) {
      const board = this.#board;
      this.#early.checked = mode === "clock";
      this.#position = new Turns.Position(board, mode);
      if (!this.#modes.has(mode)) {
        const choices = new Turns.Choices(board.charts[mode], (move) => this.#choose(move));
        this.#modes.set(mode, { choices, stage: new Turns.Stage(this.#position, board.output.length) });
      }
      const { choices, stage } = this.#modes.get(mode);
      this.#choices.replaceChildren(choices.element);
      this.#stage.replaceChildren(stage.element);
      write(this.#part, board.charts[mode].whole ? "" : say("part"));
      this.#restart();
    }

    // The reader acts: what we play ends.
    #act(what) {
      this.#pause();
      this.#claimed = "";
      what();
    }

    #pause() {
      clearTimeout(this.#timer);
      this.#timer = 0;
    }

    #restart() {
      this.#helped = false;
      this.#claimed = "";
      this.#position.back(0);
      this.#show();
    }

    #back() {
      this.#position.back(Math.max(0, this.#position.path.length - 1));
      this.#show();
    }

    #choose(move) {
      if (this.#position.place.moves[move].to === null) return;
      this.#act(() => {
        this.#position.choose(move);
        this.#show();
        this.#notice();
      });
    }

    #claim() {
      const { isPossible } = this.#goals[this.#goal];
      this.#claimed = isPossible ? say("refuted") : this.#proof("proof");
      this.#show();
      if (!isPossible && !this.#helped) this.#solved(0);
    }

    #giveUp() {
      this.#helped = true;
      if (!this.#goals[this.#goal].isPossible) {
        this.#claimed = this.#proof("proof-told");
        this.#show();
        return;
      }
      this.#position.back(0);
      this.#play();
    }

    // Goes the way to the goal, a choice at a time, and then as the queue would.
    #play() {
      const { path, place } = this.#position;
      const goal = this.#goals[this.#goal];
      const isThere = goal.isReached(this.#position) || !place.moves.length;
      const next = () => {
        this.#position.choose(this.#board.ways[this.#goal][path.length] ?? 0);
        this.#play();
      };
      this.#timer = isThere ? 0 : setTimeout(next, SHOWN);
      this.#show();
    }

    // Why nobody reaches it: how much was looked at, and what leads to the line.
    #proof(key) {
      const { queue, clock } = this.#board.outcomes;
      const how = queue.count === 1 ? "looked-one" : queue.exact ? "looked" : "looked-many";
      const isMore = clock && clock.count !== queue.count;
      const more = isMore ? say("looked-early", { count: clock.count }) : "";
      const { [this.#goal]: why } = JSON.parse(this.area.dataset.proofs);
      return say(key, { looked: say(how, { count: queue.count }) + more, why });
    }

    #notice() {
      const goal = this.#goals[this.#goal];
      if (goal?.isReached(this.#position) && !this.#helped) this.#solved(this.#position.departures);
    }

    #solved(departures) {
      this.#isParShown = true;
      this.#showCounts();
      const detail = { goal: this.#goal, solved: true, departures };
      this.card.dispatchEvent(new CustomEvent("turns:goal", { bubbles: true, detail }));
    }

    // Whether the goal is reached, or has been shown to be out of reach.
    #isSolved() {
      const goal = this.#goals[this.#goal];
      if (this.#helped) return false;
      return goal?.isPossible ? goal.isReached(this.#position) : Boolean(this.#claimed);
    }

    #showPar() {
      this.#isParShown = true;
      this.#showCounts();
      this.takeBack.focus({ preventScroll: true });
    }

    // What the goal has come to; what is certain is not said of a goal that is reached.
    #judge() {
      const position = this.#position;
      const goal = this.#goals[this.#goal];
      if (goal?.isReached(position)) {
        const { par } = this.#board.goals[this.#goal];
        const { departures: count } = position;
        if (this.#helped) return say("shown", { count });
        return say(count > par ? "reached-over" : "reached-par", { count, par });
      }
      if (this.#claimed) return this.#claimed;
      if (goal && !position.path.length) return say("help");
      const certain = Turns.tellCertain(position);
      if (!goal || goal.canBeReached(position)) return certain;
      return `${certain} ${say(position.end ? "missed" : "out-of-reach")}`;
    }

    #showCounts() {
      const { departures, place } = this.#position;
      const goal = this.#board.goals[this.#goal];
      write(this.#count, say("departures", { count: departures }));
      if (place.left) write(this.#left, say("left", { count: place.left }));
      this.#left.style.visibility = place.left ? "" : "hidden"; // it keeps its place
      this.#par.hidden = !goal;
      if (!goal) return;
      const shown = this.#isParShown ? goal.par ?? say("no-par") : "";
      write(this.#par, say("par", { par: shown }));
      if (!this.#isParShown) this.#par.append(button("show-par", () => this.#showPar()));
    }

    #show() {
      const position = this.#position;
      const { mode, path, tasks, turns, shown } = position;
      const { choices, stage } = this.#modes.get(mode);
      write(this.#told, [Turns.tellMove(position), Turns.tellEnd(position)].join(say("then")));
      write(this.#verdict, this.#judge());
      const isSolved = this.#isSolved();
      const isOver = position.end?.kind === "deadlock" ? "over-deadlock" : "over";
      write(this.#who, say(isSolved ? "done" : position.end ? isOver : "who"));
      for (const one of [this.impossible, this.giveUp]) one.style.visibility = isSolved ? "hidden" : "";
      this.#links.hidden = !isSolved;
      this.takeBack.setAttribute("aria-disabled", !path.length);
      this.#showCounts();
      const inUse = document.activeElement;
      choices.show(position);
      // What has just become invisible would lose the focus, and with it the keys.
      if (this.area.contains(inUse) && getComputedStyle(inUse).visibility === "hidden") this.focus();
      stage.show(position, shown, false);
      const lines = [...new Set(turns.flatMap(({ lines }) => lines))];
      this.code.show({ ...turns.find(({ lines }) => lines.length), lines }, tasks);
    }
  };
})();
