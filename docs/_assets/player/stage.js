// What the player shows of a turn: ready queue, timers, tasks, output. Every panel has a height of
// its own from the start, so that a step moves nothing.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { say, element, write } = Turns;
  const ROOM = 12; // entries of the queue and of the timers that are shown
  const ROWS = 30; // tasks that are shown

  const panel = (name, ...content) =>
    element(
      "div",
      { class: `player-panel player-${name}`, role: "group", "aria-label": say(name) },
      element("p", { class: "player-title", "aria-hidden": "true" }, say(name)),
      // Whoever uses the keyboard has to be able to scroll it.
      element("div", { class: "player-scroll", tabindex: 0 }, ...content),
    );

  // A callback, with its arguments where they tell it from others.
  const called = (Turns.called = (entry) =>
    entry.arguments ? `${entry.callback}(${entry.arguments})` : entry.callback);

  // Fills a list with [name, detail] pairs, if they are not what it shows.
  const fill = (items, entries, empty) => {
    const texts = JSON.stringify(entries);
    if (items.dataset.shows === texts) return;
    items.dataset.shows = texts;
    const rest = entries.length > ROOM && say("more", { count: entries.length - ROOM });
    const note = entries.length ? rest : empty;
    items.replaceChildren(
      ...entries
        .slice(0, ROOM)
        .map(([name, detail]) => element("li", {}, element("b", {}, name), ` ${detail}`)),
      ...(note ? [element("li", { class: "player-note" }, note)] : []),
    );
  };

  // The entries of the ready queue; the loop's own callbacks go by one name if `folded`.
  const queued = (ready, folded) => {
    const entries = [];
    let count = 0;
    for (const entry of ready) {
      const { task, callback, internal } = entry;
      const own = folded && internal && !task;
      count = own ? count + 1 : 0;
      if (count > 1) entries.at(-1)[1] = `× ${count}`;
      else if (own) entries.push([say("the-loop"), ""]);
      else entries.push(task ? [task, callback] : [called(entry), ""]);
    }
    return entries;
  };

  Turns.Stage = class {
    #queue = element("ol");
    #timers = element("ol");
    #clock = element("span");
    #tasks = element("tbody");
    #output = element("samp");
    #printed = panel("output");
    #rows = new Map(); // name of a task → its row
    #loops; // names of the loop's own tasks
    #run;

    // `normal`: the normal run; `length`: of its output, in lines.
    constructor(normal, length) {
      const { tasks, turns } = normal.recording;
      const heads = ["task", "state", "line", "waits"].map((key) =>
        element("th", { scope: "col" }, say(key)),
      );
      const table = element("table", {}, element("thead", {}, element("tr", {}, ...heads)), this.#tasks);
      this.element = element(
        "div",
        { class: "player-stage" },
        panel("queue", this.#queue),
        panel("timers", this.#timers),
        panel("tasks", table),
        this.#printed,
      );
      this.#printed.querySelector(".player-scroll").append(element("pre", { lang: "en" }, this.#output));
      this.element.querySelector(".player-timers > p").append(this.#clock);
      this.element.style.setProperty("--lines", Math.min(Math.max(2, length), 12));
      this.#loops = new Set(turns.filter((turn) => turn.internal).map((turn) => turn.task));
      for (const { name, coroutine } of tasks.slice(0, ROWS)) {
        const head = element("th", { scope: "row" }, name, " ", element("span", {}, coroutine));
        const cells = [0, 0, 0].map(() => element("td"));
        this.#rows.set(name, element("tr", {}, head, ...cells));
      }
      this.#tasks.append(...this.#rows.values());
      if (tasks.length > ROWS) {
        const note = say("more", { count: tasks.length - ROWS });
        this.#tasks.append(element("tr", { class: "player-note" }, element("td", { colspan: 4 }, note)));
      }
    }

    // Whether what is printed stands here; else the card's own output shows it.
    showOutput(here) {
      this.#printed.hidden = !here;
    }

    // `run` is at the turn; `folded`: what is the loop's own is not shown.
    show(run, turn, folded) {
      fill(this.#queue, queued(turn.ready, folded), say("empty"));
      const timers = turn.timers.map((timer) => [
        Turns.seconds(timer.when),
        timer.task ? say("will-wake", { task: timer.task }) : called(timer),
      ]);
      fill(this.#timers, timers, say("empty"));
      write(this.#clock, say("clock", { when: Turns.seconds(turn.begins) }));
      for (const [name, row] of this.#rows) {
        const { state, line, wait, error } = run.tasks.get(name) ?? { state: "none" };
        row.hidden = folded && this.#loops.has(name);
        row.dataset.state = state;
        row.classList.toggle("turn", name === turn.task);
        row.classList.toggle("changed", name in turn.tasks);
        write(row.cells[1], say(`state-${state}`));
        write(row.cells[2], `${line ?? ""}`);
        write(row.cells[3], wait?.on ?? error ?? "");
      }
      this.#print(run);
    }

    // Adds and removes lines at the end; those of this turn stand out.
    #print(run) {
      const shown = this.#output;
      if (this.#run !== run) shown.replaceChildren();
      this.#run = run;
      for (const line of shown.querySelectorAll(".fresh")) line.classList.remove("fresh");
      while (shown.childElementCount > run.output.length) shown.lastChild.remove();
      const latest = shown.childElementCount - 1;
      if (latest >= 0) write(shown.lastChild, run.output[latest].text); // it may go on
      for (const { text } of run.output.slice(shown.childElementCount)) {
        shown.append(element("span", { class: run.swapped.includes(text) ? "swapped" : "" }, text));
      }
      let last = run.output.length;
      while (run.output[--last]?.index === run.index) shown.children[last].classList.add("fresh");
      const frame = shown.closest(".player-scroll");
      frame.scrollTop = frame.scrollHeight;
    }
  };
})();
