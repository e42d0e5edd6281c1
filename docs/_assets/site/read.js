// Which pages have been read: kept in the reader's browser, for both languages at once. A page has been
// read when its end has been in sight.
(() => {
  "use strict";

  const { element, say } = globalThis.Turns;
  const kept = globalThis.Turns.kept("read");
  const root = new URL(document.documentElement.dataset.content_root, location.href).pathname;
  const named = ({ pathname }) => pathname.slice(root.length).replace(/(^|\/)$/, "$1index.html");
  const progress = document.querySelectorAll(".page-progress");

  const clear = () => {
    kept.write({});
    show();
  };
  const forget = element("button", { type: "button", onclick: clear }, say("forget-read"));

  // Nothing moves: the sign has its place before each link, and the number stands in a line that is there.
  const show = () => {
    const read = kept.read();
    const isRead = (link) => !link.hash && Object.hasOwn(read, named(link));
    for (const link of document.querySelectorAll(".sidebar-tree a, .page-list a")) {
      link.classList.toggle("read", isRead(link));
      link.ariaDescription = isRead(link) ? say("read") : null;
    }
    for (const line of progress) {
      const count = line.parentElement.querySelectorAll("a.read").length;
      const said = element("span", {}, say("progress", { count }));
      line.replaceChildren(line.firstChild, ...(count ? [said, forget] : []));
    }
  };

  const end = document.querySelector(".content > footer");
  if (end && document.querySelector(".sidebar-tree .current-page")) {
    new IntersectionObserver((entries, observer) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      kept.write({ ...kept.read(), [named(location)]: true });
      show();
    }).observe(end);
  }

  // Another tab, or a page that comes back out of the browser's memory.
  addEventListener("storage", show);
  addEventListener("pageshow", show);
  show();
})();
