// Loads films, and with the first of them what plays it. A film is a script, because a page on a disk
// may not fetch; it calls turnsFilm.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const root = document.currentScript.src.replace(/_static\/.*/, "_static/");
  const films = new Map(); // by their names
  const coming = new Map(); // address → a promise that the file is here

  globalThis.turnsFilm = (name, film) => films.set(name, film);

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

  // A promise of a card's film; the next call after a failure tries again.
  Turns.load = async ({ dataset: { film, address } }) => {
    await Promise.all([...globalThis.playerFiles, address].map(here));
    return films.get(film);
  };
})();
