"""Compare the marks of all snippets with the pinned ones; ``--accept`` pins what is found now.

The pins are those of one Python version, which is written beside them; others are not compared.
"""

import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PINS = ROOT / "tests" / "turns" / "marks.json"
_PATH = re.compile(r"\S*/(?=\w+\.py)")
"""Folders of this machine, in what debug mode prints."""


def marks(path: Path) -> list[str]:
    """Return ``because | text`` for each line that the snippet prints, ``?`` where unproven."""
    command = [sys.executable, "-m", "turns", "why", "--json", str(path)]
    folder = ROOT / "docs" / "_ext"
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)
    if done.returncode == 2 or not done.stdout:
        return [f"cannot be run: {done.stderr.strip()}"]
    found = json.loads(done.stdout)
    return [
        f"{line['because']}{'' if line['proven'] else ' ?'} | {_PATH.sub('', line['text'])}"
        for line in found["lines"]
    ]


def all_marks(jobs: int = 2) -> dict[str, list[str]]:
    """Return the marks of every snippet by name."""
    paths = sorted((ROOT / "snippets").rglob("*.py"))
    with ThreadPoolExecutor(jobs) as pool:
        found = list(pool.map(marks, paths))
    names = [path.relative_to(ROOT / "snippets").with_suffix("").as_posix() for path in paths]
    return dict(zip(names, found, strict=True))


def differences(pinned: dict[str, list[str]], found: dict[str, list[str]]) -> list[str]:
    """Say in lines what changed."""
    lines = []
    for name in sorted(pinned.keys() | found.keys()):
        before, now = pinned.get(name, []), found.get(name, [])
        if before != now:
            lines += [name, *(f"  - {one}" for one in before), *(f"  + {one}" for one in now)]
    return lines


def main(arguments: list[str]) -> int:
    """Compare, or accept."""
    found = all_marks()
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    pins = json.loads(PINS.read_text(encoding="utf-8")) if PINS.exists() else {"marks": {}}
    changed = differences(pins["marks"], found)
    print(*changed, sep="\n")
    if arguments == ["--accept"]:
        pins = {"python": version, "marks": found}
        text = json.dumps(pins, ensure_ascii=False, indent=1) + "\n"
        PINS.write_text(text, encoding="utf-8", newline="\n")
        return 0
    return bool(changed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
