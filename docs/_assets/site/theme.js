// The button for the theme says which one there is. Furo's script changes it; here it is only named.
(() => {
  "use strict";

  const words = globalThis.siteWords;
  const dark = matchMedia("(prefers-color-scheme: dark)");

  const say = () => {
    const chosen = document.body.dataset.theme;
    const isDark = chosen === "dark" || (chosen === "auto" && dark.matches);
    const colours = isDark ? words.dark : words.light;
    const state = chosen === "auto" ? words.system.replace("{state}", colours) : colours;
    const name = words.theme.replace("{state}", state);
    for (const button of document.querySelectorAll(".theme-toggle")) {
      button.ariaLabel = button.title = name;
    }
  };

  say();
  dark.addEventListener("change", say);
  new MutationObserver(say).observe(document.body, { attributeFilter: ["data-theme"] });
})();
