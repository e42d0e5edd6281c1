"""Check that lessons introduce their words: ``python -m tools.checking.introduced``.

The words are those of the glossary, without its last section, which is about the site. The lessons
are read in the order of the toctrees. Where a word comes first, it must be a link to the glossary,
or the text of a link to what explains it; after that readers are expected to know it.

Exit status 1 if a word is used before it is introduced.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown_it.token import Token

from markup import syntax
from markup.elements import DIRECTIVES, Body
from tools.checking import outline
from tools.project import HERE, LANGUAGES, Project
from turns.snippet.source import read

GLOSSARY = "glossary.md"
OF_THE_SITE = "(glossary-site)="
"""Where the words begin that name parts of a card, and that are everyday words in a lesson."""
LESSONS = ("start", "event-loop", "await", "scheduling", "limits", "workshop")
"""The chapters that are read from start to end."""

_ENTRY = re.compile(r"(?:^\S.*\n)+(?=[^\S\n]+\S)", re.MULTILINE)
_DIRECTIVE = re.compile(r"\{([a-z-]+)\}")
_TERM = re.compile(r"^.*<([^<>]*)>$", re.DOTALL)
# How each English word may go on: task, tasks, task's; yields control; cancel, cancelled.
_ENDINGS = r"(?:s|es|ed|led|ing|ling|'s|s')?"


@dataclass(frozen=True)
class Word:
    """An entry of the glossary, with the names that it has in both languages."""

    names: tuple[str, ...]

    def pattern(self) -> re.Pattern[str]:
        """Return what matches the word in a text, whatever its ending."""
        forms = (
            re.escape(name)
            if ord(name[-1]) > 0x7F
            else r"\s+".join(rf"\b{re.escape(part)}{_ENDINGS}\b" for part in name.split())
            for name in sorted(self.names, key=len, reverse=True)
        )
        return re.compile("|".join(forms), re.IGNORECASE)


def words(glossary: str) -> list[Word]:
    """Return the words of a glossary page that lessons have to introduce."""
    entries = []
    for block in re.findall(
        r"```\{glossary\}\n(.*?)```", glossary.partition(OF_THE_SITE)[0], re.DOTALL
    ):
        entries += [Word(tuple(names.split("\n")[:-1])) for names in _ENTRY.findall(block)]
    return entries


def lessons(tree: Path) -> Iterator[Path]:
    """Yield the pages of a language's lessons, in the order in which they are read."""
    for chapter in LESSONS:
        index = tree / chapter / "index.md"
        if not index.is_file():
            continue
        yield index
        for block in outline.read(read(index).removeprefix("\ufeff")).blocks:
            if block.name.startswith("{toctree}"):
                names = [line for line in block.content if not line.startswith(":")]
                yield from (index.with_name(f"{name}.md") for name in names)


def problems(project: Project, languages: Iterable[str] = LANGUAGES) -> Iterator[str]:
    """Yield a line for each word that comes before its introduction: where, and what to write."""
    for language in languages:
        tree = project.docs / language
        unknown = {word: word.pattern() for word in words(read(tree / GLOSSARY))}
        for path in lessons(tree):
            place = path.relative_to(project.root).as_posix()
            for passage in _passages(read(path).removeprefix("\ufeff")):
                for word, pattern in list(unknown.items()):
                    if passage.terms & set(word.names) or pattern.search(passage.linked):
                        del unknown[word]
                    elif found := pattern.search(passage.said):
                        del unknown[word]  # once is enough
                        remedy = f"link it: write {{term}}`{word.names[0]}`"
                        unsaid = f"nothing has said yet what {found[0]!r} means"
                        yield f"{place}:{passage.lineno}: {unsaid}; {remedy}"


@dataclass(frozen=True)
class _Passage:
    """A paragraph, or a cell of a table."""

    lineno: int
    said: str
    """Its text, without code and what links show."""
    linked: str
    """What its links show."""
    terms: frozenset[str]
    """The entries of the glossary that it links to."""


def _passages(text: str, offset: int = 0) -> Iterator[_Passage]:
    """Yield the passages of a page but its headings, or of a directive from line `offset` on."""
    heading = False
    for token in syntax.parser().parse(text, {}):
        lineno = offset + (token.map[0] if token.map else 0) + 1
        if token.type in {"heading_open", "heading_close"}:
            heading = token.type == "heading_open"
        elif token.type == "inline" and not heading:
            yield _passage(token, lineno)
        elif token.type in {"fence", "colon_fence"} and (name := _DIRECTIVE.match(token.info)):
            known = DIRECTIVES.get(name[1])
            if known and known.body is Body.MARKDOWN:
                options = re.match(r"(?::[a-z-]+:.*\n)*", token.content)
                body = token.content[options.end() :] if options else token.content
                yield from _passages(body, lineno + token.content.count("\n") - body.count("\n"))


def _passage(token: Token, lineno: int) -> _Passage:
    said: list[str] = []
    linked: list[str] = []
    terms: set[str] = set()
    inside = False
    for child in token.children or []:
        if child.type in {"link_open", "link_close"}:
            inside = child.type == "link_open"
        elif child.type == "myst_role" and child.meta["name"] == "term":
            term = _TERM.sub(r"\1", child.content).strip()
            terms |= {term, term.lower(), term.capitalize()}
        elif child.type in {"text", "softbreak"}:
            (linked if inside else said).append(child.content or "\n")
    return _Passage(lineno, "".join(said), "".join(linked), frozenset(terms))


def main() -> int:
    """Run the check from the command line and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    found = list(problems(HERE))
    print(*found, f"introduced: {len(found)} words come too early", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
