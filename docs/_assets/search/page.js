// The page of results: one for the query in its address, which follows what is typed.
(() => {
  "use strict";

  const { choice, counted, instead, nothing, onChange, ready, said } = globalThis.SiteSearch;
  const { element, page, say } = globalThis.Turns;
  const [PAGES, EACH, ROOM] = [10, 3, 160]; // results, sections of each, characters of an excerpt

  const area = document.getElementById("search-page");
  if (!area) return;
  const query = area.querySelector(".search-query");
  const status = area.querySelector(".search-status");
  const results = area.querySelector(".search-results");

  const update = async () => {
    const asked = query.value.trim();
    let search;
    try {
      search = await ready();
    } catch {
      status.textContent = say("failed");
      return;
    }
    if (asked !== query.value.trim()) return;
    const found = asked ? search.find(asked, PAGES, EACH) : [];
    const { length } = found;
    const count = length ? [...instead(asked), counted(length)].join(" ") : nothing(asked);
    status.replaceChildren(asked ? count : "");
    results.replaceChildren(
      ...found.map((one) =>
        element(
          "li",
          {},
          ...one.sections.map((section) => element("a", { href: page(section.url) }, ...said(one, section, ROOM))),
        ),
      ),
    );
    history.replaceState(null, "", asked ? `?q=${encodeURIComponent(asked)}` : location.pathname);
  };

  area.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  area.append(choice());
  onChange(query, update);
  query.value = (new URLSearchParams(location.search).get("q") ?? "").slice(0, query.maxLength);
  query.focus();
  update();
})();
