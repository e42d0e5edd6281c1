// In which sections each word is: the bits of `search_places.py`, read as they were written there.
(() => {
  "use strict";

  const ONE = 2 ** 16; // a probability of 1
  const NEVER = 64; // the least probability
  const LEARNT = 250; // of the last so many of a kind is learnt what is expected
  const FIRST = 35; // the code of the character that stands for 0
  const [LENGTH, DIGIT, PAGE, SECTION] = [0, 256, 512, 768]; // kinds of bits

  // Reads bits, most of which are expected.
  class Bits {
    #bytes;
    #at = 0;
    #low = 0;
    #high = 2 ** 32 - 1;
    #value = 0;
    #expected = new Uint16Array(1024).fill(ONE / 2);
    #seen = new Uint8Array(1024).fill(2);

    constructor(text) {
      this.#bytes = atob(text);
      for (let i = 0; i < 4; i++) this.#value = this.#shifted(this.#value);
    }

    #shifted(value) {
      return ((value << 8) | this.#bytes.charCodeAt(this.#at++)) >>> 0;
    }

    // The next bit; those of a kind are about as likely.
    read(kind) {
      const expected = this.#expected[kind];
      const middle = this.#low + ((this.#high - this.#low) >>> 16) * expected;
      const bit = this.#value <= middle;
      if (bit) this.#high = middle;
      else this.#low = middle + 1;
      while (this.#low >>> 24 === this.#high >>> 24) {
        this.#low = (this.#low << 8) >>> 0;
        this.#high = ((this.#high << 8) | 255) >>> 0;
        this.#value = this.#shifted(this.#value);
      }
      const changed = expected + Math.floor((bit * ONE - expected) / this.#seen[kind]);
      this.#expected[kind] = Math.min(ONE - NEVER, Math.max(NEVER, changed));
      if (this.#seen[kind] < LEARNT) this.#seen[kind]++;
      return bit;
    }

    // The next number, from 1 on: how many bits it has, then those after the first one.
    number() {
      let most = 0;
      while (this.read(LENGTH + most)) most++;
      let number = 1;
      for (let place = most - 1; place >= 0; place--) number = number * 2 + this.read(DIGIT + most * 8 + place);
      return number;
    }
  }

  const length = (number) => 32 - Math.clz32(number);

  // The logarithm of a number in quarters of a bit.
  const likely = (number) => (number < 4 ? number : length(number) * 4 + ((number >> (length(number) - 3)) & 3));

  // Of each of `count` words the numbers of its sections; `pages` has the number of each page's sections.
  const places = (text, sizes, pages, count) => {
    const bits = new Bits(text);
    const said = [...sizes].map((size) => size.charCodeAt(0) - FIRST);
    const all = said.reduce((sum, size) => sum + size);
    return Array.from({ length: count }, () => {
      const numbers = [];
      let left = bits.number();
      const frequent = Math.min(3, length(left));
      let rest = all;
      let first = 0;
      for (let page = 0; left; first += pages[page++]) {
        const isSure = left === pages.length - page;
        const isHere = isSure || bits.read(PAGE + likely(Math.floor((left * said[page] * 64) / rest)));
        rest -= said[page];
        if (!isHere) continue;
        left--;
        let seen = 0;
        for (let section = 0; section < pages[page]; section++) {
          const after = pages[page] - section;
          const kind = Math.min(seen, 2) * 64 + Math.min(after, 15) * 4 + frequent;
          if ((after > 1 || seen) && !bits.read(SECTION + kind)) continue;
          numbers.push(first + section);
          seen++;
        }
      }
      return numbers;
    });
  };

  Object.assign((globalThis.SiteSearch ??= {}), { places });
})();
