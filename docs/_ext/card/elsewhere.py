"""The blocks of a card that say what other Pythons and loops print; none where all agree."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes

from card import results
from card.nodes import snippet_line, snippet_lines, snippet_output
from language.words import word
from turns.snippet.source import digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.config import Config

    from language.languages import Language
    from turns.snippet.grammar import Output, Snippet

LOOP = " uvloop"
"""What the name of an environment ends with that has this loop, as ``3.12 uvloop``."""
EAGER = " eager"
"""And one with an eager task factory: no card shows that, but the catalogue does."""


def elements(
    name: str, snippet: Snippet, config: Config, language: Language
) -> Iterator[nodes.Element]:
    """Yield a block for each other output of a snippet, with the environments that print it."""
    found = results.read(Path(config.results_pinned)).get(name)
    if found is None or found.digest != digest(snippet.path.read_bytes()):
        return
    shown = {name: one for name, one in found.by_environment.items() if not name.endswith(EAGER)}
    ordered = sorted(shown.items(), key=lambda one: (one[1], _place(one[0])))
    for lines, same in groupby(ordered, key=lambda one: one[1]):
        environments = [environment for environment, _ in same]
        output = snippet.output_for(_version(environments[0]))
        title = word(language, "results").format(environments=_named(environments, language))
        block = snippet_output("", nodes.paragraph("", title, classes=["snippet-output-title"]))
        block["classes"] = ["snippet-output", "snippet-elsewhere"]
        block += _lines(output, lines) if lines else _nothing(language)
        yield block


def _lines(output: Output, lines: tuple[str, ...]) -> snippet_lines:
    """Return the lines; those that are not where the file has them are marked."""
    expected = [line.text for line in output.lines]
    shown = snippet_lines("", "", language="text")
    for index, line in enumerate(lines):
        one = snippet_line("", "", nodes.Text(f"{line.replace('...', '…')}\n"))
        if expected[index : index + 1] != [line]:
            one["classes"].append("differs")
        shown += one
    return shown


def _nothing(language: Language) -> nodes.paragraph:
    return nodes.paragraph("", word(language, "nothing"), classes=["snippet-note"])


def _named(environments: list[str], language: Language) -> str:
    """Name Pythons, then the loop on which Pythons."""
    pythons = [one for one in environments if not one.endswith(LOOP)]
    looped = [one.removesuffix(LOOP) for one in environments if one.endswith(LOOP)]
    parts = []
    if pythons:
        parts.append(word(language, "results-python").format(versions=versions(pythons, language)))
    if looped:
        parts.append(word(language, "results-loop").format(versions=versions(looped, language)))
    return _joined(parts, language)


def versions(names: list[str], language: Language) -> str:
    """Name versions; three or more that follow each other, by the first and the last."""
    if len(names) > 2 and names == list(_between(names[0], names[-1])):
        return word(language, "results-range").format(first=names[0], last=names[-1])
    return _joined(names, language)


def _joined(parts: list[str], language: Language) -> str:
    comma, last = word(language, "results-comma"), word(language, "results-and")
    return last.join(filter(None, (comma.join(parts[:-1]), parts[-1])))


def _between(first: str, last: str) -> Iterator[str]:
    """Yield the versions from the first to the last."""
    if "t" not in first + last:
        (major, begin), (_, end) = _version(first), _version(last)
        yield from (f"{major}.{minor}" for minor in range(begin, end + 1))


def _place(environment: str) -> tuple[bool, tuple[int, int], str]:
    return environment.endswith(LOOP), _version(environment), environment


def _version(environment: str) -> tuple[int, int]:
    major, _, minor = environment.removesuffix(LOOP).rstrip("t").partition(".")
    return int(major), int(minor)
