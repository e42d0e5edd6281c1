// Loads recordings and boards, and with the first of them what plays it. One is a script, because a
// page on a disk may not fetch; it calls turnsRecording with what `turns.exploring.findings` defines,
// as far as `card.store` hands it on, or turnsBoard with a `turns.exploring.board`. A card whose
// program was run in the page has been handed what was found out there, and loads nothing of it.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const root = document.currentScript.src.replace(/_static\/.*/, "_static/");
  const recordings = new Map(); // by their names
  const boards = new Map(); // the same
  const coming = new Map(); // address → a promise that the file is here

  const pictures = new Map(); // by the same names: schedule → the picture of its run, as HTML
  const handed = new WeakMap(); // card → what was handed to it

  globalThis.turnsRecording = (name, findings) => recordings.set(name, findings);
  globalThis.turnsPictures = (name, drawn) => pictures.set(name, drawn);
  globalThis.turnsBoard = (name, board) => boards.set(name, board);

  const add = (address) =>
    new Promise((resolve, reject) => {
      const style = address.includes(".css");
      const node = document.createElement(style ? "link" : "script");
      if (style) node.rel = "stylesheet";
      node[style ? "href" : "src"] = root + address;
      node.onload = resolve;
      node.onerror = () => {
        coming.delete(address);
        node.remove();
        reject(new Error(`no file at ${root}${address}`));
      };
      document.head.append(node);
    });

  const here = (address) => {
    if (!coming.has(address)) coming.set(address, add(address));
    return coming.get(address);
  };

  // A promise that a file below `_static` is here; the next call after a failure tries again.
  Turns.here = here;

  // Has a card show {findings, picture, lines}: `picture(schedule)` makes the picture of another run,
  // `lines()` finds the lines of its code, as elements by their numbers.
  Turns.hand = (card, made) => handed.set(card, made);
  Turns.handed = (card) => handed.get(card);

  // A promise of what was found out about a card's program.
  Turns.load = async (card) => {
    const { recording, address } = card.dataset;
    const made = handed.get(card);
    await Promise.all([...globalThis.playerFiles, ...(made ? [] : [address.replace("{}", "")])].map(here));
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
    const files = [...globalThis.playerFiles, ...globalThis.gameFiles];
    await Promise.all([...files, ...(made ? [] : [board])].map(here));
    return made ? made.findings.board : boards.get(recording);
  };
})();
