"""One language's Sphinx application, kept in this process: the one way in which anything is built.

The static site builds once and throws the process away; live preview builds again and again.
Docutils' registries and Sphinx's locale are global: one process must never build two languages.
"""

import re
import time
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import patch_docutils

from tools.building.crashes import describe
from tools.building.disk import full
from tools.building.messages import Crash, Order, Result
from tools.project import LANGUAGES

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_LOCATION = re.compile(
    r"(?P<path>.+?)(?::(?:\d+|<[^>]*>))?: (?:WARNING|ERROR|CRITICAL|SEVERE): ",
)
_PAGE = re.compile(r"\S+\.md\b")
_LINE = "lineno"
"""The name that a line's number has in the data of our domains."""
_DOCTEST_FILE = re.compile(r'^File "([^"<>]+)"(?=, line \d+, in )', re.MULTILINE)


class _Warnings:
    """The stream that Sphinx writes its warnings to, one call each."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def write(self, text: str) -> None:
        if plain := _COLOUR.sub("", text).strip():
            self.texts.append(plain)

    def flush(self) -> None:
        """Do nothing: a stream has this."""

    def take(self) -> list[str]:
        taken, self.texts = self.texts, []
        return list(dict.fromkeys(taken))


class LanguageBuild:
    """An application for one order.

    A static build (not `live`) writes every page: a page shows other pages' titles, in the sidebar
    and in links, and a link to what is gone must be noticed; who has read what changed may have
    been another builder.
    A live one is quicker: it writes every page only when titles, labels, the page tree or what
    domains collect changed.
    Pages with warnings are read again in every live build, so that a warning stays as long as its
    cause and goes with it.
    """

    def __init__(self, order: Order) -> None:
        """Make the application; conf.py and extensions run now and may raise anything."""
        self.order = order
        self.warnings = _Warnings()
        self.written: list[str] = []
        self.removed: list[str] = []
        self.troubled: set[str] = set()
        self.shared = ""
        with patch_docutils(str(order.root / "docs")):
            self.app = Sphinx(
                srcdir=order.source,
                confdir=order.root / "docs",
                outdir=order.output,
                doctreedir=order.doctrees,
                buildername=order.builder,
                status=None,
                warning=self.warnings,  # type: ignore[arg-type]
                tags=[order.language],
                confoverrides={"nitpicky": True, **_settings(order)},
            )
        # What went wrong while the application was made stays wrong as long as it lives.
        self.lasting = self.warnings.take()
        self.app.connect("env-get-outdated", self._outdated)
        self.app.connect("env-before-read-docs", self._before_read)
        self.app.connect("env-updated", self._updated)
        self.app.connect("doctree-resolved", self._resolved)

    def build(self, *, everything: bool = False) -> Result:
        """Bring the output up to date; `everything`: write unchanged pages too.

        Whatever goes wrong is in the result; after a crash the application is of no more use.
        """
        started = time.perf_counter()
        self.written, self.removed = [], []
        crash = None
        try:
            with patch_docutils(str(self.order.root / "docs")):
                self.app.build(force_all=everything)
        except Exception as error:  # noqa: BLE001 (an extension may raise anything)
            crash = describe(error, self.order.root)
        texts = self.warnings.take()
        if refused := full([*texts, crash.summary if crash else ""]):
            crash, texts = Crash(refused), []
        env = self.app.env
        self.troubled = self._pages_of(texts, env)
        if self.app.statuscode and not texts and crash is None:
            texts.append(f"ERROR: the {self.order.builder} builder failed and did not say why")
        return Result(
            seconds=time.perf_counter() - started,
            problems=tuple(self._from_root(text) for text in [*self.lasting, *texts]),
            crash=crash,
            written=tuple(self.written),
            removed=tuple(self.removed),
            pages={name: _title(env, name) for name in sorted(env.found_docs)},
            # For the stamp of a static build only: they are many.
            dependencies=() if self.order.live else tuple(sorted(self._dependencies(env))),
        )

    def _outdated(
        self,
        _app: Sphinx,
        _env: BuildEnvironment,
        _added: set[str],
        _changed: set[str],
        removed: set[str],
    ) -> Iterable[str]:
        self.removed = sorted(removed)
        return self.troubled if self.order.live else ()

    def _before_read(self, _app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
        # All of them at once: a label that moves to another page has left the old one by then.
        for docname in docnames:
            env.clear_doc(docname)

    def _updated(self, _app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
        if not self.order.live:
            return sorted(env.found_docs)
        before, self.shared = self.shared, _shared(env)
        return sorted(env.found_docs) if self.shared != before else ()

    def _resolved(self, _app: Sphinx, _doctree: object, docname: str) -> None:
        self.written.append(docname)

    def _pages_of(self, texts: Iterable[str], env: BuildEnvironment) -> set[str]:
        """Return the pages to read again until these warnings are mended."""
        pages: set[str] = set()
        for text in texts:
            found = _LOCATION.match(text)
            path = Path(found["path"]) if found else None
            if path and (docname := env.path2doc(path)) in env.found_docs:
                pages.add(docname)
            elif path and (users := {d for d in env.found_docs if path in _included(env, d)}):
                pages |= users  # a snippet's own fault
            else:
                pages |= env.found_docs  # it does not say where: any page may be it
            # Of two pages with one label only one has it, and loses it with the other's mending.
            named = map(env.path2doc, _PAGE.findall(text))
            pages.update(docname for docname in named if docname in env.found_docs)
        return pages

    def _dependencies(self, env: BuildEnvironment) -> Iterable[str]:
        return {str(path) for docname in env.found_docs for path in _included(env, docname)}

    def _from_root(self, text: str) -> str:
        """Name files from the root: a doctest's report has them from the language's folder."""
        source = self.order.source.relative_to(self.order.root).as_posix()
        text = _DOCTEST_FILE.sub(rf'File "{source}/\1"', text)
        return text.replace(f"{self.order.root}/", "").replace(f"{self.order.root}\\", "")


def _title(env: BuildEnvironment, name: str) -> str:
    """Return the title of a page; a build that crashed may not have come to it."""
    return env.titles[name].astext() if name in env.titles else ""


def _settings(order: Order) -> dict[str, object]:
    """Keep pages from linking to what is not built: a language, a book."""
    settings: dict[str, object] = {}
    if order.languages != LANGUAGES:
        settings["site_languages"] = list(order.languages)
    if order.beside:
        settings["beside"] = list(order.beside)
    return settings


def _included(env: BuildEnvironment, docname: str) -> set[Path]:
    """Return the absolute paths of the files that a page includes."""
    return {Path(env.srcdir, path).resolve() for path in env.dependencies.get(docname, ())}


def _shared(env: BuildEnvironment) -> str:
    """Return what pages know of each other: titles, tree and targets, to be compared.

    On which lines it stands, only warnings say; a line more above moves all of them.
    """
    titles = {docname: title.astext() for docname, title in env.titles.items()}
    return _canonical([titles, env.toctree_includes, env.domaindata])


def _canonical(value: object) -> str:
    """Represent a value so that neither the order of keys nor the identity of parts matters."""
    if isinstance(value, Mapping):
        pairs = sorted(f"{_canonical(key)}: {_canonical(item)}" for key, item in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, AbstractSet):
        return f"{{{', '.join(sorted(map(_canonical, value)))}}}"
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return _canonical({name: part for name, part in value._asdict().items() if name != _LINE})
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_canonical, value))}]"
    return repr(value)
