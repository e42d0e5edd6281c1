// The player's buttons, slider, keys and swipes. They call `player` and keep no state of their own.
(() => {
  "use strict";

  const Turns = (globalThis.Turns ??= {});
  const { say, element, write } = Turns;
  const SWIPE = 40; // px
  const KEYS = {
    first: "Home",
    back: "ArrowLeft",
    play: "Space",
    next: "ArrowRight",
    last: "End",
    close: "Escape",
  };
  const SPEEDS = { slow: 2000, normal: 1000, fast: 400 }; // ms a turn

  const SHAPES = {
    first: "M4 3v10M13 3 6 8l7 5z",
    back: "m10 3-5 5 5 5",
    play: "M5 3v10l8-5z",
    pause: "M5 3v10M11 3v10",
    next: "m6 3 5 5-5 5",
    last: "M12 3v10M3 3l7 5-7 5z",
    close: "m4 4 8 8M12 4l-8 8",
  };

  const draw = (button, name) => {
    if (button.title === say(name)) return;
    button.innerHTML = `<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${SHAPES[name]}"/></svg>`;
    button.title = say(name);
  };

  // A finger that moves sideways steps, unless what it moves over scrolls sideways itself.
  const swipe = (area, step) => {
    let start = null;
    area.ontouchstart = ({ target, touches }) => {
      const box = target.closest("input, .player-scroll");
      const own = box?.matches("input") || box?.scrollWidth > box?.clientWidth;
      start = touches.length === 1 && !own && touches[0];
    };
    area.ontouchend = ({ changedTouches: [end] }) => {
      const across = start ? end.clientX - start.clientX : 0;
      const down = start ? end.clientY - start.clientY : 0;
      start = null;
      if (Math.abs(across) > Math.max(SWIPE, 2 * Math.abs(down))) step(across < 0 ? 1 : -1);
    };
  };

  Turns.Controls = class {
    #buttons = {};

    constructor(area, player) {
      const acts = {
        first: () => player.go(0),
        back: () => player.step(-1),
        play: () => player.toggle(),
        next: () => player.step(1),
        last: () => player.go(Infinity),
        close: () => player.close(),
      };
      for (const [name, onclick] of Object.entries(acts)) {
        const named = { type: "button", class: `player-${name}`, "aria-keyshortcuts": KEYS[name] };
        this.#buttons[name] = element("button", { ...named, onclick });
        draw(this.#buttons[name], name);
      }
      const { close, ...moves } = this.#buttons;
      const oninput = () => player.go(Number(this.slider.value));
      this.slider = element("input", { type: "range", min: 0, "aria-label": say("slider"), oninput });
      const speeds = Object.keys(SPEEDS).map((value) => element("option", { value }, say(value)));
      this.speed = element("select", { "aria-label": say("speed") }, ...speeds);
      this.speed.value = "normal";
      const onchange = () => player.unfold(this.all.checked);
      this.all = element("input", { type: "checkbox", onchange });
      this.hidden = element("span");
      this.element = element(
        "div",
        { class: "player-controls" },
        element("div", {}, ...Object.values(moves)),
        element("span", { class: "player-keys", "aria-hidden": "true" }, say("arrows")),
        this.slider,
        this.speed,
        element("label", {}, this.all, this.hidden),
        close,
      );
      area.onkeydown = (event) => {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        // The slider, the choice and the buttons have keys of their own.
        const on = (tags) => event.target.matches(tags);
        const name = Object.keys(KEYS).find((one) => KEYS[one] === (event.key === " " ? "Space" : event.key));
        const isTheirs = on("input, select") || (name === "play" && on("button"));
        if (!name || (isTheirs && name !== "close")) return;
        event.preventDefault();
        acts[name]();
      };
      swipe(area, player.step.bind(player));
    }

    // How long a turn is shown, in milliseconds.
    get pause() {
      return SPEEDS[this.speed.value];
    }

    // For the keyboard, after the button that opened the player.
    focus() {
      this.#buttons.next.focus({ preventScroll: true });
    }

    // `position` of `count` stops, in words `text`; `hidden`: how many turns can be folded away.
    show({ position, count, text, hidden, all, playing }) {
      // A button that is disabled loses the focus, so those at an end only say that they are.
      const ends = { first: 0, back: 0, next: count - 1, last: count - 1 };
      for (const [name, end] of Object.entries(ends)) {
        this.#buttons[name].setAttribute("aria-disabled", position === end);
      }
      draw(this.#buttons.play, playing ? "pause" : "play");
      this.slider.max = count - 1;
      this.slider.value = position;
      this.slider.setAttribute("aria-valuetext", text);
      this.all.checked = all;
      this.all.parentElement.hidden = hidden === 0;
      write(this.hidden, say("loop-turns", { count: hidden }));
    }
  };
})();
