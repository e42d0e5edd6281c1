// Walks a page by Tab. Says of each stop what is wrong with it, and at the end what was not met. It knows
// nothing of this site.
globalThis.tabWalk = (() => {
  "use strict";

  const LEAST = 24; // px, WCAG 2.5.8
  const TABBABLE =
    "a[href], area[href], button, input, select, textarea, summary, iframe, audio[controls], " +
    "video[controls], [contenteditable], [tabindex]";
  const PATIENCE = 1000; // ms until what lies above a stop has gone
  const SPOTS = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.1], [0.5, 0.9]];

  const isShown = (one) => {
    const { width, height } = one.getBoundingClientRect();
    return width * height > 0 && one.checkVisibility({ visibilityProperty: true });
  };
  const isOff = (one) => one.matches(":disabled, [inert] *");
  // Of a group of radio buttons one is met, and arrows lead to the others.
  const isSilent = (one) => {
    if (one.type !== "radio" || !one.name) return false;
    const group = [...document.querySelectorAll(`[type=radio][name="${CSS.escape(one.name)}"]`)].filter(
      ({ form }) => form === one.form,
    );
    const checked = group.find((other) => other.checked);
    return one !== (checked ?? group[0]);
  };
  const isTabbable = (one) => one.tabIndex >= 0 && isShown(one) && !isOff(one) && !isSilent(one);
  const inside = (root) => [...root.querySelectorAll(TABBABLE)].filter(isTabbable);

  // A box that scrolls is met where nothing in it is.
  const scrolls = (one) => {
    const { overflowX, overflowY } = getComputedStyle(one);
    const across = one.scrollWidth > one.clientWidth && ["auto", "scroll"].includes(overflowX);
    const down = one.scrollHeight > one.clientHeight && ["auto", "scroll"].includes(overflowY);
    return (across || down) && isShown(one) && !inside(one).length;
  };
  const scrollers = () => [...document.body.querySelectorAll("*")].filter((one) => one.tabIndex < 0 && scrolls(one));

  // What a mouse can press and keys cannot reach: the pointer says so, and no control is there, nor one that
  // this is the name of.
  const points = (one) => getComputedStyle(one).cursor === "pointer";
  const isReached = (one) => {
    const control = one.closest(`${TABBABLE}, [role=option]`) ?? one.closest("label")?.control;
    return Boolean(control) && (isTabbable(control) || isSilent(control) || isOff(control) || control.role === "option");
  };
  const pressedOnly = (root) =>
    [...root.querySelectorAll("*")].filter(
      (one) => points(one) && isShown(one) && !points(one.parentElement) && !isReached(one),
    );

  const name = (one) => `${one.outerHTML.slice(0, 130).replace(/\s+/g, " ")}…`;
  const seen = (node) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(node);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 1;
  };
  const box = (one) => {
    const all = [one, ...(one.labels ?? [])].map((part) => part.getBoundingClientRect());
    const [left, top] = ["left", "top"].map((side) => Math.min(...all.map((each) => each[side])));
    const [right, bottom] = ["right", "bottom"].map((side) => Math.max(...all.map((each) => each[side])));
    return { left, top, right, bottom, width: right - left, height: bottom - top };
  };

  // What is wrong with the element that has the focus.
  const faults = (one) => {
    const found = [];
    const rects = [...one.getClientRects()];
    const { top, bottom, left, right, width, height } = one.getBoundingClientRect();
    const isIn = ({ left, right, top, bottom }) =>
      left >= -1 && right <= innerWidth + 1 && top >= -1 && bottom <= innerHeight + 1;
    // A block of code may be wider than the frame that it scrolls in.
    const isLarge = height > innerHeight * 0.6 || width > innerWidth * 0.9;
    if (isLarge ? bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth : !rects.some(isIn))
      found.push("not in sight");
    if (![one, one.parentElement, one.closest(".highlight") ?? one, ...(one.labels ?? [])].some(seen))
      found.push("no outline");
    const isOn = rects.some((rect) =>
      SPOTS.some(([across, down]) => {
        const hit = document.elementFromPoint(rect.left + across * rect.width, rect.top + down * rect.height);
        return [one, ...(one.labels ?? [])].some((part) => part.contains(hit));
      }),
    );
    if (!isOn && !isLarge) found.push("covered");
    const isInText = getComputedStyle(one).display === "inline";
    const target = box(one);
    // What only scrolls is no target.
    const isTarget = one.matches("a, button, input, select, textarea, summary, [role]");
    if (!isInText && isTarget && Math.min(target.width, target.height) < LEAST - 0.5)
      found.push(`${Math.round(target.width)} × ${Math.round(target.height)} px`);
    return found;
  };

  const expected = new Set();
  const met = [];
  const wrong = [];
  const follows = (one, other) =>
    Boolean(other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);

  return {
    // What is to be met, from here on.
    begin(root = document.body) {
      expected.clear();
      met.length = wrong.length = 0;
      for (const one of inside(root)) expected.add(one);
      if (root === document.body) for (const one of scrollers()) expected.add(one);
      // A page that puts the focus somewhere itself is walked over from its beginning all the same.
      if (root === document.body && document.activeElement !== root) inside(root)[0].focus();
      if (root.querySelector("[tabindex]:is(:not([tabindex='0'], [tabindex='-1']))")) wrong.push("a tabindex above 0");
    },
    // Where Tab has led to; false: out of what is walked over, or back to what was met.
    async step(backwards = false, root = document.body) {
      const one = document.activeElement;
      if (!one || one === document.body || !root.contains(one)) return false;
      if (met.includes(one)) {
        if (one !== met[0]) wrong.push(`met again: ${name(one)}`);
        return false;
      }
      // What its focus has opened is met next.
      for (const popover of document.querySelectorAll(":popover-open")) {
        for (const other of inside(popover)) expected.add(other);
      }
      const before = met.at(-1);
      if (before && !(backwards ? follows(before, one) : follows(one, before))) wrong.push(`out of order: ${name(one)}`);
      const end = performance.now() + PATIENCE;
      while (faults(one).includes("covered") && performance.now() < end)
        await new Promise((done) => setTimeout(done, 50));
      for (const fault of faults(one)) wrong.push(`${fault}: ${name(one)}`);
      met.push(one);
      return true;
    },
    // Everything that was found; an element that is no more, or not any more to be seen, was never met.
    // `shortcuts` are what a mouse may press for what keys do elsewhere.
    end(root, shortcuts) {
      for (const one of pressedOnly(root)) if (!one.matches(shortcuts)) wrong.push(`not reached by keys: ${name(one)}`);
      for (const one of expected) if (!met.includes(one) && isShown(one)) wrong.push(`not met: ${name(one)}`);
      for (const one of met) if (!expected.has(one)) wrong.push(`not expected: ${name(one)}`);
      return { count: met.length, wrong };
    },
  };
})();
