// The button for the theme says which one there is. Furo's script changes it; here it is only named.
(() => {
  "use strict";

  const { say } = globalThis.Turns;
  const dark = matchMedia("(prefers-color-scheme: dark)");

  const name = () => {
    const chosen = document.body.dataset.theme;
    const isDark = chosen === "dark" || (chosen === "auto" && dark.matches);
    const colours = say(isDark ? "dark" : "light");
    const state = chosen === "auto" ? say("system", { state: colours }) : colours;
    const label = say("theme", { state });
    for (const button of document.querySelectorAll(".theme-toggle")) {
      button.ariaLabel = button.title = label;
    }
  };

  name();
  dark.addEventListener("change", name);
  new MutationObserver(name).observe(document.body, { attributeFilter: ["data-theme"] });
})();
