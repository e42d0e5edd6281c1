// Comes before a page's own scripts. Notes what goes wrong, finds what a reader can press, says where to
// press it, and whether that did anything. It knows nothing of this site: what is a control says the page.
globalThis.walk = (() => {
  "use strict";

  const OPERABLE =
    "a[href], button, input, select, textarea, summary, [role=button], [role=checkbox], [role=link]," +
    "[role=menuitem], [role=radio], [role=slider], [role=switch], [role=tab], [contenteditable]";
  const PATIENCE = 5000; // ms until a press must have done something
  const REST = 60; // ms without any change
  const TRIES = 4;
  const SPOTS = [[0.5, 0.5], [0.15, 0.5], [0.85, 0.5], [0.5, 0.15], [0.5, 0.85]]; // of a box
  const LEFT = "\uE012";
  const RIGHT = "\uE014";
  const DOWN = "\uE015";
  const ESCAPE = "\uE00C";
  const ENTER = "\uE007";

  // -- What goes wrong -----------------------------------------------------------------------------

  const wrong = [];
  const note = ({ message, filename, lineno, target }) =>
    wrong.push(message ? `${message} (${filename}:${lineno})` : `not loaded: ${target.src ?? target.href}`);
  addEventListener("error", note, true);
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
    wrong.push(`${effectiveDirective} forbids ${blockedURI}`));
  addEventListener("unhandledrejection", ({ reason }) => wrong.push(`rejected: ${reason}`));
  console.error = (...all) => wrong.push(`console: ${all.join(" ")}`);

  // -- What a press does ---------------------------------------------------------------------------

  let signs = 0; // of life
  const live = () => signs++;
  const all = { attributes: true, characterData: true, childList: true, subtree: true };
  new MutationObserver((records) => {
    live();
    for (const { addedNodes } of records)
      for (const one of addedNodes) if (walking && one.matches?.("script[src]")) loading.add(one);
  }).observe(document, all);
  // What a press asks for, and has not come yet.
  const loading = new Set();
  const loaded = ({ target }) => loading.delete(target);
  for (const type of ["load", "error"]) document.addEventListener(type, loaded, true);
  for (const type of ["change", "hashchange", "input", "toggle"]) addEventListener(type, live, true);
  // In a walk, a link is followed only within the page; that others lead somewhere is tested elsewhere.
  let walking = false;
  addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!walking || !link || event.defaultPrevented) return;
    const { href } = new URL(link.href.baseVal ?? link.href, document.baseURI);
    if (href.split("#")[0] !== location.href.split("#")[0]) event.preventDefault();
    live();
  });

  // -- What can be pressed -------------------------------------------------------------------------

  const isVisible = (one) => {
    const { width, height } = one.getBoundingClientRect();
    return width * height > 0 && one.checkVisibility({ visibilityProperty: true });
  };
  // What the player has not come to yet is not there yet.
  const isOff = (one) => one.matches(":disabled, [aria-disabled=true], [inert] *, .to-come *");
  const looked = new WeakSet();
  const pointed = new WeakSet();

  // Says by its pointer that it can be pressed, and is no part of a control.
  const isPointed = (one) => {
    if (!looked.has(one) && isVisible(one)) {
      looked.add(one);
      const points = (other) => getComputedStyle(other).cursor === "pointer";
      if (!one.closest(`${OPERABLE}, label, [role=option]`) && points(one) && !points(one.parentElement)) pointed.add(one);
    }
    return pointed.has(one);
  };
  // A label is one where its control is not to be seen.
  const isLabel = (one) => one.matches("label[for]") && one.control && !isVisible(one.control);
  const controls = () =>
    [...document.body.querySelectorAll("*")].filter(
      (one) => (one.matches(OPERABLE) || isLabel(one) || isPointed(one)) && isVisible(one),
    );

  const own = (one) => `${one.localName}.${[...one.classList].sort().join(".")}`;
  const kind = (one) => `${own(one.parentElement)} > ${own(one)} ${one.type ?? ""} ${one.role ?? ""}`;
  const name = (one) => {
    const text = one.ariaLabel || one.title || one.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
    const place = one.closest("[id]:not(svg *)")?.id ?? "page";
    return `${own(one.parentElement)} > ${own(one)} “${text}” in #${place}`;
  };

  // -- How it is pressed ---------------------------------------------------------------------------

  const frame = () => new Promise(requestAnimationFrame);
  // Where an element is on top; null: nowhere in sight. The box of a part of a drawing may be empty.
  const point = (one) => {
    const boxes = [one, ...(one.ownerSVGElement ? one.querySelectorAll("*") : [])];
    for (const { left, top: upper, width, height } of boxes.flatMap((box) => [...box.getClientRects()])) {
      for (const [across, down] of SPOTS) {
        const [x, y] = [Math.round(left + across * width), Math.round(upper + down * height)];
        const top = document.elementFromPoint(x, y);
        if ([one, ...(one.labels ?? [])].some((part) => part.contains(top))) return { x, y };
      }
    }
    return null;
  };
  const middle = (from, to) => (from + to) / 2;
  const inSight = ({ left, right, top, bottom }) =>
    right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;

  // Resolves when nothing moves or is to come any more, and what follows the scrolling has followed.
  const settled = async () => {
    const end = performance.now() + PATIENCE;
    let [last, since] = ["", 0];
    for (let time; (time = await frame()) < end; ) {
      const isMoving =
        loading.size > 0 || document.getAnimations().some(({ playState }) => playState === "running");
      const now = isMoving ? "" : `${scrollX} ${scrollY} ${signs}`;
      if (!now || now !== last) [last, since] = [now, time];
      else if (time - since >= REST) return;
    }
  };

  // Scrolls to an element, unless it is to be seen.
  const inView = async (one) => {
    if (point(one)) return;
    reveal(one);
    await settled();
  };

  const KEYS = { select: [DOWN], range: [LEFT, RIGHT], search: ["a", "w"], text: ["a", "w"], textarea: ["a"] };
  // Scrolls what is around an element; Firefox does it for no part of a drawing.
  const reveal = (one) => {
    for (let box = one.parentElement; box; box = box.parentElement) {
      const whole = box === document.documentElement;
      if (!whole && !/auto|scroll/.test(getComputedStyle(box).overflow)) continue;
      const inner = one.getBoundingClientRect();
      const outer = box.getBoundingClientRect();
      const left = middle(inner.left, inner.right) - (whole ? innerWidth / 2 : middle(outer.left, outer.right));
      const top = middle(inner.top, inner.bottom) - (whole ? innerHeight / 2 : middle(outer.top, outer.bottom));
      box.scrollBy({ left, top, behavior: "instant" });
    }
  };
  const click = (one) => ({ name: name(one), ...point(one) });
  const centre = (one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    return { x: Math.round(middle(left, right)), y: Math.round(middle(top, bottom)) };
  };
  const press = (one, ...keys) => {
    one.focus({ preventScroll: true });
    return { name: name(one), keys };
  };
  // What lies in the way of an element, if anything does.
  const above = (one) => {
    const { x, y } = centre(one);
    return document.elementFromPoint(x, y);
  };

  // How to press a control; null: something is in the way.
  const act = async (one) => {
    // Who has typed leaves the box before he presses something else.
    const box = document.activeElement;
    if (box !== one && box.matches("input, textarea")) box.blur();
    await inView(one);
    const keys = KEYS[one.localName] ?? (one.localName === "input" && KEYS[one.type]);
    if (keys) return press(one, ...keys);
    if (point(one)) return click(one);
    // Its place is there, and it shows itself to a pointer.
    if (!isVisible(one) && above(one)?.contains(one)) return { name: name(one), ...centre(one) };
    // Out of sight until it has the focus.
    if (one.tabIndex >= 0 && !inSight(one.getBoundingClientRect())) return press(one, ENTER);
    return null;
  };

  // -- One after the other -------------------------------------------------------------------------

  const seen = new Map(); // control → after how many presses it came and went, and what brought and took it
  const pressed = new Set();
  const kinds = new Set(); // of which one was pressed
  const around = new Set(); // those of controls around the contents
  const sought = new Map(); // control → how often it was to be brought back
  const covered = new Map(); // control → how often something was to be taken away from above it
  const dead = new Set(); // those whose press did nothing
  let presses = 0;
  let last;

  const isWanted = (one) => !pressed.has(one) && !kinds.has(kind(one));
  // Counts, and says how often that was before.
  const counted = (map, one) => {
    const times = map.get(one) ?? 0;
    map.set(one, times + 1);
    return times;
  };
  const hasPressed = (one) => {
    pressed.add(one);
    kinds.add(kind(one));
    if (!one.closest("main, [role=main]")) around.add(kind(one));
  };

  // What brought a control here, or what brought that.
  const opener = (one) => {
    const found = seen.get(one)?.opener;
    return !found || isVisible(found) ? found : opener(found);
  };

  const choose = () => {
    const here = controls();
    for (const one of here) if (!seen.has(one)) seen.set(one, { came: presses, opener: last });
    for (const [one, when] of seen) {
      if (isVisible(one)) when.went = undefined;
      else if (when.went === undefined) Object.assign(when, { went: presses, taker: last });
    }
    // What a press has brought comes first: the next one may take it away. A run of one's own takes the
    // place of all else on its card, and answers its question: it comes after that.
    const all = here.filter((one) => isWanted(one) && !isOff(one));
    const isForLater = (one) =>
      one.matches(".snippet-edit") && all.some((other) => other !== one && one.closest(".snippet").contains(other));
    const wanted = all.filter((one) => !isForLater(one));
    const newest = Math.max(...wanted.map((one) => seen.get(one).came));
    const found = wanted.find((one) => seen.get(one).came === newest);
    if (found) return found;
    // What was there once is brought back by what had brought it, or folded it away, or has come instead.
    for (const one of seen.keys()) {
      if (!one.isConnected || !isWanted(one) || isVisible(one)) continue;
      const times = counted(sought, one);
      const { went, taker } = seen.get(one);
      const folded = taker?.matches("summary") ? taker : undefined;
      const back = opener(one) ?? folded ?? here.find((other) => seen.get(other).came === went);
      if (back && times < TRIES) return back;
      if (times > TRIES || !one.getClientRects().length) continue;
      sought.set(one, TRIES + 1);
      return one; // a pointer may show it
    }
    return null;
  };

  // How to take away what lies above a control: press that, or what came along with it, or Escape.
  const clear = (one) => {
    const lid = above(one)?.closest(`${OPERABLE}, label`);
    const came = seen.get(lid)?.came;
    const along = [...seen.keys()].filter((other) => seen.get(other).came === came && point(other));
    const found = (lid ? [lid, ...along] : [])[counted(covered, one)];
    return found && point(found) ? click(found) : { name: name(one), keys: [ESCAPE] };
  };

  const said = (one) => (one.matches("input, textarea") ? one.value : one.textContent);
  const find = (selector) => [...document.querySelectorAll(selector)].filter(isVisible);

  // -- The focus -----------------------------------------------------------------------------------

  const focused = new Set();
  let stops;
  addEventListener("focusin", ({ target }) => focused.add(target));

  return {
    wrong,

    // `before`: kinds that were pressed on another page, around its contents.
    begin(before) {
      walking = true;
      for (const one of before) kinds.add(one);
    },

    // The next control and how it is to be pressed; null: that was all.
    async next() {
      await settled();
      last = choose();
      if (!last) return null;
      const ready = await act(last);
      const how = ready ?? clear(last);
      const isHopeless = !ready && covered.get(last) > TRIES;
      if (isHopeless) wrong.push(`something is above it: ${name(last)}`);
      if (ready || isHopeless) hasPressed(last);
      presses += 1;
      signs = 0;
      return how;
    },

    // Whether the press did anything; that of a key which only makes room need not.
    async done() {
      const end = performance.now() + PATIENCE;
      const isDone = () => signs || last.popoverTargetElement?.matches(":popover-open");
      while (!isDone() && performance.now() < end) await frame();
      await frame();
      if (isDone() || !pressed.has(last)) return true;
      // What is shown already cannot be shown; later something else is.
      if (dead.has(last)) return false;
      dead.add(last);
      pressed.delete(last);
      kinds.delete(kind(last));
      seen.get(last).came = -1;
      return true;
    },

    // What is wrong, and the kinds of controls around the contents that were pressed here.
    end() {
      const missed = [...seen.keys()].filter((one) => one.isConnected && isWanted(one) && !isOff(one));
      const told = missed.map((one) => `was there, and could not be pressed: ${name(one)}`);
      return { wrong: [...wrong, ...told], around: [...around] };
    },

    // Puts a button at the beginning of the page, and says where; from there Tab goes on.
    begins() {
      const first = document.createElement("button");
      first.style = "position: fixed; inset: 0 auto auto 0; width: 9px; height: 9px; z-index: 9999";
      document.body.prepend(first);
      stops = controls().filter((one) => one !== first && one.tabIndex >= 0 && !isOff(one));
      return { x: 4, y: 4 };
    },
    // The names of those that can have the focus, and had it not.
    left: () => stops.filter((one) => one.isConnected && isVisible(one) && !focused.has(one)).map(name),

    // For what is known of the site.
    sees: (selector, text) => find(selector).some((one) => said(one).includes(text)),
    async place(selector) {
      const [one] = find(selector);
      await settled();
      await inView(one);
      return point(one);
    },
  };
})();
