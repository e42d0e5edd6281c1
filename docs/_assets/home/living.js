// The program of the home page that runs by itself. Its frames come with the page: [running, lines,
// ready, waiting, ended, printed, said], as docs/_ext/card/frames.py has them. It stands still while
// it is out of sight, and until somebody presses Play where readers asked for less motion.
(() => {
  "use strict";

  const { element, linesOf, say, write } = globalThis.Turns;
  const PAUSE = 2200; // ms that a frame stays
  const MOVE = 450; // ms that a task takes from one place to another
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  const run = (stage) => {
    const film = JSON.parse(stage.dataset.film);
    const coroutines = JSON.parse(stage.dataset.coroutines);
    const program = stage.closest(".living-program");
    const printed = [...program.querySelectorAll("[data-line]")];
    const chips = new Map(); // task → its element
    const lists = ["running", "ready", "waiting", "ended"].map((place) => stage.querySelector(`.living-${place} > ol`));
    for (const chip of stage.querySelectorAll("[data-task]")) chips.set(chip.dataset.task, chip);
    let at = Number(stage.dataset.still);
    let timer = 0;
    let isWanted = !calm.matches; // by the reader
    let isSeen = false;

    const chipOf = (name) => {
      if (!chips.has(name)) {
        chips.set(name, element("li", { "data-task": name }, element("b", {}, name), " ", element("span")));
      }
      return chips.get(name);
    };

    // Moves those who are somewhere else now, from where they were: who had the turn makes room for the
    // next one, or waits until there is room, so that nobody lies on anybody. Not while nobody sees it, as
    // when the page is opened: to ask where they are would have all of it laid out at once.
    const place = (places) => {
      const isMoving = isSeen && !calm.matches;
      const boxOf = (chip) => isMoving && chip.isConnected && chip.getBoundingClientRect();
      const before = new Map([...chips.values()].map((chip) => [chip, boxOf(chip)]));
      const last = lists[0].firstElementChild;
      places.forEach((tasks, index) => {
        const shown = tasks.map(([name, state, about]) => {
          const chip = chipOf(name);
          chip.className = `state-${state}`;
          write(chip.lastElementChild, about);
          return chip;
        });
        const list = lists[index];
        if (shown.length !== list.childElementCount || shown.some((chip, i) => list.children[i] !== chip)) {
          list.replaceChildren(...shown);
        }
      });
      for (const chip of chips.values()) {
        const from = before.get(chip);
        const to = boxOf(chip);
        if (!to || (from && from.x === to.x && from.y === to.y)) continue;
        const start = from ? { transform: `translate(${from.x - to.x}px, ${from.y - to.y}px)` } : { opacity: 0 };
        const [now] = lists[0].children;
        const isFirst = (chip === last) === Boolean(now);
        const delay = last && last !== now && !isFirst ? MOVE : 0;
        chip.animate([start, {}], { duration: MOVE, delay, easing: "ease-in-out", fill: "backwards" });
      }
    };

    // What runs, once more: on a phone the code is below what is seen.
    const quote = (lines) => {
      const all = linesOf(program);
      const texts = lines.map((number) => all.get(number).textContent.replace(/^\s*\d+|\s+$/g, ""));
      const indent = Math.min(...texts.map((text) => text.search(/\S/)));
      const quoted = texts.map((text, i) => `${lines[i]}  ${text.slice(indent)}`);
      write(stage.querySelector(".living-lines"), quoted.join("\n"));
    };

    const show = (index) => {
      at = index % film.length;
      const [running, lines, ready, waiting, ended, count, said] = film[at];
      place([
        running ? [[running, "running", coroutines[running]]] : [],
        ready.map((name) => [name, "ready", coroutines[name]]),
        waiting.map(([name, on]) => [name, "waiting", on]),
        ended.map(([name, state]) => [name, state, ""]),
      ]);
      for (const [number, line] of linesOf(program)) line.classList.toggle("ran", lines.includes(number));
      quote(lines);
      printed.forEach((line, index) => line.classList.toggle("to-come", index >= count));
      write(stage.querySelector(".living-said > span"), said);
    };

    const toggle = element("button", { type: "button", class: "living-toggle" });
    const next = element("button", { type: "button", class: "living-next", "aria-keyshortcuts": "ArrowRight" }, say("one-step"));

    // Goes on where that is wanted and seen, and says what the button does.
    const settle = () => {
      clearTimeout(timer);
      write(toggle, say(isWanted ? "rest" : "move"));
      if (!isWanted || !isSeen) return;
      timer = setTimeout(() => {
        show(at + 1);
        settle();
      }, at === film.length - 1 ? 2 * PAUSE : PAUSE);
    };

    toggle.onclick = () => {
      isWanted = !isWanted;
      if (isWanted) show(at + 1);
      settle();
    };
    next.onclick = () => {
      isWanted = false;
      show(at + 1);
      settle();
    };
    stage.querySelector(".living-buttons").append(toggle, next);
    // The key that steps in the player does so here, too, unless something else has the focus.
    addEventListener("keydown", ({ key, target, altKey, ctrlKey, metaKey, shiftKey }) => {
      const isPlain = !(altKey || ctrlKey || metaKey || shiftKey);
      const isHere = isSeen && (target === document.body || stage.contains(target));
      if (key === "ArrowRight" && isPlain && isHere) next.click();
    });
    // Who wants to paste a program finds the editor ready for that; see playground.js.
    for (const link of stage.closest(".living").querySelectorAll('a[href^="playground.html"]')) link.hash = "paste";
    new IntersectionObserver(([{ isIntersecting }]) => {
      isSeen = isIntersecting;
      settle();
    }).observe(stage);
    calm.addEventListener("change", () => {
      isWanted &&= !calm.matches;
      settle();
    });
    if (isWanted) show(at); // lines that are printed later are not there yet
    else quote(film[at][1]);
    settle();
  };

  document.querySelectorAll(".living-stage").forEach(run);
})();
