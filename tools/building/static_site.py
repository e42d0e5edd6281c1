"""Build both languages side by side; put ``_site/`` together when nothing was wrong.

A build that fails or is interrupted leaves ``_site/`` as it was: the new one is made beside it and
takes its place by renaming.
"""

import contextlib
import importlib
import os
import shutil
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from building.cache import BuildFolder, Inputs, inputs
from building.lock import exclusive
from building.messages import Order, Result
from building.root_pages import root_files
from building.worker import BuildWorker
from project import LANGUAGES, Project

# Where readers never look: Sphinx's notes to itself.
_PRIVATE = shutil.ignore_patterns(".buildinfo", ".buildinfo.bak", ".doctrees")


def build(project: Project, builder: str) -> int:
    """Build both languages and return the exit status; `builder` is the name of a Sphinx builder.

    ``html`` also makes ``_site/``. Everything that is wrong is printed, for both languages.
    """
    started = time.perf_counter()
    with exclusive(project.build / "lock"):
        _recover(project)
        now = inputs(project)
        folders = {language: BuildFolder(project, builder, language) for language in LANGUAGES}
        # Examples are run whenever that is asked for. Books have the date of the last commit in
        # them, and there may be a Chromium now.
        pages = _pages_if_current(folders, now) if builder in {"html", "text"} else None
        if pages is None:
            pages = _build_languages(project, builder, folders, now)
        if pages is None:
            kept = "; _site/ is as it was" if builder == "html" and project.site.exists() else ""
            print(f"{builder} failed: see above{kept}", file=sys.stderr)
            return 1
        made = project.build / builder
        if builder == "html":
            outputs = {language: folders[language].output for language in LANGUAGES}
            _assemble(project, outputs, pages)
            made = project.site
    count = sum(map(len, pages.values()))
    seconds = time.perf_counter() - started
    print(f"{builder}: {count} pages without a warning in {seconds:.1f} s: {_near(made)}")
    return 0


def _pages_if_current(
    folders: Mapping[str, BuildFolder], now: Inputs
) -> dict[str, tuple[str, ...]] | None:
    """Return the names of each language's pages if nothing changed since a good build."""
    stamps = {language: folder.current(now) for language, folder in folders.items()}
    found = {language: stamp.pages for language, stamp in stamps.items() if stamp}
    return found if found.keys() == stamps.keys() else None


def _build_languages(
    project: Project, builder: str, folders: Mapping[str, BuildFolder], now: Inputs
) -> dict[str, tuple[str, ...]] | None:
    """Run parity check and Sphinx; return each language's names of pages, None if any failed."""
    workers: dict[str, BuildWorker] = {}
    try:
        for language, folder in folders.items():
            folder.begin(now)
            order = Order(project.root, language, builder, folder.output, folder.doctrees)
            workers[language] = BuildWorker(order)
            workers[language].ask()
        # While they build: its report comes first all the same.
        parallel = _parallel(project)
        results = {language: worker.answer() for language, worker in workers.items()}
    finally:
        for worker in workers.values():
            worker.stop()
    for language, result in results.items():
        _report(language, result)
        if result.ok:
            folders[language].finish(now, result)
    if not parallel or not all(result.ok for result in results.values()):
        return None
    return {language: result.pages for language, result in results.items()}


def _parallel(project: Project) -> bool:
    """Run the parity check of the two trees, which prints its own report."""
    # Imported late: it needs MyST, for which a build without changes should not wait.
    extensions = str(project.docs / "_ext")
    if extensions not in sys.path:
        sys.path.insert(0, extensions)
    parity = importlib.import_module("parity")
    return bool(parity.main([str(_near(project.docs))]) == 0)


def _report(language: str, result: Result) -> None:
    for problem in result.problems:
        print(problem, file=sys.stderr)
    if result.crash:
        print(result.crash.traceback, file=sys.stderr)
        print(result.crash.summary, file=sys.stderr)
    outcome = "not built" if result.crash else f"warnings: {len(result.problems)}"
    print(f"{language}: pages: {len(result.pages)}; {outcome}; {result.seconds:.1f} s", flush=True)


def _assemble(
    project: Project, outputs: Mapping[str, Path], pages: Mapping[str, tuple[str, ...]]
) -> None:
    """Make the new site beside the old one and let it take its place."""
    new = project.build / "site.new"
    shutil.rmtree(new, ignore_errors=True)
    for language, output in outputs.items():
        shutil.copytree(output, new / language, ignore=_PRIVATE)
    for name, text in root_files(pages, os.environ.get("SITE_URL", "")).items():
        (new / name).write_text(text, encoding="utf-8", newline="\n")
    with _set_aside(project):
        new.rename(project.site)


@contextlib.contextmanager
def _set_aside(project: Project) -> Iterator[None]:
    """Move the old site away and, if anything goes wrong meanwhile, back again."""
    old = project.build / "site.old"
    shutil.rmtree(old, ignore_errors=True)
    if project.site.exists():
        project.site.rename(old)
    try:
        yield
    except BaseException:
        _recover(project)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _recover(project: Project) -> None:
    """Bring the old site back if a build was ended between the two renamings."""
    old = project.build / "site.old"
    if old.exists() and not project.site.exists():
        old.rename(project.site)


def _near(path: Path) -> Path:
    """Return the path as seen from the current directory, where that is shorter."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
