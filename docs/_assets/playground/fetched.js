// Fetches what Python in the page is made of: `manifest.json` says what there is, of which version, and
// how long. The files are packed with gzip, whatever the host does; they are kept in the browser under
// their version, so that they come once, and are there without a network.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});

  // Why there is no Python, or no answer of it: `reason` is the end of a key of our words.
  Turns.PythonError = class extends Error {
    constructor(reason, detail = "") {
      super(detail ? `${reason}: ${detail}` : reason);
      this.reason = reason;
    }
  };
  const { PythonError } = Turns;

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

    async forget(version, address) {
      try {
        await (await caches.open(this.prefix + version)).delete(address);
      } catch {}
    }

    async deleteOthers(version) {
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
    const reader = stream.getReader();
    const first = await reader.read();
    const isPacked = first.value?.[0] === 0x1f && first.value[1] === 0x8b;
    const whole = new ReadableStream({
      start(controller) {
        if (first.done) controller.close();
        else controller.enqueue(first.value);
      },
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    });
    return new Response(isPacked ? whole.pipeThrough(new DecompressionStream("gzip")) : whole).arrayBuffer();
  };

  const asked = async (address, options) => {
    try {
      return await fetch(address, options);
    } catch (error) {
      throw new PythonError("offline", error.message);
    }
  };

  // The manifest of now; without a network, that of what is kept.
  const manifestOf = async (address, kept) => {
    let response;
    try {
      response = await asked(address, { cache: "no-cache" });
    } catch (error) {
      response = await kept.find(address);
      if (!response) throw error;
    }
    if (!response.ok) throw new PythonError("not-built", `${response.status}`);
    try {
      return JSON.parse(await response.text());
    } catch (error) {
      throw new PythonError("not-built", error.message); // some hosts answer with a page
    }
  };

  // A promise of {files, shapes}: the bytes of each file below `root`, by name, and what the manifest says
  // of the answers; `progress` gets {loaded, total}, in bytes.
  Turns.fetched = async (root, progress) => {
    const kept = new Kept(root);
    const place = `${root}manifest.json`;
    const manifest = await manifestOf(place, kept);
    const { version, files, shapes } = manifest;
    const total = Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0);
    const loaded = {};
    const note = (name, count) => {
      loaded[name] = Math.min((loaded[name] ?? 0) + count, files[name].bytes);
      progress({ loaded: Object.values(loaded).reduce((sum, bytes) => sum + bytes, 0), total });
    };

    const read = async (name) => {
      const { path, size } = files[name];
      const address = root + path;
      let response = await kept.of(version, address);
      if (!response) {
        response = await asked(address);
        if (!response.ok) throw new PythonError("changed", `${response.status} ${path}`);
        kept.keep(version, address, response.clone());
      }
      try {
        const bytes = await unpacked(response.body.pipeThrough(counted((count) => note(name, count))));
        if (bytes.byteLength === size) return bytes;
        throw new Error(`${bytes.byteLength} bytes, not ${size}`);
      } catch (error) {
        kept.forget(version, address);
        throw new PythonError(navigator.onLine ? "changed" : "offline", `${path}: ${error.message}`);
      }
    };

    const names = Object.keys(files);
    const contents = await Promise.all(names.map(read));
    kept.keep(version, place, new Response(JSON.stringify(manifest)));
    kept.deleteOthers(version);
    return { files: Object.fromEntries(names.map((name, index) => [name, contents[index]])), shapes };
  };
})();
