// Search as you type: a list below furo's search box.
(() => {
  "use strict";

  const { choice, counted, instead, nothing, onChange, ready, said } = globalThis.SiteSearch;
  const { element, page, say } = globalThis.Turns;
  const [PAGES, EACH, ROOM] = [5, 2, 90]; // results, sections of each, characters of an excerpt

  const box = document.querySelector(".sidebar-search");
  if (!box) return;
  const list = element("div", { id: "search-list", role: "listbox", "aria-label": say("results") });
  const note = element("div", { class: "search-note" }); // above the options, or instead of them
  const panel = element("div", { class: "search-panel", popover: "manual" }, note, list, choice());
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
  let options = [];
  let active = -1;

  // Below the box, and above a keyboard on the screen.
  const place = () => {
    const { left, bottom } = box.getBoundingClientRect();
    const room = document.documentElement.clientWidth - panel.offsetWidth - 8;
    panel.style.top = `${bottom + 4}px`;
    panel.style.left = `${Math.max(8, Math.min(left, room))}px`;
    panel.style.maxHeight = `${Math.max(150, visualViewport.height - bottom - 16)}px`;
  };

  const open = (pages, ...notes) => {
    active = -1;
    box.removeAttribute("aria-activedescendant");
    list.hidden = !pages.length;
    list.replaceChildren(...pages.map(group));
    options = [...list.querySelectorAll("[role=option]")];
    options.forEach((option, i) => (option.id = `search-option-${i}`));
    note.replaceChildren(...notes);
    status.textContent = `${note.textContent} ${pages.length ? counted(pages.length) : ""}`;
    box.setAttribute("aria-expanded", pages.length > 0);
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

  // A page, and what of it was found.
  const group = (found) =>
    element(
      "div",
      { role: "group", "aria-label": found.title },
      ...found.sections.map((section) =>
        element("div", { role: "option", "data-url": page(section.url) }, ...said(found, section, ROOM)),
      ),
    );

  const show = async () => {
    const query = box.value.trim();
    if (!query) hide();
    const search = await ready().catch(() => null);
    if (!query || query !== box.value.trim() || document.activeElement !== box) return;
    const pages = search?.find(query, PAGES, EACH) ?? [];
    open(pages, ...(pages.length ? instead(query) : [search ? nothing(query) : say("failed")]));
  };

  const choose = (index) => {
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

  // The focus may go from the box to what can be used in the panel.
  const left = ({ relatedTarget }) => {
    if (relatedTarget !== box && !panel.contains(relatedTarget)) hide();
  };

  box.addEventListener("focus", show);
  box.addEventListener("blur", left);
  panel.addEventListener("focusout", left);
  onChange(box, show);
  box.addEventListener("keydown", (event) => {
    const isOpen = panel.matches(":popover-open");
    const chosen = options[active];
    // Safari reports no composing with the Enter that only ends a word.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "ArrowDown" && isOpen) choose(active + 1);
    else if (event.key === "ArrowDown") show();
    else if (event.key === "ArrowUp" && isOpen) choose(active < 0 ? -1 : active - 1);
    else if (event.key === "Enter" && chosen) go(chosen);
    else if (event.key === "Escape" && isOpen) hide();
    else return;
    event.preventDefault();
  });
  panel.addEventListener("keydown", ({ key }) => key === "Escape" && box.focus());
  panel.addEventListener("mousedown", (event) => {
    if (!event.target.closest("label, a")) event.preventDefault(); // keeps the focus
  });
  list.addEventListener("click", ({ target }) => {
    const chosen = target.closest("[role=option]");
    if (chosen) go(chosen);
  });
  visualViewport.addEventListener("resize", place);
  if (document.activeElement === box) show();
})();
