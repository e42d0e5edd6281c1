"""Try all of it on every Python of this machine: ``nox -s pythons [-- 3.11 3.15]``.

On each: the tests of `turns`, and CPython's own asyncio tests on the watched loop. On the oldest
and the newest: the site, which must come out the same, byte by byte. What did not run is named.
"""

import filecmp
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tools.arguments import Parser
from tools.interpreters import FREE_THREADED, SUPPORTED, Python, installed
from tools.project import BUILT_FROM, HERE

_REQUIREMENTS = HERE.root / "requirements/tests.txt"


@dataclass(frozen=True)
class Trial:
    """What came of one thing on one Python."""

    python: str
    what: str
    passed: bool
    figures: str
    """One line."""


def main(arguments: Sequence[str]) -> int:
    """Try, print what comes of each, and return the exit status."""
    parser = Parser("pythons", __doc__ or "")
    parser.add_argument("names", nargs="*", choices=(*SUPPORTED, []), metavar="|".join(SUPPORTED))
    wanted = parser.parse(arguments).names or SUPPORTED
    here = [python for python in installed() if python.name in wanted]
    if not here:
        print(f"pythons: none of {', '.join(wanted)} is installed", file=sys.stderr)
        return 2
    passed = True
    for trial in _trials(here):
        passed &= trial.passed
        result = "passed" if trial.passed else "FAILED"
        print(f"{trial.python:5} {trial.what:20} {result}  {trial.figures}", flush=True)
    for name in sorted({*wanted} - {python.name for python in here}):
        print(f"NOT TRIED: Python {name} is not installed")
    print(f"NOT TRIED: {', '.join(FREE_THREADED)}: free-threaded builds run the snippets only")
    return int(not passed)


def _trials(pythons: Sequence[Python]) -> Iterator[Trial]:
    environments = {python.name: _environment(python) for python in pythons}
    ours = ("-m", "pytest", "-q", "--numprocesses=auto", "--dist=loadgroup", "tests/turns")
    for name, python in environments.items():
        yield _tried(name, "tests of turns", python, *ours)
    with ThreadPoolExecutor(2) as pool:  # theirs take one process each
        yield from pool.map(_theirs, environments.items())
    oldest, newest = pythons[0].name, pythons[-1].name
    if oldest != newest:
        yield from _sites({name: environments[name] for name in (oldest, newest)})


def _environment(python: Python) -> Path:
    """Return the interpreter of an environment with what the tests need, made once."""
    digest = hashlib.sha256(_REQUIREMENTS.read_bytes()).hexdigest()[:12]
    folder = HERE.build / "pythons" / f"{python.name}-{python.build:x}-{digest}"
    program = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    ready = folder / "ready"
    if not ready.exists():
        print(f"making an environment for Python {python.name}", flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        make = ("-m", "virtualenv", "--quiet", "--python", str(python.executable), str(folder))
        subprocess.run([sys.executable, *make], check=True)
        install = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        from_ = ("--require-hashes", "--requirement", str(_REQUIREMENTS))
        subprocess.run([program, *install, *from_], check=True)
        ready.touch()
    return program


def _tried(name: str, what: str, python: Path, *command: str, folder: Path = HERE.root) -> Trial:
    """Run a command on a Python; show what it prints, and keep its last line."""
    print(f"Python {name}: {what}", flush=True)
    environment = {**os.environ, "PYTHONPATH": ""}
    done = subprocess.run(
        [python, *command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    lines = [line for line in done.stdout.splitlines() if line.strip()] or ["nothing was printed"]
    if done.returncode:
        print(*lines[-60:], sep="\n", flush=True)
    figures = re.sub(r"^[=\s]+|[=\s]+$", "", lines[-1])
    return Trial(name, what, done.returncode == 0, figures.replace(f"{python}: ", ""))


def _theirs(environment: tuple[str, Path]) -> Trial:
    name, python = environment
    command = ("-m", "tools.checking.cpython_tests", str(python))
    return _tried(name, "CPython's own tests", python, *command)


def _sites(pythons: dict[str, Path]) -> Iterator[Trial]:
    """Build the site on each, from nothing, and compare."""
    with tempfile.TemporaryDirectory() as work:
        sites = {}
        for name, python in pythons.items():
            folder = Path(work, name)
            for source in (".git", *BUILT_FROM):
                ignored = shutil.ignore_patterns("__pycache__", "*.mo")
                if (HERE.root / source).is_dir():  # an archive has no .git
                    shutil.copytree(HERE.root / source, folder / source, ignore=ignored)
            yield _tried(name, "site", python, "-m", "tools.build", folder=folder)
            sites[name] = folder / "_site"
        one, other = sites.values()
        different = sorted(_different(one, other))
        count = sum(path.is_file() for path in one.rglob("*"))
        figures = f"{' and '.join(pythons)}: all {count} files are the same, byte by byte"
        if different:
            figures = f"{len(different)} of {count} files differ: {', '.join(different[:9])}"
        yield Trial("both", "the same site", not different, figures)


def _different(one: Path, other: Path) -> Iterator[str]:
    """Yield the names of files that are not the same in both folders."""
    names = {path.relative_to(top).as_posix() for top in (one, other) for path in top.rglob("*")}
    for name in names:
        here, there = one / name, other / name
        if here.is_dir() and there.is_dir():
            continue
        if not (here.is_file() and there.is_file() and filecmp.cmp(here, there, shallow=False)):
            yield name


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
