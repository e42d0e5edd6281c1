// Search as you type: a list below furo's search box, and the page of results.
(() => {
  "use strict";

  const { Search, excerpt } = globalThis.SiteSearch;
  const own = document.currentScript.src;
  const root = own.replace(/_static\/.*/, "");
  const SHOWN = 6; // results below the box
  let engine; // a promise of the search engine

  const load = () => {
    engine ??= new Promise((resolve, reject) => {
      globalThis.searchIndex = (...data) => resolve(new Search(...data));
      const script = document.createElement("script");
      script.src = `${root}_static/search-index.js`;
      script.onerror = () => {
        engine = undefined;
        reject(new Error(`no index at ${script.src}`));
      };
      document.head.append(script);
    });
    return engine;
  };

  const element = (tag, attributes, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };

  const marked = (text, terms, room) =>
    excerpt(text, terms, room).map(([part, hit]) => (hit ? element("mark", {}, part) : part));

  const whole = (text, terms) => marked(text, terms, text.length);

  // Where a result leads, in words: the page, and the section if it is another heading.
  const heading = ({ page, title, terms }) => {
    const names = page === title ? [page] : [page, title];
    return names.flatMap((name, i) => [...(i ? [" › "] : []), ...whole(name, terms)]);
  };

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const words = globalThis.siteWords;
  const counted = (count) => (count === 1 ? words.one : fill(words.count, { count }));

  // What to say where nothing is found: a link to the words that are explained.
  const nothing = (query) =>
    element(
      "p",
      { class: "search-none" },
      `${fill(words.none, { query })} `,
      element("a", { href: `${root}glossary.html` }, words.glossary),
    );

  // An event of an input method, as which Safari reports no Enter that only ends a word.
  const isComposing = (event) => event.isComposing || event.keyCode === 229;

  // Calls back when what is in an input has changed, but not for half a Chinese word.
  const onChange = (input, changed) => {
    input.addEventListener("input", (event) => event.isComposing || changed());
    input.addEventListener("compositionend", changed);
  };

  // -- The list below the box ----------------------------------------------------------------------

  const box = document.querySelector(".sidebar-search");
  if (box) {
    const list = element("ul", { id: "search-list", role: "listbox", "aria-label": words.results });
    const note = element("div", {}); // what is there instead of options
    const panel = element("div", { class: "search-panel", popover: "manual" }, list, note);
    const status = element("p", { class: "search-count", role: "status" }); // for screen readers
    box.after(status, panel);
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-controls": list.id,
      "aria-expanded": "false",
      "aria-autocomplete": "list",
    })) {
      box.setAttribute(name, value);
    }
    const drawer = box.closest("[popover]");
    let active = -1;

    // Below the box, and above a keyboard on the screen.
    const place = () => {
      const { left, bottom } = box.getBoundingClientRect();
      const room = document.documentElement.clientWidth - panel.offsetWidth - 8;
      panel.style.top = `${bottom + 4}px`;
      panel.style.left = `${Math.max(8, Math.min(left, room))}px`;
      panel.style.maxHeight = `${Math.max(150, visualViewport.height - bottom - 16)}px`;
    };

    const open = (options, ...notes) => {
      active = -1;
      box.removeAttribute("aria-activedescendant");
      list.hidden = !options.length;
      list.replaceChildren(...options);
      note.replaceChildren(...notes);
      status.textContent = note.textContent || counted(options.length);
      box.setAttribute("aria-expanded", options.length > 0);
      panel.togglePopover(true);
      panel.scrollTop = 0;
      place();
    };

    const hide = () => {
      panel.togglePopover(false);
      box.setAttribute("aria-expanded", "false");
      box.removeAttribute("aria-activedescendant");
      status.textContent = "";
      active = -1;
    };

    const option = (one, i) =>
      element(
        "li",
        { role: "option", id: `search-option-${i}`, "data-url": root + one.url },
        element("b", {}, ...heading(one)),
        element("span", {}, ...marked(one.text, one.terms, 90)),
      );

    const show = async () => {
      const query = box.value.trim();
      if (!query) hide();
      const search = await load().catch(() => null);
      if (!query || query !== box.value.trim() || document.activeElement !== box) return;
      const options = search?.find(query, SHOWN).map(option) ?? [];
      open(options, ...(options.length ? [] : [search ? nothing(query) : words.failed]));
    };

    const choose = (index) => {
      const options = [...list.children];
      if (!options.length) return;
      options[active]?.removeAttribute("aria-selected");
      active = (index + options.length) % options.length;
      options[active].setAttribute("aria-selected", "true");
      options[active].scrollIntoView({ block: "nearest" });
      box.setAttribute("aria-activedescendant", options[active].id);
    };

    // The drawer that the box is in on small screens is closed, for a section of the same page.
    const go = (chosen) => {
      hide();
      drawer.togglePopover(false);
      location.href = chosen.dataset.url;
    };

    box.addEventListener("pointerenter", () => load().catch(() => {}));
    box.addEventListener("focus", show);
    box.addEventListener("blur", hide);
    onChange(box, show);
    box.addEventListener("keydown", (event) => {
      const isOpen = panel.matches(":popover-open");
      const chosen = list.children[active];
      if (isComposing(event)) return;
      if (event.key === "ArrowDown" && isOpen) choose(active + 1);
      else if (event.key === "ArrowDown") show();
      else if (event.key === "ArrowUp" && isOpen) choose(active < 0 ? -1 : active - 1);
      else if (event.key === "Enter" && chosen) go(chosen);
      else if (event.key === "Escape" && isOpen) hide();
      else return;
      event.preventDefault();
    });
    panel.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the focus
    list.addEventListener("click", ({ target }) => {
      const chosen = target.closest("[role=option]");
      if (chosen) go(chosen);
    });
    visualViewport.addEventListener("resize", place);
    // Readers are told of the keys where there is a keyboard, as far as that can be known.
    const apple = /Mac|iP/.test(navigator.platform);
    box.setAttribute("aria-keyshortcuts", `/ ${apple ? "Meta" : "Control"}+K`);
    if (matchMedia("(hover: hover)").matches) {
      const key = apple ? "⌘K" : "Ctrl+K";
      box.placeholder = fill(words.keys, { search: box.placeholder, key });
    }
    addEventListener("keydown", (event) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
      const typing = event.target.closest("input, textarea, select, [contenteditable]");
      const slash = key === "/" && !typing && !ctrlKey && !metaKey;
      const command = key.toLowerCase() === "k" && (apple ? metaKey : ctrlKey) && !shiftKey;
      if (altKey || !(slash || command)) return;
      event.preventDefault();
      // On small screens it is in a drawer.
      if (!box.checkVisibility({ visibilityProperty: true })) drawer.togglePopover(true);
      box.focus();
    });
  }

  // -- The page of results -------------------------------------------------------------------------

  const page = document.getElementById("search-page");
  if (page) {
    const query = page.querySelector(".search-query");
    const status = page.querySelector(".search-status");
    const results = page.querySelector(".search-results");

    const update = async () => {
      const asked = query.value.trim();
      let search;
      try {
        search = await load();
      } catch {
        status.textContent = words.failed;
        return;
      }
      if (asked !== query.value.trim()) return;
      const found = asked ? search.find(asked) : [];
      const count = found.length;
      status.replaceChildren(count || !asked ? (asked ? counted(count) : "") : nothing(asked));
      results.replaceChildren(
        ...found.map((one) =>
          element(
            "li",
            {},
            element("a", { href: root + one.url }, ...heading(one)),
            element("p", {}, ...marked(one.text, one.terms, 200)),
          ),
        ),
      );
      const address = asked ? `?q=${encodeURIComponent(asked)}` : location.pathname;
      history.replaceState(null, "", address);
    };

    page.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
    onChange(query, update);
    query.value = (new URLSearchParams(location.search).get("q") ?? "").slice(0, query.maxLength);
    query.focus();
    update();
  }
})();
