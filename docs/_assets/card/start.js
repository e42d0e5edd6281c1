// Gives every card on the page its question, and its player when that is first asked for. Addresses:
// #CARD:turn-7, and #CARD:if-3:turn-7 for the run in which output line 3 (from 0) departs. A fragment,
// as it works on any server and from a disk.
(() => {
  "use strict";

  const { element, load, say, Predict } = globalThis.Turns;
  const ADDRESS = /^#(.+?)(?::if-(\d+))?:turn-(\d+)$/;
  const SETTLED = 400; // ms: browsers limit how often an address may change

  const players = new Map(); // card → player
  const questions = new Map(); // card → its question, if it has one
  let settling;

  // Says in the address where the reader is; without `n`, that the player was closed.
  const moved = (card, line, n) => {
    const turn = n ? `${line === undefined ? "" : `:if-${line}`}:turn-${n}` : "";
    clearTimeout(settling);
    settling = setTimeout(() => history.replaceState(history.state, "", `#${card.id}${turn}`), SETTLED);
  };

  // A promise of a card's player; undefined, if it cannot be had, which the card then says.
  const playerOf = async (card) => {
    const area = card?.querySelector(".snippet-player");
    if (!area) return undefined;
    try {
      const findings = await load(card);
      if (!players.has(card)) {
        // Where an earlier try has failed, it says so.
        area.hidden = true;
        const player = new globalThis.Turns.Player(card, findings, (line, n) => moved(card, line, n));
        players.set(card, player);
      }
    } catch {
      area.replaceChildren(element("p", { class: "player-bar" }, say("no-recording")));
      area.hidden = false;
    }
    return players.get(card);
  };

  const openAddress = async () => {
    const [, id, line, n] = ADDRESS.exec(location.hash) ?? [];
    const card = document.getElementById(id);
    questions.get(card)?.reveal();
    (await playerOf(card))?.open(Number(n), line && Number(line));
    if (players.has(card)) card.scrollIntoView();
  };

  for (const card of document.querySelectorAll("[data-recording]")) {
    const close = () => players.get(card)?.isOpen && players.get(card).close();
    if (card.querySelector(".snippet-predict")) questions.set(card, new Predict(card, close));
    for (const part of card.querySelectorAll(".snippet-buttons, .snippet-whatif")) {
      part.hidden = false;
    }
    const step = card.querySelector(".snippet-step");
    step?.setAttribute("aria-expanded", false);
    step?.addEventListener("click", async () => {
      const player = await playerOf(card);
      if (player?.isOpen) player.step(1);
      else player?.openAndFocus();
    });
    const picture = card.querySelector(".snippet-picture");
    picture?.classList.add("clickable");
    picture?.addEventListener("click", async ({ target }) => {
      const turn = target.closest("[data-turn]");
      if (turn) (await playerOf(card))?.open(Number(turn.dataset.turn));
    });
  }
  document.addEventListener("click", async ({ target }) => {
    const button = target.closest(".snippet-whatif");
    const line = Number(button?.dataset.line);
    (await playerOf(button?.closest("[data-recording]")))?.openAndFocus(undefined, line);
  });
  addEventListener("hashchange", openAddress);
  openAddress();
})();
