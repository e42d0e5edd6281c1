"""Measure builds and live preview, on a copy of this checkout: ``python tools/bench_site.py``.

Each figure is the median of a few runs, beside its goal; run it while nothing else is busy. From
save to reload is what an author waits for: from the file's renaming until the browser has been told
and has got the new page.
"""

import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

from websockets.sync.client import connect

from project import HERE, LANGUAGES, Project

RUNS = 5
GOALS = {"cold build, per page": 0.12, "no-op build": 1.0, "page": 1.0, "snippet": 1.5}
LANGUAGE = "zh"  # the one being looked at
PAGE = "event-loop/ready-queue"
SHOWN = re.compile(r"\{snippet\} (\S+)")


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        project = _copy(Path(folder, "checkout"))
        pages = sum(len(list((project.docs / name).rglob("*.md"))) for name in LANGUAGES)
        cold = statistics.median(_cold(project) for _ in range(RUNS))
        print(f"cold build of {pages} pages: {cold:.2f} s")
        _show("cold build, per page", cold / pages)
        _show("no-op build", statistics.median(_build(project) for _ in range(RUNS)))
        for what, seconds in _preview(project).items():
            _show(what, seconds)


def _show(what: str, seconds: float) -> None:
    goal = GOALS[what]
    name = f"save to reload, {what}" if what in {"page", "snippet"} else what
    print(
        f"{name}: {seconds:.3f} s ({'within' if seconds <= goal else 'OVER'} {goal} s)", flush=True
    )


def _copy(root: Path) -> Project:
    """Copy what builds need."""
    for name in ("docs", "snippets", "tools"):
        shutil.copytree(HERE.root / name, root / name)
    return Project(root)


def _cold(project: Project) -> float:
    shutil.rmtree(project.build, ignore_errors=True)
    return _build(project)


def _build(project: Project) -> float:
    """Return the seconds that `nox -s build` takes without nox."""
    started = time.perf_counter()
    command = [sys.executable, str(project.root / "tools/build.py")]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def _preview(project: Project) -> dict[str, float]:
    """Return the medians from save to reload, for a page and for a snippet on it."""
    page = project.docs / LANGUAGE / f"{PAGE}.md"
    shown = SHOWN.search(page.read_text(encoding="utf-8"))
    if shown is None:
        sys.exit(f"{page}:1: shows no snippet; choose another page to measure")
    snippet = project.snippets / f"{shown[1]}.py"
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, str(project.root / "tools/preview.py"), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as preview:
        try:
            address = f"http://127.0.0.1:{port}/{LANGUAGE}/{PAGE}.html"
            _until_there(address)
            return {
                "page": _median(
                    address, lambda mark: _save(page, lambda text: f"{text}\n{mark}\n")
                ),
                "snippet": _median(
                    address,
                    lambda mark: _save(
                        snippet, lambda text: text.replace("import ", f"# {mark}\nimport ", 1)
                    ),
                ),
            }
        finally:
            preview.terminate()


def _until_there(address: str) -> None:
    """Wait for the first build."""
    for _ in range(600):
        try:
            _get(address)
        except OSError:
            time.sleep(0.1)
        else:
            return
    sys.exit(f"{address} does not answer")


def _median(address: str, edit: Callable[[str], None]) -> float:
    return statistics.median(_save_to_reload(address, edit, f"mark{run}") for run in range(RUNS))


def _save_to_reload(address: str, edit: Callable[[str], None], mark: str) -> float:
    script = re.search(r'new WebSocket\("(ws://[^"]+)"\)', _get(address))
    if script is None:
        sys.exit(f"{address} has no reload script")
    with connect(script[1]) as browser:
        started = time.perf_counter()
        edit(mark)
        browser.recv(60)
        text = _get(address)
        seconds = time.perf_counter() - started
    if mark not in text:
        sys.exit(f"{address} was reloaded without the change {mark}")
    time.sleep(1)  # the other language may still be busy with the same snippet
    return seconds


def _save(path: Path, edited: Callable[[str], str]) -> None:
    """Save a file as editors do: by renaming a new one."""
    temporary = path.with_name(f"{path.name}~")
    temporary.write_text(edited(path.read_text(encoding="utf-8")), encoding="utf-8")
    temporary.replace(path)


def _get(address: str) -> str:
    with urllib.request.urlopen(address) as response:  # noqa: S310 (our own server)
        return str(response.read().decode())


if __name__ == "__main__":
    main()
