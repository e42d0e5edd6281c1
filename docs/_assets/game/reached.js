// What is to be said where the reader is: how the program has ended, what can no longer be avoided,
// and what that means for his goal.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { say } = Turns;
  const MANY = 12; // lines of an outcome that are read out

  const list = (texts) => texts.join(say("comma"));

  // What has happened since the last choice.
  Turns.tellMove = (position) => {
    const { turns, after: tasks, before } = position;
    const seen = turns.filter(({ internal, printed }, index) => !internal || printed || !index);
    const created = [...tasks.keys()].filter((name) => !before.has(name));
    const woken = [...tasks].flatMap(([name, { state }]) =>
      state === "ready" && before.get(name)?.state === "waiting" ? [name] : [],
    );
    return seen
      .map((turn, index) => {
        const written = Turns.pieces(turn.printed).map((text) => ({ text, stream: "output" }));
        const isLast = index === seen.length - 1;
        const state = tasks.get(turn.task);
        const after = isLast && state && before.get(turn.task) !== state ? { [turn.task]: state } : {};
        const run = seen.length === 1 ? { created, woken } : { created: [], woken: [] };
        return Turns.tell(run, { ...turn, written, outside: [], tasks: after });
      })
      .concat(position.hasRunOn ? [say("ran-on")] : [])
      .join(say("then"));
  };

  const waits = ({ name, line, on, thing, holder }) => {
    const what = thing || on;
    const held = holder ? say("held-by", { holder }) : "";
    return (line ? say("waits-at", { name, line, what }) : say("waits-for", { name, what })) + held;
  };

  // How the program has ended; empty, if it has not.
  Turns.tellEnd = ({ end }) => {
    if (!end) return "";
    const { kind, detail, waiting } = end;
    return say(`end-${kind}`, { detail, waiting: list(waiting.map(waits)) });
  };

  // What is certain from here on; empty, if nothing is, or if it has come.
  Turns.tellCertain = (position) => {
    const { left, doomed, moves } = position.place;
    if (!moves.length) return "";
    if (left !== 1) return doomed ? say("doomed") : "";
    const lines = position.rest.replace(/\n$/, "").split("\n").filter(Boolean);
    const shown = lines.slice(0, MANY).map((text) => say("quoted", { text }));
    if (lines.length > MANY) shown.push(say("more", { count: lines.length - MANY }));
    const rest = lines.length ? say("left-lines", { lines: list(shown) }) : say("left-nothing");
    return say("one-left", { rest }) + (doomed ? say("doomed") : "");
  };

  // A goal in words; of an outcome, whose lines are shown apart, the first ones if `isShort`.
  Turns.tellGoal = ({ aim, text, above, texts, mode }, isShort) => {
    const kind = aim === "earlier" && !above ? "missing" : aim;
    const lines = isShort ? ` ${texts.join(" / ")}` : "";
    return say(`goal-${kind}`, { text, above, lines }) + (mode === "clock" ? say("with-timers") : "");
  };
})();
