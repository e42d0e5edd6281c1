// Gives every card on the page its player. Addresses: #CARD:turn-7, and #CARD:if-3:turn-7 for the
// run in which output line 3 (from 0) moves. A fragment, as it works on any server and from a disk.
(() => {
  "use strict";

  const { Player, Predict } = globalThis.Turns;
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

  const openAddress = async () => {
    const [, id, line, n] = ADDRESS.exec(location.hash) ?? [];
    const card = document.getElementById(id);
    questions.get(card)?.reveal();
    await players.get(card)?.open(Number(n), line && Number(line));
    if (players.has(card)) card.scrollIntoView();
  };

  for (const card of document.querySelectorAll("[data-film]")) {
    const player =
      card.querySelector(".snippet-player") && new Player(card, (line, n) => moved(card, line, n));
    if (player) players.set(card, player);
    if (card.querySelector(".snippet-predict")) questions.set(card, new Predict(card, player));
    for (const part of card.querySelectorAll(".snippet-buttons, .snippet-whatif")) {
      part.hidden = false;
    }
    player?.button.addEventListener("click", () => {
      if (player.isOpen) player.step(1);
      else player.openAndFocus();
    });
  }
  document.addEventListener("click", ({ target }) => {
    const button = target.closest(".snippet-whatif");
    const line = Number(button?.dataset.line);
    players.get(button?.closest("[data-film]"))?.openAndFocus(undefined, line);
  });
  addEventListener("hashchange", openAddress);
  openAddress();
})();
