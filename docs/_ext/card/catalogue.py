"""What ``{catalogue}`` shows: every program, and what it prints on each Python and loop.

All of it is read from recorded runs (`card.results`); a program whose text is another one since
then did not run.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes

from card import elsewhere, results
from card import nodes as card
from card.store import recordings_of
from card.tables import by_chapter, cell, linked, section, table
from language.words import word
from markup import syntax
from markup.targets import targets_of
from turns.snippet import grammar
from turns.snippet.source import digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment

    from language.languages import Language
    from turns.snippet.grammar import Snippet

_IN_BROWSER = "pyodide.json"
LOOPS = {"asyncio": "", "uvloop": elsewhere.LOOP, "eager": elsewhere.EAGER}
"""The columns, and what the names of their environments end with."""
EAGER_SINCE = (3, 12)
Lines = tuple[str, ...]
Key = tuple[str, str]


@dataclass(frozen=True)
class Program:
    """A snippet, with what was recorded of its present text."""

    name: str
    snippet: Snippet
    elsewhere: dict[str, Lines]
    """What it printed, by environment, where that is not what its file says."""
    ran: tuple[str, ...]
    """The environments in which it ran."""
    in_browser: str
    """The key of the word for how it did in the page."""

    def printed(self, version: str, loop: str = "") -> Lines:
        """Return what it printed there, as far as that is the same in every run."""
        found = self.elsewhere.get(f"{version}{loop}")
        lines = self.snippet.output_for(number(version)).lines
        return tuple(line.text for line in lines) if found is None else found

    @cached_property
    def usual(self) -> Lines:
        """What the card shows: that of the Python on which cards are recorded."""
        lines = self.snippet.output_for(number(syntax.SUBSTITUTIONS["recorded"])).lines
        return tuple(line.text for line in lines)

    def said(self, version: str, loop: str = "") -> str:
        """Return the key of the word for how it did there."""
        if self.needs(loop) > number(version):
            return "skipped"
        if f"{version}{loop}" not in self.ran:
            return "not-run"
        return "same" if self.printed(version, loop) == self.usual else "differs"

    def needs(self, loop: str = "") -> tuple[int, int]:
        """Return the oldest Python on which it can be run with the loop."""
        least = (3, 0)
        return max(self.snippet.requires or least, EAGER_SINCE if loop == LOOPS["eager"] else least)


def programs(env: BuildEnvironment) -> dict[str, Program]:
    """Return all snippets that can be read, by name; the cards say what is wrong with others."""
    pinned = results.read(Path(env.config.results_pinned))
    runs = results.read_runs(Path(env.config.runs_recorded))
    pages = _in_browser(env).programs
    found = {}
    for name, path in recordings_of(env.config).sources().items():
        try:
            snippet = grammar.read(path)
        except grammar.SnippetError:
            continue
        text = digest(path.read_bytes())
        other = pinned.get(name)
        printed = other.by_environment if other and other.digest == text else {}
        of_text, ran = runs.programs.get(name, ("", ()))
        of_page, said = pages.get(name, ("", ""))
        in_browser = said if of_page == text else "not-run"
        found[name] = Program(name, snippet, printed, ran if of_text == text else (), in_browser)
    return found


def note_dependencies(env: BuildEnvironment) -> None:
    """Have the page that is being read read again whenever `programs` may return something else."""
    for path in recordings_of(env.config).sources().values():
        env.note_dependency(path)
    runs = Path(env.config.runs_recorded)
    for file in (Path(env.config.results_pinned), runs, runs.with_name(_IN_BROWSER)):
        env.note_dependency(file)


def _in_browser(env: BuildEnvironment) -> results.InBrowser:
    return results.read_in_browser(Path(env.config.runs_recorded).with_name(_IN_BROWSER))


def number(version: str) -> tuple[int, int]:
    """Return a version as numbers."""
    major, _, minor = version.partition(".")
    return int(major), int(minor)


def supported() -> list[str]:
    """Return the Pythons that count, oldest first."""
    (major, first), (_, last) = (number(syntax.SUBSTITUTIONS[key]) for key in ("oldest", "newest"))
    return [f"{major}.{minor}" for minor in range(first, last + 1)]


def shown(name: str, env: BuildEnvironment) -> nodes.Node:
    """Return a program's name, as a link to its card if it has one."""
    target = nodes.literal("", name)
    return linked(env, "snippet", name, target) if has_card(name, env) else target


def has_card(name: str, env: BuildEnvironment) -> bool:
    """Say whether some page shows a program, so that links to it lead somewhere."""
    try:
        targets_of(env).find("snippet", name)
    except LookupError:
        return False
    return True


def named(program: Program, env: BuildEnvironment, language: Language) -> list[nodes.Node]:
    """Return a program's name and what it says of itself, as parts of a line."""
    lead = card.lead(program.snippet.docstring, language)
    colon = nodes.Text(word(language, "colon"))
    said = [colon, *(part.deepcopy() for line in lead for part in line.children)] if lead else []
    return [shown(program.name, env), *said]


def sections(env: BuildEnvironment, language: Language) -> list[nodes.Node]:
    """Return what was run, then a section with a table for each chapter."""
    runs = results.read_runs(Path(env.config.runs_recorded))
    found: list[nodes.Node] = [_environments(runs, _in_browser(env), language)]
    for chapter, title, known in by_chapter(env, programs(env)):
        heads = [word(language, f"catalogue-{key}") for key in ("program", *LOOPS, "pyodide")]
        rows = [_row(program, env, language) for _, program in known]
        eager = [one for _, program in known for one in _eager(program, language)]
        matrix = table(heads, rows, (44, 17, 17, 17, 10))
        matrix["classes"].append("results")
        found.append(section(f"catalogue-{chapter}", title, matrix, *eager))
    return found


def _environments(runs: results.Runs, pages: results.InBrowser, language: Language) -> nodes.table:
    """Return which exact versions were run, and when."""
    rows = []
    for loop, ending in LOOPS.items():
        names = [f"{version}{ending}" for version in supported()]
        there = [runs.columns[name] for name in names if name in runs.columns]
        title = word(language, "catalogue-with-eager" if loop == "eager" else f"catalogue-{loop}")
        versions = ", ".join(dict.fromkeys(one.loop for one in there if one.loop))
        exact = word(language, "and-so-on").join(one.python for one in there)
        dates = word(language, "and-so-on").join(sorted({one.date for one in there}))
        missing = word(language, "catalogue-not-run")
        texts = (f"{title} {versions}".strip(), exact or missing, dates or missing)
        rows.append([cell(nodes.Text(text)) for text in texts])
    missing = word(language, "catalogue-not-run")
    name = f"Pyodide {pages.pyodide}".strip()
    texts = (name, pages.python or missing, pages.date or missing)
    rows.append([cell(nodes.Text(text)) for text in texts])
    heads = [word(language, f"catalogue-{key}") for key in ("loop", "pythons", "date")]
    return table(heads, rows, (30, 50, 20))


def _row(program: Program, env: BuildEnvironment, language: Language) -> list[nodes.entry]:
    cells = [_cell(program, loop, env, language) for loop in LOOPS]
    in_browser = cell(nodes.Text(word(language, f"catalogue-{program.in_browser}")))
    return [cell(*named(program, env, language)), *cells, in_browser]


def _cell(program: Program, loop: str, env: BuildEnvironment, language: Language) -> nodes.entry:
    """Return how a program did with a loop: in one word, or by version where that differs."""
    ending = LOOPS[loop]
    counted = [v for v in supported() if loop != "eager" or number(v) >= EAGER_SINCE]
    groups: dict[tuple[str, str], list[str]] = {}
    for version in counted:
        said = program.said(version, ending)
        needs = "{}.{}".format(*program.needs(ending)) if said == "skipped" else ""
        groups.setdefault((said, needs), []).append(version)
    parts: list[nodes.Node] = []
    for (said, needs), versions in groups.items():
        text: nodes.Node = nodes.Text(word(language, f"catalogue-{said}").format(version=needs))
        if said == "differs":
            text = _link(program, loop, text, env)
        if parts:
            parts.append(nodes.Text(word(language, "catalogue-and")))
        if len(groups) > 1:
            before, _, after = word(language, "catalogue-on").partition("{said}")
            named = elsewhere.versions(versions, language)
            parts += [nodes.Text(before.format(versions=named)), text]
            parts += [nodes.Text(after)] if after else []
        else:
            parts.append(text)
    return cell(*parts)


def _link(program: Program, loop: str, text: nodes.Node, env: BuildEnvironment) -> nodes.Node:
    """Link to where the other output is: on this page, or on the card."""
    if loop == "eager":
        return nodes.reference("", "", text, refid=_ident(program), internal=True)
    if has_card(program.name, env):
        return linked(env, "snippet", program.name, text)
    return text


def _ident(program: Program) -> str:
    return "eager-" + program.name.replace("/", "-").replace("_", "-")


def _eager(program: Program, language: Language) -> Iterator[nodes.Element]:
    """Yield, folded, what a program prints with an eager task factory, where that differs."""
    ending = LOOPS["eager"]
    differing = [v for v in supported() if program.said(v, ending) == "differs"]
    by_lines = sorted(differing, key=lambda version: program.printed(version, ending))
    for number_of, (lines, same) in enumerate(
        groupby(by_lines, key=lambda version: program.printed(version, ending))
    ):
        versions = sorted(same, key=number)
        title = word(language, "catalogue-here").format(
            program=program.name, versions=elsewhere.versions(versions, language)
        )
        text = "\n".join(lines).replace("...", "…") or word(language, "catalogue-nothing")
        folded = nodes.admonition(
            "",
            nodes.title("", title),
            nodes.literal_block(text, text, language="text"),
            classes=["admonition-eager"],
            ids=[_ident(program) + (f"-{number_of + 1}" if number_of else "")],
        )
        folded["collapsible"], folded["open"] = True, False
        yield folded
