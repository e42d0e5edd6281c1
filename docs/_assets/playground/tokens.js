// Python in colours, for the editor. The classes are those of Pygments, so that the page's own styles
// paint them, and no more than these styles tell apart.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});

  const kinds = new Map(); // word → class
  const are = (kind, words) => words.split(" ").forEach((word) => kinds.set(word, kind));
  are(
    "k",
    "as assert async await break class continue def del elif else except finally for global if " +
      "lambda nonlocal pass raise return try while with yield",
  );
  are("kn", "from import");
  are("kc", "False None True");
  are("ow", "and in is not or");
  // Not where they are attributes.
  const builtins = new Map();
  const areBuiltin = (kind, words) => words.split(" ").forEach((word) => builtins.set(word, kind));
  areBuiltin(
    "nb",
    "Ellipsis NotImplemented __import__ abs aiter all any bin bool breakpoint bytearray bytes callable " +
      "chr classmethod cls compile complex delattr dict dir divmod enumerate eval filter float format " +
      "frozenset getattr globals hasattr hash hex id input int isinstance issubclass iter len list " +
      "locals map max memoryview min next object oct open ord pow print property range repr reversed " +
      "round self set setattr slice sorted staticmethod str sum super tuple type vars zip",
  );
  areBuiltin(
    "ne",
    "ArithmeticError AssertionError AttributeError BaseException BlockingIOError BrokenPipeError " +
      "BufferError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError " +
      "DeprecationWarning EOFError Exception FileExistsError FileNotFoundError GeneratorExit " +
      "ImportError IndexError InterruptedError KeyError KeyboardInterrupt LookupError MemoryError " +
      "ModuleNotFoundError NameError NotImplementedError OSError OverflowError PermissionError " +
      "RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration " +
      "StopIteration SyntaxError SystemError SystemExit TimeoutError TypeError UnboundLocalError " +
      "UnicodeDecodeError UnicodeEncodeError UnicodeError UserWarning ValueError Warning " +
      "ZeroDivisionError",
  );
  const VARIABLES = /^__(class|closure|code|defaults|dict|doc|file|func|module|mro|name|qualname|slots)__$/;

  const TOKEN = new RegExp(
    [
      /(?<space>\s+)/,
      /(?<comment>#.*)/,
      /(?:(?<prefix>[bfrtu]|[bft]r|r[bft])?(?<quote>"""|'''|"|'))/,
      /(?<number>0[xob][\da-f_]+|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:e[+-]?\d[\d_]*)?j?)/,
      /(?<word>[\p{L}_][\p{L}\p{N}_]*)/,
      /(?<punctuation>[()[\]{},;]|:(?!=))/,
      /(?<other>[^])/,
    ]
      .map(({ source }) => source)
      .join("|"),
    "iuy",
  );
  const STRING = "s2";

  class Tokens {
    #code;
    #at = 0;
    #last = ""; // the last that was no space
    #begins = true; // at the first word or sign of a line
    #decorates = false; // behind an "@" that stood there
    #imports = false; // within a line that names modules

    constructor(code) {
      this.#code = code;
    }

    // Up to the end; of an expression in a string, up to what ends it.
    *all(isInString = false) {
      let depth = 0; // brackets that are open
      while (this.#at < this.#code.length) {
        TOKEN.lastIndex = this.#at;
        const { 0: text, groups } = TOKEN.exec(this.#code);
        if (isInString && !depth && /^(?:[}:]|!(?=[^=]|$))/.test(this.#code.slice(this.#at, this.#at + 2))) return;
        if ("([{".includes(text)) depth += 1;
        else if (")]}".includes(text)) depth -= 1;
        this.#at += text.length;
        if (groups.quote) yield* this.#string(text, groups);
        else yield [this.#kind(text, groups), text];
        this.#goOn(text, groups);
      }
    }

    #goOn(text, { space }) {
      const ends = space && text.includes("\n");
      this.#decorates = this.#begins && text === "@";
      this.#begins = ends || (this.#begins && space !== undefined);
      if (ends) this.#imports = false;
      if (!space) this.#last = text;
    }

    #kind(text, { space, comment, number, word, punctuation }) {
      if (space) return "";
      if (comment) return "c1";
      if (number) return "mi";
      if (word) return this.#kindOf(text);
      if (this.#imports) return text === "." ? "nn" : "o";
      if (text === "@" && this.#begins) return "nd";
      return punctuation ? "p" : "o";
    }

    #kindOf(word) {
      const last = this.#last;
      if (kinds.has(word)) {
        this.#imports = kinds.get(word) === "kn" && !this.#imports;
        return kinds.get(word);
      }
      if (last === "def" || last === "class") return "nf";
      if (this.#decorates) return "nd";
      if (this.#imports) return "nn";
      if (last !== "." && builtins.has(word)) return builtins.get(word);
      if (VARIABLES.test(word)) return "nb";
      return /^__\w+__$/.test(word) ? "nf" : "n";
    }

    // From behind its quote to the one that ends it, or to the end of the line.
    *#string(opening, { prefix = "", quote }) {
      const stops = [quote, String.raw`\\[^]`];
      if (/[ft]/i.test(prefix)) stops.push("\\{\\{", "\\{");
      if (quote.length === 1) stops.push("\n");
      const stop = new RegExp(stops.join("|"), "g");
      let text = opening;
      for (;;) {
        stop.lastIndex = this.#at;
        const found = stop.exec(this.#code);
        const end = found ? found.index : this.#code.length;
        text += this.#code.slice(this.#at, end);
        this.#at = end;
        if (!found || found[0] === "\n") break;
        text += found[0];
        this.#at += found[0].length;
        if (found[0] === quote) break;
        if (found[0] !== "{") continue;
        yield [STRING, text];
        text = "";
        yield* this.all(true);
      }
      yield [STRING, text];
    }
  }

  // Yields pairs of a class, "" for space, and a text; all texts together are the program.
  Turns.tokensOf = (code) => new Tokens(code).all();
})();
