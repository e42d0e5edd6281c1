// In a worker of the sandboxed frame: one interpreter, which runs one program. What it is made of comes
// by message; Pyodide's own scripts stand behind this one in the same blob.
//
// The policy of the frame, which its workers inherit, lets nothing out and evaluates no text. What is
// taken away here is taken away besides: a program that looks around finds little to waste its time on.
(() => {
  "use strict";

  const MEMORY = 256 * 2 ** 20; // bytes for Python
  const FILES = 32 * 2 ** 20; // bytes of all files together, which are none of Python's memory
  const MOST = 16 * 2 ** 20; // characters of all parts of an answer
  const PAGE = 2 ** 16; // bytes of a page of memory
  const BASE = "https://python.invalid/"; // of names that Pyodide asks for; there is no such host

  // What Python and Pyodide need besides the language itself.
  const NEEDED = [
    ...["self", "globalThis", "console", "performance", "crypto", "navigator", "location"],
    ...["setTimeout", "clearTimeout", "setInterval", "clearInterval", "queueMicrotask"],
    ...["TextDecoder", "TextEncoder", "URL", "AbortController", "AbortSignal", "MessageChannel", "DOMException"],
    ...["WebAssembly", "WorkerGlobalScope", "Response", "structuredClone"],
  ];
  const LANGUAGE = [
    ...["Object", "Function", "Array", "Number", "Boolean", "String", "Symbol", "BigInt", "Date", "RegExp", "Promise"],
    ...["Map", "Set", "WeakMap", "WeakSet", "WeakRef", "FinalizationRegistry", "Proxy", "Reflect", "Iterator"],
    ...["Error", "AggregateError", "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError"],
    ...["SuppressedError", "DisposableStack", "AsyncDisposableStack", "ArrayBuffer", "DataView", "Atomics"],
    ...["Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array"],
    ...["Float16Array", "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array"],
    ...["JSON", "Math", "Intl", "Temporal", "NaN", "Infinity", "undefined", "eval", "isNaN", "isFinite"],
    ...["parseInt", "parseFloat", "decodeURI", "decodeURIComponent", "encodeURI", "encodeURIComponent"],
    ...["escape", "unescape"],
  ];
  const post = self.postMessage.bind(self);
  const listen = self.addEventListener.bind(self);
  const waiting = new Map(); // number → what takes the answer of another interpreter
  const late = {}; // promises of what comes after the first message: {library, memory}
  let refused = false; // more memory

  const remove = (wanted) => {
    for (let owner = self; owner && owner !== Object.prototype; owner = Object.getPrototypeOf(owner)) {
      for (const name of Object.getOwnPropertyNames(owner)) {
        if (wanted(name)) Reflect.deleteProperty(owner, name);
      }
    }
  };

  // Pyodide takes a worker that can import scripts for one that it cannot work in.
  remove((name) => name === "importScripts");

  const bound = () => {
    const { grow } = WebAssembly.Memory.prototype;
    WebAssembly.Memory.prototype.grow = function (pages) {
      if (this.buffer.byteLength + pages * PAGE > MEMORY) {
        refused = true;
        throw new RangeError("no more memory");
      }
      return grow.call(this, pages);
    };
  };

  // Emscripten puts each of 260 functions into a module of its own, so that Python can call it. What is in
  // such a module is the function's type, and there are few of these.
  const shareModules = () => {
    const made = new Map(); // bytes → module
    WebAssembly.Module = new Proxy(WebAssembly.Module, {
      construct(Module, [bytes]) {
        const key = String(bytes);
        if (!made.has(key)) made.set(key, new Module(bytes));
        return made.get(key);
      },
    });
  };

  // Bounds what is written to files. Nobody counts what is deleted: an interpreter runs one program.
  const boundFiles = ({ FS }) => {
    const files = FS.filesystems.MEMFS;
    const operations = files.ops_table.file.stream;
    let written = 0;
    const bounded = (owner, name, sizeOf) => {
      const function_ = owner[name];
      owner[name] = (...given) => {
        written += sizeOf(...given);
        if (written > FILES) throw new FS.ErrnoError(51); // no space, as Emscripten counts errors
        return function_.call(owner, ...given);
      };
    };
    bounded(operations, "write", (_stream, _buffer, _offset, length) => length);
    bounded(files, "resizeFileStorage", (_node, size) => size);
  };

  // The rest of the standard library comes late, and packages have parts in both archives.
  const REST = "/lib/rest.zip";
  const FIND_REST = `
import importlib.machinery, sys
class _Rest:
    @staticmethod
    def find_spec(name, path=None, target=None):
        place = "/".join(["${REST}", *name.split(".")[:-1]])
        return importlib.machinery.PathFinder.find_spec(name, [place], target)
sys.meta_path.append(_Rest)
`;

  // Takes from programs what reaches JavaScript; `turns` has what it needs by now.
  const HIDE = `
import sys
from _pyodide import _importhook
_importhook.jsfinder.jsproxies.clear()
for _name in [*sys.modules]:
    if _name in {"js", "pyodide_js"}:
        del sys.modules[_name]
`;

  // A memory without its empty pages, which are nearly half of it: how long it is, the places of the
  // pages that follow, and these.
  const pack = ({ buffer, length }) => {
    const isEmpty = (place) => !new Uint32Array(buffer, place, Math.min(PAGE, length - place) / 4).some((word) => word);
    const places = [];
    for (let place = 0; place < length; place += PAGE) if (!isEmpty(place)) places.push(place);
    const head = new Uint32Array([length, places.length, ...places]);
    const packed = new Uint8Array(head.byteLength + places.length * PAGE);
    packed.set(new Uint8Array(head.buffer));
    places.forEach((place, index) =>
      packed.set(new Uint8Array(buffer, place, Math.min(PAGE, length - place)), head.byteLength + index * PAGE),
    );
    return packed.buffer;
  };

  // Fills a memory, which is empty and as long as the packed one says.
  const unpack = (packed, memory) => {
    const [length, count] = new Uint32Array(packed, 0, 2);
    new Uint32Array(packed, 8, count).forEach((place, index) =>
      memory.set(new Uint8Array(packed, 8 + 4 * count + index * PAGE, Math.min(PAGE, length - place)), place),
    );
  };

  // What a memory has in it besides Python: all that answers are made of.
  const ANSWERS = "import turns.browser.worker, turns.browser.answers, card.saying; turns.browser.answers.prepare()";
  const IDLE = 300; // ms after which nobody seems to have a program at hand

  const prepare = ({ module, threads }) => {
    if (!threads) delete WebAssembly.Suspending; // whatever this worker could do, the page counts on none
    bound();
    shareModules();
    self.fetch = async (name) => (String(name).endsWith(".zip") ? new Response(await late.library) : undefined);
    WebAssembly.instantiateStreaming = async (_, imports) => ({
      module,
      instance: await WebAssembly.instantiate(module, imports),
    });
  };

  // With the length of a memory, all is done that can be before that comes.
  const load = async ({ hashes, length, remembers }) => {
    if (length > MEMORY) throw new RangeError(`${length} bytes are no memory`);
    const memory = length && new Uint8Array(length);
    const python = await self.loadPyodide({
      async createPyodideModule(settings) {
        const module = await self._createPyodideModule(settings);
        if (memory) unpack(await late.memory, memory);
        return module;
      },
      indexURL: BASE,
      stdLibURL: `${BASE}library.zip`,
      lockFileContents: self._lock,
      env: { PYTHONHASHSEED: String(hashes) },
      stdin: () => null,
      stdout() {},
      stderr() {},
      _loadSnapshot: memory,
      _makeSnapshot: remembers,
    });
    boundFiles(python);
    if (remembers) python.runPython(ANSWERS);
    return { python, made: remembers ? pack(python.makeMemorySnapshot()) : undefined };
  };

  // An interpreter comes up from the memory of another one, or, if that is of no use, as the first.
  const loaded = async (given) => {
    prepare(given);
    if (!given.length) return load(given);
    try {
      return await load({ ...given, remembers: false });
    } catch {
      return load({ ...given, length: undefined, remembers: true });
    }
  };

  const askFresh = (question, hashes) =>
    new Promise((resolve) => {
      const n = waiting.size + 1;
      waiting.set(n, resolve);
      post({ fresh: n, question, hashes });
    });

  const start = (thread) => {
    thread.callPromising();
  };
  const gate = () => Promise.withResolvers();

  // Hands parts of the answer on, as text; nobody needs so many.
  const said = () => {
    let length = 0;
    return (part) => {
      const text = String(part);
      length += text.length;
      if (length > MOST) throw new RangeError("too long an answer");
      post({ part: text });
    };
  };

  // Where stacks cannot be switched, Python hands its questions for other interpreters out.
  const stepped = async (asking) => {
    let coming; // the answer to what was asked last
    let reply;
    for (;;) {
      const { done, value } = asking.next(reply);
      if (done) return;
      reply = value ? undefined : await coming;
      coming = value && askFresh(value.get(0), value.get(1));
    }
  };

  const begin = async (given) => {
    const { threads } = given;
    const { python, made } = await loaded(given);
    const { activate, answer, answering, fresh_answer } = python.pyimport("turns.browser.worker");
    activate(...(threads ? [start, gate, askFresh] : [undefined, undefined, undefined]), "card.saying");
    const answered = (request) => (threads ? answer.callPromising(request, said()) : stepped(answering(request, said())));
    const answeredFresh = (question) => (threads ? fresh_answer.callPromising(question) : fresh_answer(question));
    const addRest = ({ more }) => {
      python.FS.writeFile(REST, new Uint8Array(more));
      python.runPython(FIND_REST);
    };
    if (given.more) addRest(given);
    python.runPython(HIDE);
    const kept = new Set([...NEEDED, ...LANGUAGE]);
    remove((name) => !kept.has(name));
    const idle = given.answers && setTimeout(() => python.runPython(ANSWERS), IDLE);
    listen("message", async ({ data }) => {
      if ("fresh" in data) {
        waiting.get(data.fresh)?.(data.reply);
        return;
      }
      try {
        if ("more" in data) addRest(data);
        else if ("question" in data) post({ reply: String(await answeredFresh(data.question)) });
        else {
          clearTimeout(idle);
          post({ started: true }); // only now: it may have been about to get ready for this
          await answered(data.request);
          post({ done: true });
        }
      } catch (error) {
        post({ died: refused ? "memory" : "crashed", why: String(error).slice(-1000) });
      }
    });
    return { loaded: true, threads, memory: made };
  };

  for (const name of ["library", "memory"]) {
    late[name] = new Promise((resolve) => {
      listen("message", ({ data }) => name in data && resolve(data[name]));
    });
  }
  listen(
    "message",
    async ({ data }) => {
      try {
        const begun = await begin(data);
        post(begun, begun.memory ? [begun.memory] : []);
      } catch (error) {
        post({ loaded: false, why: `${error}`.slice(-1000) });
      }
    },
    { once: true },
  );
})();
