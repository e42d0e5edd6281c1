// Where a program is edited and run: the editor, what starts and stops it, how far it is, its results.
// Python comes when somebody is about to run one, and what shows results as well.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { element, known, say, write } = Turns;
  const MB = 1e6;
  const language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
  const mega = (bytes) => (bytes / MB).toFixed(1);

  // A button that says a word of ours.
  const button = (key, onclick, more = {}) => element("button", { type: "button", onclick, ...more }, say(key));
  Turns.button = button;

  Turns.Bench = class {
    #status = element("span", { role: "status" });
    #amount = element("span", {});
    #progress = element("progress", { hidden: "", "aria-hidden": "true" });
    #run = button("run", () => this.run(), { class: "bench-run primary" });
    #stop = button("stop", () => this.stop(), { disabled: "" });
    #results; // once they can be shown
    #recorded;
    #area = element("div", { class: "bench-results" });
    #said; // the line with the status
    #now; // what runs: {source, schedule, isSeen, isOver}; whether something of it, or all of its own run, is there
    #ran = ""; // the program whose results are shown
    #found; // the part with what was found about it

    // `first` is the number of the program's first line; `tools` are what else can be pressed; `asks` is
    // what is asked about a program; `recorded` are nodes that show a run already. `onfound` is called
    // with the part that says what was found about the program in the editor, or with nothing while that
    // is not known; `onpart` with all else.
    constructor(
      parent,
      {
        source,
        first = 1,
        label,
        tools = [],
        asks = { kind: "explore" },
        recorded = [],
        onfound = () => {},
        onpart = () => {},
      },
    ) {
      this.asks = asks;
      this.onfound = onfound;
      this.onpart = onpart;
      this.first = first;
      this.schedule = null; // the one that is played, or that is asked for
      const editor = element("div", {});
      const bar = element("p", { class: "bench-bar" }, this.#run, this.#stop, ...tools);
      this.#said = element("p", { class: "bench-status" }, this.#status, this.#progress, this.#amount);
      parent.replaceChildren(editor, bar, this.#said, this.#area);
      this.editor = new Turns.Editor(editor, { source, first, label, onrun: () => this.run() });
      this.#recorded = recorded;
      this.#ran = recorded.length ? source : "";
      editor.addEventListener("input", () => this.#edited());
      this.#area.addEventListener("turns:played", ({ detail }) => this.#played(detail));
      // Whoever is about to write, or to press, will most likely run it.
      const prepare = () => {
        known().catch(() => {}); // it is said when it runs
        Turns.python.prepare();
      };
      const signs = [[editor, "focusin"], [this.#run, "focus"], [this.#run, "pointerenter"]];
      for (const [node, sign] of signs) node.addEventListener(sign, prepare, { once: true });
    }

    // Shows another program, as if the page had begun with it.
    show(source, schedule = null) {
      this.close();
      this.editor.source = source;
      this.schedule = schedule;
      this.#say();
    }

    async run() {
      const now = (this.#now = { source: this.editor.source, schedule: this.schedule });
      const isCurrent = () => this.#now === now;
      Turns.python.stop();
      this.#results?.begin();
      this.#tell(undefined);
      this.editor.unmark();
      this.#stop.disabled = false;
      this.#area.setAttribute("aria-busy", "true");
      try {
        this.#say("loading");
        await Promise.all([known(), Turns.python.load((progress) => isCurrent() && this.#loaded(progress))]);
        if (!isCurrent()) return;
        if (!this.#results) {
          this.#results = new Turns.Results(this.#area, this.editor, this.#recorded);
          this.#results.begin();
        }
        this.#say("starting");
        this.#ran = now.source;
        const source = "\n".repeat(this.first - 1) + now.source; // lines have the numbers that are shown
        const request = { ...this.asks, source, language, schedule: now.schedule };
        const begun = () => isCurrent() && this.#say("running");
        await Turns.python.ask(request, (part) => isCurrent() && this.#part(part), begun);
        if (isCurrent()) this.#say("complete");
      } catch (error) {
        if (isCurrent()) this.#fail(error.reason ?? "crashed");
      }
      if (isCurrent()) this.#end();
    }

    stop() {
      if (!this.#now) return;
      Turns.python.stop();
      this.#fail("stopped");
      this.#end();
    }

    // Shows no run, and none goes on.
    close() {
      this.stop();
      this.#results?.clear();
      this.#tell(undefined);
    }

    #end() {
      this.#now = undefined;
      this.#results?.end();
      // Who has pressed it should not lose his place.
      if (document.activeElement === this.#stop) this.#run.focus();
      this.#stop.disabled = true;
      this.#area.removeAttribute("aria-busy");
    }

    #part(part) {
      const shown = this.#results.show(part, this.#now.schedule);
      if (!this.#now.isSeen) shown.then(() => this.#reveal());
      this.#now.isSeen = true;
      if (part.kind === "run") {
        this.#now.isOver = true;
        this.#say("exploring");
      }
      const { line, ending, problem, reason } = part;
      const message = problem?.lines[0] ?? ending?.error ?? reason;
      if (line && message) this.editor.mark(line, say("at-line", { line, message }));
      if (part.kind === "found") this.#tell(part);
      else this.onpart(part);
    }

    // Once a run, and only if they are not in sight: the beginning of the results; bench.css says how much.
    #reveal() {
      this.#said.scrollIntoView({ block: "nearest" });
    }

    // Says why no more comes; what was printed is no less right if only the search had to be stopped.
    #fail(reason) {
      const keys = [`failed-${reason}`];
      if (this.#now.isOver) keys.unshift("run-over");
      if (this.#now.isOver && reason === "time") keys.push("advice-time");
      this.#say(...keys);
    }

    #played(schedule) {
      if (schedule === this.schedule || this.#now) return;
      this.schedule = schedule;
      this.onfound(this.#found);
    }

    #tell(found) {
      this.#found = found;
      this.onfound(found);
    }

    #edited() {
      const isShown = this.#results ? !this.#results.isEmpty : this.#recorded.length;
      const isOld = isShown && this.editor.source !== this.#ran;
      this.schedule = null;
      this.onfound(isOld ? undefined : this.#found);
      if (isOld && !this.#now) this.#say("changed");
    }

    #loaded({ loaded, total }) {
      this.#progress.hidden = false;
      this.#progress.max = total;
      this.#progress.value = loaded;
      if (loaded === total) this.#say("starting");
      else write(this.#amount, say("amount", { loaded: mega(loaded), total: mega(total) }));
    }

    // Without a key, nothing.
    #say(...keys) {
      this.#progress.hidden = true;
      write(this.#amount, "");
      write(this.#status, keys.map((key) => say(key)).join(language === "zh" ? "" : " "));
    }
  };
})();
