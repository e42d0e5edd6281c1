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
      globalThis.searchIndex = (pages) => resolve(new Search(pages));
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

  // What to say where nothing is found: a link to the words that are explained.
  const nothing = (query) =>
    element(
      "p",
      { class: "search-none" },
      `${fill(words.none, { query })} `,
      element("a", { href: `${root}glossary.html` }, words.glossary),
    );

  // -- The list below the box ----------------------------------------------------------------------

  const box = document.querySelector(".sidebar-search");
  if (box) {
    const list = element("ul", { class: "search-list", id: "search-list", role: "listbox" });
    list.popover = "manual";
    list.setAttribute("aria-label", words.results);
    document.body.append(list);
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-controls": list.id,
      "aria-expanded": "false",
      "aria-autocomplete": "list",
    })) {
      box.setAttribute(name, value);
    }
    let active = -1;

    const hide = () => {
      if (list.matches(":popover-open")) list.hidePopover();
      box.setAttribute("aria-expanded", "false");
      box.removeAttribute("aria-activedescendant");
      active = -1;
    };

    const show = async () => {
      const query = box.value.trim();
      const search = query && (await load().catch(() => null));
      if (!search || query !== box.value.trim()) {
        if (!query) hide();
        return;
      }
      const results = search.find(query, SHOWN);
      const options = results.map((one, i) =>
        element(
          "li",
          { role: "option", id: `search-option-${i}`, "data-url": root + one.url },
          element("b", {}, ...heading(one)),
          element("span", {}, ...marked(one.text, one.terms, 90)),
        ),
      );
      list.replaceChildren(...(options.length ? options : [nothing(query)]));
      const { left, bottom } = box.getBoundingClientRect();
      const room = document.documentElement.clientWidth;
      list.style.top = `${bottom + 4}px`;
      list.style.left = `${Math.max(8, Math.min(left, room - Math.min(480, room - 16) - 8))}px`;
      if (!list.matches(":popover-open")) list.showPopover();
      box.setAttribute("aria-expanded", "true");
      active = -1;
      box.removeAttribute("aria-activedescendant");
    };

    const choose = (index) => {
      const options = list.querySelectorAll("[role=option]");
      if (!options.length) return;
      options[active]?.removeAttribute("aria-selected");
      active = (index + options.length) % options.length;
      options[active].setAttribute("aria-selected", "true");
      options[active].scrollIntoView({ block: "nearest" });
      box.setAttribute("aria-activedescendant", options[active].id);
    };

    box.addEventListener("focus", () => load().catch(() => {}));
    box.addEventListener("input", show);
    box.addEventListener("keydown", (event) => {
      if (!list.matches(":popover-open") || event.isComposing) return;
      const option = list.querySelectorAll("[role=option]")[active];
      if (event.key === "ArrowDown") choose(active + 1);
      else if (event.key === "ArrowUp") choose(active < 0 ? -1 : active - 1);
      else if (event.key === "Enter" && option) location.href = option.dataset.url;
      else if (event.key === "Escape") hide();
      else return;
      event.preventDefault();
    });
    box.addEventListener("blur", () => setTimeout(hide, 150));
    list.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the focus
    list.addEventListener("click", ({ target }) => {
      const option = target.closest("[role=option]");
      if (option) location.href = option.dataset.url;
    });
    addEventListener("keydown", (event) => {
      const typing = event.target.closest("input, textarea, select, [contenteditable]");
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
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
      status.replaceChildren(count || !asked ? (asked ? fill(words.count, { count }) : "") : nothing(asked));
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
    query.addEventListener("input", update);
    query.value = new URLSearchParams(location.search).get("q") ?? "";
    query.focus();
    update();
  }
})();
