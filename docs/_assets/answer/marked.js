// What a card says of a line: its mark, and what explains it, as `card.marks` writes them. All texts may
// be a program's.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { element } = Turns;
  const language = document.documentElement.lang;
  const SCHEDULE = /^[\w.-]+$/;
  const BRACKETS = ["first", "inside", "last", "out"];

  const shape = (drawn) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    made.setAttribute("viewBox", "0 0 12 12");
    made.setAttribute("aria-hidden", "true");
    made.innerHTML = drawn; // ours
    return made;
  };

  // A button that plays another run, of which `said` says what is different; nothing without one.
  Turns.playing = ({ schedule, said }, text) => {
    if (!SCHEDULE.test(schedule)) return [];
    const data = { "data-schedule": schedule, "data-said": said };
    return [element("button", { class: "snippet-whatif", type: "button", hidden: "", ...data }, text)];
  };

  const link = ([title, path]) => element("a", { href: Turns.page(path) }, title);

  const explained = (said, known) => {
    const rule = Object.hasOwn(known.rules, said.rule) ? [link(known.rules[said.rule])] : [];
    const texts = [said.why, said.cause].filter(Boolean).map((text) => element("span", {}, text));
    const more = link([known.words["mark-more"], known.marks]);
    return [...texts, ...Turns.playing(said, said.what_if), ...rule, more].flatMap((part) => [part, " "]);
  };

  // The mark of a line, the popover that explains it, and the bracket beside it; `id` is one of the page.
  Turns.marked = (said, id, known) => {
    const because = Object.hasOwn(known.shapes, said.because) ? said.because : "unknown";
    const attributes = {
      ...{ class: `mark mark-${because}`, type: "button", lang: language, "data-mark": because },
      ...{ popovertarget: id, popovertargetaction: "show", "aria-describedby": id },
    };
    const name = element("span", {}, said.name);
    const button = element("button", attributes, shape(known.shapes[because]), name);
    const why = element("span", { class: "mark-why", id, popover: "", lang: language });
    why.append(...explained(said, known));
    if (!BRACKETS.includes(said.bracket)) return [button, why];
    const title = said.bracket === "out" ? {} : { title: known.words.together };
    return [button, why, element("span", { class: `snippet-bracket ${said.bracket}`, ...title })];
  };
})();
