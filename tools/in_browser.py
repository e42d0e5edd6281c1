"""Run every snippet in the page, in Chromium, and write down how it did, for the catalogue.

``python -m tools.in_browser`` needs what `nox -s build` makes, and a Chromium. A program is the
same there if it prints what its file says for the page's Python, and ends as it says.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from card import results
from card.results import InBrowser
from tools.benchmarks.measuring.searches import browser
from tools.building.browser import package
from tools.project import HERE
from tools.static_server import served
from turns.snippet.check import Status, judge
from turns.snippet.fresh_run import Run
from turns.snippet.grammar import read
from turns.snippet.source import digest

FILE = HERE.docs / "_figures" / "pyodide.json"
PAGE = "en/playground.html"
_SMALL = "Object.defineProperty(navigator, 'deviceMemory', { value: 4 });"
"""Then there is one interpreter: others would get ready to repeat a run, which is not wanted."""
_ASK = """async ([source, name]) => {
  const lines = [];
  let last = {};
  const request = { kind: "explore", source, name, language: "en", schedule: null };
  await Turns.python
    .ask(request, (part) => {
      if (part.kind === "lines") lines.push(...part.lines);
      else {
        last = part;
        Turns.python.stop();
      }
    })
    .catch((error) => (last = last.kind ? last : { kind: error.reason }));
  return { ...last, lines };
}"""


def main() -> None:
    """Run all of them."""
    found = {}
    with browser() as chromium, served(HERE.site) as root:
        page = chromium.new_page()
        page.add_init_script(_SMALL)
        page.goto(f"{root}/{PAGE}")
        page.locator(".editor").wait_for()
        for path in HERE.programs():
            part = page.evaluate(_ASK, [path.read_text("utf-8"), path.name])
            said, why = _judged(path, part)
            name = path.relative_to(HERE.snippets).with_suffix("").as_posix()
            found[name] = digest(path.read_bytes()), said
            if said != "same":
                print(f"{name}: {said}: {why}", flush=True)
    today = datetime.now(UTC).date().isoformat()
    results.write_in_browser(FILE, InBrowser(package.PYTHON, package.VERSION, today, found))
    same = sum(said == "same" for _, said in found.values())
    print(f"in_browser: {same} of {len(found)} snippets are the same: {FILE.name}")


def _judged(path: Path, part: dict[str, Any]) -> tuple[str, str]:
    """Return how a program did, and why that is not the same."""
    if part["kind"] != "run":
        return "refused", part.get("reason") or part["kind"]
    problem = part["problem"]
    if problem is not None and problem["kind"] == "unsupported":
        return "refused", problem["lines"][0]
    snippet = read(path)
    stderr = part["stderr"] + (part["error"] or "")
    run = Run(part["lines"], stderr, part["ending"]["status"], 0.0, None, ())
    major, minor, _ = map(int, package.PYTHON.split("."))
    verdict = judge(snippet, snippet.output_for((major, minor)), run)
    return ("same", "") if verdict.status is Status.PASSED else ("differs", verdict.message)


if __name__ == "__main__":
    main()
