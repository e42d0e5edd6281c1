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
from functools import partial
from pathlib import Path

from building.cache import inputs
from building.lock import exclusive
from building.root_pages import root_files
from building.side_by_side import Made, Step, build_both
from project import LANGUAGES, Project

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
        now = inputs(project)
        made: dict[str, dict[str, Made]] = {}
        for step in _steps(builder):
            # Once is enough; a later step has the same sources.
            check = partial(_parallel, project) if not made else lambda: True
            both = build_both(project, step, now, check)
            if both is None:
                kept = "; _site/ is as it was" if builder in SITES and project.site.exists() else ""
                print(f"{step.builder} failed: see above{kept}", file=sys.stderr)
                return 1
            made[step.builder] = both
        place = project.build / builder
        if builder in SITES:
            place = project.site
            _assemble(project, made)
    count = sum(len(one.pages) for one in next(iter(made.values())).values())
    seconds = time.perf_counter() - started
    print(f"{builder}: {count} pages without a warning in {seconds:.1f} s: {_near(place)}")
    return 0


def _steps(builder: str) -> list[Step]:
    """Return what is built for a builder; pages come first, with what is wrong in them."""
    return [Step(builder, builder)]


def _parallel(project: Project) -> bool:
    """Run the parity check of the two trees, which prints its own report."""
    # Imported late: it needs MyST, for which a build without changes should not wait.
    extensions = str(project.docs / "_ext")
    if extensions not in sys.path:
        sys.path.insert(0, extensions)
    parity = importlib.import_module("parity")
    return bool(parity.main([str(_near(project.docs))]) == 0)


def _assemble(project: Project, made: Mapping[str, Mapping[str, Made]]) -> None:
    """Make the new site beside the old one and let it take its place."""
    new = project.build / "site.new"
    shutil.rmtree(new, ignore_errors=True)
    for language in LANGUAGES:
        shutil.copytree(made["html"][language].output, new / language, ignore=_PRIVATE)
        for builder in BESIDE.keys() & made.keys():
            output = made[builder][language].output
            for path in (path for pattern in BESIDE[builder] for path in output.rglob(pattern)):
                shutil.copy(path, new / language / path.relative_to(output))
    pages = {language: one.pages for language, one in made["html"].items()}
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
