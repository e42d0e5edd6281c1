// The page of the playground: which program it shows, and what of it is kept in this browser.
// Addresses: #code=… is a program that somebody has sent (link.js), #program=await/lost_update one of the
// site. Neither runs before the reader says so, and neither takes the place of what he has written.
// #paste has all that is shown selected, for whoever comes to paste a program.
(() => {
  "use strict";

  const { Bench, Failure, Programs, Share, button, element, kept, link, say, write } = globalThis.Turns;
  const place = document.querySelector(".playground");
  if (!place) return; // a page with cards

  // {source, before}: what the reader wrote last, and what he wrote before he began with another program.
  const store = kept("whose-turn-playground");
  const first = { name: place.dataset.program, source: `${place.querySelector("pre").textContent.trimEnd()}\n` };
  const PROGRAM = /^#program=([a-z_]+\/\w+)$/;

  let shown; // {name, source}, as it was before it was changed
  let isOwn = false; // whether the editor has what is kept
  let cleared; // what was kept until it was cleared, as long as nothing is written

  const name = element("span", { class: "playground-name", lang: "en" });
  const note = element("p", { class: "playground-note", role: "status" });
  const open = button("programs", () => choose());
  const back = button("own", () => goBack(), { hidden: "" });
  const over = button("discard", () => forget());
  const head = element("p", { class: "playground-head" }, open, name, back);
  const desk = element("div", { class: "playground-bench" });

  const choose = () => programs.open().catch(() => write(note, say("programs-failed")));

  const program = () => ({
    source: bench.editor.source,
    name: called(),
    schedule: bench.schedule,
  });
  const share = new Share(program);
  const bench = new Bench(desk, {
    source: "",
    label: say("label"),
    tools: [share.button, over],
    onfound: (part) => share.found(part),
  });
  const programs = new Programs(place.dataset.programs, (chosen, source) => {
    leaveAddress(`#program=${chosen}`);
    show({ name: chosen, source });
    bench.editor.focus();
  });

  const leaveAddress = (hash = "") => {
    history.replaceState(history.state, "", location.pathname + location.search + hash);
  };

  const offer = () => {
    const own = store.read();
    const { source, before } = cleared ?? own;
    const other = isOwn ? before : source;
    over.hidden = own.source === undefined;
    back.hidden = other === undefined || other === bench.editor.source;
  };

  // What the program is called: what the reader has written has no name of the site's.
  const called = () => shown.name?.split("/")[1] ?? "program";
  const call = () => write(name, `${called()}.py`);

  // Shows a program that is not the reader's; what he has written stays kept.
  const show = (one, { isKept = false, schedule = null, said = "" } = {}) => {
    shown = one;
    isOwn = isKept;
    bench.show(one.source, schedule);
    call();
    write(note, said);
    share.refresh();
    offer();
  };

  const goBack = () => {
    const { source, before } = cleared ?? store.read();
    const [now, other] = isOwn ? [before, source] : [source, before];
    cleared = undefined;
    store.write({ source: now, before: other });
    leaveAddress();
    show({ source: now }, { isKept: true });
    bench.editor.focus();
  };

  const forget = () => {
    cleared = isOwn ? { ...store.read(), source: bench.editor.source } : store.read();
    store.write({});
    leaveAddress();
    show(first, { said: say("cleared") });
    bench.editor.focus();
  };

  const typed = () => {
    const { source } = bench.editor;
    const { source: last, before } = store.read();
    cleared = undefined;
    store.write({ source, before: isOwn ? before : last });
    if (!isOwn) leaveAddress(); // or a reload would bring back what is changed by now
    isOwn = true;
    shown = { source };
    call();
    write(note, "");
    share.refresh();
    offer();
  };

  // Shows what the address says, if it says anything. What is not right leaves all as it is.
  const follow = async () => {
    const { hash } = location;
    if (hash === "#paste") {
      leaveAddress();
      isOwn = false; // what the reader wrote stays kept
      bench.editor.select();
      write(note, say("paste"));
    }
    const [, wanted] = PROGRAM.exec(hash) ?? [];
    try {
      if (wanted) {
        const source = await programs.find(wanted);
        if (source === undefined) throw new Failure("no-program");
        if (hash === location.hash) show({ name: wanted, source });
        return;
      }
      const carried = await link.read(hash);
      if (carried && hash === location.hash) {
        show({ source: carried.source }, { schedule: carried.schedule, said: say("came-by-link") });
      }
    } catch (error) {
      write(note, say(error.reason ?? "programs-failed"));
    }
  };

  const begin = () => {
    const { source } = store.read();
    if (source === undefined) show(first);
    else show({ source }, { isKept: true });
  };

  // What is pasted beside the field is a program to be looked at; what the reader wrote before is kept.
  const pasted = (event) => {
    const source = event.clipboardData.getData("text");
    if (event.target.matches("input, textarea") || !source) return;
    event.preventDefault();
    isOwn = false;
    bench.show(source);
    typed();
    bench.editor.focus();
  };

  desk.querySelector(".editor").addEventListener("input", typed);
  document.addEventListener("paste", pasted);
  desk.querySelector(".bench-bar").after(share.area);
  place.replaceChildren(head, note, desk);
  addEventListener("hashchange", follow);
  begin();
  follow();
})();
