"""A process that builds one language, seen from the process that gives the orders.

Started with `spawn`, which is what all three systems have; ends when its parent does, however that
came about, so that nothing goes on writing into a folder that another build has taken over.
"""

import contextlib
import importlib
import multiprocessing
import os
import signal
from multiprocessing.connection import Connection, wait
from threading import Thread

from tools.building.crashes import describe
from tools.building.messages import Crash, Order, Result


class BuildWorker:
    """One language's build process."""

    def __init__(self, order: Order) -> None:
        """Start the process; the first build is not asked for yet."""
        context = multiprocessing.get_context("spawn")
        self.order = order
        self.connection, theirs = context.Pipe()
        self.process = context.Process(
            target=_serve, args=(theirs, order), name=f"build-{order.language}", daemon=True
        )
        self.process.start()
        theirs.close()

    def ask(self, *, everything: bool = False) -> None:
        """Ask for a build; :meth:`answer` waits for it."""
        with contextlib.suppress(OSError):  # it died: answer() reports how
            self.connection.send(everything)

    def answer(self) -> Result:
        """Wait for the build asked for; a process that died is a crash like any other."""
        try:
            result = self.connection.recv()
        except (EOFError, OSError):
            self.process.join()
            code = self.process.exitcode
            return Result(
                crash=Crash(f"{self.order.language}: the build's process ended with status {code}")
            )
        if not isinstance(result, Result):
            raise TypeError(f"expected a Result from the build's process, got {result!r}")
        return result

    def stop(self) -> None:
        """End the process, in the middle of a build if need be."""
        self.process.kill()
        self.process.join()
        self.connection.close()


def _serve(connection: Connection, order: Order) -> None:
    """Build as often as asked."""
    # Ctrl-C reaches every process of the terminal; the parent decides what becomes of this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    application = None
    while True:
        try:
            everything = connection.recv()
        except EOFError:
            return
        try:
            if application is None:
                # Here and not above: the parent must not pay for importing Sphinx.
                language_build = importlib.import_module("tools.building.language")
                application = language_build.LanguageBuild(order)
            result = application.build(everything=everything)
        except Exception as error:  # noqa: BLE001 (conf.py and extensions may raise anything)
            result = Result(crash=describe(error, order.root))
        connection.send(result)
        if result.crash:
            return


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
