// Marks are computed by turns.exploring.explore and drawn by docs/_ext/card/marks.py.
// This opens the explanation of a mark on hover and focus, beside it; a tap is the browser's business.
(() => {
  "use strict";

  const GAP = 6; // px

  const place = (button, why) => {
    const { left, bottom, top } = button.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = why;
    const below = bottom + GAP + height < innerHeight;
    why.style.left = `${Math.max(GAP, Math.min(left, innerWidth - width - GAP))}px`;
    why.style.top = `${below ? bottom + GAP : Math.max(GAP, top - height - GAP)}px`;
  };

  for (const button of document.querySelectorAll("button.mark[popovertarget]")) {
    const why = document.getElementById(button.getAttribute("popovertarget"));
    why.addEventListener("toggle", ({ newState }) => newState === "open" && place(button, why));
    let leaving;
    const enter = () => {
      clearTimeout(leaving);
      if (!why.matches(":popover-open")) why.showPopover();
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
  }
})();
