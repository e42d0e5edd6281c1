// What can be done with a program and what was found out about it: a link, files, a text to paste.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { button, element, say, write } = Turns;

  const download = (name, type, text) => {
    const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    element("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  };

  // A fence that is longer than any in the text.
  const fenced = (text) => {
    const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
    const fence = "`".repeat(longest + 1);
    return `${fence}python\n${text.trimEnd()}\n${fence}\n`;
  };

  // `program` returns {source, name, schedule}: what is shown now, the name of its file without an end, and
  // the schedule that is played, or null.
  Turns.Share = class {
    #program;
    #drawing; // of the program's turns, as a file
    #answer; // what was found about it, in Markdown
    #said = element("p", { role: "status" });
    #link = element("input", { readonly: "", "aria-label": say("share-link"), onfocus: () => this.#link.select() });
    #withRun = element("input", { type: "checkbox", onchange: () => this.#makeLink() });
    #run = element("label", { hidden: "" }, this.#withRun, " ", element("span", {}, say("share-run")));
    #copy = button("share-copy", () => this.#copied(this.#link.value));
    #send = button("share-send", () => navigator.share({ url: this.#link.value }).catch(() => {}));
    #picture = button("share-picture", () => this.#save("svg", "image/svg+xml", this.#drawing));
    #markdown = button("share-markdown", () => this.#copied(this.#text()));

    constructor(program) {
      this.#program = program;
      const file = button("share-file", () => this.#save("py", "text/x-python", this.#program().source));
      this.#copy.hidden = !navigator.clipboard; // on a page that came over plain HTTP
      this.#send.hidden = !navigator.share;
      this.area = element(
        "div",
        { class: "share", hidden: "" },
        element("p", { class: "share-link" }, this.#link, this.#copy, this.#send),
        element("p", {}, this.#run),
        element("p", {}, file, this.#picture, this.#markdown),
        this.#said,
      );
      this.button = button("share", () => this.#toggle(), { "aria-expanded": "false" });
      this.found(undefined);
    }

    // Tells what was found; nothing, if that is no longer shown.
    found(part) {
      this.#drawing = part?.drawing ? Turns.standalone(part.drawing) : undefined;
      this.#answer = part?.markdown;
      this.#picture.disabled = !this.#drawing;
      this.#markdown.disabled = !this.#answer;
      this.refresh();
    }

    // Another program, or another run of it, has another link.
    refresh() {
      if (!this.area.hidden) this.#makeLink();
    }

    #toggle() {
      this.area.hidden = !this.area.hidden;
      this.button.setAttribute("aria-expanded", !this.area.hidden);
      write(this.#said, "");
      if (this.area.hidden) return;
      this.#makeLink();
      this.#link.focus();
    }

    async #makeLink() {
      const { source, schedule } = this.#program();
      this.#run.hidden = !schedule;
      try {
        const fragment = await Turns.link.write(source, this.#withRun.checked ? schedule : null);
        this.#link.value = location.href.replace(/#.*/, "") + fragment;
        write(this.#said, "");
      } catch (error) {
        this.#link.value = "";
        write(this.#said, say(error.reason ?? "share-failed"));
      }
    }

    #save(end, type, text) {
      download(`${this.#program().name}.${end}`, type, text);
    }

    async #copied(text) {
      try {
        await navigator.clipboard.writeText(text);
        write(this.#said, say("share-copied"));
      } catch {
        write(this.#said, say("share-failed"));
      }
    }

    // For an issue or an answer: the program, then what `turns why --markdown` prints.
    #text() {
      const link = `[${say("share-here")}](${this.#link.value})`;
      return `${fenced(this.#program().source)}\n${this.#answer.trimEnd()}\n\n${link}\n`;
    }
  };
})();
