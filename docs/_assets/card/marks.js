// Marks are computed by turns.exploring.explore and drawn by docs/_ext/card/marks.py.
// This opens the explanation of a mark on hover and focus, beside it; a tap is the browser's business.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const GAP = 6; // px

  // To the right of the marks' column, so that the next marks can be reached; below the line, or above.
  const place = (button, why) => {
    const { right, bottom, top } = button.getBoundingClientRect();
    why.style.left = `${right + GAP}px`;
    why.style.maxWidth = `min(26rem, ${innerWidth - right - 2 * GAP}px)`;
    const height = why.offsetHeight;
    const below = bottom + GAP + height < innerHeight;
    why.style.top = `${below ? bottom + GAP : Math.max(GAP, top - height - GAP)}px`;
  };

  const explain = (button) => {
    const why = document.getElementById(button.getAttribute("popovertarget"));
    let leaving;
    let closing = false;
    why.addEventListener("beforetoggle", ({ newState }) => {
      closing = newState === "closed";
    });
    why.addEventListener("toggle", ({ newState }) => {
      closing = false;
      if (newState === "open") place(button, why);
    });
    const enter = () => {
      clearTimeout(leaving);
      // While the browser closes one and gives the focus back, none can be opened.
      if (!why.matches(":popover-open") && !closing) why.showPopover();
    };
    const leave = () => {
      leaving = setTimeout(() => why.hidePopover(), 200);
    };
    button.addEventListener("focus", () => button.matches(":focus-visible") && enter());
    for (const one of [button, why]) {
      one.addEventListener("focusin", () => clearTimeout(leaving));
      one.addEventListener("focusout", leave);
      one.addEventListener("pointerenter", ({ pointerType }) => pointerType === "mouse" && enter());
      one.addEventListener("pointerleave", ({ pointerType }) => pointerType === "mouse" && leave());
    }
  };

  // Lets all marks below a node explain themselves.
  Turns.explain = (root) => root.querySelectorAll("button.mark[popovertarget]").forEach(explain);
})();
