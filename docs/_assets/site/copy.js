// A button at each block of code, or in the head of its card, copies it: of a session only what is typed, without the prompts.
(() => {
  "use strict";

  if (!navigator.clipboard) return; // on a page that came over plain HTTP
  const { element, say, write } = globalThis.Turns;
  const SHOWN = 2000; // ms

  // Pygments marks line numbers and prompts; it takes a bracket at the start of a line for one too.
  const PROMPT = "\0";
  const typed = (code) => {
    const copy = code.cloneNode(true);
    for (const node of copy.querySelectorAll(".linenos, .gp-VirtualEnv")) node.remove();
    const prompts = copy.querySelectorAll(".gp");
    for (const node of prompts) node.textContent = PROMPT;
    const lines = copy.textContent.trimEnd().split("\n");
    if (!prompts.length) return lines.join("\n");
    const told = lines.filter((line) => line.startsWith(PROMPT));
    return told.map((line) => line.slice(PROMPT.length)).join("\n");
  };

  for (const code of document.querySelectorAll(".highlight > pre")) {
    const copy = async () => {
      await navigator.clipboard.writeText(typed(code));
      write(button, say("copied"));
      setTimeout(write, SHOWN, button, say("copy"));
    };
    const button = element("button", { type: "button", class: "copy", onclick: copy }, say("copy"));
    const head = code.closest(".snippet")?.querySelector(".snippet-file");
    if (head) head.append(button);
    else code.after(button);
  }
})();
