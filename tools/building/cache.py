"""Whether what an earlier build left behind can be used: all of it, some of it or nothing.

Sphinx watches pages and what they include, but not the code of extensions, static files or the
versions of packages; and an incremental build does not repeat the warnings of unchanged pages.
So a build's folder counts only with a stamp, which is taken away when a build begins and put back
when it ended without a warning. What pages look like once they are read is the same for all
builders: who comes next need not read them again.
"""

import contextlib
import hashlib
import importlib.metadata
import json
import os
import re
import shutil
import sys
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from books import chromium
from markup import sources
from tools.building.history import last_commit
from tools.building.messages import Result
from tools.project import HERE, LANGUAGES, SHARED, Project

_LOCKED = re.compile(r"^([\w.-]+)==", re.MULTILINE)


@dataclass(frozen=True)
class Inputs:
    """Digests of everything that a build reads."""

    machinery: str
    """Configuration, extensions, templates, versions, environment, last commit."""
    sources: str
    """Pages, snippets and what both languages show."""


@dataclass(frozen=True)
class Stamp:
    """What a good build was made from and what it made."""

    machinery: str
    sources: str
    dependencies: dict[str, str]
    """Digest of each file included from elsewhere, by path."""
    pages: Mapping[str, str]
    """Titles, by names."""


def inputs(project: Project) -> Inputs:
    """Digest everything that builds read."""
    pages = [project.docs / name for name in (*LANGUAGES, *SHARED)]
    names = ("SITE_URL", "SOURCE_URL", "SOURCE_DATE_EPOCH")
    settings = [sys.version, *(os.environ.get(name, "") for name in names), *_packages()]
    settings += [last_commit(project.root), str(chromium.found())]
    texts = [path for folder in [*pages, project.snippets] for path in sources.below(folder)]
    code = {*sources.below(project.docs), *sources.below(project.turns)}.difference(texts)
    machinery = _digest(project.root, sorted(code), settings)
    return Inputs(machinery, _digest(project.root, texts))


class BuildFolder:
    """The folder of one language and one builder, and what all builders know of its pages."""

    def __init__(self, project: Project, builder: str, language: str) -> None:
        """Name the folder; nothing is made yet."""
        self.path = project.build / builder / language
        self.output = self.path / "output"
        self._stamp = self.path / "stamp.json"
        self.doctrees = project.build / "doctrees" / language
        self._doctrees_stamp = self.doctrees.with_suffix(".txt")

    def current(self, now: Inputs) -> Stamp | None:
        """Return the stamp if the output is what a build would make."""
        stamp = self._read()
        if stamp is None or (stamp.machinery, stamp.sources) != (now.machinery, now.sources):
            return None
        if any(_file_digest(Path(path)) != digest for path, digest in stamp.dependencies.items()):
            return None
        return stamp

    def begin(self, now: Inputs) -> None:
        """Take the stamp away; keep for Sphinx only what it can judge the age of."""
        stamp = self._read()
        if stamp is None or stamp.machinery != now.machinery:
            shutil.rmtree(self.path, ignore_errors=True)
        self._stamp.unlink(missing_ok=True)
        self.path.mkdir(parents=True, exist_ok=True)
        if self._machinery_of_doctrees() != now.machinery:
            shutil.rmtree(self.doctrees, ignore_errors=True)
        self._doctrees_stamp.unlink(missing_ok=True)
        self.doctrees.mkdir(parents=True, exist_ok=True)

    def finish(self, now: Inputs, result: Result) -> None:
        """Stamp the output of a build without warnings."""
        dependencies = {path: _file_digest(Path(path)) for path in result.dependencies}
        stamp = Stamp(now.machinery, now.sources, dependencies, result.pages)
        self._stamp.write_text(json.dumps(asdict(stamp)), encoding="utf-8")
        self._doctrees_stamp.write_text(now.machinery, encoding="utf-8")

    def _machinery_of_doctrees(self) -> str:
        try:
            return self._doctrees_stamp.read_text(encoding="utf-8")
        except OSError:
            return ""  # none, or warnings that have to be repeated

    def _read(self) -> Stamp | None:
        try:
            fields = json.loads(self._stamp.read_text(encoding="utf-8"))
            return Stamp(**fields)
        except (OSError, ValueError, TypeError, KeyError):
            return None  # none, or of another version of this module


def _packages() -> list[str]:
    """Return what pages are made with; what a session has for itself makes no other pages."""
    found = []
    for name in _LOCKED.findall((HERE.root / "requirements" / "site.txt").read_text("utf-8")):
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):  # of another system
            found.append(f"{name} {importlib.metadata.version(name)}")
    return found


def _digest(root: Path, paths: Iterable[Path], words: Iterable[str] = ()) -> str:
    """Digest files by name and content, and words."""
    lines = [f"{path.relative_to(root).as_posix()} {_file_digest(path)}" for path in paths]
    return hashlib.sha256("\n".join([*lines, *words]).encode()).hexdigest()


def _file_digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return "none"  # a page may depend on a file that is missing
