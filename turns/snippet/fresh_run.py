"""Run a file as a reader would: ``python file.py`` in its folder, bounded, leaving nothing behind.

The program gets a fresh interpreter, no input, and an environment without the ``PYTHON…`` variables
of this process. It is stopped when it takes too long or prints too much, and everything it started
is killed when it ends: its process group and, on Linux, processes that left the group but carry
the run's mark in their environment; on Windows, the tree below it.
"""

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from turns.snippet import processes
from turns.snippet.interpreter import Interpreter, reader_environment

MAX_OUTPUT = 1_000_000
"""Bytes a program may write to each of stdout and stderr."""
GRACE = 1.5
"""Seconds its helpers (multiprocessing's resource tracker) have to end after the program."""
_WINDOWS = sys.platform == "win32"
_MARK = "TURNS_RUN"


@dataclass(frozen=True)
class Run:
    """What a program did."""

    stdout: list[str]
    stderr: str
    status: int
    """Exit status; on POSIX ``-n`` if signal n ended it."""
    seconds: float
    stopped: str | None
    """Why it was killed, as the end of "it was stopped: …"; None if it ended by itself."""
    left: tuple[str, ...]
    """The processes it left behind, by command line; they are killed."""


def heed_ctrl_c() -> None:
    """Let programs be interrupted; from a background job of a shell they would inherit not to."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


_running: set["_Program"] = set()


def kill_all() -> None:
    """Kill every program that is still running, for a caller that gives up."""
    for program in list(_running):
        program.kill()


def run(path: Path, interpreter: Interpreter, limit: float) -> Run:
    """Run the file for at most ``limit`` seconds."""
    path = path.resolve()
    program = _Program(interpreter.command(path), path.parent)
    _running.add(program)
    try:
        return program.finish(limit)
    finally:
        _running.discard(program)


class _Program:
    """A running program, with a thread for each thing it may do: end, write, write errors.

    Waiting in threads means that nothing polls, on any platform.
    """

    def __init__(self, command: list[str], folder: Path) -> None:
        self.token = os.urandom(8).hex()
        self.events: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            command,
            bufsize=0,
            cwd=folder,
            env={**reader_environment(), _MARK: self.token},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        self.ended = self.started
        self.written: dict[str, bytearray] = {"stdout": bytearray(), "stderr": bytearray()}
        self.readers = [self.thread(self.read, name) for name in self.written]
        self.waiter = self.thread(self.wait)

    def thread(self, target: object, *args: object) -> threading.Thread:
        # A daemon: a reader whose pipe is held by a process nobody can find must not keep us alive.
        thread = threading.Thread(target=target, args=args, daemon=True)  # type: ignore[arg-type]
        thread.start()
        return thread

    def read(self, name: str) -> None:
        pipe = getattr(self.process, name)
        kept = self.written[name]
        with contextlib.suppress(OSError, ValueError), pipe:
            while chunk := pipe.read(65536):
                # Read to the end all the same: a full pipe would keep the program from ending.
                if len(kept) <= MAX_OUTPUT:
                    kept += chunk
                    if len(kept) > MAX_OUTPUT:
                        self.events.put(f"it printed more than {MAX_OUTPUT // 1_000_000} MB")

    def wait(self) -> None:
        self.process.wait()
        self.ended = time.monotonic()
        self.events.put(None)

    def finish(self, limit: float) -> Run:
        """Wait until the program ends or has to be stopped; leave nothing of it behind."""
        clean = False
        left: tuple[str, ...] = ()
        try:
            try:
                stopped = self.events.get(timeout=limit)
            except queue.Empty:
                stopped = f"it was still running after {limit:g} s"
            if stopped is None:
                left = self.wait_for_helpers()
                clean = not left
        finally:
            if not clean:
                self.kill()
        self.waiter.join()
        deadline = time.monotonic() + GRACE
        for reader in self.readers:
            reader.join(max(0.0, deadline - time.monotonic()))
        if stopped is None and not self.events.empty():
            stopped = self.events.get()  # it had ended before all it printed was read
        if not left and any(reader.is_alive() for reader in self.readers):
            left = ("a process that holds its output",)
        text = bytes(self.written["stdout"]).decode("utf-8", "replace").replace("\r\n", "\n")
        return Run(
            stdout=text.removesuffix("\n").split("\n") if text else [],
            stderr=bytes(self.written["stderr"]).decode("utf-8", "replace").replace("\r\n", "\n"),
            status=self.process.returncode,
            seconds=self.ended - self.started,
            stopped=stopped,
            left=left,
        )

    def wait_for_helpers(self) -> tuple[str, ...]:
        """Return the command lines of what is still there when the grace is over."""
        deadline = time.monotonic() + GRACE
        while left := self.members():
            if time.monotonic() > deadline:
                return tuple(left.values())
            time.sleep(0.01)
        return ()

    def members(self) -> dict[int, str]:
        """Find the processes the program started, with their command lines, if it has ended."""
        if _WINDOWS:
            return {}
        if os.path.isdir("/proc/self"):  # noqa: PTH112 - once a run: pathlib costs more than it helps
            return processes.find(self.process.pid, f"{_MARK}={self.token}".encode())
        try:
            os.killpg(self.process.pid, 0)
        except OSError:
            return {}
        return {self.process.pid: "a process of its group"}

    def kill(self) -> None:
        """Kill the program and all it started; again, if something was started meanwhile."""
        if _WINDOWS:
            if self.process.poll() is None:
                command = ["taskkill", "/T", "/F", "/PID", str(self.process.pid)]
                subprocess.run(command, check=False, capture_output=True)
                self.process.kill()
            return
        for _ in range(100):
            if self.waiter.is_alive():
                self.kill_group()
            elif not (members := self.members()):
                return
            else:
                self.kill_group()
                for pid in members:
                    with contextlib.suppress(OSError):
                        os.kill(pid, signal.SIGKILL)
                time.sleep(0.01)
            self.waiter.join(0.1)

    def kill_group(self) -> None:
        with contextlib.suppress(OSError):
            os.killpg(self.process.pid, signal.SIGKILL)
