// The address that leads nowhere says which language was read, what was looked for, and, below whatever
// path the site is served, where the site is. Without this script, links are right at the root of a host,
// and where SITE_URL was known when the site was built.
(() => {
  "use strict";

  const SHOWN = 3; // pages
  const ALIKE = 0.4; // from 0, nothing in common, to 1
  const built = document.querySelector("[rel=icon]").getAttribute("href").replace(/en\/_static\/.*/, "");
  const asked = (() => {
    try {
      return decodeURI(location.pathname);
    } catch {
      return location.pathname; // no text in UTF-8
    }
  })();
  const [, before, language, wanted] = /^(.*?\/)(zh|en)(?:\/(.*))?$/.exec(asked) ?? [];
  const name = (wanted ?? "").replace(/(?:\/index)?(?:\.\w*)?\/?$/, "");

  // -- What was looked for -------------------------------------------------------------------------

  const pairs = (text) => Array.from(text.slice(1), (letter, i) => text[i] + letter);
  // How many pairs of letters two names have in common.
  const alike = (one, other) => {
    const [mine, theirs] = [pairs(one), pairs(other)];
    const all = mine.length + theirs.length;
    const common = mine.filter((pair) => {
      const found = theirs.indexOf(pair);
      return found >= 0 && theirs.splice(found, 1);
    });
    return all ? (2 * common.length) / all : 0;
  };
  const last = (path) => path.split("/").at(-1);
  const near = (titles) =>
    Object.keys(titles)
      .map((page) => {
        const path = page.replace(/\/index$/, "");
        return { page, score: Math.max(alike(name, path), alike(last(name), last(path))) };
      })
      .filter(({ score }) => score >= ALIKE)
      .sort((one, other) => other.score - one.score)
      .slice(0, SHOWN);

  // -- What is shown -------------------------------------------------------------------------------

  const pages = JSON.parse(document.getElementById("pages").textContent);
  const show = (root) => {
    for (const card of document.querySelectorAll(".card")) {
      const here = `${root}${card.dataset.language}/`;
      const titles = pages[card.dataset.language] ?? {};
      card.querySelector(".go > a").href = `${here}index.html`;
      card.querySelector("form").action = `${here}search.html`;
      card.querySelector("input").value = last(name).replace(/[-_.]+/g, " ");
      const links = (name ? near(titles) : []).map(({ page }) => {
        const link = document.createElement("a");
        link.href = `${here}${page}.html`;
        link.textContent = titles[page];
        const item = document.createElement("li");
        item.append(link);
        return item;
      });
      card.querySelector(".near").hidden = !links.length;
      card.querySelector(".near > ul").replaceChildren(...links);
    }
  };

  // The language of the address counts; where it has none, the reader's comes first.
  const first = document.querySelector(`.card[data-language=${language ?? readersLanguage()}]`);
  first.parentElement.prepend(first);
  if (language) {
    document.documentElement.dataset.language = language;
    document.documentElement.lang = first.lang;
    document.title = document.querySelector(`h1 > [lang=${first.lang}]`).textContent;
  }

  // -- Where the site is ---------------------------------------------------------------------------

  const isThere = (root) =>
    new Promise((resolve) => {
      const icon = new Image();
      icon.onload = () => resolve(true);
      icon.onerror = () => resolve(false);
      icon.src = `${root}en/_static/favicon.svg`;
    });
  const above = [];
  for (let path = location.pathname; path; path = path.slice(0, -1)) {
    if (path.endsWith("/")) above.push(path);
  }
  const likely = before === undefined ? above[0] : encodeURI(before);
  const find = async () => {
    // What was built for an address of its own is there; "/" is what is built for none.
    const order = built === "/" ? [likely, ...above] : [built, likely, ...above];
    for (const root of new Set(order)) {
      if (await isThere(root)) return root;
    }
    return likely;
  };
  show(built === "/" ? likely : built);
  find().then(show);
})();
