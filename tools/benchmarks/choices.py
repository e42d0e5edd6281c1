"""Measure what a choice in the game costs, on a map of 2,000 states, in the Chromium at hand.

    nox -s build && python -m tools.benchmarks.choices

Asked for: less than 16 ms for a choice, also the one that takes back; and for choosing a goal.
"""

import statistics
from typing import Any

from playwright.sync_api import sync_playwright

from books import chromium
from tools.project import HERE
from tools.static_server import served

PLACES = 2000
CARD = "snippet-event-loop-two-kettles"
MEASURE = """
async ([card, board]) => {
  await Turns.loadBoard(document.getElementById(card));
  const area = document.getElementById(card);
  const game = new Turns.Game(area, board, () => {});
  const took = { goal: [], choice: [], back: [] };
  const measure = (kind, act) => {
    const start = performance.now();
    act();
    area.getBoundingClientRect(); // laid out
    took[kind].push(performance.now() - start);
  };
  const press = (key) => area.querySelector(".snippet-game").dispatchEvent(
    new KeyboardEvent("keydown", { key, cancelable: true }));
  for (let round = 0; round < 5; round++) {
    measure("goal", () => game.open(round % 2));
    for (let n = 0; n < 60; n++) measure("choice", () => press(n % 3 ? "1" : "2"));
    for (let n = 0; n < 60; n++) measure("back", () => press("u"));
  }
  return took;
}
"""


def _board() -> dict[str, Any]:
    """Return a board with so many places: two tasks, of which each step prints a line."""
    side = PLACES // 40
    names = "Task-1", "Task-2"

    def move(at: int, row: int, column: int) -> dict[str, Any]:
        return {"at": at, "turns": [at], "to": row * side + column}

    def place(row: int, column: int) -> dict[str, Any]:
        moves = [move(0, row + 1, column)] if row < 39 else []
        moves += [move(1, row, column + 1)] if column < side - 1 else []
        queue = [0, 1][: len(moves)]
        end = None if moves else 0
        state = {"time": 0.0, "ready": queue, "timers": [], "tasks": [0, 0], "moves": moves}
        return {**state, "end": end, "left": 2 if moves else None, "doomed": False}

    goal = {"mode": "queue", "line": 1, "text": "b", "above": "a", "texts": [], "par": 1}
    return {
        "outcomes": {"queue": {"count": 2, "exact": True}},
        "charts": {
            "queue": {
                "start": {"at": 0, "turns": [], "to": 0},
                "places": [place(row, column) for row in range(40) for column in range(side)],
                "whole": True,
            }
        },
        "early": "none",
        "goals": [{**goal, "aim": "earlier"}, {**goal, "aim": "missing"}],
        "ways": [[1], []],
        "output": ["a", "b"],
        "before": "",
        "players": [{"name": name, "coroutine": "work"} for name in names],
        "turns": [
            {"task": name, "callback": "work", "internal": False, "lines": [12], "printed": text}
            for name, text in zip(names, ("a\n", "b\n"), strict=True)
        ],
        "callbacks": [{"task": name, "callback": "work", "internal": False} for name in names],
        "timers": [],
        "states": [{"state": "ready", "line": 12, "wait": None, "error": None}],
        "ends": [{"kind": "finished", "detail": "", "waiting": []}],
    }


def main() -> None:
    """Print one line for each kind of act."""
    with served(HERE.site, "/site") as address, sync_playwright() as playwright:
        program = chromium.found()
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{address}/en/event-loop/index.html")
        took = page.evaluate(MEASURE, [CARD, _board()])
        browser.close()
    for kind, times in took.items():
        print(f"{kind:8} median {statistics.median(times):6.2f} ms, most {max(times):6.2f} ms")


if __name__ == "__main__":
    main()
