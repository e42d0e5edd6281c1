// Buttons with which a program can be changed and run, where it stands; what that takes comes when
// somebody is about to press one.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { element, here, say } = Turns;

  // Has a button do something when what runs programs is there, and more files, or else say that it
  // cannot come.
  Turns.whenPressed = (button, open, fail, more = []) => {
    const load = () => here(...globalThis.playgroundFiles, ...more);
    const prepare = () => load().catch(() => {}); // it is said when it is pressed
    button.addEventListener("pointerenter", prepare);
    button.addEventListener("focus", prepare);
    button.addEventListener("click", async () => {
      try {
        await load();
        open();
      } catch {
        fail();
      }
    });
  };

  for (const button of document.querySelectorAll(".snippet-edit")) {
    const fail = () => button.replaceWith(element("span", { role: "status" }, say("no-editor")));
    button.hidden = false;
    Turns.whenPressed(button, () => Turns.edit(button), fail);
  }
})();
