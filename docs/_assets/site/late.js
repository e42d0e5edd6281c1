// Brings files of `_static/` when they are first needed. A page that was opened from a disk may not
// fetch, so all of them are scripts and styles.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const root = document.currentScript.src.replace(/_static\/.*/, "");
  const coming = new Map(); // name → a promise that the file is here

  const bring = (name) =>
    new Promise((resolve, reject) => {
      const isStyle = name.split("?")[0].endsWith(".css");
      const address = `${root}_static/${name}`;
      const fail = () => {
        node.remove();
        reject(new Error(`no file at ${address}`));
      };
      const where = isStyle ? { rel: "stylesheet", href: address } : { src: address };
      const node = Turns.element(isStyle ? "link" : "script", { ...where, onload: resolve, onerror: fail });
      node.async = false; // scripts run in the order in which they are asked for
      document.head.append(node);
    });

  // A promise that files are here, by their names. After a failure the next call tries again, also what
  // came behind it, and has run without it.
  Turns.here = (...names) => {
    const forget = (at) => names.slice(at).forEach((name) => coming.delete(name));
    const come = (name, at) => {
      const promise = bring(name);
      promise.catch(() => forget(at));
      return promise;
    };
    names.forEach((name, at) => coming.has(name) || coming.set(name, come(name, at)));
    return Promise.all(names.map((name) => coming.get(name)));
  };

  // The address of a page of the site; `path` is below the folder of the language.
  Turns.page = (path) => root + path;
})();
