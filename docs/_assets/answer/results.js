// What a run of a reader's program shows: the same as a built card, out of the parts of an answer (see
// `Turns.python.ask`). What was shown before stays, dimmed, until there is something in its place.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { Printed, element, known, marked, playing, say } = Turns;
  const QUOTED = /(?<=\u201c)(.*?)(?=\u201d)/; // as in `card.quoting`
  const OUTPUT = ".snippet-output, .snippet-exit";
  let areas = 0;

  // What begins with a word, and not with a name of the program's, begins a sentence.
  const sentence = (text) => text.replace(/^[a-z]+(?=[ :])/, (word) => word[0].toUpperCase() + word.slice(1));

  const paragraph = (name, ...parts) => element("p", { class: `snippet-${name}` }, ...parts);
  const list = (tag, items) => element(tag, {}, ...items.map((parts) => element("li", {}, element("p", {}, ...parts))));

  const code = (kind, text) => element("code", { class: `${kind} notranslate`, lang: "en" }, text);

  // What a sentence quotes was printed, or is somebody's name: it is no prose.
  const quoting = (text) => text.split(QUOTED).map((part, index) => (index % 2 ? code("quoted", part) : part));
  Turns.quoting = quoting;

  // What to do about an exception that has to do with this page, by how it begins.
  const ADVICE = [
    ["ModuleNotFoundError: No module named", "advice-module"],
    ["EOFError", "advice-input"],
  ];

  // How a run ended, if there is something to say of it; the exception as Python wrote it.
  const ending = ({ ending: { status, error }, error: traceback, problem }, { words }) => {
    const fill = (key) => words[key].replace("{status}", () => status);
    if (problem) {
      const [why, ...waiting] = problem.lines;
      const all = waiting.length ? [list("ul", waiting.map((text) => [text.trim()]))] : [];
      return [element("div", { class: "snippet-exit" }, element("p", {}, sentence(why)), ...all)];
    }
    if (!error) return status ? [paragraph("exit", fill("exit"))] : [];
    const whole = element("pre", { class: "snippet-lines", lang: "en", tabindex: 0 }, traceback ?? "");
    const folded = element("details", {}, element("summary", {}, say("traceback")), whole);
    const told = [element("p", {}, fill("exit-error"), code("literal", error))];
    for (const [begins, key] of ADVICE) if (error.startsWith(begins)) told.push(element("p", {}, say(key)));
    return [element("div", { class: "snippet-exit" }, ...told, ...(traceback ? [folded] : []))];
  };

  // What was written to standard error.
  const errors = ({ stderr }) => {
    if (!stderr) return [];
    const printed = new Printed(say("stderr"));
    printed.element.classList.add("snippet-errors");
    printed.show(stderr.replace(/\n$/, "").split("\n"));
    return [printed.element];
  };

  const outcomes = ({ sentence, others, items, more }, { words }) => {
    if (!items.length) return paragraph("outcomes", sentence);
    const each = items.map((one) => [...quoting(one.said), " ", ...playing(one, words["outcome-play"])]);
    const listed = list("ol", more ? [...each, [more]] : each);
    const shown = [element("summary", {}, sentence), element("p", {}, others), listed];
    return element("details", { class: "snippet-outcomes" }, ...shown);
  };

  const besides = ({ tasks, facts, unproven }) => {
    const told = [...unproven, ...(tasks ? [tasks] : [])].map((text) => element("p", {}, text));
    if (facts.length) told.push(element("p", {}, say("facts")), list("ul", facts.map((text) => [text])));
    return told.length ? [element("div", { class: "snippet-besides" }, ...told)] : [];
  };

  // Where what plays the run opens.
  const player = (findings, proofs, { words }) => {
    const button = (name, key) => element("button", { class: name, type: "button" }, words[key]);
    const canPlay = findings.board && Turns.isPlayable(findings.board);
    const buttons = [button("snippet-step primary", "open-player")];
    if (canPlay) buttons.push(button("snippet-play", "open-game"));
    return [
      element("div", { class: "snippet-buttons" }, ...buttons),
      element("div", { class: "snippet-player", hidden: "" }),
      element("div", { class: "snippet-game", hidden: "", "data-proofs": JSON.stringify(proofs) }),
    ];
  };

  Turns.Results = class {
    #area;
    #editor;
    #old; // nodes of the run before
    #new = []; // of this one
    #printed; // its output, while it comes
    #run; // how it went
    #keeps = false; // whether what is old is still what there is to see
    #turn = 0; // which run this is

    // `area` becomes a card; `old` are the nodes of a run that is shown already, elsewhere.
    constructor(area, editor, old = []) {
      area.classList.add("snippet", "snippet-made");
      area.id ||= `run-${(areas += 1)}`;
      this.#area = area;
      this.#editor = editor;
      this.#old = old;
    }

    // Whether it shows a run.
    get isEmpty() {
      return !this.#new.length && !this.#old.length;
    }

    // A run begins.
    begin() {
      this.#turn += 1;
      this.#old = [...this.#old, ...this.#new];
      this.#new = [];
      this.#printed = this.#run = undefined;
      this.#keeps = false;
      for (const card of new Set(this.#old.map((node) => node.closest(".snippet")))) Turns.unbind(card);
      this.#dim(true);
    }

    // Shows a part of the answer; the run under `schedule` is played if it is there.
    async show(part, schedule) {
      const turn = this.#turn;
      const site = part.kind === "lines" ? undefined : await known();
      if (turn === this.#turn) this[`_${part.kind}`]?.(part, site, schedule);
    }

    // The run is over, or it is given up. Where nothing came of it, what was shown before stays.
    async end() {
      const turn = this.#turn;
      await known();
      if (turn !== this.#turn) return;
      this.#printed?.settle();
      this.#dim(false);
      if (this.#new.length && !this.#keeps) this.#forget();
      [this.#new, this.#old] = [[...this.#new, ...this.#old], []];
    }

    // Shows nothing.
    clear() {
      this.#turn += 1;
      Turns.unbind(this.#area);
      Turns.hand(this.#area, undefined);
      this.#forget();
      this.#put();
    }

    _lines({ lines }) {
      if (!this.#printed) {
        this.#printed = new Printed(say("printed"));
        this.#put(this.#printed.element);
        this.#hideOutput();
      }
      this.#printed.add(lines);
    }

    _run(part, site) {
      this.#run = part;
      this.#keeps = part.problem?.kind === "unsupported"; // elsewhere it can run
      if (this.#keeps) {
        this.#explain(part.problem.lines[0]);
        return;
      }
      this.#printed = this.#output(part.recording.output, site);
      this.#printed.element.classList.add("coming");
      this.#put(this.#printed.element, ...errors(part), ...ending(part, site));
      this.#hideOutput();
    }

    // What is said of the lines and the outcomes.
    _marked({ said }, site) {
      if (!this.#run) return;
      const mark = (index) => marked(said.lines[index], `${this.#area.id}-mark-${index}`, site);
      this.#forget();
      this.#put(
        this.#output(this.#run.recording.output, site, mark).element,
        ...errors(this.#run),
        ...ending(this.#run, site),
        outcomes(said.outcomes, site),
        ...besides(said.besides),
      );
      Turns.explain(this.#area);
    }

    // What there is to look at and to play with besides.
    _found({ findings, picture, pictures, proofs }, site, schedule) {
      if (!this.#run) return;
      if (findings.recording.turns.length) this.#add(...Turns.safe(picture).children, ...player(findings, proofs, site));
      const other = (schedule) => Object.hasOwn(pictures, schedule) && Turns.safe(pictures[schedule]);
      Turns.hand(this.#area, { findings, picture: other, lines: () => this.#editor.lines });
      Turns.bind(this.#area);
      if (schedule && Object.hasOwn(pictures, schedule)) Turns.play(this.#area, schedule);
    }

    // Why nothing more is found out; that may be why the run was stopped, which is said then.
    _refused({ reason }) {
      if (this.#run?.problem?.lines[0] === reason) return;
      this.#keeps = !this.#run;
      if (this.#keeps) this.#explain(reason);
      else this.#put(...this.#new, paragraph("exit", sentence(reason)));
    }

    // Says why there is no run, above that of before.
    #explain(why) {
      const earlier = this.#old.length ? [element("p", {}, say("earlier"))] : [];
      this.#put(element("div", { class: "snippet-exit" }, element("p", {}, sentence(why)), ...earlier));
      this.#hideOutput(false);
    }

    #output(texts, { words }, mark) {
      const printed = new Printed(words.output);
      if (texts.length) printed.show(texts, mark);
      else printed.element.lastChild.replaceWith(paragraph("note", words.nothing));
      return printed;
    }

    #put(...nodes) {
      for (const node of this.#new) node.remove();
      this.#area.prepend(...nodes);
      this.#new = nodes;
    }

    // Puts nodes below those that there are, which stay: somebody may be reading there.
    #add(...nodes) {
      this.#new.at(-1).after(...nodes);
      this.#new.push(...nodes);
    }

    #dim(isDim) {
      for (const node of this.#old) {
        node.classList.toggle("old", isDim);
        node.inert = isDim;
      }
      this.#hideOutput(false);
    }

    // There is another one, or there is none.
    #hideOutput(isHidden = true) {
      for (const node of this.#old.filter((one) => one.matches(OUTPUT))) node.hidden = isHidden;
    }

    // Takes away what is old.
    #forget() {
      this.#dim(false);
      for (const node of this.#old) node.remove();
      this.#old = [];
    }
  };
})();
