// Gives every card on the page its question, and its player and its game when they are first asked
// for; and so each part of a card that comes later, when a reader has run a program. Addresses:
// #CARD:turn-7, and #CARD:run-SCHEDULE:turn-7 for the run under another schedule; #CARD:play, and
// #CARD:goal-2 for the game with the board's goal 2 (from 0). A fragment, as it works on any server and
// from a disk.
(() => {
  "use strict";

  const { element, explain, handed, load, loadBoard, say, Predict } = globalThis.Turns;
  const ADDRESS = /^#(.+?)(?::run-([\w.-]+))?:turn-(\d+)$/;
  const PLAY = /^#(.+?):(?:play|goal-(\d+))$/;
  const SETTLED = 400; // ms: browsers limit how often an address may change

  const players = new Map(); // card → player
  const games = new Map(); // card → game
  const questions = new Map(); // card → its question, if it has one
  let settling;

  const settle = (address) => {
    clearTimeout(settling);
    settling = setTimeout(() => history.replaceState(history.state, "", address), SETTLED);
  };

  // Says in the address where the reader is; without `n`, that the player was closed. What was run in
  // the page has no address: whoever runs it is told.
  const moved = (card, schedule, n) => {
    if (handed(card)) {
      card.dispatchEvent(new CustomEvent("turns:played", { detail: schedule ?? null }));
      return;
    }
    const turn = n ? `${schedule ? `:run-${schedule}` : ""}:turn-${n}` : "";
    settle(`#${card.id}${turn}`);
  };

  // The same of the game.
  const played = (card, isOpen, goal) => {
    if (handed(card)) return;
    const where = goal === undefined ? ":play" : `:goal-${goal}`;
    settle(`#${card.id}${isOpen ? where : ""}`);
  };

  const closeIn = (all, card) => all.get(card)?.isOpen && all.get(card).close();

  // A promise of a card's player; undefined, if it cannot be had, which the card then says.
  const playerOf = async (card) => {
    const area = card?.querySelector(".snippet-player");
    if (!area) return undefined;
    try {
      const findings = await load(card);
      closeIn(games, card);
      if (!players.has(card)) {
        // Where an earlier try has failed, it says so.
        area.hidden = true;
        const player = new globalThis.Turns.Player(card, findings, (schedule, n) => moved(card, schedule, n));
        players.set(card, player);
      }
    } catch {
      area.replaceChildren(element("p", { class: "player-bar" }, say("no-recording")));
      area.hidden = false;
    }
    return players.get(card);
  };

  // The same of its game, which has the player's place.
  const gameOf = async (card) => {
    const area = card?.querySelector(".snippet-game");
    if (!area || !(handed(card)?.findings ?? card.dataset).board) return undefined;
    try {
      const board = await loadBoard(card);
      closeIn(players, card);
      if (!games.has(card)) {
        const game = new globalThis.Turns.Game(card, board, (...where) => played(card, ...where));
        games.set(card, game);
      }
    } catch {
      area.replaceChildren(element("p", { class: "player-bar" }, say("no-recording")));
      area.hidden = false;
    }
    return games.get(card);
  };

  // The card that an address names, as it was recorded: whoever has put something else there is told.
  const recorded = (id) => {
    const card = document.getElementById(id);
    card?.dispatchEvent(new Event("turns:recorded"));
    return card;
  };

  const openAddress = async () => {
    const [, played, goal] = PLAY.exec(location.hash) ?? [];
    if (played) {
      const card = recorded(played);
      questions.get(card)?.reveal();
      (await gameOf(card))?.open(goal && Number(goal));
      if (games.has(card)) card.scrollIntoView();
      return;
    }
    const [, id, schedule, n] = ADDRESS.exec(location.hash) ?? [];
    const card = recorded(id);
    questions.get(card)?.reveal();
    (await playerOf(card))?.openAndFocus(Number(n), schedule);
    if (players.has(card)) card.scrollIntoView();
  };

  // Lets what a card shows be pressed.
  const bind = (globalThis.Turns.bind = (card) => {
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
    const play = card.querySelector(".snippet-play");
    play?.setAttribute("aria-expanded", false);
    play?.addEventListener("click", async () => {
      const game = await gameOf(card);
      if (!game?.isOpen) game?.open(card.dataset.goal && Number(card.dataset.goal));
      game?.focus();
    });
    const picture = card.querySelector(".snippet-picture");
    picture?.classList.add("clickable");
    picture?.addEventListener("click", async ({ target }) => {
      const turn = target.closest("[data-turn]");
      if (turn) (await playerOf(card))?.openAndFocus(Number(turn.dataset.turn));
    });
  });

  // Plays the run of a card under another schedule.
  globalThis.Turns.play = async (card, schedule) => (await playerOf(card))?.open(undefined, schedule);

  const close = (card) => [players, games].forEach((all) => closeIn(all, card));

  // Closes what plays a card, which is about to show something else; the focus stays where it is.
  globalThis.Turns.unbind = (card) => {
    const { activeElement } = document;
    close(card);
    [players, games].forEach((all) => all.delete(card));
    activeElement?.focus({ preventScroll: true });
  };

  explain(document);
  for (const card of document.querySelectorAll("[data-recording]")) {
    if (card.querySelector(".snippet-predict")) questions.set(card, new Predict(card, () => close(card)));
    bind(card);
  }
  document.addEventListener("click", async ({ target }) => {
    const button = target.closest(".snippet-whatif");
    const player = await playerOf(button?.closest(".snippet"));
    player?.openAndFocus(undefined, button.dataset.schedule);
  });
  addEventListener("hashchange", openAddress);
  openAddress();
})();
