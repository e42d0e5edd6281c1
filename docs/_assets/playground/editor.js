// An editor of Python: a textarea without colour over the same text in colours. So typing, undo, input
// methods, selection and the keyboard of a phone are the browser's own.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { element, say, write, tokensOf } = Turns;
  const INDENT = 4;
  // Behind a colon or a bracket a block begins, behind these words it ends.
  const OPENS = /(?:[:([{]|\\)\s*(?:#.*)?$/;
  const LEAVES = /^\s*(?:return|raise|pass|break|continue)\b/;
  const MOST = 10_000; // lines and words that are painted: many more would hold the page for seconds
  let editors = 0;

  const indentOf = (line) => line.search(/[^ ]|$/);

  // `source` is the program at first, `first` the number of its first line; `onrun` is called for
  // Ctrl+Enter; `label` names the field to screen readers. Whatever the reader types is an event "input"
  // of the element.
  Turns.Editor = class {
    #code;
    #lines = []; // what is shown, a text for each line that tells its colours, too
    #shown = element("div", { class: "editor-shown", "aria-hidden": "true" });
    #numbers = element("div", { class: "editor-numbers", "aria-hidden": "true" });
    #message = element("p", { class: "editor-message", hidden: "" });
    #frame;
    #first;
    #marked;
    #indents = false; // whether Tab does, or leads on

    constructor(parent, { source = "", first = 1, onrun, label }) {
      this.#first = first;
      const id = `editor-${(editors += 1)}`;
      const keys = element("p", { class: "editor-keys", id: `${id}-keys` }, say("editor-keys"));
      this.#message.id = `${id}-message`;
      this.#code = element("textarea", {
        "aria-describedby": `${this.#message.id} ${keys.id}`,
        "aria-label": label,
        autocapitalize: "off",
        autocomplete: "off",
        autocorrect: "off",
        lang: "en",
        spellcheck: "false",
        translate: "no",
        wrap: "off",
      });
      const text = element("div", { class: "editor-text" }, this.#shown, this.#code);
      this.#frame = element("div", { class: "editor-frame highlight" }, this.#numbers, text);
      parent.classList.add("editor");
      parent.replaceChildren(this.#frame, this.#message, keys);
      this.#listen(onrun);
      this.source = source;
    }

    get source() {
      return this.#code.value;
    }

    // Has another text, as if it were typed: that can be undone.
    replace(text) {
      this.select();
      this.#insert(text);
    }

    select() {
      this.#code.focus();
      this.#code.select();
    }

    // What could be undone before, cannot be any more.
    set source(text) {
      this.#code.value = text;
      this.#changed();
    }

    focus() {
      this.#code.focus();
    }

    // The lines as they are shown, by their numbers.
    get lines() {
      return new Map([...this.#shown.children].map((line, at) => [this.#first + at, line]));
    }

    // Shows what is wrong in a line, by its number, until something is typed.
    mark(line, message) {
      this.unmark();
      this.#marked = this.lines.get(line);
      this.#marked?.classList.add("editor-marked");
      write(this.#message, message);
      this.#message.hidden = false;
      this.#code.setAttribute("aria-invalid", "true");
      if (this.#marked) this.#reveal(this.#marked);
    }

    unmark() {
      this.#marked?.classList.remove("editor-marked");
      this.#marked = undefined;
      this.#message.hidden = true;
      this.#code.removeAttribute("aria-invalid");
    }

    #listen(onrun) {
      const code = this.#code;
      code.addEventListener("input", () => this.#changed());
      code.addEventListener("pointerdown", () => (this.#indents = true));
      code.addEventListener("blur", () => (this.#indents = false));
      code.addEventListener("keydown", (event) => {
        if (event.isComposing) return;
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          onrun?.();
        } else if (event.key === "Tab") this.#tab(event);
        else if (event.key !== "Shift") this.#indents = event.key !== "Escape";
      });
      // Keyboards of phones say here alone what they do.
      code.addEventListener("beforeinput", (event) => {
        if (event.isComposing) return;
        if (event.inputType === "insertLineBreak") {
          event.preventDefault();
          this.#insert(`\n${" ".repeat(this.#next())}`);
        } else if (event.inputType === "deleteContentBackward") this.#unindent(event);
      });
    }

    // Who only comes by on the way to what follows is not held; who has begun to write can indent,
    // and leaves by Escape and Tab.
    #tab(event) {
      if (!this.#indents || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      const { selectionStart: start, selectionEnd: end, value } = this.#code;
      const isBack = event.shiftKey;
      if (start === end && !isBack) {
        const column = start - (value.lastIndexOf("\n", start - 1) + 1);
        this.#insert(" ".repeat(INDENT - (column % INDENT)));
        return;
      }
      this.#shift(value, start, end, isBack);
    }

    // Indents all lines that are selected, or takes that back; they stay selected.
    #shift(value, start, end, isBack) {
      const first = value.lastIndexOf("\n", start - 1) + 1;
      const stop = end > start && value[end - 1] === "\n" ? end - 1 : end;
      const next = value.indexOf("\n", stop);
      const last = next < 0 ? value.length : next;
      const change = (line) => {
        if (isBack) return line.slice(Math.min(INDENT, indentOf(line)));
        return line && " ".repeat(INDENT) + line;
      };
      const lines = value.slice(first, last).split("\n");
      const changed = lines.map(change);
      const text = changed.join("\n");
      if (text === value.slice(first, last)) return;
      this.#code.setSelectionRange(first, last);
      this.#insert(text);
      const moved = changed[0].length - lines[0].length;
      const caret = Math.max(first, start + moved);
      this.#code.setSelectionRange(...(start === end ? [caret, caret] : [first, first + text.length]));
    }

    // How far the line that Enter begins is indented.
    #next() {
      const { selectionStart: start, value } = this.#code;
      const line = value.slice(value.lastIndexOf("\n", start - 1) + 1, start);
      const indent = indentOf(line);
      if (OPENS.test(line)) return indent + INDENT;
      return LEAVES.test(line) ? Math.max(0, indent - INDENT) : indent;
    }

    // One key takes back what one key has indented.
    #unindent(event) {
      const { selectionStart: start, selectionEnd: end, value } = this.#code;
      const before = value.slice(value.lastIndexOf("\n", start - 1) + 1, start);
      if (start !== end || !before || before.trim() || before.includes("\t")) return;
      event.preventDefault();
      this.#code.setSelectionRange(start - (before.length % INDENT || INDENT), start);
      this.#insert("");
    }

    // As if it were typed, so that it can be undone. No other way does that.
    #insert(text) {
      this.#code.focus();
      if (document.execCommand(text ? "insertText" : "delete", false, text)) return;
      const { selectionStart: start, selectionEnd: end } = this.#code;
      this.#code.setRangeText(text, start, end, "end");
      this.#code.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }

    // Shows the text anew, as far as it is another one.
    #changed() {
      this.unmark();
      const lines = this.#coloured();
      const same = lines.findIndex((line, at) => this.#lines[at]?.key !== line.key);
      const first = same < 0 ? lines.length : same;
      let [last, end] = [this.#lines.length, lines.length];
      while (last > first && end > first && this.#lines[last - 1].key === lines[end - 1].key) {
        last -= 1;
        end -= 1;
      }
      const gone = [...this.#shown.children].slice(first, last);
      const place = this.#shown.children[last] ?? null;
      for (const { parts } of lines.slice(first, end)) {
        const nodes = parts.map(([kind, text]) => (kind ? element("span", { class: kind }, text) : text));
        this.#shown.insertBefore(element("div", { class: "player-line" }, ...nodes), place);
      }
      for (const line of gone) line.remove();
      write(this.#numbers, this.source.split("\n").map((_, at) => this.#first + at).join("\n"));
      this.#lines = lines;
    }

    // The lines as parts with their colours, and what tells two of them apart. A text of very many is
    // one part without a colour.
    #coloured() {
      const lines = [[]];
      let parts = 0;
      for (const [kind, text] of tokensOf(this.source)) {
        text.split("\n").forEach((part, at) => {
          if (at) lines.push([]);
          if (part) lines.at(-1).push([kind, part]);
        });
        parts += 1;
        if (parts + lines.length > MOST) return [{ parts: [["", this.source]], key: this.source }];
      }
      return lines.map((line) => ({ parts: line, key: line.flat().join("\0") }));
    }

    // Scrolls the editor, and not the page.
    #reveal({ offsetTop, offsetHeight }) {
      const { scrollTop, clientHeight } = this.#frame;
      if (offsetTop < scrollTop || offsetTop + offsetHeight > scrollTop + clientHeight) {
        this.#frame.scrollTop = offsetTop - clientHeight / 2;
      }
    }
  };
})();
