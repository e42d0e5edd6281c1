// What below.css leaves for later is laid out while there is nothing else to do, one after the other, so that
// it has its height before a reader comes there; and all at once for whoever goes to a place on the page,
// which must be found where it is.
(() => {
  "use strict";

  const idle = globalThis.requestIdleCallback ?? setTimeout;
  const left = new Set(document.querySelectorAll(".snippet, .table-wrapper"));

  const show = (one) => {
    left.delete(one);
    one.style.contentVisibility = "visible";
  };

  const showNext = () => {
    const [one] = left;
    if (!one) return;
    show(one);
    one.getBoundingClientRect(); // now, and not together with the next ones
    idle(showNext);
  };

  if (location.hash) left.forEach(show);
  document.addEventListener("click", ({ target }) => {
    if (target.closest("a")?.hash) left.forEach(show);
  });
  addEventListener("load", () => idle(showNext));
})();
