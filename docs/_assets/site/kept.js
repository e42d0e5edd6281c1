// What stays in the reader's browser, and never leaves it. A browser may forbid to keep anything.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});

  // An object that is kept under a key: how to read it, and how to write another one.
  Turns.kept = (key) => ({
    read() {
      try {
        return JSON.parse(localStorage.getItem(key)) ?? {};
      } catch {
        return {};
      }
    },
    write(kept) {
      try {
        localStorage.setItem(key, JSON.stringify(kept));
      } catch {}
    },
  });
})();
