// The button of a card with which its program can be changed and run, where it stands; what that takes
// comes when somebody is about to press it.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { element, here, say } = Turns;

  const load = () => Promise.all(globalThis.playgroundFiles.map(here));

  for (const button of document.querySelectorAll(".snippet-edit")) {
    const prepare = () => load().catch(() => {}); // it is said when it is pressed
    button.hidden = false;
    button.addEventListener("pointerenter", prepare);
    button.addEventListener("focus", prepare);
    button.addEventListener("click", async () => {
      try {
        await load();
        Turns.edit(button);
      } catch {
        button.replaceWith(element("span", { role: "status" }, say("no-editor")));
      }
    });
  }
})();
