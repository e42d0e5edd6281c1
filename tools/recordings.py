"""Compare the marks of all snippets with the pinned ones: ``nox -s marks``; ``--accept`` pins them.

The pins are those of one Python version; where there are none for this one, builds find the marks
themselves, which takes longer.
"""

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent

from card import recordings

PINS = ROOT / "docs" / "_marks" / f"{recordings.PYTHON}.json"
SNIPPETS = ROOT / "snippets"


def found(jobs: int = 2) -> dict[str, Any]:
    """Explore every snippet; return what is to be pinned, by name."""
    paths = sorted(SNIPPETS.glob("*/*.py"))
    requests = [
        {"name": path.relative_to(SNIPPETS).with_suffix("").as_posix(), "path": str(path)}
        for path in paths
    ]
    with ThreadPoolExecutor(jobs) as pool:
        answers = list(
            pool.map(lambda one: next(recordings.shoot([{**one, "pinned": None}])), requests)
        )
    pins = {}
    for path, answer in zip(paths, answers, strict=True):
        film = answer.get("film", {"marks": []})
        kept = {key: film[key] for key in ("marks", "order") if key in film}
        pins[answer["name"]] = {"digest": recordings.digest(path), "film": kept}
    return pins


def differences(pinned: dict[str, Any], now: dict[str, Any]) -> list[str]:
    """Say in lines what changed."""
    lines = []
    for name in sorted(pinned.keys() | now.keys()):
        before, after = (
            [*map(_line, one.get(name, _NONE)["film"]["marks"])] for one in (pinned, now)
        )
        if before != after:
            lines += [name, *(f"  - {one}" for one in before), *(f"  + {one}" for one in after)]
        elif pinned.get(name) != now.get(name):
            lines += [f"{name}: the file or a witness is another one"]
    return lines


_NONE: dict[str, Any] = {"film": {"marks": []}}


def _line(mark: dict[str, Any]) -> str:
    return f"{mark['because']}{'' if mark['proven'] else ' ?'} | {mark['text']}"


def main(arguments: list[str]) -> int:
    """Compare, or accept."""
    now = found()
    pinned = json.loads(PINS.read_text(encoding="utf-8")) if PINS.exists() else {}
    changed = differences(pinned, now)
    print(*changed, sep="\n")
    if arguments == ["--accept"]:
        PINS.parent.mkdir(exist_ok=True)
        text = json.dumps(now, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        PINS.write_text(text, encoding="utf-8", newline="\n")
        return 0
    return bool(changed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
