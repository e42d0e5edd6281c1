// Loads recordings and boards, and with the first of them what plays it. One is a script, because a
// page on a disk may not fetch; it calls turnsRecording with what `turns.exploring.findings` defines,
// as far as `card.store` hands it on, or turnsBoard with a `turns.exploring.board`. A card whose
// program was run in the page has been handed what was found out there, and loads nothing of it.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { here } = Turns;
  const recordings = new Map(); // by their names
  const boards = new Map(); // the same
  const pictures = new Map(); // by the same names: schedule → the picture of its run, as HTML
  const handed = new WeakMap(); // card → what was handed to it

  globalThis.turnsRecording = (name, findings) => recordings.set(name, findings);
  globalThis.turnsPictures = (name, drawn) => pictures.set(name, drawn);
  globalThis.turnsBoard = (name, board) => boards.set(name, board);

  // Has a card show {findings, picture, lines}: `picture(schedule)` makes the picture of another run,
  // `lines()` finds the lines of its code, as elements by their numbers.
  Turns.hand = (card, made) => handed.set(card, made);
  Turns.handed = (card) => handed.get(card);

  // A promise of what was found out about a card's program.
  Turns.load = async (card) => {
    const { recording, address } = card.dataset;
    const made = handed.get(card);
    await here(...globalThis.playerFiles, ...(made ? [] : [address.replace("{}", "")]));
    return made ? made.findings : recordings.get(recording);
  };

  // A promise of the picture of another run of it, as a node; undefined if there is none.
  Turns.loadPicture = async (card, schedule) => {
    const { recording, address } = card.dataset;
    const made = handed.get(card);
    if (made) return made.picture(schedule);
    await here(address.replace("{}", "--pictures"));
    const html = pictures.get(recording)?.[schedule];
    return html && document.createRange().createContextualFragment(html);
  };

  // The same of a card's board. The game shows its places as the player does.
  Turns.loadBoard = async (card) => {
    const { recording, board } = card.dataset;
    const made = handed.get(card);
    await here(...globalThis.playerFiles, ...globalThis.gameFiles, ...(made ? [] : [board]));
    return made ? made.findings.board : boards.get(recording);
  };
})();
