"""The programs of tests/turns/questions: what their first lines say, and how they really run."""

import re
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).with_name("questions")
_LONG = 60.0
"""Seconds after which a program that ought to end is taken to hang; the machine may be busy."""
_QUIET = 1.0
"""Seconds for which a program that hangs has to stay so."""
_HEADERS = re.compile(r"# (\w+): (.+)\n")


@dataclass(frozen=True)
class Question:
    """One program and the question that it was written after."""

    path: Path
    text: str
    headers: dict[str, str]

    @property
    def hangs(self) -> bool:
        """It says that it never ends."""
        return self.headers.get("Reality", "").startswith("hangs, because ")

    @property
    def stable(self) -> slice | None:
        """The printed lines that do not differ from run to run; None if that is all of them."""
        found = re.fullmatch(
            r"varies, because .+; stable lines: 1-(\d+)", self.headers.get("Reality", "")
        )
        return slice(int(found[1])) if found else None

    @property
    def refused(self) -> str | None:
        """What `turns` cannot watch."""
        return self.headers.get("Turns", "").removeprefix("refuses ") or None

    @property
    def has_python(self) -> bool:
        """This Python is new enough for it."""
        least = self.headers.get("Python", "3.11").split(".")
        return sys.version_info >= tuple(map(int, least))


@dataclass(frozen=True)
class Run:
    """What a program did under plain Python."""

    lines: list[str]
    exit: int | None
    """Its exit status; None if it had to be ended."""
    stderr: str


def question(path: Path) -> Question:
    """Read the lines above the program."""
    source = path.read_text("utf-8")
    comment = source[: re.search(r"^(?!#)", source, re.MULTILINE).start()]  # type: ignore[union-attr]
    first, _, rest = comment.partition("\n")
    return Question(path, first.removeprefix("# "), dict(_HEADERS.findall(rest)))


def questions() -> list[Question]:
    """Return all programs."""
    paths = sorted(path for path in FOLDER.glob("*.py") if not path.name.startswith("test_"))
    return [question(path) for path in paths]


def run(asked: Question, python: str = sys.executable) -> Run:
    """Run the program as its asker did, with this Python."""
    with start(asked, python) as process:
        try:
            stdout, stderr = process.communicate(timeout=_LONG)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
    return Run(stdout.splitlines(), process.returncode, stderr)


def start(asked: Question, python: str = sys.executable) -> "subprocess.Popen[str]":
    """Start the program under plain Python, without anything to read and without a buffer."""
    return subprocess.Popen(
        [python, "-u", "-X", "utf8", asked.path.name],
        cwd=asked.path.parent,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def run_for_ever(asked: Question, expected: int) -> Run:
    """Run a program that hangs, until it has printed so many lines and then nothing for a while."""
    lines: list[str] = []
    with start(asked) as process:
        assert process.stdout is not None
        watchdog = threading.Timer(_LONG, process.kill)
        watchdog.start()
        try:
            while len(lines) < expected and (line := process.stdout.readline()):
                lines.append(line.rstrip("\n"))
            try:
                exit_status = process.wait(_QUIET)
            except subprocess.TimeoutExpired:
                exit_status = None
                process.kill()
            rest, stderr = process.communicate()
        finally:
            watchdog.cancel()
    return Run(lines + rest.splitlines(), exit_status, stderr)
