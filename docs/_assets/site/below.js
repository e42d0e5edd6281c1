// What below.css leaves for later: cards are laid out while there is nothing else to do, one after the other,
// so that each has its height before a reader comes there. A table may be so long that it would hold up the
// browser: it waits until it is near. For whoever goes to a place on the page, by a link or from one thing to
// the next by keys, all is laid out at once: the place must be found where it is.
(() => {
  "use strict";

  const idle = globalThis.requestIdleCallback ?? setTimeout;
  const left = new Set(document.querySelectorAll(".snippet, .table-wrapper"));

  const show = (one) => {
    left.delete(one);
    one.style.contentVisibility = "visible";
  };

  const showNext = () => {
    const one = [...left].find((other) => other.matches(".snippet"));
    if (!one) return;
    show(one);
    one.getBoundingClientRect(); // now, and not together with the next ones
    idle(showNext);
  };

  const showAll = () => left.forEach(show);

  // An address that changes without a click: the browser is on its way to where the place has been.
  const showPlace = () => {
    if (!left.size) return;
    showAll();
    document.querySelector(":target")?.scrollIntoView();
  };

  if (location.hash) showAll();
  addEventListener("hashchange", showPlace);
  document.addEventListener("click", ({ target }) => target.closest("a")?.hash && showAll());
  document.addEventListener("keydown", ({ key }) => key === "Tab" && showAll());
  addEventListener("load", () => idle(showNext));
})();
