// A challenge in an editor: its answer is run, and graded over all schedules. The verdict stands below
// the status, with the run in which a goal is not reached; that run can be played like the others.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { button, element, say } = Turns;
  const STATES = { reached: "✓", broken: "✗", open: "?" };

  const goal = ({ said, state }) => {
    const known = Object.hasOwn(STATES, state) ? state : "open";
    const sign = element("span", { class: "challenge-sign", "aria-hidden": "true" }, STATES[known]);
    const row = element("li", { class: `challenge-${known}` }, sign, " ", ...Turns.quoting(said), " ");
    row.append(element("span", { class: "challenge-state" }, say(`challenge-${known}`)));
    return row;
  };

  // The lines of the run that breaks a goal, and how it ends.
  const run = ({ lines, ends, schedule }) => {
    const title = say(lines.length ? "challenge-prints" : "challenge-nothing");
    const printed = element("pre", { class: "snippet-lines", lang: "en", tabindex: 0 }, element("samp", {}, lines.join("\n")));
    const play = Turns.playing({ schedule, said: title }, say("challenge-play"));
    return [
      element("p", {}, title),
      ...(lines.length ? [printed] : []),
      ...ends.map((text) => element("p", {}, ...Turns.quoting(text))),
      ...play,
    ];
  };

  class Challenge {
    #details;
    #bench;
    #verdict = element("div", { class: "challenge-verdict", role: "region", "aria-label": say("challenge-verdict") });
    #told = element("p", { class: "challenge-said", role: "status" });
    #more = element("div", {});

    constructor(details) {
      this.#details = details;
      const code = details.querySelector(":scope > .highlight-python");
      const source = `${code.querySelector("pre").textContent.trimEnd()}\n`;
      const place = element("div", { class: "challenge-bench snippet" });
      const again = button("challenge-reset", () => this.#bench.show(source));
      code.replaceWith(place);
      this.#bench = new Turns.Bench(place, {
        source,
        label: say("challenge-code"),
        tools: [again],
        asks: { kind: "grade", challenge: details.dataset.challenge },
        onfound: (part) => this.#clear(part),
        onpart: (part) => part.kind === "verdict" && this.#judge(part),
      });
      this.#verdict.append(this.#told, this.#more);
      this.#verdict.hidden = true;
      place.querySelector(".bench-results").before(this.#verdict);
      this.#bench.editor.focus();
    }

    #clear(part) {
      if (part) return; // its verdict is still to come
      this.#verdict.hidden = true;
      this.#told.replaceChildren();
      this.#more.replaceChildren();
    }

    #judge(part) {
      const { verdict, sentence, goals, line } = part;
      this.#verdict.hidden = false;
      this.#verdict.dataset.verdict = verdict;
      this.#told.replaceChildren(...Turns.quoting(sentence));
      const list = element("ul", {}, ...goals.map(goal));
      this.#more.replaceChildren(list, ...(part.run ? run(part.run) : []));
      if (line) this.#bench.editor.mark(line, sentence);
      if (verdict !== "reached") return;
      this.#details.dispatchEvent(new CustomEvent("turns:solved", { bubbles: true }));
    }
  }

  // Puts an editor in place of a challenge's program.
  Turns.challenge = (details) => new Challenge(details);
})();
