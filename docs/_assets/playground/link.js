// Links that carry a program: `#code=1.` and its text, deflated, in letters that an address may have;
// `&schedule=` and the name of a schedule, where that belongs to it. Nothing is on a server.
// Whatever such a link carries may be written by anybody: reading it ends in a program or in an error.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { Failure } = Turns;
  const VERSION = "1";
  const LARGEST = 64 * 1024; // bytes of a program
  const LINES = 5000; // of a program: a field with many more holds a page for seconds
  const LONGEST = 2 * LARGEST; // letters of a link: nothing that deflates to more is a program
  const SCHEDULE = /^[qcdt][\da-fh.-]{0,4000}$/;

  // The bytes of a stream, of which nobody knows the length before it is read.
  const all = async (stream) => {
    const parts = [];
    let size = 0;
    for (const reader = stream.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
      parts.push(value);
      size += value.length;
      if (size > LARGEST) {
        reader.cancel().catch(() => {});
        throw new Failure("link-large");
      }
    }
  };

  const through = (bytes, transform) => all(new Blob([bytes]).stream().pipeThrough(transform));

  const checked = (source) => {
    if (source.split("\n").length > LINES) throw new Failure("link-large");
    return source;
  };

  const encoded = (bytes) => {
    const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
    return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  };

  const decoded = (text) => {
    if (!/^[\w-]+$/.test(text)) throw new Failure("link-broken");
    const letters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(letters, (letter) => letter.charCodeAt());
  };

  // A promise of the fragment; it fails with the reason "link-large" if the program is too long for one.
  const write = async (source, schedule = null) => {
    const bytes = new TextEncoder().encode(checked(source));
    if (bytes.length > LARGEST) throw new Failure("link-large");
    const packed = await through(bytes, new CompressionStream("deflate-raw"));
    return `#code=${VERSION}.${encoded(packed)}${schedule ? `&schedule=${schedule}` : ""}`;
  };

  // A promise of {source, schedule}; undefined if the fragment carries no program. What is not right fails
  // with a reason: "link-large", "link-newer" or "link-broken".
  const read = async (fragment) => {
    if (!fragment.startsWith("#code=")) return undefined;
    if (fragment.length > LONGEST) throw new Failure("link-large");
    const parameters = new URLSearchParams(fragment.slice(1));
    const [version, text, ...more] = parameters.get("code").split(".");
    if (/^\d+$/.test(version) && Number(version) > Number(VERSION)) throw new Failure("link-newer");
    const schedule = parameters.get("schedule");
    const isOurs = version === VERSION && text && !more.length;
    if (!isOurs || (schedule !== null && !SCHEDULE.test(schedule))) throw new Failure("link-broken");
    try {
      const bytes = await through(decoded(text), new DecompressionStream("deflate-raw"));
      return { source: checked(new TextDecoder("utf-8", { fatal: true }).decode(bytes)), schedule };
    } catch (error) {
      throw error.reason ? error : new Failure("link-broken");
    }
  };

  Turns.link = { read, write };
})();
