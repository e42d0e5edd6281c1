// What every page has of the search: the keys that lead to it. All else comes when it is first used.
(() => {
  "use strict";

  const { here, say } = globalThis.Turns;
  // Whether "/" leads to the search: a key without a modifier is in the way of who speaks to the browser.
  const kept = globalThis.Turns.kept("search");
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
    if (!box || !matchMedia("(hover: hover) and (pointer: fine)").matches) return;
    box.placeholder = say(slash.isOn ? "keys" : "key", { search: name, key: apple ? "⌘K" : "Ctrl+K" });
  };

  // On small screens it is in a drawer.
  const seek = () => {
    if (!box.checkVisibility({ visibilityProperty: true })) box.closest("[popover]").togglePopover(true);
    box.focus();
    box.select();
  };

  const start = () => here("search-index.js", ...globalThis.searchFiles).catch(() => {});

  globalThis.SiteSearch = { slash };
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
