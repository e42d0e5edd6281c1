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
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from books import chromium
from tools.building import settings
from tools.building.browser.errors import BrokenError, MissingError
from tools.building.browser.frame import SOURCES
from tools.building.browser.playground import FOLDER, playground
from tools.building.cache import inputs
from tools.building.history import WITHOUT, last_commit
from tools.building.llms import llms
from tools.building.lock import exclusive
from tools.building.record_missing import record_missing
from tools.building.root_pages import root_files
from tools.building.side_by_side import CHECKS, Made, Step, build_both
from tools.building.sources import problems
from tools.checking.unfinished import unfinished
from tools.project import LANGUAGES, Project

SITES = ("site", "html")
"""What makes ``_site/``: with all that lies beside the pages, or the pages alone."""
BESIDE = {"markdown": ("*.md", "llms.txt"), "epub": ("*.epub",), "pdf": ("*.pdf",)}
"""What else readers get, by the builder that makes it: the files that go into the site."""
# Where readers never look: Sphinx's notes to itself.
_PRIVATE = shutil.ignore_patterns(".buildinfo", ".buildinfo.bak", ".doctrees")


def build(project: Project, builder: str) -> int:
    """Build both languages and return the exit status.

    `builder` is the name of a Sphinx builder, or ``site``: pages with all that `BESIDE` names.
    That one and ``html`` make ``_site/``. All that is wrong is printed, for both languages.
    """
    started = time.perf_counter()
    with exclusive(project.build / "lock"):
        _recover(project)
        refused = [*settings.problems(os.environ), *problems(project, LANGUAGES)]
        if os.environ.get("SITE_URL") and builder in SITES and not refused:
            refused += _to_be_written(project)
        if refused:
            return _failed(project, builder, refused)
        for line in record_missing(project):
            print(line, flush=True)
        if builder not in CHECKS and not last_commit(project.root):
            print(WITHOUT, flush=True)
        now = inputs(project)
        made: dict[str, dict[str, Made]] = {}
        for step in _steps(builder):
            # Once is enough; a later step has the same sources.
            differences = list if made else partial(_differences, project)
            both = build_both(project, step, now, differences)
            if both is None:
                return _failed(project, step.builder)
            made[step.builder] = both
        place = project.build / builder
        if builder in SITES:
            place = project.site
            try:
                _assemble(project, made, _playground(project, fetch=builder == "site"))
            except BrokenError as error:
                return _failed(project, builder, [str(error)])
    count = sum(len(one.pages) for one in next(iter(made.values())).values())
    seconds = time.perf_counter() - started
    print(f"{builder}: {count} pages without a warning in {seconds:.1f} s: {_near(place)}")
    return 0


def _steps(builder: str) -> list[Step]:
    """Return what is built for a builder; pages come first, with what is wrong in them."""
    if builder != "site":
        return [Step(builder, builder)]
    made = tuple(name for name in BESIDE if name != "pdf" or chromium.found())
    return [Step(builder, "html", made), *(Step(name, name) for name in BESIDE)]


def _failed(project: Project, builder: str, lines: Iterable[str] = ()) -> int:
    """Print these lines and that there is nothing new; return the exit status."""
    kept = "" if builder in CHECKS or not project.site.exists() else "; _site/ is as it was"
    for line in (*lines, f"{builder} failed: see above{kept}"):
        print(line, file=sys.stderr)
    return 1


def _to_be_written(project: Project) -> list[str]:
    """Refuse to publish a page by mistake that its author has only begun."""
    lines = list(unfinished(project))
    if lines:
        lines.append("SITE_URL is set, and this is not for readers yet; write it, or unset that")
    return lines


def _differences(project: Project) -> list[str]:
    """Return a line for each difference of the two trees, as the parity check words it."""
    # Imported late: it needs MyST, for which a build without changes should not wait.
    parity = importlib.import_module("tools.checking.parity")
    try:
        lines = parity.check(project.docs)
    except parity.UnreadableError as error:
        lines = [str(error)]
    return [line.replace(f"{project.root.as_posix()}/", "") for line in lines]


def _playground(project: Project, *, fetch: bool) -> dict[str, bytes]:
    """Return the playground's files; none where there can be none, and then say so."""
    if not (project.docs / SOURCES).is_dir():
        return {}
    try:
        return playground(project, fetch=fetch)
    except MissingError as error:
        if fetch:
            print(f"THE PLAYGROUND IS MISSING: {error}", file=sys.stderr, flush=True)
        else:
            print(f"without the playground: {error}", flush=True)
        return {}


def _assemble(
    project: Project, made: Mapping[str, Mapping[str, Made]], browser: Mapping[str, bytes]
) -> None:
    """Make the new site beside the old one and let it take its place.

    `browser`: the playground's files, by their path below its folder.
    """
    new = project.build / "site.new"
    shutil.rmtree(new, ignore_errors=True)
    for language in LANGUAGES:
        shutil.copytree(made["html"][language].output, new / language, ignore=_PRIVATE)
        for builder in BESIDE.keys() & made.keys():
            output = made[builder][language].output
            for path in (path for pattern in BESIDE[builder] for path in output.rglob(pattern)):
                place = new / language / path.relative_to(output)
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, place)
    pages = {language: one.pages for language, one in made["html"].items()}
    site_url = os.environ.get("SITE_URL", "")
    texts = root_files(pages, site_url)
    if "markdown" in made:
        texts["llms.txt"] = llms(site_url)
    for name, text in texts.items():
        (new / name).write_text(text, encoding="utf-8", newline="\n")
    for name, data in browser.items():
        place = new / FOLDER / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    with _set_aside(project):
        new.rename(project.site)


@contextlib.contextmanager
def _set_aside(project: Project) -> Iterator[None]:
    """Move the old site away and, if anything goes wrong meanwhile, back again."""
    old = project.build / "site.old"
    shutil.rmtree(old, ignore_errors=True)
    try:
        if project.site.exists():
            project.site.rename(old)
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
