// What every page has of the search: the keys that lead to it, and how it is loaded when it is first
// used. A page that was opened from a disk may not fetch, so all of it comes as scripts.
(() => {
  "use strict";

  const { siteWords: words, Turns } = globalThis;
  const root = document.currentScript.src.replace(/_static\/.*/, "");
  const loading = new Map(); // address → a promise; one that failed is tried again

  // Loads a file of `_static/`, a script or a style, once.
  const load = (name) => {
    if (!loading.has(name)) {
      const isStyle = name.split("?")[0].endsWith(".css");
      const node = document.createElement(isStyle ? "link" : "script");
      const address = `${root}_static/${name}`;
      const loaded = new Promise((resolve, reject) => {
        node.onload = resolve;
        node.onerror = () => {
          loading.delete(name);
          node.remove();
          reject(new Error(`no file at ${address}`));
        };
      });
      loading.set(name, loaded);
      if (isStyle) Object.assign(node, { rel: "stylesheet", href: address });
      else node.src = address;
      document.head.append(node);
    }
    return loading.get(name);
  };

  // Whether "/" leads to the search: a key without a modifier is in the way of who speaks to the browser.
  const kept = Turns.kept("search");
  const slash = {
    get isOn() {
      return kept.read().slash !== false;
    },
    set(isOn) {
      kept.write({ slash: isOn });
      tell();
    },
  };

  const box = document.querySelector(".sidebar-search");
  const apple = /Mac|iP/.test(navigator.platform);
  const name = box?.placeholder;

  // Readers are told of the keys where there is a keyboard, as far as that can be known.
  const tell = () => {
    box?.setAttribute("aria-keyshortcuts", `${slash.isOn ? "/ " : ""}${apple ? "Meta" : "Control"}+K`);
    if (!box || !matchMedia("(hover: hover)").matches) return;
    const text = slash.isOn ? words.keys : words.key;
    box.placeholder = text.replace("{search}", name).replace("{key}", apple ? "⌘K" : "Ctrl+K");
  };

  // On small screens it is in a drawer.
  const seek = () => {
    if (!box.checkVisibility({ visibilityProperty: true })) box.closest("[popover]").togglePopover(true);
    box.focus();
    box.select();
  };

  const start = () => Promise.all(["search-index.js", ...globalThis.searchFiles].map(load)).catch(() => {});

  globalThis.SiteSearch = { root, load, slash };
  tell();
  if (document.getElementById("search-page")) start();
  for (const event of ["pointerenter", "focus"]) box?.addEventListener(event, start);
  addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
    const typing = target.closest("input, textarea, select, [contenteditable]");
    const isSlash = key === "/" && slash.isOn && !typing && !ctrlKey && !metaKey;
    const isCommand = key.toLowerCase() === "k" && (apple ? metaKey : ctrlKey) && !shiftKey;
    if (!box || altKey || !(isSlash || isCommand)) return;
    event.preventDefault();
    seek();
  });
  // Without scripts the button opens the drawer alone.
  document.querySelector(".search-icon")?.addEventListener("click", (event) => {
    event.preventDefault();
    seek();
  });
})();
