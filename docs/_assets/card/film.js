// Loads films. A film is a script, because a page on a disk may not fetch; it calls turnsFilm.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const root = document.currentScript.src.replace(/_static\/.*/, "_static/");
  const asked = new Map(); // name → { promise, resolve }

  globalThis.turnsFilm = (name, film) => asked.get(name)?.resolve(film);

  // A promise of a card's film; the next call after a failure tries again.
  Turns.load = ({ dataset: { film: name, address } }) => {
    if (!asked.has(name)) {
      const request = {};
      request.promise = new Promise((resolve, reject) => {
        request.resolve = resolve;
        const script = document.createElement("script");
        script.src = root + address;
        script.onerror = () => {
          asked.delete(name);
          script.remove();
          reject(new Error(`no film at ${script.src}`));
        };
        document.head.append(script);
      });
      asked.set(name, request);
    }
    return asked.get(name).promise;
  };
})();
