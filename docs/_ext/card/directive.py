"""The ``{snippet}`` directive and role: a checked program on a page, and links to it.

A snippet may be shown more than once in a language: one card has the default anchor, the others
need a ``:name:``, and the role leads to the one without.
"""

from __future__ import annotations

import difflib
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.util import logging, parselinenos
from sphinx.util.docutils import ReferenceRole, SphinxDirective

from card import causes, elsewhere, marks, outcomes, picture, playing, question, scripts
from card import nodes as card
from card.agreement import contradiction, places
from card.store import Recorded, recordings_of
from language.languages import of
from language.words import word
from markup import sources
from markup.targets import TargetsDomain, mark
from turns.exploring.findings import Refusal
from turns.recording.codec import MalformedError
from turns.snippet import grammar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.util.typing import ExtensionMetadata

    from language.languages import Language
    from turns.exploring.findings import Findings

logger = logging.getLogger(__name__)

_PATH = re.compile(r"[a-z0-9_]+(/[a-z0-9_]+)*")
_ANCHOR = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class UnusableError(Exception):
    """A card that cannot be made: what kind of error, what is wrong, and where if not here."""

    def __init__(self, subtype: str, problem: str, location: str | None = None) -> None:
        """See the class."""
        super().__init__(problem)
        self.subtype = subtype
        self.problem = problem
        self.location = location


class Snippet(SphinxDirective):
    """Show the snippet at a path below ``snippets_root``, without ``.py``; the content captions it.

    Every error is one located warning of type ``snippet``; the page shows it where the card would
    be, so that live preview does too.
    """

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True
    has_warned = False
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "emphasize-lines": directives.unchanged,
        "name": directives.unchanged,
        "predict": lambda kind: directives.choice(kind or question.KINDS[0], question.KINDS),
    }

    def run(self) -> list[nodes.Node]:
        """Build the card."""
        name = self.arguments[0]
        node = card.snippet_card("", classes=["snippet"], assets=("card.css", "card.js"))
        self.set_source_info(node)
        try:
            path = self.path_of(name)
            self.add_anchor(node, name)
            snippet, recorded = self.read(path, name)
        except UnusableError as error:
            self.warn(error.subtype, error.problem, error.location)
            node += nodes.paragraph("", "", nodes.literal("", error.problem))
            return [node]
        ask = self.question(recorded, snippet) if "predict" in self.options else None
        lead = card.lead(snippet.docstring, of(self.config.language))
        if not ask:
            node += lead
        download = "/" + Path(os.path.relpath(path, self.env.srcdir)).as_posix()
        node += card.file_line(name, download, snippet, of(self.config.language))
        code = card.code_block(snippet, self.emphasized_lines(snippet))
        self.set_source_info(code)
        node += code
        if ask:
            node += ask
            node += lead  # what the program is about may give the answer away
        node += self.shown(node, recorded, snippet, name)
        if recorded and recorded.findings and (ask or recorded.findings.recording.turns):
            node["recording"] = name
            node["address"] = scripts.address(name, recorded)
            if recorded.board:
                node["board"] = scripts.board_address(name, recorded)
        if self.content:
            node += card.snippet_caption("", *self.parse_content_to_nodes())
        return [node]

    def path_of(self, name: str) -> Path:
        """Return where the snippet should be; raise `UnusableError` if that is no name of one."""
        if not _PATH.fullmatch(name):
            raise UnusableError(
                "path",
                f"{name!r} is not a snippet; write its folder and name below the snippets folder,"
                " without `.py`: lower-case letters, digits and underscores, separated by `/`",
            )
        path = Path(self.config.snippets_root).joinpath(*name.split("/")).with_suffix(".py")
        # Also of a missing file, so that the page is read again once there is one.
        self.env.note_dependency(path)
        self.env.note_dependency(recordings_of(self.config).pin(name))
        self.env.note_dependency(Path(self.config.results_pinned))
        return path

    def read(self, path: Path, name: str) -> tuple[grammar.Snippet, Recorded | None]:
        """Return the file and what was recorded of it; raise `UnusableError` if it is no use."""
        if not path.is_file():
            raise UnusableError("missing", _missing(name, Path(self.config.snippets_root)))
        try:
            snippet = grammar.read(path)
            recorded = recordings_of(self.config).of(name)
        except grammar.SnippetError as error:
            # Sphinx would take a path without a line for the name of a page.
            place = f"{path}:{error.lineno or 1}"
            raise UnusableError("file", error.message, place) from error
        except MalformedError as error:
            raise UnusableError("recording", str(error), f"{path}:1") from error
        if recorded is None:
            if (snippet.requires or (3, 0)) <= sys.version_info[:2]:
                problem = f"{name}.py is not recorded; `nox -s build` records what is new"
                self.warn("recording", problem, f"{path}:1")
        elif recorded.findings is not None:
            if wrong := contradiction(snippet, recorded.findings):
                self.warn("output", wrong[1], f"{path}:{wrong[0]}")
        elif isinstance(recorded.answer, Refusal) and recorded.answer.fault:
            place = f"{path}:{recorded.answer.line or 1}"
            raise UnusableError("program", recorded.answer.reason, place)
        return snippet, recorded

    def question(
        self, recorded: Recorded | None, snippet: grammar.Snippet
    ) -> question.snippet_predict | None:
        """Return the question of the card; report it if there can be none."""
        ask, kind = None, self.options["predict"]
        if recorded and recorded.findings:
            lines = snippet.output_for(recorded.python).lines
            ask = question.question(kind, recorded.findings, lines, of(self.config.language))
        if ask is None and not self.has_warned:  # else that is why
            which = f"that can be recorded and {question.NEEDED[kind]}"
            self.warn("predict", f"`:predict: {kind}` needs a program {which}")
        return ask

    def shown(
        self,
        node: card.snippet_card,
        recorded: Recorded | None,
        snippet: grammar.Snippet,
        name: str,
    ) -> list[nodes.Node]:
        """Return the outputs with their marks, and what plays the recording if there is one."""
        language = of(self.config.language)
        others = elsewhere.elements(name, snippet, self.config, language)
        if recorded is None or recorded.findings is None:
            return [*card.outputs(snippet, language, {}), *others]
        found = recorded.findings
        ident = (node["ids"] or [f"snippet-{found.name.replace('/', '-')}"])[0]
        shown: list[nodes.Node] = [*marked(snippet, recorded, found, ident, language), *others]
        shown += [causes.element(found, language), outcomes.element(found, language)]
        if not recorded.is_pinned:
            note = word(language, "unpinned").format(python=found.recording.python)
            shown.append(nodes.paragraph("", note, classes=["snippet-note"]))
        if found.recording.turns:
            shown.append(picture.element(found.recording, language))
            shown.append(playing.element(found, language))
        return shown

    def add_anchor(self, node: card.snippet_card, name: str) -> None:
        """Make the card a target under its default name, or the one in ``:name:``."""
        default = re.sub(r"[/_]+", "-", f"snippet-{name}").rstrip("-")
        anchor = self.options.get("name", default) or ""
        if _ANCHOR.fullmatch(anchor):
            mark(self, node, anchor, f"{name}.py", name)
        else:
            problem = f"`:name: {anchor}`; write lower-case letters, digits and hyphens"
            self.warn("name", problem)

    def emphasized_lines(self, snippet: grammar.Snippet) -> list[int]:
        """Return the lines of the file in ``:emphasize-lines:``, if the card shows all of them."""
        if "emphasize-lines" not in self.options:
            return []
        spec = self.options["emphasize-lines"] or ""
        code = snippet.code.rstrip("\n").split("\n")
        first = snippet.code_lineno
        last = first + len(code) - 1
        try:
            lines = [index + 1 for index in parselinenos(spec, last)]
        except ValueError:
            lines = []
        if not lines or not all(first <= line <= last for line in lines):
            self.warn(
                "emphasize-lines",
                f"`:emphasize-lines: {spec}`; write lines of the file between {first} and {last},"
                " which the card shows, such as `3,5-7`",
            )
            return []
        edges = [line for line in lines if not {line - 1, line + 1} <= {*lines}]
        if blank := [line for line in edges if not code[line - first].strip()]:
            problem = f"`:emphasize-lines: {spec}`; line {blank[0]} is blank; write lines of code"
            self.warn("emphasize-lines", problem)
        return lines

    def warn(self, subtype: str, problem: str, location: str | None = None) -> None:
        """Report an error at the directive or where ``location`` says."""
        self.has_warned = True
        where = location or self.get_location()
        logger.warning(problem, location=where, type="snippet", subtype=subtype)


def marked(
    snippet: grammar.Snippet, recorded: Recorded, found: Findings, ident: str, language: Language
) -> Iterator[nodes.Element]:
    """Yield the outputs of a program with their marks; ``ident`` is unique on the page."""
    lines = snippet.output_for(recorded.python).lines
    placed = places(lines, [mark.text for mark in found.marks])
    known = {lines[i].lineno: marks.mark(found, j, ident, language) for i, j in placed.items()}
    return card.outputs(snippet, language, known)


class SnippetRole(ReferenceRole):
    """Link to the card of a snippet: by its path, or with a text before ``<path>``."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Leave a reference that is resolved when all pages are known."""
        reference = addnodes.pending_xref(
            self.rawtext,
            refdomain=TargetsDomain.name,
            reftype="snippet",
            reftarget=self.target,
            refdoc=self.env.docname,
            refexplicit=self.has_explicit_title,
        )
        self.set_source_info(reference)
        text = nodes.inline if self.has_explicit_title else nodes.literal
        reference += text(self.rawtext, self.title)
        return [reference], []


def _resolve_folders(app: Sphinx, config: Config) -> None:
    """Take relative folders as relative to ``conf.py``."""
    for name in (
        *("snippets_root", "recordings_pinned", "recordings_kept", "results_pinned"),
        "runs_recorded",
    ):
        config[name] = str(Path(app.confdir, config[name]))


def _missing(name: str, root: Path) -> str:
    """Say that a file is missing and name those with a similar path or the same name."""
    files = sources.below(root, ".py")
    known = [path.relative_to(root).with_suffix("").as_posix() for path in files]
    near = [k for k in known if k.rpartition("/")[2] == name.rpartition("/")[2]]
    near += [k for k in difflib.get_close_matches(name, known, cutoff=0.75) if k not in near]
    hint = f"; did you mean {' or '.join(map(repr, near))}?" if near else ""
    return f"there is no file {root.name}/{name}.py{hint}"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the directive, the role, and the card's nodes."""
    app.setup_extension("markup.targets")
    app.add_config_value("snippets_root", "snippets", "env", str)
    app.add_config_value("recordings_pinned", "_recordings", "env", str)
    app.add_config_value("recordings_kept", "../.build/recordings", "env", str)
    app.add_config_value("results_pinned", "_figures/results.json", "env", str)
    app.add_config_value("runs_recorded", "_figures/runs.json", "env", str)
    app.connect("config-inited", _resolve_folders)
    app.add_directive("snippet", Snippet)
    app.add_role("snippet", SnippetRole())
    card.add_nodes(app)
    marks.add_nodes(app)
    causes.add_nodes(app)
    outcomes.add_nodes(app)
    picture.add_nodes(app)
    playing.add_nodes(app)
    question.add_nodes(app)
    return {
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
