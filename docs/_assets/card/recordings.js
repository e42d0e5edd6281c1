// Loads recordings and boards, and with the first of them what plays it. One is a script, because a
// page on a disk may not fetch; it calls turnsRecording with what `turns.exploring.findings` defines,
// as far as `card.store` hands it on, or turnsBoard with a `turns.exploring.board`.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const root = document.currentScript.src.replace(/_static\/.*/, "_static/");
  const recordings = new Map(); // by their names
  const boards = new Map(); // the same
  const coming = new Map(); // address → a promise that the file is here

  const pictures = new Map(); // by the same names: schedule → the picture of its run, as HTML

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

  // A promise that a file below `_static` is here.
  Turns.here = here;

  // A promise of what was found out about a card's program; the next call after a failure tries again.
  Turns.load = async ({ dataset: { recording, address } }) => {
    await Promise.all([...globalThis.playerFiles, address.replace("{}", "")].map(here));
    return recordings.get(recording);
  };

  // A promise of the pictures of a card's other runs.
  Turns.loadPictures = async ({ dataset: { recording, address } }) => {
    await here(address.replace("{}", "--pictures"));
    return pictures.get(recording);
  };

  // The same of a card's board. The game shows its places as the player does.
  Turns.loadBoard = async ({ dataset: { recording, board } }) => {
    await Promise.all([...globalThis.playerFiles, ...globalThis.gameFiles, board].map(here));
    return boards.get(recording);
  };
})();
