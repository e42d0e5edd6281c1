"""Programs that use libraries do on the watched loop what they do in reality.

Each program prints what is the same in every real run. `nox -s libraries` installs what they need;
elsewhere a program is skipped.
"""

import ast
import importlib.util
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PROGRAMS = sorted(Path(__file__).parent.glob("*/*.py"))
TIMES = 2
"""How often each is run in either way."""
LIMIT = 100.0
"""Seconds that a run may take on a busy machine."""


@dataclass(frozen=True)
class Run:
    """What a program did."""

    output: str
    exit: int
    stderr: str


def missing(program: Path) -> list[str]:
    """Return what the program imports and nobody has installed."""
    names = set()
    for node in ast.walk(ast.parse(program.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    packages = {name.partition(".")[0] for name in names}
    return sorted(name for name in packages if not is_there(name))


def is_there(package: str) -> bool:
    """Tell whether a package can be imported; its folder beside this file is none."""
    spec = importlib.util.find_spec(package)
    return spec is not None and spec.origin is not None


def called(*command: object) -> "subprocess.CompletedProcess[str]":
    """Call Python as a user does, who asks no proxy for what is on the same machine."""
    hosts = "127.0.0.1,localhost,test"
    return subprocess.run(
        [sys.executable, "-X", "utf8", *map(str, command)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "NO_PROXY": hosts, "no_proxy": hosts},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=LIMIT + 30,
        check=False,
    )


def real(program: Path) -> Run:
    """Run it under plain Python."""
    done = called(program)
    return Run(done.stdout, done.returncode, done.stderr)


def watched(program: Path) -> Run:
    """Run it on the watched loop; what is written to stderr then is our own."""
    done = called("-m", "turns", "show", program, "--json", "--limit", LIMIT)
    assert done.stdout, done.stderr
    shown = json.loads(done.stdout)
    assert shown["ending"]["kind"] == "finished", shown["ending"]
    assert not shown["omitted"]
    return Run("".join(f"{line}\n" for line in shown["output"]), done.returncode, done.stderr)


@pytest.mark.parametrize("program", PROGRAMS, ids=[f"{p.parent.name}/{p.stem}" for p in PROGRAMS])
def test_it_does_what_it_does_in_reality(program: Path) -> None:
    """Compare all that it prints, and its exit status."""
    if absent := missing(program):
        pytest.skip(f"not installed: {', '.join(absent)}")
    expected = real(program)
    assert (expected.output, expected.exit) != ("", 1), expected.stderr
    again = real(program)
    assert (again.output, again.exit) == (expected.output, expected.exit), "reality varies"
    for _ in range(TIMES):
        found = watched(program)
        assert found.output == expected.output
        assert found.exit == expected.exit
        assert not found.stderr
