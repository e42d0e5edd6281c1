// Python in the page: `Turns.python` asks an interpreter in a sandboxed frame, of which a page has one.
// The frame is ours, and what comes out of it may be a program's: it is checked, and is text.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { Failure, partOf, release } = Turns;
  const root = document.currentScript.src.replace(/[^/]+\/_static\/.*/, "playground/");

  const THREADS = "Suspending" in WebAssembly; // whether stacks can be switched
  const LATER = 500; // ms after a start, by when a program that somebody has at hand has printed something
  const SILENCE = 1000; // ms in which the frame's script says that it runs, after the frame is there
  // From when an interpreter has the program, without the time for which another one is made ready:
  const RUN = 10_000; // ms for the program's normal run
  const FIND = 60_000; // ms for all that is found out about it, or its grade, beyond what is asked for

  // Why this browser, or this place, can have no Python; undefined if it can.
  const obstacle = () => {
    if (location.protocol === "file:") return "file";
    if (typeof WebAssembly !== "object") return "no-wasm";
    if (typeof DecompressionStream !== "function" || typeof Worker !== "function") return "old";
    return undefined;
  };

  // Three interpreters take some 400 MB: a phone has one.
  const isRoomy = () => (navigator.deviceMemory ?? 8) > 4 && !matchMedia("(pointer: coarse)").matches;

  // A promise of a frame whose script runs; `hear` gets its messages.
  const framed = (hear) =>
    new Promise((resolve, reject) => {
      const frame = document.createElement("iframe");
      let patience;
      addEventListener("message", ({ source, data }) => {
        if (source === null || source !== frame.contentWindow || typeof data !== "object" || !data) return;
        if (data.up) {
          frame.onload = null;
          clearTimeout(patience);
          resolve(frame);
        } else hear(data);
      });
      frame.onload = () => {
        patience = setTimeout(() => {
          frame.remove();
          reject(new Failure("blocked"));
        }, SILENCE);
      };
      frame.sandbox = "allow-scripts";
      frame.title = "Python";
      frame.hidden = true;
      frame.src = `${root}frame.html`;
      document.body.append(frame);
    });

  class Python {
    features = {}; // {threads} once it is loaded: whether programs may start some
    #loading; // a promise, from when it was first wanted
    #listeners = new Set(); // who wants to know how far it is
    #progress; // how far that is: {loaded, total}
    #frame;
    #release; // what it is made of, and what it answers with
    #rest; // a promise that the rest of the standard library is there, or that it cannot be had; once it was wanted
    #made; // takes the frame's answer to what it is made of
    #asked; // what is being answered: {id, part, begun, resolve, reject, find, time, timer}
    #last = 0; // id

    // Begins to load, as somebody is about to ask; one who pays for bytes has to ask first.
    prepare() {
      if (!navigator.connection?.saveData) this.load().catch(() => {});
    }

    // A promise that it is there; `progress` gets {loaded, total}, in bytes. Tries again after a failure.
    load(progress = () => {}) {
      this.#listeners.add(progress);
      if (this.#progress) progress(this.#progress); // it may have begun before
      this.#loading ??= this.#load().catch((error) => {
        this.#loading = this.#progress = undefined;
        throw error;
      });
      return this.#loading.finally(() => this.#listeners.delete(progress));
    }

    async #load() {
      const reason = obstacle();
      if (reason) throw new Failure(reason);
      const note = (progress) => {
        this.#progress = progress;
        for (const listener of this.#listeners) listener(progress);
      };
      const frame = this.#frame ?? framed((message) => this.#hear(message));
      this.#release = await release(root);
      const { worker, script, wasm, library } = this.#release.first(note);
      const made = new Promise((resolve) => {
        this.#made = resolve;
      });
      const parts = { wasm, library, memory: this.#release.memory(THREADS) };
      // What has come is made use of while the rest is still on its way.
      const begun = Promise.all([frame, worker, script]).then(([one, ...scripts]) => {
        this.#frame = one;
        this.#tell({ scripts, threads: THREADS, keep: isRoomy() }, scripts);
      });
      const told = async ([part, coming]) => {
        const [bytes] = await Promise.all([coming, begun]);
        this.#tell({ part, bytes }, bytes ? [bytes] : []);
      };
      await Promise.all([begun, ...Object.entries(parts).map(told)]);
      const { loaded, threads, why } = await made;
      if (!loaded) {
        await this.#release.forget();
        throw new Failure("broken", String(why));
      }
      this.features = { threads: threads === true };
      this.#rest = undefined;
      setTimeout(() => {
        this.#release.keep();
        this.#bringRest();
      }, LATER);
    }

    #bringRest() {
      this.#rest ??= this.#addRest().catch(() => {}); // then a program that wants it says so itself
      return this.#rest;
    }

    async #addRest() {
      const more = await this.#release.rest();
      this.#tell({ more }, [more]);
    }

    // Whether a program may import something that comes late: it has a word for it.
    #wantsRest(source) {
      const words = new Set(source.match(/\w+/g));
      return this.#release.more.modules.some((name) => words.has(name.replace(/^.*\.|^_+/g, "")));
    }

    // A promise of undefined when all parts of an answer have come, each of which `part` gets; `begun` is
    // called when the program begins to run. It ends what was asked before.
    async ask(request, part, begun = () => {}) {
      this.stop();
      const id = ++this.#last;
      await this.load();
      if (this.#wantsRest(request.source)) await this.#bringRest();
      if (id !== this.#last) throw new Failure("stopped");
      return new Promise((resolve, reject) => {
        const find = FIND + 1000 * (request.seconds ?? 0);
        this.#asked = { id, part, begun, resolve, reject, find, time: request.kind === "grade" ? find : RUN };
        this.#tell({ id, request: JSON.stringify(request) });
      });
    }

    // Ends what runs.
    stop() {
      this.#last += 1;
      this.#end("stopped");
    }

    #tell(message, transferred = []) {
      this.#frame.contentWindow.postMessage(message, "*", transferred);
    }

    // Takes a message of the frame.
    #hear(message) {
      if (message.loaded !== undefined) this.#made?.(message);
      if (message.memory instanceof ArrayBuffer) this.#release.keepMemory(THREADS, message.memory);
      const asked = this.#asked;
      if (!asked || message.id !== asked.id) return;
      if (message.started) this.#begin();
      else if (message.waits) clearTimeout(asked.timer);
      else if (message.part !== undefined) this.#take(message.part);
      else if (message.done) this.#settle().resolve();
      else this.#settle().reject(new Failure(String(message.failed), String(message.why ?? "")));
    }

    #take(text) {
      const data = partOf(text, this.#release.shapes);
      if (!data) {
        this.#end("malformed");
        return;
      }
      if (data.kind === "run") {
        this.#asked.time = this.#asked.find;
        this.#limit(this.#asked.time);
      }
      try {
        this.#asked.part(data);
      } catch (error) {
        this.#end("malformed", String(error));
      }
    }

    // An interpreter has what is asked: the program, or later the part of another run.
    #begin() {
      this.#limit(this.#asked.time);
      this.#asked.begun();
      this.#asked.begun = () => {};
    }

    // Gives what is asked so much time from now on.
    #limit(time) {
      clearTimeout(this.#asked.timer);
      this.#asked.timer = setTimeout(() => this.#end("time"), time);
    }

    #end(reason, detail) {
      if (!this.#asked) return;
      this.#tell({ stop: this.#asked.id });
      this.#settle().reject(new Failure(reason, detail));
    }

    // What was asked is so no longer; returns who waits for it.
    #settle() {
      const asked = this.#asked;
      clearTimeout(asked.timer);
      this.#asked = undefined;
      return asked;
    }
  }

  Turns.python = new Python();
})();
