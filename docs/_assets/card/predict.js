// The question of a card: hides what the program prints until the reader has put it in order.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { say, element, score } = Turns;

  // The place of each line in the reader's order. Lines with equal texts are told apart by nobody:
  // the first of them is taken for the first.
  const placesOf = (lines) => {
    const places = [];
    for (const [, text] of lines) {
      const equal = lines.flatMap(([line, other], place) => (other === text ? [[line, place]] : []));
      const sorted = equal.map(([line]) => line).sort((a, b) => a - b);
      sorted.forEach((line, nth) => (places[line] = equal[nth][1]));
    }
    return places;
  };

  // Lines of the output (from 0) that the reader has before the one that is printed above them.
  const tooEarly = (places) => [...places.keys()].filter((line) => places[line] < places[line - 1]);

  // How many lines of the reader's order an outcome begins with. `orders` are the places of
  // `turns.exploring.orders`, in which equal lines are the first of them.
  const walked = ({ places }, order, marks) => {
    let place = 0;
    const stuck = order.findIndex((line) => {
      const first = marks.findIndex(({ text }) => text === marks[line].text);
      place = places[place].find(([next]) => next === first)?.[1];
      return place === undefined;
    });
    return stuck < 0 ? order.length : stuck;
  };

  // What is to be said of an order: a key of the words, and the place, from 0, where it cannot go on.
  const judged = ({ orders, documented, marks }, order, wrong) => {
    if (!wrong.length) return ["right"];
    if (!orders) return ["wrong"]; // nothing is known of other outcomes
    const place = walked(orders, order, marks);
    if (place < order.length) return ["impossible", place];
    return [documented && walked(documented, order, marks) < order.length ? "ruled-out" : "possible"];
  };

  const column = (title, texts, flagged) => {
    const rows = texts.map((text, index) => {
      const wrong = flagged.includes(index);
      const sign = wrong ? [element("b", { "aria-hidden": "true" }, "✗ ")] : [];
      return element("li", wrong ? { class: "wrong" } : {}, ...sign, element("code", {}, text));
    });
    return element("div", {}, element("p", {}, title), element("ol", { lang: "en" }, ...rows));
  };

  Turns.Predict = class {
    #area;
    #order;
    #answer = element("div", { class: "predict-answer" });

    // `close` closes the card's player.
    constructor(card, close) {
      this.card = card;
      this.close = close;
      this.name = card.dataset.recording;
      this.#area = card.querySelector(".snippet-predict");
      this.#order = new Turns.Order(this.#area);
      this.#area.querySelector(".predict-check").onclick = () => this.check();
      this.#area.querySelector(".predict-show").onclick = () => {
        score.note(this.name, "shown");
        this.reveal();
      };
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

    ask() {
      this.close();
      this.card.classList.remove("predicted");
      this.#answer.replaceChildren();
      this.#area.querySelector("button").focus({ preventScroll: true });
    }

    async check() {
      let findings;
      try {
        findings = await Turns.load(this.card);
      } catch {
        this.reveal(element("p", {}, say("no-recording")));
        return;
      }
      const lines = this.#order.lines;
      const places = placesOf(lines);
      const wrong = tooEarly(places);
      score.note(this.name, wrong.length ? "wrong" : "right");
      const parts = [this.#verdict(findings, lines, places, wrong)];
      if (wrong.length) parts.push(this.#both(lines, places, wrong), this.#reasons(findings, wrong), this.#more());
      this.reveal(...parts, ...this.#score());
    }

    #verdict(findings, lines, places, wrong) {
      const order = [];
      places.forEach((place, line) => (order[place] = line));
      const [kind, place] = judged(findings, order, wrong);
      const values = { line: lines[place]?.[1], place: place + 1 };
      const text = say(place === 0 ? "impossible-first" : kind, values);
      return element("p", { class: `predict-verdict predict-${kind}`, tabindex: -1 }, text);
    }

    #both(lines, places, wrong) {
      const texts = [];
      places.forEach((place, line) => (texts[line] = lines[place][1]));
      const yours = column(
        say("yours"),
        lines.map(([, text]) => text),
        wrong.map((line) => places[line]),
      );
      return element("div", { class: "predict-both" }, yours, column(say("real"), texts, wrong));
    }

    // Of each line that came too early: what promises its place, and the turn that prints it.
    #reasons(findings, wrong) {
      const run = new Turns.Run(findings.recording);
      const last = run.turns[run.stops(false).at(-1)]?.number;
      run.at(run.turns.length - 1);
      const indexes = run.output.map(({ index }) => index);
      const reason = (line) => {
        const why = this.card.querySelector(`.snippet-line[data-line="${line}"] .mark-why`);
        const parts = why ? [why.firstElementChild.textContent, " "] : [];
        const turn = indexes[line] >= 0 && run.at(indexes[line]);
        if (turn) {
          const [when, told] = Turns.tell(run, turn, last);
          const href = `#${this.card.id}:turn-${turn.number}`;
          parts.push(element("a", { href }, when.trim()), " ", told);
        }
        return element("li", {}, ...parts);
      };
      return element("ul", {}, ...wrong.map(reason));
    }

    // A link to what the marks mean.
    #more() {
      return this.card.querySelector(".mark-why > a")?.cloneNode(true) ?? "";
    }

    #score() {
      const { right, tried } = score.of(this.name);
      if (!tried) return [];
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
