"""Measure in Chromium how long the player takes for a step, in a film of many turns.

    python tools/bench_player.py [--turns 500] [--tasks 20] [--slower 1]

Asked for: less than 16 ms a step, layout and style included. The page is a bare card on the disk,
with a picture in which every turn is drawn; the clock is the page's own ``performance.now``.
"""

import argparse
import json
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "docs/_ext"))

import chromium  # noqa: E402 (found by the line above)
from bundles import files  # noqa: E402

LINES = 60
PAGE = """<!doctype html>
<meta charset="utf-8">
<link rel="stylesheet" href="card.css">
<body style="--color-background-border: #ccc; width: 46em">
<figure class="snippet" id="card" data-film="bench" data-address="films/bench.js">
<div class="highlight"><pre>{code}</pre></div>
<div class="snippet-picture" style="overflow: auto">
<svg width="{width}" height="80">{turns}</svg></div>
<div class="snippet-player" hidden></div>
<div class="snippet-buttons" hidden><button class="snippet-step" type="button">Step</button></div>
</figure>
<script defer src="card.js"></script>
"""
# Every way to step, each followed by what the browser must do before it can paint.
STEPS = """async () => {
  const times = { next: [], back: [], slider: [] };
  const measure = (kind, act) => {
    const start = performance.now();
    act();
    document.body.getBoundingClientRect();
    times[kind].push(performance.now() - start);
  };
  const press = (name) => document.querySelector(`.player-${name}`).click();
  const slider = document.querySelector("input[type=range]");
  const frame = () => new Promise(requestAnimationFrame);
  const count = Number(slider.max);
  for (let n = 0; n < count; n++) { measure("next", () => press("next")); await frame(); }
  for (let n = 0; n < count; n++) { measure("back", () => press("back")); await frame(); }
  for (let n = 0; n < 100; n++) {
    slider.value = (n * 7919) % count;
    measure("slider", () => slider.dispatchEvent(new Event("input")));
    await frame();
  }
  return times;
}"""


def film(turns: int, tasks: int) -> dict[str, Any]:
    """Return a film in which tasks take turns, each turn with a line of output and a timer."""
    names = [f"Task-{number + 1}" for number in range(tasks)]
    told = []
    for index in range(turns):
        name, after = names[index % tasks], names[(index + 1) % tasks]
        later = [names[(index + 1 + step) % tasks] for step in range(tasks - 1)]
        line = 1 + index % LINES
        told.append(
            {
                "n": index + 1,
                "t": index / 100,
                "task": name,
                "cb": "work",
                "int": False,
                "by": index,
                "lines": [line, 1 + (line + 3) % LINES],
                "out": [f"{name}: {index}"],
                "outside": [],
                "ready": [[one, "work", False] for one in later],
                "timers": [[index / 100 + 1, "Future.set_result", one] for one in later],
                "tasks": {name: ["waiting", line, "sleep(1)"], after: ["ready", line, None]},
            }
        )
    return {
        "name": "bench",
        "marks": [],
        "before": [],
        "tasks": [{"name": name, "coro": "work", "by": 0} for name in names],
        "turns": told,
        "exit": 0,
        "error": None,
        "omitted": 0,
        "others": {},
    }


def write_page(folder: Path, recorded: dict[str, Any]) -> Path:
    """Write the page, its scripts and its film; return the page's path."""
    static = folder / "_static"
    (static / "films").mkdir(parents=True)
    for name, text in files("en"):
        (static / name).write_text(text, encoding="utf-8")
    (static / "films/bench.js").write_text(f'turnsFilm("bench", {json.dumps(recorded)});')
    code = "\n".join(
        f'<span class="linenos">{n:2}</span>    await sleep({n})' for n in range(1, LINES)
    )
    drawn = (
        f'<g data-turn="{turn["n"]}"><rect x="{turn["n"] * 30}" width="24" height="60"/></g>'
        for turn in recorded["turns"]
    )
    page = static / "page.html"
    width = 30 * len(recorded["turns"])
    text = PAGE.format(code=code, width=width, turns="".join(drawn))
    page.write_text(text, encoding="utf-8")
    return page


def measure(page: Path, program: str | None, slower: float) -> dict[str, list[float]]:
    """Step through the film and return the milliseconds of each step, by the way of stepping."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        tab = browser.new_page()
        tab.goto(page.as_uri())
        tab.context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": slower})
        tab.locator(".snippet-step").click()
        tab.locator(".player-next").wait_for()
        times: dict[str, list[float]] = tab.evaluate(STEPS)
        browser.close()
    return times


def main() -> None:
    """Print one line for each way of stepping."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=500)
    parser.add_argument("--tasks", type=int, default=20)
    parser.add_argument("--slower", type=float, default=1, help="as on a machine so much slower")
    options = parser.parse_args()
    program = chromium.found()
    with tempfile.TemporaryDirectory() as folder:
        page = write_page(Path(folder), film(options.turns, options.tasks))
        for kind, times in measure(page, program, options.slower).items():
            times.sort()
            median, most = statistics.median(times), times[-1]
            high = times[int(len(times) * 0.99)]
            print(f"{kind:6} {len(times)} steps: {median:.2f} ms, 99 % {high:.2f}, most {most:.2f}")


if __name__ == "__main__":
    main()
