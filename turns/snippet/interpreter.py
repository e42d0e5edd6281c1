"""An interpreter and a loop to run programs with, asked once what they are."""

import functools
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

# Runs argv[2] as __main__ with another loop behind asyncio.new_event_loop; argv[1] is where uvloop
# lies, or empty. A syntax error is shown as the interpreter has it, without the launcher's frames.
_LAUNCHER = """\
def launch():
    import asyncio, os, sys
    folder, path = sys.argv[1:]
%s
    sys.path[0] = os.path.dirname(path)
    sys.argv[:] = [path]
    asyncio.new_event_loop = asyncio.events.new_event_loop = new_event_loop
    with open(path, "rb") as file:
        source = file.read()
    try:
        code = compile(source, path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        sys.excepthook(type(error), error.with_traceback(None), None)
        sys.exit(1)
    main = sys.modules["__main__"].__dict__
    del main["launch"]
    main["__file__"] = path
    exec(code, main)
launch()
"""
_LAUNCHERS = {
    "uvloop": _LAUNCHER
    % """\
    sys.path[0] = folder or os.path.dirname(path)
    from uvloop import new_event_loop
""",
    "eager": _LAUNCHER
    % """\
    plain = asyncio.new_event_loop
    def new_event_loop():
        loop = plain()
        loop.set_task_factory(asyncio.eager_task_factory)
        return loop
""",
}
_FACTS = "import sys; print(*sys.version_info[:2])"
_HAS_UVLOOP = "import sys; sys.path[0] = sys.argv[1] or sys.path[0]; import uvloop"


class InterpreterError(ValueError):
    """An interpreter, or the loop asked for, that cannot be had; one line that says which."""


@dataclass(frozen=True)
class Interpreter:
    """A Python to run programs with, and the loop behind its ``asyncio.new_event_loop``."""

    executable: str
    version: tuple[int, int]
    loop: str | None = None
    """None for asyncio's own, ``uvloop``, or ``eager``: asyncio's own with eager tasks."""
    loop_folder: Path | None = None
    """Where uvloop is installed, if not among the interpreter's own packages."""

    def command(self, path: Path) -> list[str]:
        """Return the command that runs the file at the absolute ``path``."""
        if self.loop is None:
            return [self.executable, str(path)]
        return [
            self.executable,
            "-c",
            _LAUNCHERS[self.loop],
            str(self.loop_folder or ""),
            str(path),
        ]


@functools.cache
def find_interpreter(
    executable: str, loop: str | None = None, loop_folder: Path | None = None
) -> Interpreter:
    """Ask ``executable`` for its version and whether it has the loop; `InterpreterError` if not."""
    # Programs run in their own folder, from where a relative path would lead elsewhere.
    executable = os.path.abspath(shutil.which(executable) or executable)  # noqa: PTH100 (a str)
    version = sys.version_info[:2]
    if executable != sys.executable:
        answer = _ask(executable, "-I", "-S", "-c", _FACTS)
        facts = re.fullmatch(r"(\d+) (\d+)\s*", answer.stdout) if answer else None
        if facts is None:
            msg = f"`{executable}` is not a Python that runs here"
            raise InterpreterError(msg)
        version = (int(facts[1]), int(facts[2]))
    if loop == "eager" and version < (3, 12):
        msg = f"`{executable}` has no eager tasks: they need Python 3.12"
        raise InterpreterError(msg)
    if loop == "uvloop":
        answer = _ask(executable, "-c", _HAS_UVLOOP, str(loop_folder or ""))
        if answer is None or answer.returncode:
            why = answer.stderr.strip().split("\n")[-1] if answer else "no answer"
            msg = f"uvloop cannot be used with `{executable}`: {why}"
            raise InterpreterError(msg)
    return Interpreter(executable, version, loop, loop_folder)


def _ask(*command: str) -> subprocess.CompletedProcess[str] | None:
    try:
        return subprocess.run(
            command,
            check=False,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            env=reader_environment(),
            stdin=subprocess.DEVNULL,
            timeout=60,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None


def reader_environment() -> dict[str, str]:
    """Return this process's environment without what would change a program's behaviour."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    # Colours would end up in tracebacks when FORCE_COLOR is set, as it is on some CI services.
    return {
        **kept,
        "PYTHONUNBUFFERED": "1",
        "PYTHONUTF8": "1",
        "PYTHON_COLORS": "0",
    }
