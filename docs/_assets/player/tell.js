// Says in a sentence what happened in a turn.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { say } = Turns;
  const FEW = 4; // names or lines of output that are read out; the rest is counted

  const few = (texts) =>
    texts.length > FEW
      ? [...texts.slice(0, FEW - 1), say("more", { count: texts.length - FEW + 1 })]
      : texts;
  const list = (texts) => few(texts).join(say("comma"));
  const quote = (texts) => list(texts.map((text) => say("quoted", { text })));

  // What of a line was written, and such texts of one stream.
  const shown = ({ text }) => text.replace(/\n$/, "");
  const texts = (pieces, stream) => pieces.filter((one) => one.stream === stream).map(shown);

  // In the order in which they ran: [16, 17, 10, 11] → "16–17, 10–11"
  const ranges = (numbers) => {
    const spans = [];
    for (const number of numbers) {
      if (spans.at(-1)?.[1] === number - 1) spans.at(-1)[1] = number;
      else spans.push([number, number]);
    }
    return list(spans.map((span) => [...new Set(span)].join("–")));
  };

  const ending = ({ omitted, ending: { error, status } }) => {
    if (omitted) return say("omitted", { count: omitted });
    return error ? say("error", { error }) : status ? say("exit", { exit: status }) : "";
  };

  // What became of the task whose turn it was.
  const then = ({ state, line, wait, error }) => {
    const how = state === "waiting" ? (line ? (wait ? "" : "-at") : "-for") : "";
    return say(`then-${state}${how}`, { line, on: wait?.on ?? error });
  };

  // What happened in a turn.
  Turns.tell = (run, turn) => {
    const { task, lines, written } = turn;
    const outside = turn.outside.map(({ written }) => written);
    const others = (names) => list(names.filter((name) => name !== task));
    const who = task ?? say(turn.internal ? "loop-callback" : "callback", { name: turn.callback });
    const runs = lines.length > 1 ? "runs-lines" : lines.length ? "runs-line" : "runs";
    const parts = [say(runs, { who, lines: ranges(lines) })];
    const part = (key, names) => names && parts.push(say(key, { names }));
    part("creates", others(run.created));
    part("prints", quote(texts(written, "output")));
    part("errors", quote(texts(written, "errors")));
    part("wakes", others(run.woken));
    if (turn.tasks[task]) parts.push(then(turn.tasks[task]));
    let told = say("sentence", { text: parts.join(say("and-then")) });
    if (outside.length) told += say("outside", { names: quote(outside.map(shown)) });
    return told;
  };

  // Seconds to the microsecond, without needless zeros.
  Turns.seconds = (time) => say("seconds", { time: +time.toFixed(6) });

  // Which turn of how many it is, and at what time.
  Turns.tellWhen = ({ turns }, { number, begins }) =>
    say("turn", { n: number, last: turns.at(-1).number, when: Turns.seconds(begins) });

  // Turns that are folded away, so that no number is missing without a word.
  const folded = (turns) => {
    const n = ranges(turns.map(({ number }) => number));
    return turns.length ? say(turns.length > 1 ? "own-turns" : "own-turn", { n }) : "";
  };

  // At a stop: [the turn's number and time, what happened]; which turns come before the next one, as that
  // has a number which nobody expects; at the last one also how the run ended.
  Turns.tellStop = (run, stops, position) => {
    const index = stops[position];
    const turn = run.at(index);
    const next = stops[position + 1];
    const others = run.turns.slice(position && index, next).filter((one) => one !== turn);
    const ends = next === undefined ? ending(run.recording) : "";
    return [Turns.tellWhen(run, turn), Turns.tell(run, turn) + folded(others) + ends];
  };

  // The longest sentence of a run, for which there has to be room; a Chinese character is two wide.
  const width = (text) => text.replace(/[^\0-\xff]/g, "mm").length;
  Turns.longest = (run) =>
    [false, true]
      .map((all) => run.stops(all))
      .flatMap((stops) => stops.map((_, position) => Turns.tellStop(run, stops, position).join("")))
      .reduce((longest, text) => (width(text) > width(longest) ? text : longest), "");

  // Whom the loop took: a task, the timer that wakes one, or a callback.
  const taken = ({ task, tasks, callback, due }) => {
    const woken = Object.keys(tasks).find((name) => tasks[name].state === "ready");
    if (task || !woken) return task ?? callback;
    return say(due !== null ? "timer-of" : "callback-for", { task: woken });
  };

  // The same, also when both have the same name; then what they print tells them apart.
  const told = (turn, other) => {
    const name = taken(turn);
    const printed = quote(texts(turn.written, "output"));
    if (name !== taken(other) || !printed) return name;
    return name + say("bracket", { text: printed });
  };

  // How another run departs from the normal one; `here`: the turn in which it does is shown.
  Turns.tellDeparture = (normal, other, here) => {
    const turn = other.turns[other.departs];
    const usual = normal.turns.find(({ number }) => number === turn.number);
    const names = usual && { taken: told(turn, usual), usual: told(usual, turn) };
    const same = names?.taken === names?.usual;
    return say(same ? "departs" : here ? "here" : "there", { n: turn.number, ...names });
  };
})();
