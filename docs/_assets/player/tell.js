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

  // [3, 1, 2, 7] → "1–3, 7"
  const ranges = (numbers) => {
    const spans = [];
    for (const number of [...numbers].sort((a, b) => a - b)) {
      if (spans.at(-1)?.[1] === number - 1) spans.at(-1)[1] = number;
      else spans.push([number, number]);
    }
    return list(spans.map((span) => [...new Set(span)].join("–")));
  };

  const ending = ({ omitted, error, exit }) => {
    if (omitted) return say("omitted", { count: omitted });
    return error ? say("error", { error }) : exit ? say("exit", { exit }) : "";
  };

  // What became of the task whose turn it was.
  const then = ([state, line, on]) => {
    const how = state === "waiting" ? (line ? (on ? "" : "-at") : "-for") : "";
    return say(`then-${state}${how}`, { line, on });
  };

  // [the turn's number and time, what happened]; of the run's last turn also how it ended.
  Turns.tell = (run, turn, last) => {
    const { n, task, lines, out, outside } = turn;
    const others = (names) => list(names.filter((name) => name !== task));
    const who = task ?? say(turn.int ? "loop-callback" : "callback", { name: turn.cb });
    const runs = lines.length > 1 ? "runs-lines" : lines.length ? "runs-line" : "runs";
    const parts = [say(runs, { who, lines: ranges(lines) })];
    const part = (key, names) => names && parts.push(say(key, { names }));
    part("creates", others(run.created));
    part("prints", quote(out));
    part("wakes", others(run.woken));
    if (turn.tasks[task]) parts.push(then(turn.tasks[task]));
    let told = say("sentence", { text: parts.join(say("and-then")) });
    if (outside?.length) told += say("outside", { names: quote(outside.map(([, text]) => text)) });
    if (n === last) told += ending(run.film);
    return [say("turn", { n, last, when: Turns.seconds(turn.t) }), told];
  };

  // Whom the loop took: a task, the timer that wakes one, or a callback.
  const taken = ({ task, tasks, cb }) => {
    const woken = Object.keys(tasks).find((name) => tasks[name][0] === "ready");
    if (task || !woken) return task ?? cb;
    return say(cb.includes("set_result") ? "timer-of" : "callback-for", { task: woken });
  };

  // The same, also when both have the same name; then what they print tells them apart.
  const told = (turn, other) => {
    const name = taken(turn);
    if (name !== taken(other) || !turn.out.length) return name;
    return name + say("bracket", { text: quote(turn.out) });
  };

  // How another run departs from the normal one; `here`: the turn in which it does is shown.
  Turns.tellDeparture = (normal, other, here) => {
    const turn = other.turns[other.departs];
    const usual = normal.turns.find(({ n }) => n === turn.n);
    const names = usual && { taken: told(turn, usual), usual: told(usual, turn) };
    const same = names?.taken === names?.usual;
    return say(same ? "departs" : here ? "here" : "there", { n: turn.n, ...names });
  };
})();
