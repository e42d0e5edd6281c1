// The page of challenges: which are solved, and the button that puts an editor in place of a program.
// What grades comes when it is first pressed, or pointed at; it says by an event `turns:solved` that a
// challenge is solved.
(() => {
  "use strict";

  const { Turns } = globalThis;
  const { element, kept, say, write } = Turns;
  const store = kept("whose-turn-challenges"); // name of a challenge → true

  const all = [...document.querySelectorAll("details.challenge")];
  const status = element("span", { role: "status" });
  const next = element("a");
  const forget = element("button", { type: "button", onclick: () => clear() }, say("forget-solved"));

  const show = () => {
    const solved = store.read();
    for (const one of all) {
      const summary = one.querySelector("summary");
      const isSolved = solved[one.dataset.name] === true;
      one.classList.toggle("solved", isSolved);
      summary.querySelector(".challenge-done")?.remove();
      if (isSolved) summary.append(" ", element("span", { class: "challenge-done" }, `✓ ${say("is-solved")}`));
    }
    const left = all.filter((one) => !one.classList.contains("solved"));
    write(status, say("count-solved", { solved: all.length - left.length, count: all.length }));
    forget.hidden = left.length === all.length;
    next.hidden = !left.length;
    if (!left.length) return;
    next.href = `#${left[0].id}`;
    write(next, say("next-unsolved", { title: `${left[0].dataset.name}.py` }));
  };

  const clear = () => {
    store.write({});
    show();
    all[0].querySelector("summary").focus();
  };

  const open = () => {
    const one = all.find(({ id }) => `#${id}` === location.hash);
    if (!one) return;
    one.open = true;
    one.scrollIntoView();
    one.querySelector("summary").focus({ preventScroll: true });
  };

  const begin = (one) => {
    const note = element("span", { role: "status" });
    const button = element("button", { type: "button", class: "challenge-edit" }, say("edit-and-grade"));
    const edit = () => {
      Turns.challenge(one);
      button.parentNode.remove();
    };
    Turns.whenPressed(button, edit, () => write(note, say("no-grading")), globalThis.gradingFiles);
    const code = one.querySelector(":scope > .highlight-python");
    code.after(element("p", { class: "challenge-bar" }, button, " ", note));
  };

  addEventListener("turns:solved", ({ target }) => {
    store.write({ ...store.read(), [target.closest("details.challenge").dataset.name]: true });
    show();
  });
  addEventListener("hashchange", open);
  all.forEach(begin);
  all[0].before(element("p", { class: "challenges-progress" }, status, next, forget));
  show();
  open();
})();
