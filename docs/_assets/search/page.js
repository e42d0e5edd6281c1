// The page of results: one for the query in its address, which follows what is typed.
(() => {
  "use strict";

  const { choice, counted, element, instead, nothing, onChange, ready, root, said } = globalThis.SiteSearch;
  const words = globalThis.searchWords;
  const [PAGES, EACH, ROOM] = [10, 3, 160]; // results, sections of each, characters of an excerpt

  const page = document.getElementById("search-page");
  if (!page) return;
  const query = page.querySelector(".search-query");
  const status = page.querySelector(".search-status");
  const results = page.querySelector(".search-results");

  const update = async () => {
    const asked = query.value.trim();
    let search;
    try {
      search = await ready();
    } catch {
      status.textContent = words.failed;
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
          ...one.sections.map((section) => element("a", { href: root + section.url }, ...said(one, section, ROOM))),
        ),
      ),
    );
    history.replaceState(null, "", asked ? `?q=${encodeURIComponent(asked)}` : location.pathname);
  };

  page.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  page.append(choice());
  onChange(query, update);
  query.value = (new URLSearchParams(location.search).get("q") ?? "").slice(0, query.maxLength);
  query.focus();
  update();
})();
