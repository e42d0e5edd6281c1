// What the list below the box and the page of results have in common.
(() => {
  "use strict";

  const site = globalThis.SiteSearch;
  const { slash, Search, excerpt, marked } = site;
  const { element, here, page, say } = globalThis.Turns;
  let engine; // of the index, which is loaded once

  // A promise of the search; it fails if the index cannot be loaded, and the next call tries again.
  const ready = async () => {
    await here("search-index.js");
    return (engine ??= new Search(globalThis.searchIndex));
  };

  const shown = (parts) => parts.map(([part, isHit]) => (isHit ? element("mark", {}, part) : part));

  const heading = (title, wanted) => element("b", {}, ...shown(marked(title, wanted, engine.terms)));

  // What is thought of a title that is a claim, so that nobody takes a false one for an answer.
  const judged = ({ verdict }) => (verdict ? [element("span", { class: "search-verdict" }, verdict)] : []);

  // An excerpt of a section, which is there as soon as the texts of its page are.
  const quoted = ({ address }, section, room) => {
    const place = element("span", { class: "search-excerpt" });
    const name = address.replace(/[/.]/g, "--");
    here(`search/${name}.js`).then(
      () => place.append(...shown(excerpt(globalThis.searchTexts[address][section.anchor] ?? "", section, engine.terms, room))),
      () => {}, // the heading alone leads there, too
    );
    return place;
  };

  // What is said of a section: of a page's first result its title, too.
  const said = (found, section, room) => {
    const titles = section === found.sections[0] ? [found.title] : [];
    if (section.anchor) titles.push(section.title);
    return [...titles.map((title) => heading(title, section.marks)), ...judged(section), quoted(found, section, room)];
  };

  const counted = (count) => (count === 1 ? say("one") : say("count", { count }));

  // What to say where nothing is found: links to where it may be said or asked.
  const nothing = (query) => {
    const places = [
      [page("glossary.html"), say("glossary")],
      [page("questions/index.html"), say("questions")],
      ...(globalThis.searchIndex.issues ? [[globalThis.searchIndex.issues, say("ask")]] : []),
    ];
    const links = places.map(([href, text]) => element("li", {}, element("a", { href }, text)));
    return element("div", { class: "search-none" }, say("none", { query }), element("ul", {}, ...links));
  };

  // What to say where words were taken for others; often nothing.
  const instead = (query) => {
    const { instead: pairs } = engine.read(query);
    const [typed, meant] = [0, 1].map((side) => pairs.map((pair) => pair[side]).join(" "));
    return pairs.length ? [say("instead", { typed, meant })] : [];
  };

  // Whether "/" leads to the search, for the reader to choose.
  const choice = () => {
    const input = element("input", { type: "checkbox" });
    input.checked = slash.isOn;
    input.addEventListener("change", () => slash.set(input.checked));
    return element("label", { class: "search-slash" }, input, say("slash"));
  };

  // Calls back when what is in an input has changed, but not for half a Chinese word.
  const onChange = (input, changed) => {
    input.addEventListener("input", (event) => event.isComposing || changed());
    input.addEventListener("compositionend", changed);
  };

  Object.assign(site, { choice, counted, instead, nothing, onChange, ready, said });
  ready().catch(() => {}); // now, so that the first key finds it made
})();
