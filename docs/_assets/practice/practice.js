// The levels of the practice page: which are solved, what is behind them, and which one comes next.
// Cards say that a goal is reached, or a question answered, by an event `turns:goal`.
(() => {
  "use strict";

  const { say, element, write, kept } = globalThis.Turns;
  const store = kept("whose-turn-practice"); // key of a level → with how few departures; null: none needed

  const levels = [...document.querySelectorAll("[data-level]")];
  const progress = document.querySelector(".practice-progress");
  const status = progress.firstElementChild;
  const next = element("a", {});
  const forget = element("button", { type: "button", onclick: () => clear() }, say("forget-all"));

  const numberOf = (level) => levels.indexOf(level) + 1;

  const done = ({ dataset: { par } }, departures) => {
    if (!par || !departures) return say("solved");
    return say(departures === 1 ? "solved-in-one" : "solved-in", { departures, par });
  };

  // The first level after this one that is still to be solved.
  const following = (level) => {
    const after = [...levels.slice(numberOf(level)), ...levels];
    return after.find((one) => !one.classList.contains("solved"));
  };

  const lead = (link, level) => {
    link.hidden = !level;
    if (!level) return;
    link.href = `#${level.id}`;
    write(link, say("next-level", { number: numberOf(level) }));
  };

  // In the game, too, which may cover what is below it.
  const linked = (level) => {
    const links = level.querySelector(".game-links");
    if (!links) return;
    if (!links.firstChild) {
      const rule = element("a", { href: `#${level.querySelector(".behind").id}` }, say("behind"));
      links.append(rule, element("a"));
    }
    lead(links.lastChild, following(level));
  };

  const show = () => {
    const solved = store.read();
    for (const level of levels) {
      const isSolved = level.dataset.level in solved;
      level.classList.toggle("solved", isSolved);
      level.querySelector(".practice-done")?.remove();
      if (!isSolved) continue;
      const text = `✓ ${done(level, solved[level.dataset.level])}`;
      level.querySelector(".behind").prepend(element("p", { class: "practice-done" }, text));
    }
    for (const level of levels) {
      const behind = level.querySelector(".behind");
      if (!behind.querySelector(".practice-next")) behind.append(element("a", { class: "practice-next" }));
      lead(behind.querySelector(".practice-next"), following(level));
      linked(level);
    }
    const count = levels.filter((level) => level.classList.contains("solved")).length;
    write(status, say("how-many", { solved: count, count: levels.length }));
    lead(next, levels.find((level) => !level.classList.contains("solved")));
    forget.hidden = !count;
  };

  const clear = () => {
    store.write({});
    show();
    levels[0].querySelector("summary").focus();
  };

  const open = () => {
    const level = levels.find(({ id }) => `#${id}` === location.hash);
    if (!level) return;
    level.open = true;
    level.scrollIntoView();
    level.querySelector("summary").focus({ preventScroll: true });
  };

  document.addEventListener("turns:goal", ({ target, detail: { solved, departures = null } }) => {
    const level = target.closest("[data-level]");
    if (!level || !solved) return;
    const { [level.dataset.level]: before, ...others } = store.read();
    const fewest = before == null ? departures : Math.min(before, departures);
    store.write({ ...others, [level.dataset.level]: fewest });
    show();
  });
  addEventListener("hashchange", open);
  progress.append(next, forget);
  show();
  open();
})();
