// Fetches what Python in the page is made of: `manifest.json` says what there is, of which version, and
// how long. The files are packed with gzip, whatever the host does; unpacked, they are kept in the browser
// under their version, so that they come once, and are there at once and without a network.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});

  // Why there is no Python, no answer of it, or no program: `reason` is the end of a key of our words.
  Turns.Failure = class extends Error {
    constructor(reason, detail = "") {
      super(detail ? `${reason}: ${detail}` : reason);
      this.reason = reason;
    }
  };
  const { Failure } = Turns;

  // That something did not come: the site has changed meanwhile, or there is no network.
  Turns.lost = (detail) => new Failure(navigator.onLine ? "changed" : "offline", detail);

  // What is kept of one site; others may have the same origin. A browser may forbid to keep anything,
  // and has nothing to keep it in on a page that came over plain HTTP.
  class Kept {
    constructor(root) {
      this.prefix = `${root} `;
    }

    async #all() {
      try {
        return (await caches.keys()).filter((name) => name.startsWith(this.prefix));
      } catch {
        return [];
      }
    }

    // The answer to a request that some version kept; undefined if none did.
    async find(address, names = undefined) {
      for (const name of names ?? (await this.#all())) {
        try {
          const found = await (await caches.open(name)).match(address);
          if (found) return found;
        } catch {}
      }
      return undefined;
    }

    of(version, address) {
      return this.find(address, [this.prefix + version]);
    }

    // Keeps a response, which this uses up.
    async keep(version, address, response) {
      try {
        await (await caches.open(this.prefix + version)).put(address, response);
      } catch {} // no room
    }

    // Deletes what is kept of all versions, or of all others than one.
    async clear(version) {
      for (const name of await this.#all()) {
        if (name !== this.prefix + version) await caches.delete(name);
      }
    }
  }

  const counted = (note) =>
    new TransformStream({
      transform(chunk, controller) {
        note(chunk.length);
        controller.enqueue(chunk);
      },
    });

  // The bytes of a stream. Some hosts say of packed files that they are, and browsers then unpack them.
  const unpacked = async (stream) => {
    const [probe, whole] = stream.tee();
    const reader = probe.getReader();
    const { value } = await reader.read();
    const isPacked = value?.[0] === 0x1f && value[1] === 0x8b;
    reader.cancel();
    return new Response(isPacked ? whole.pipeThrough(new DecompressionStream("gzip")) : whole).arrayBuffer();
  };

  // What handles an error as a reason of ours.
  const because = (reason) => ({ message }) => {
    throw new Failure(reason, message);
  };

  const asked = (address, options) => fetch(address, options).catch(because("offline"));

  // The manifest of now; without a network, that of what is kept.
  const manifestOf = async (address, kept) => {
    let response;
    try {
      response = await asked(address, { cache: "no-cache" });
    } catch (error) {
      response = await kept.find(address);
      if (!response) throw error;
    }
    if (!response.ok) throw new Failure("not-built", `${response.status}`);
    return response.json().catch(because("not-built")); // some hosts answer with a page
  };

  // What there is below `root`, of one version.
  class Release {
    #kept;
    #root;
    #come = []; // what is to be kept: [address, response]

    constructor(root, kept, manifest) {
      this.#root = root;
      this.#kept = kept;
      Object.assign(this, manifest); // version, files, more, shapes
    }

    // A promise of a file's bytes; `note` gets how many of them have come. They are unpacked when
    // `before` is there.
    async #read({ path, bytes, size }, note, before = undefined) {
      const address = this.#root + path;
      const kept = await this.#kept.of(this.version, address);
      const response = kept ?? (await asked(address));
      if (!response.ok) throw new Failure("changed", `${response.status} ${path}`);
      let come = 0;
      const count = (length) => {
        come = Math.min(come + length, bytes);
        note(come);
      };
      try {
        if (!kept) await before;
        const read = await (kept ? kept.arrayBuffer() : unpacked(response.body.pipeThrough(counted(count))));
        if (read.byteLength !== size) throw new Error(`${read.byteLength} bytes, not ${size}`);
        if (kept) note(bytes);
        else this.#come.push([address, new Response(read)]);
        return read;
      } catch (error) {
        await this.forget();
        throw Turns.lost(`${path}: ${error.message}`);
      }
    }

    // Promises of the bytes of what comes first, by name; `progress` gets {loaded, total}, in bytes. They
    // come together, and are unpacked one after the other, as they are needed: a page has one thread for that.
    first(progress) {
      const files = Object.entries(this.files);
      const total = files.reduce((sum, [, { bytes }]) => sum + bytes, 0);
      const come = new Map();
      let before;
      const read = ([name, file]) => {
        const note = (bytes) => {
          come.set(name, bytes);
          progress({ loaded: [...come.values()].reduce((sum, one) => sum + one, 0), total });
        };
        const bytes = this.#read(file, note, before);
        before = bytes.catch(() => {});
        return [name, bytes];
      };
      const contents = Object.fromEntries(files.map(read));
      Promise.all(Object.values(contents)).then(
        () => this.#kept.clear(this.version),
        () => {}, // whoever waits for them is told
      );
      return contents;
    }

    // Keeps what has come: only when there is time, as it costs some.
    keep() {
      for (const one of this.#come.splice(0)) this.#kept.keep(this.version, ...one);
    }

    // The memory of an interpreter that has come up in this browser, of its kind; undefined without one.
    async memory(kind) {
      const kept = await this.#kept.of(this.version, this.#memoryOf(kind));
      return kept?.arrayBuffer();
    }

    keepMemory(kind, bytes) {
      return this.#kept.keep(this.version, this.#memoryOf(kind), new Response(bytes));
    }

    #memoryOf(kind) {
      return `${this.#root}${this.version}/memory-${kind}`;
    }

    // Keeps nothing: something is wrong with it.
    forget() {
      return this.#kept.clear();
    }

    // A promise of the bytes of what is seldom wanted.
    async rest() {
      const bytes = await this.#read(this.more, () => {});
      this.keep();
      return bytes;
    }
  }

  // A promise of what there is now below `root`; without a network, of what is kept.
  Turns.release = async (root) => {
    const kept = new Kept(root);
    const address = `${root}manifest.json`;
    const manifest = await manifestOf(address, kept);
    kept.keep(manifest.version, address, new Response(JSON.stringify(manifest)));
    return new Release(root, kept, manifest);
  };
})();
