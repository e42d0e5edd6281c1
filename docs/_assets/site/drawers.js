// Drawers, which open and close by themselves: what a reader would look for in them is in sight.
(() => {
  "use strict";

  const drawers = document.querySelectorAll("aside[popover]");
  const tree = document.querySelector(".sidebar-scroll");
  const current = tree?.querySelector(".current-page");

  // This page, in the list of all.
  const show = () => {
    if (!current) return;
    const below = current.getBoundingClientRect().bottom - tree.getBoundingClientRect().bottom;
    if (below > 0) tree.scrollTop += below + tree.clientHeight / 2;
  };

  const close = () => {
    for (const drawer of drawers) drawer.togglePopover(false);
  };

  for (const drawer of drawers) {
    drawer.addEventListener("toggle", show);
    // Who follows a link to a section stays on the page.
    drawer.addEventListener("click", ({ target }) => {
      if (target.closest("a")) close();
    });
  }
  // Where there is room again, a drawer is a column; the widths are furo's.
  for (const width of ["63em", "82em"]) {
    matchMedia(`(width <= ${width})`).addEventListener("change", close);
  }
  show();
})();
