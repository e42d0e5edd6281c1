"""One language in live preview: what has changed, its build process, what came of it."""

import asyncio
import contextlib
import importlib
import shutil
from collections.abc import Iterable
from pathlib import Path

from tools.building.messages import Crash, Order, Result
from tools.building.record_missing import forget, get_ready, record_missing
from tools.building.recording_process import abandon
from tools.building.sources import problems
from tools.building.worker import BuildWorker
from tools.previewing.changes import Change
from tools.project import Project

# More names of pages than these say nothing to a reader of the terminal.
_NAMES = 3


class Notices:
    """What languages that are previewed together have said already."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._said: set[str] = set()

    def new(self, lines: Iterable[str]) -> list[str]:
        """Return the lines that were not among the last ones."""
        now = set(lines)
        new, self._said = now - self._said, now
        return sorted(new)


class LiveLanguage:
    """A language that is built again whenever something changed."""

    def __init__(
        self,
        project: Project,
        language: str,
        languages: tuple[str, ...],
        folder: Path,
        notices: Notices,
    ) -> None:
        """Prepare; `languages` are previewed together, `folder` is for this one alone."""
        self.language = language
        self.output = folder / "output"
        self.generation = 0
        """Counts the builds that a reader can see."""
        self.result = Result()
        self._project = project
        self._notices = notices
        self._order = Order(
            root=project.root,
            language=language,
            builder="html",
            output=self.output,
            doctrees=folder / "doctrees",
            languages=languages,
            live=True,
        )
        self._pages: frozenset[str] = frozenset()
        self._due = Change.CODE
        self._something_due = asyncio.Event()
        self._something_due.set()
        self._idle = asyncio.Event()
        self._published = asyncio.Event()
        self._worker: BuildWorker | None = None

    def change(self, change: Change) -> None:
        """Ask for a build; one that runs on old code is given up."""
        if change is Change.NONE:
            return
        self._due = max(self._due, change)
        self._idle.clear()
        self._something_due.set()
        if change.fresh and self._worker:
            self._worker.process.kill()

    async def run(self) -> None:
        """Build as often as there is reason to; ends by being cancelled."""
        try:
            while True:
                await self._something_due.wait()
                self._something_due.clear()
                change, self._due = self._due, Change.NONE
                if refused := await asyncio.to_thread(problems, self._project, [self.language]):
                    self._due = max(self._due, change)  # nothing was built of it
                    self._publish(Result(problems=tuple(refused[1:]), crash=Crash(refused[0])))
                    continue
                if change is Change.CODE:
                    await asyncio.to_thread(forget, self._project)
                unpinned = await asyncio.to_thread(record_missing, self._project)
                worker = self._worker_for(change)
                worker.ask(everything=change is Change.LOOKS)
                lacking = await asyncio.to_thread(self._lacking)
                for line in self._notices.new([*unpinned, *lacking]):
                    print(line, flush=True)
                result = await asyncio.to_thread(worker.answer)
                if result.crash:
                    self._stop()
                if result.crash and self._due.fresh:
                    self._due = max(self._due, change)  # given up: nothing was built of it
                else:
                    self._publish(result)
                await asyncio.to_thread(get_ready)
        finally:
            self._stop()
            abandon()

    async def settled(self, patience: float) -> None:
        """Wait until nothing is due, at most for `patience` seconds."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._idle.wait(), patience)

    async def newer_than(self, generation: int) -> int:
        """Wait for a build after `generation` and return the number of the newest."""
        while self.generation <= generation:
            await self._published.wait()
        return self.generation

    def _lacking(self) -> list[str]:
        """Return what lint will say of the pages: of use to their author, but not to a reader."""
        # Imported late: it needs MyST, for which the first build should not wait.
        pages = importlib.import_module("tools.checking.pages")
        return list(pages.problems(self._project, self._order.languages))

    def _worker_for(self, change: Change) -> BuildWorker:
        """Return the process that is there or, for new code and after a crash, a new one."""
        if self._worker and change.fresh:
            self._stop()
        if self._worker is None:
            # After a crash any page may be old.
            if change is not Change.LOOKS or self.result.crash:
                shutil.rmtree(self._order.doctrees, ignore_errors=True)
            self._worker = BuildWorker(self._order)
        return self._worker

    def _stop(self) -> None:
        if self._worker:
            self._worker.stop()
            self._worker = None

    def _publish(self, result: Result) -> None:
        """Show what came of a build, in the terminal and to whoever waits for it."""
        before, self.result = self.result, result
        if not result.crash:
            # A process that starts anew does not know what the last one had written.
            for page in self._pages.difference(result.pages):
                (self.output / f"{page}.html").unlink(missing_ok=True)
            self._pages = frozenset(result.pages)
        changed = (before.problems, before.crash) != (result.problems, result.crash)
        if changed or result.written or result.removed:
            self.generation += 1
            self._published.set()
            self._published = asyncio.Event()
            _show(self.language, result)
        if not self._something_due.is_set():
            self._idle.set()


def _show(language: str, result: Result) -> None:
    for problem in result.problems:
        print(problem)
    if result.crash:
        if result.crash.traceback:
            print(result.crash.traceback)
        print(result.crash.summary)
        print(f"{language}: not built; waiting until that is mended", flush=True)
        return
    few = 0 < len(result.written) <= _NAMES
    pages = ", ".join(result.written) if few else f"{len(result.written)} pages"
    outcome = f"; warnings: {len(result.problems)}" if result.problems else ""
    print(f"{language}: {pages} in {result.seconds:.1f} s{outcome}", flush=True)
