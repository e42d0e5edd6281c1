// What of a pasted error says what is wrong. The rest is where it was, in other people's code.
(() => {
  "use strict";

  const PASTED = /Traceback \(most|File "[^"]*", line \d|<\w[\w.]* [^<>]*[<>]|\b[A-Z]\w*(?:Error|Warning|Exception|Group): /;
  const TRACE = /(?:Exception Group )?Traceback \(most recent call last\):|File "[^"]*", line \d+/;
  const FRAME = /^[^]*File "[^"]*", line \d+(?:, in [\w.<>]+)?/; // with all that stands before it
  const RAISED = /(?:\w+\.)*[A-Z]\w+(?=: |:?\s*$)/; // the type of an error, before its message or alone
  const OBJECT = /<\w[^<>]*>/g;
  const DETAIL = [
    /\S*[\\/]\S*/g, // paths
    /\b\w+=\S*/g, // attributes
    /(?<!\w)'(?!await|async)[^']*'(?!\w)/g, // names, but Python's own words
    /\b(?:0x[\da-f]+|\d[\d.]*)\b/gi,
    /\b(?:Errno|WARNING|ERROR|asyncio\.exceptions)\b/g,
  ];

  // Objects are within others.
  const withoutObjects = (text) => {
    const less = text.replace(OBJECT, " ");
    return less === text ? text : withoutObjects(less);
  };

  // The message in a text that was pasted from a terminal; any other text as it is.
  const message = (pasted) => {
    if (!PASTED.test(pasted)) return pasted;
    const text = pasted.replace(/^[ |+]*[|+]/gm, (edge) => " ".repeat(edge.length)).split(/-{3,} \d+ -{3,}/)[0];
    const trace = text.search(TRACE);
    let said = text;
    if (trace >= 0) {
      const last = text.replace(FRAME, "");
      const raised = last.slice(Math.max(0, last.search(RAISED)));
      said = `${text.slice(0, trace)}\n${raised}`;
    }
    said = withoutObjects(said);
    // Below a warning is the line of code, and often advice that begins in the same way.
    const [type] = said.match(/\b[A-Z]\w+: /) ?? [];
    const [before, about, advice] = type ? said.split(type) : [said];
    if (advice) said = before + type + about.replace(/\n +.*\n$/, "");
    const short = DETAIL.reduce((left, detail) => left.replace(detail, " "), said);
    return /\w/.test(short) ? short : pasted;
  };

  Object.assign(globalThis.SiteSearch, { message });
})();
