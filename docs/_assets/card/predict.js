// The question of a card: hides what the program prints until the reader has answered. Its kinds judge
// the answer: `Ordering` and `Choice`.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { say, element, write, score } = Turns;

  // A sentence on the answer, which takes the focus.
  Turns.verdict = (kind, text) =>
    element("p", { class: `predict-verdict predict-${kind}`, tabindex: -1 }, text);

  Turns.Predict = class {
    #area;
    #kind;
    #isRight = false;
    #answer = element("div", { class: "predict-answer" });

    // `close` closes the card's player.
    constructor(card, close) {
      this.card = card;
      this.close = close;
      this.name = card.dataset.recording;
      this.#area = card.querySelector(".snippet-predict");
      const Kind = this.#area.querySelector("fieldset") ? Turns.Choice : Turns.Ordering;
      this.#kind = new Kind(this.#area);
      this.#area.querySelector(".predict-check").onclick = () => this.check();
      const show = this.#area.querySelector(".predict-show"); // not in practice
      if (show) {
        show.onclick = () => {
          this.#note("shown");
          this.reveal();
        };
      }
      this.#area.append(this.#answer);
    }

    // Shows what the program prints; `parts` say what to think of it.
    reveal(...parts) {
      const onclick = () => this.ask();
      const again = element("button", { type: "button", onclick }, say("try-again"));
      this.#answer.replaceChildren(...parts, again);
      this.card.classList.add("predicted");
      this.#answer.firstChild.focus({ preventScroll: true });
    }

    // A right answer is not kept: it would only have to be checked again.
    ask() {
      this.close();
      if (this.#isRight) this.#kind.again();
      this.#isRight = false;
      this.card.classList.remove("predicted");
      this.#answer.replaceChildren();
      this.#area.querySelector("button, input").focus({ preventScroll: true });
    }

    async check() {
      const status = this.#area.querySelector(".predict-moved");
      write(status, this.#kind.isAnswered ? "" : say("choose"));
      if (!this.#kind.isAnswered) return;
      let findings;
      try {
        findings = await Turns.load(this.card);
      } catch {
        this.reveal(element("p", {}, say("no-recording")));
        return;
      }
      const reasons = (lines) => [this.#reasons(findings, lines), this.#more()];
      const [isRight, ...parts] = this.#kind.judge(findings, reasons);
      this.#isRight = isRight;
      this.#note(isRight ? "right" : "wrong");
      this.reveal(...parts, ...this.#score());
      const detail = { solved: isRight };
      this.card.dispatchEvent(new CustomEvent("turns:goal", { bubbles: true, detail }));
    }

    // Only chapters have a score.
    get #isScored() {
      return "scored" in this.#area.dataset;
    }

    #note(result) {
      if (this.#isScored) score.note(this.name, result);
    }

    // Of each of these lines: what promises its place, and the turn that prints it.
    #reasons(findings, lines) {
      if (!this.card.querySelector(".snippet-output")) return ""; // practice has words of its own
      const run = new Turns.Run(findings.recording);
      run.at(run.turns.length - 1);
      const indexes = run.output.map(({ index }) => index);
      const reason = (line) => {
        const why = this.card.querySelector(`.snippet-line[data-line="${line}"] .mark-why`);
        const parts = why ? [why.firstElementChild.textContent, " "] : [];
        const turn = indexes[line] >= 0 && run.at(indexes[line]);
        if (turn) {
          const [when, told] = [Turns.tellWhen(run, turn), Turns.tell(run, turn)];
          const href = `#${this.card.id}:turn-${turn.number}`;
          parts.push(element("a", { href }, when.trim()), " ", told);
        }
        return element("li", {}, ...parts);
      };
      return element("ul", {}, ...lines.map(reason));
    }

    // A link to what the marks mean.
    #more() {
      return this.card.querySelector(".mark-why > a")?.cloneNode(true) ?? "";
    }

    #score() {
      const { right, tried } = score.of(this.name);
      const isWorthSaying = right || !this.#isRight; // not “0 of 1” of an answer that is right now
      if (!this.#isScored || !tried || !isWorthSaying) return [];
      const line = element("p", { class: "predict-score" }, say("score", { right, tried }), " ");
      const onclick = () => {
        score.clear(this.name);
        line.remove();
        this.#answer.firstChild.focus({ preventScroll: true });
      };
      line.append(element("button", { type: "button", onclick }, say("forget")));
      return [line];
    }
  };
})();
