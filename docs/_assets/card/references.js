// Prose and card point at each other: a reference lights up its lines and its turn, and a line says
// in which turns it runs. The lines of a card are one tab stop: arrow keys go through them.
(() => {
  "use strict";

  const { element, handed, load, say } = globalThis.Turns;
  const FEW = 8; // turns that are named
  const all = new WeakMap(); // card → its lines, by their numbers in the file
  let lit = [];

  // Puts an element around each line, up to its end: what can be selected and copied stays.
  const linesOf = (card) => {
    const made = handed(card);
    if (made) return made.lines();
    if (all.has(card)) return all.get(card);
    const lines = new Map();
    for (const number of card.querySelectorAll("pre .linenos")) {
      const line = element("span", { class: "player-line" });
      lines.set(Number(number.textContent), line);
      number.before(line);
      for (let next; (next = line.nextSibling); line.append(next)) {
        if (next.nodeType === Node.TEXT_NODE && /.\n$/.test(next.data)) next.splitText(next.length - 1);
        if (next.textContent.endsWith("\n")) break;
      }
    }
    all.set(card, lines);
    return lines;
  };

  const light = (card, lines, turns) => {
    for (const one of lit) one.classList.remove("lit");
    const drawn = turns.map((n) => `.snippet-picture [data-turn="${n}"]`).join();
    lit = lines.map((line) => linesOf(card).get(line)).filter(Boolean);
    if (drawn) lit.push(...card.querySelectorAll(drawn));
    for (const one of lit) one.classList.add("lit");
  };

  for (const text of document.querySelectorAll(".snippet-reference")) {
    const link = text.closest("a");
    if (!link) continue;
    const { lines, turn } = text.dataset;
    const isHere = link.getAttribute("href")[0] === "#";
    const card = isHere && document.getElementById(link.hash.slice(1));
    if (turn && (!isHere || card?.dataset.recording)) link.hash += `:turn-${turn}`; // without scripts: the card
    if (!card) continue;
    const [first, last] = lines?.split("-").map(Number) ?? [1, 0];
    const numbers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    link.onmouseenter = link.onfocus = link.onclick = () => light(card, numbers, turn ? [turn] : []);
    link.onmouseleave = link.onblur = () => light(card, [], []);
  }

  for (const card of document.querySelectorAll("[data-recording]")) {
    const pre = card.querySelector(".linenos")?.closest("pre");
    if (!pre) continue;
    const note = element("p", { class: "snippet-turns", role: "status" });
    pre.parentElement.append(note);
    let current;

    const tell = async (line) => {
      if (current === line) return;
      current = line;
      linesOf(card); // now, as a click during which elements move hits none of them
      const found = line && (await load(card).catch(() => undefined));
      if (current !== line) return;
      const turns = (found?.recording.turns ?? []).filter((one) => one.lines.includes(line)).map((one) => one.number);
      light(card, turns.length ? [line] : [], turns);
      const few = turns.slice(0, FEW).join(say("comma")) + (turns.length > FEW ? " …" : "");
      const many = () => say("runs-in-turns", { line, turns: few });
      const one = () => (turns.length ? say("runs-in-turn", { line, turns: few }) : say("runs-never", { line }));
      note.textContent = found ? (turns.length > 1 ? many() : one()) : "";
      if (found) note.style.insetBlockStart = `${linesOf(card).get(line).offsetTop}px`;
    };
    const numberAt = ({ target }) => Number(target.closest(".linenos")?.textContent) || undefined;

    // What was clicked or chosen by keys stays until the focus goes: a tap is followed by a mouse that leaves.
    const unless = (line) => (line || document.activeElement !== pre) && tell(line);

    pre.addEventListener("mouseover", (event) => unless(numberAt(event)));
    pre.addEventListener("mouseleave", () => unless());
    pre.addEventListener("click", (event) => tell(numberAt(event) ?? current));
    pre.addEventListener("blur", () => tell());
    pre.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.key === "Escape") tell();
      if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
      const numbers = [...linesOf(card).keys()];
      const next = current ? current + step : numbers.at(step > 0 ? 0 : -1);
      event.preventDefault();
      if (numbers.includes(next)) tell(next);
    });
  }

  globalThis.Turns.linesOf = linesOf;
})();
