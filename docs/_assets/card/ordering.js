// What is to be said of the reader's order of the lines.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { say, element } = Turns;

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

  Turns.Ordering = class {
    #order;

    constructor(area) {
      this.#order = new Turns.Order(area);
    }

    get isAnswered() {
      return true;
    }

    // Begins anew, as the lines stand in the right order.
    again() {
      this.#order.mix();
    }

    // Whether the order is right, the verdict, and what explains it; `reasons` makes a list of them.
    judge(findings, reasons) {
      const lines = this.#order.lines;
      const places = placesOf(lines);
      const wrong = tooEarly(places);
      const verdict = this.#verdict(findings, lines, places, wrong);
      const parts = wrong.length ? [this.#both(lines, places, wrong), ...reasons(wrong)] : [];
      return [!wrong.length, verdict, ...parts];
    }

    #verdict(findings, lines, places, wrong) {
      const order = [];
      places.forEach((place, line) => (order[place] = line));
      const [kind, place] = judged(findings, order, wrong);
      const values = { line: lines[place]?.[1], place: place + 1 };
      const text = say(place === 0 ? "impossible-first" : kind, values);
      return Turns.verdict(kind, text);
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
  };
})();
