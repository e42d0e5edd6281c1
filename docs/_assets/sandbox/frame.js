// In the sandboxed frame, which has an origin of its own and may ask for nothing: makes interpreters of
// the bytes that the page hands in, and hands on what is asked and answered. An interpreter runs one
// program and is then replaced, so that no program meets what another one has left behind.
(() => {
  "use strict";

  const NORMAL = 0; // the seed of hashes with which the site's programs were recorded
  const FRESH = [1, 2]; // those of runs that are repeated: `turns.exploring.repeating.HASHES`
  const MOST = 16 * 2 ** 20; // characters of an answer

  let made; // a promise of what an interpreter is made of: {module, threads}, and later {more}
  let library; // a promise of the modules that it can import
  let take; // takes what the page hands in, by name
  let address; // of the workers' script
  let spares = false; // whether interpreters for fresh runs are kept ready
  let main; // the interpreter that waits for a program, or runs one
  let asked; // what it is asked: {id, partners, length, hasBegun}
  let spare; // an interpreter that has all but its memory, and takes a third of the place without it
  const ready = new Map(); // seed → an interpreter for a fresh run
  const memories = new Map(); // seed → the memory of one that had just come up: others come up from it

  const tell = (message) => parent.postMessage(message, "*");

  const remember = (hashes, memory) => {
    memories.set(hashes, memory);
    if (hashes === NORMAL) tell({ memory });
  };

  class Interpreter {
    #worker = new Worker(address);
    #memory; // from which it comes up
    #begun; // a promise that it comes up, as far as it can without that
    #heard = () => {}; // takes messages once it is loaded
    loaded; // a promise of whether it is there
    isHere = false; // whether it is; from then on, what it says may be a program's

    // `remembers`: its memory is kept, unless there is one; `waits`: it has to be told to go on.
    constructor(hashes, { remembers = false, waits = false } = {}) {
      this.loaded = new Promise((resolve) => {
        this.#worker.onmessage = ({ data }) => {
          if (this.isHere) {
            this.#heard(data ?? {});
            return;
          }
          this.isHere = true;
          const { memory, ...answer } = data;
          if (memory) remember(hashes, memory);
          resolve(answer);
        };
        this.#worker.onerror = ({ message }) => {
          resolve({ loaded: false, why: message });
          this.#heard({ died: "crashed", why: message });
        };
      });
      this.#begun = made.then((parts) => {
        this.#memory = memories.get(hashes);
        const length = this.#memory && new Uint32Array(this.#memory, 0, 1)[0];
        const answers = hashes === NORMAL;
        this.#worker.postMessage({ ...parts, hashes, answers, length, remembers: remembers && !length });
        library.then((bytes) => this.#worker.postMessage({ library: bytes }));
      });
      if (!waits) this.goOn();
    }

    async goOn() {
      await this.#begun;
      if (this.#memory) this.#worker.postMessage({ memory: this.#memory });
      this.#memory = undefined;
    }

    tell(message, heard = this.#heard) {
      this.#heard = heard;
      this.#worker.postMessage(message);
    }

    end() {
      this.#worker.terminate();
    }
  }

  // They get ready one after the other: the reader may be about to do something.
  const prepare = async () => {
    for (const hashes of FRESH) {
      if (!ready.has(hashes)) ready.set(hashes, new Interpreter(hashes, { remembers: true }));
      await ready.get(hashes)?.loaded;
    }
    if (memories.has(NORMAL)) spare ??= new Interpreter(NORMAL, { waits: true });
  };

  // Answers what `turns` asks an interpreter that has run nothing else; without a reply if it cannot.
  const askFresh = async ({ fresh, question, hashes }) => {
    const { id, partners } = asked;
    const one = ready.get(hashes) ?? new Interpreter(hashes);
    ready.delete(hashes);
    partners.add(one);
    // How long it takes to get ready is not the program's; one that asks for more has no time for it.
    const isFree = partners.size <= FRESH.length;
    if (isFree) tell({ id, waits: true });
    const { loaded } = await one.loaded;
    if (isFree && asked?.partners === partners) tell({ id, started: true });
    const reply = loaded && (await new Promise((resolve) => one.tell({ question }, resolve))).reply;
    one.end();
    if (asked?.partners === partners) main.tell({ fresh, reply });
  };

  // Ends what runs, and makes another interpreter for the next program.
  const renew = async () => {
    const isFirst = !main;
    main?.end();
    for (const one of asked?.partners ?? []) one.end();
    asked = undefined;
    for (const [hashes, one] of ready) {
      if (one.isHere) continue; // it would come at the cost of the one that is waited for
      one.end();
      ready.delete(hashes);
    }
    main = spare ?? new Interpreter(NORMAL, { remembers: !isFirst }); // somebody waits for the first one
    spare?.goOn();
    spare = undefined;
    const { loaded } = await main.loaded;
    if (loaded && spares && !asked) prepare(); // else when that runs
  };

  const finish = (message) => {
    tell({ ...message, id: asked.id });
    renew();
  };

  // The program begins to run, which is told once: a program may try to say it, too.
  const begun = () => {
    if (!asked.hasBegun) tell({ id: asked.id, started: true });
    asked.hasBegun = true;
  };

  const heard = (message) => {
    if (message.started) begun();
    else if (message.part !== undefined) {
      if (!asked.length && spares) prepare(); // it runs, and will soon be repeated
      asked.length += message.part.length;
      if (!(asked.length <= MOST)) finish({ failed: "output" });
      else tell({ id: asked.id, part: message.part });
    } else if (message.fresh !== undefined) askFresh(message);
    else if (message.done) finish({ done: true });
    else finish({ failed: message.died === "memory" ? "memory" : "crashed", why: message.why });
  };

  const ask = async (id, request) => {
    if (asked) renew();
    const one = { id, partners: new Set(), length: 0, hasBegun: false };
    asked = one;
    const { loaded, why } = await main.loaded;
    if (asked !== one) return;
    if (!loaded) {
      finish({ failed: "crashed", why });
      return;
    }
    main.tell({ request }, (message) => asked === one && heard(message));
  };

  // The first interpreter reads its script while the page still waits for the rest, and gets ready as far
  // as that has come.
  const begin = ({ scripts, threads, keep }) => {
    take = {};
    const [wasm, memory, modules] = ["wasm", "memory", "library"].map(
      (name) => new Promise((resolve) => (take[name] = resolve)),
    );
    library = modules;
    made = new Promise((resolve) => {
      const all = [wasm.then((bytes) => WebAssembly.compile(bytes)), memory];
      const give = ([module, kept]) => {
        if (kept?.byteLength >= 4) memories.set(NORMAL, kept);
        resolve({ module, threads });
      };
      Promise.all(all).then(give, (error) => tell({ loaded: false, why: String(error) }));
    });
    address = URL.createObjectURL(new Blob(scripts, { type: "text/javascript" }));
    renew();
    main.loaded.then((answer) => {
      tell(answer);
      spares = keep;
    });
  };

  // The rest of the standard library: for those that are there, and those that come.
  const add = async (more) => {
    (await made).more = more;
    for (const one of [main, spare, ...ready.values()]) one?.loaded.then(() => one.tell({ more }));
  };

  addEventListener("message", ({ source, data }) => {
    if (source !== parent) return;
    if (data.scripts) begin(data);
    else if (data.part) take[data.part](data.bytes);
    else if (data.more) add(data.more);
    else if (data.request !== undefined) ask(data.id, data.request);
    else if (data.stop && asked?.id === data.stop) renew();
  });
  tell({ up: true });
})();
