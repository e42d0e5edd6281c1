// The language switch keeps the reader's section, turn and query: addresses are the same in both languages.
(() => {
  "use strict";

  // What follows a colon is what a card shows: `#CARD:turn-7`. Anybody may have written the address.
  const named = (hash) => {
    try {
      return decodeURIComponent(hash.slice(1)).split(":")[0];
    } catch {
      return "";
    }
  };

  const isSeen = (hash) => {
    const target = document.getElementById(named(hash));
    const box = target?.getBoundingClientRect();
    return box !== undefined && box.top < innerHeight && box.bottom > 0;
  };

  // The address names the section until the reader has scrolled away from it. The page may still
  // be on its way there when the switch is used: only where a scroll ends counts.
  let left = ""; // what the address named when it was out of sight
  addEventListener("scrollend", () => {
    left = isSeen(location.hash) ? "" : location.hash;
  });

  // Otherwise furo's table of contents knows it; "#" there is the page itself.
  const section = () => {
    if (location.hash !== left) return location.hash;
    const reading = document.querySelector(".toc-tree li.scroll-current > a");
    return (reading?.getAttribute("href") ?? "").replace(/^#$/, "");
  };

  // The landing page leads here from now on.
  for (const link of document.querySelectorAll(".language-switch")) {
    link.addEventListener("click", () => {
      try {
        localStorage.setItem("language", link.hreflang.startsWith("zh") ? "zh" : "en");
      } catch {
        // storage may be forbidden
      }
    });
  }

  for (const link of document.querySelectorAll(".language-switch[data-same-page]")) {
    const page = link.href;
    // Before the click, so that opening in a new tab and copying the address keep the section too.
    for (const event of ["pointerdown", "focus", "click"]) {
      link.addEventListener(event, () => {
        link.href = page + location.search + section();
      });
    }
  }
})();
