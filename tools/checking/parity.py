"""Check that both trees are parallel: ``python -m tools.checking.parity [DOCS]``.

Both trees are written by hand. What must agree are the files and each page's outline: headings
with their labels, directives with their options, code, lists, tables, and the links of a section.
What may differ stands in ``parity.toml``, with a reason.

Exit status: 0 they are parallel; 1 they differ or an exception is stale; 2 a file cannot be read.
"""

import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path

from myst_parser.config.main import TopmatterReadError

from markup import sources
from tools.checking import outline
from tools.checking.outline import Item, Outline
from tools.project import HERE, LANGUAGES
from turns.snippet import source

EXCEPTIONS = "parity.toml"

# What would be right, by kind of item.
REMEDIES = {
    "code": "the code must be the same, comments included",
    "directive": "use the same directive, argument and options",
    "doctest": "the doctest must be the same, comments included",
    "file": "add the file to both trees",
    "front matter": "set the same keys",
    "heading": "give both headings the same level and label",
    "image": "show the same images in this section",
    "label": "put the same label at the same place",
    "link": "link to the same targets in this section, as often",
    "page": "write the page in both languages",
    "paragraph": "say the same in as many paragraphs",
    "role": "refer to the same targets in this section, as often",
    "table": "give both tables the same columns and rows",
}
REMEDY = "give both pages the same structure"


class UnreadableError(Exception):
    """A file of the check's own input cannot be read; the message says where and why."""


@dataclass(frozen=True)
class Difference:
    """One difference between the two trees."""

    page: str
    """Path below the language's folder."""
    kind: str
    zh: str | None
    """What the Chinese page has; None: nothing."""
    en: str | None
    linenos: tuple[int, int]
    detail: str = ""
    """Overrides "zh has …, en has …"."""

    def report(self, docs: Path) -> str:
        """Return the line for the terminal."""
        places = " ↔ ".join(
            f"{(docs / language / self.page).as_posix()}:{lineno}"
            for language, lineno in zip(LANGUAGES, self.linenos, strict=True)
        )
        has = self.detail or f"zh has {_quoted(self.zh)}, en has {_quoted(self.en)}"
        return f"{places}: {self.kind} differs: {has}; {REMEDIES.get(self.kind, REMEDY)}"


@dataclass(frozen=True)
class Allowance:
    """One entry of ``parity.toml``: a difference that is meant."""

    page: str
    kind: str
    value: str
    """What one of the two pages has, as the report quotes it."""
    reason: str

    def covers(self, difference: Difference) -> bool:
        """Say whether the difference is the one that this entry allows."""
        return (self.page, self.kind) == (difference.page, difference.kind) and self.value in (
            difference.zh,
            difference.en,
        )


def check(docs: Path) -> list[str]:
    """Return a line for every difference and every stale exception below `docs`."""
    differences = list(compare(docs))
    allowed = allowances(docs / EXCEPTIONS)
    problems = [
        difference.report(docs)
        for difference in differences
        if not any(entry.covers(difference) for entry in allowed)
    ]
    problems += [
        f"{(docs / EXCEPTIONS).as_posix()}: stale exception: {entry.page}, {entry.kind}, "
        f"{entry.value!r} matches no difference; remove the entry"
        for entry in allowed
        if not any(entry.covers(difference) for difference in differences)
    ]
    return problems


def compare(docs: Path) -> Iterator[Difference]:
    """Yield every difference between ``docs/zh`` and ``docs/en``."""
    trees = [_files(docs / language) for language in LANGUAGES]
    for path in sorted(trees[0] | trees[1]):
        kind = "page" if path.endswith(".md") else "file"
        if path not in trees[0]:
            yield Difference(path, kind, None, path, (1, 1), "zh lacks it, en has it")
        elif path not in trees[1]:
            yield Difference(path, kind, path, None, (1, 1), "zh has it, en lacks it")
        elif kind == "page":
            zh, en = (_outline(docs / language / path) for language in LANGUAGES)
            yield from compare_pages(path, zh, en)


def compare_pages(page: str, zh: Outline, en: Outline) -> Iterator[Difference]:
    """Yield the differences between the outlines of one page."""
    # Links are compared between headings that both pages have, so that a heading that one page
    # lacks is one difference and not one more for each link below it.
    sections = [_Section((1, 1), list(zh.inlines.get(-1, [])), list(en.inlines.get(-1, [])))]
    differing: list[Item] = []
    for zh_place, en_place in _align(zh, en):
        zh_item, en_item = zh_place.item, en_place.item
        if zh_item and en_item and zh_item.kind == "heading":
            sections.append(_Section((zh_place.lineno, en_place.lineno), [], []))
        sections[-1].zh += zh.inlines.get(zh_place.index, []) if zh_item else []
        sections[-1].en += en.inlines.get(en_place.index, []) if en_item else []
        if zh_item == en_item:
            if zh_item and zh_item.kind == "heading" and not zh_item.name.startswith("("):
                linenos = (zh_place.lineno, en_place.lineno)
                name = zh_item.name
                yield Difference(page, "heading", name, name, linenos, "neither has a label")
            continue
        items = [item for item in (zh_item, en_item) if item]
        differing += items
        # The end of a list or directive that differs, or that one page lacks, says nothing new.
        if not any(item.opener is other for item in items if item.opener for other in differing):
            yield _difference(page, zh_place, en_place)
    for section in sections:
        yield from _compare_inlines(page, section)


def allowances(path: Path) -> list[Allowance]:
    """Read the list of exceptions; one without a reason is as unreadable as bad TOML."""
    where = path.as_posix()
    if not path.exists():
        return []
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnreadableError(f"{where}: not TOML: {error}") from error
    keys = set(Allowance.__dataclass_fields__)
    found = []
    for number, entry in enumerate(document.pop("exception", []), 1):
        bad = keys.symmetric_difference(entry) or {
            key for key in keys if not isinstance(entry[key], str) or not entry[key].strip()
        }
        if bad:
            raise UnreadableError(
                f"{where}: exception {number}: {', '.join(sorted(bad))} is missing, empty or "
                f"unknown; each needs {', '.join(sorted(keys))}"
            )
        found.append(Allowance(**entry))
    if document:
        raise UnreadableError(
            f"{where}: unknown {', '.join(document)}; entries are [[exception]] tables"
        )
    return found


def _files(tree: Path) -> set[str]:
    """Return the paths of a tree's files."""
    return {path.relative_to(tree).as_posix() for path in sources.below(tree)}


def _outline(path: Path) -> Outline:
    try:
        return outline.read(source.read(path).removeprefix("\ufeff"))
    except source.SourceError as error:
        raise UnreadableError(str(error)) from error
    except TopmatterReadError as error:
        reason = " ".join(str(error).split())
        raise UnreadableError(f"{path.as_posix()}:1: cannot be read: {reason}") from error


@dataclass
class _Section:
    """The links, roles, images and inline labels below a heading that both pages have."""

    linenos: tuple[int, int]
    zh: list[Item]
    en: list[Item]


@dataclass(frozen=True)
class _Place:
    """A position in an outline, with the item there; None where the page lacks the item."""

    index: int
    lineno: int
    item: Item | None


def _place(page: Outline, index: int, *, lacking: bool = False) -> _Place:
    following = page.blocks[index] if index < len(page.blocks) else None
    lineno = following.lineno if following else page.last_lineno
    return _Place(index, lineno, None if lacking else following)


def _align(zh: Outline, en: Outline) -> Iterator[tuple[_Place, _Place]]:
    """Pair the places of equal blocks, then of changed ones of a kind, then of the rest."""
    matcher = SequenceMatcher(None, zh.blocks, en.blocks, autojunk=False)
    for _, zh_from, zh_to, en_from, en_to in matcher.get_opcodes():
        zh_kinds = [item.kind for item in zh.blocks[zh_from:zh_to]]
        en_kinds = [item.kind for item in en.blocks[en_from:en_to]]
        by_kind = SequenceMatcher(None, zh_kinds, en_kinds, autojunk=False)
        for tag, a, b, c, d in by_kind.get_opcodes():
            if tag == "equal":
                for at in range(b - a):
                    yield _place(zh, zh_from + a + at), _place(en, en_from + c + at)
                continue
            for at in range(a, b):
                yield _place(zh, zh_from + at), _place(en, en_from + c, lacking=True)
            for at in range(c, d):
                yield _place(zh, zh_from + b, lacking=True), _place(en, en_from + at)


def _difference(page: str, zh_place: _Place, en_place: _Place) -> Difference:
    """Describe two blocks that differ; where their names agree, by their first differing line."""
    zh, en = zh_place.item, en_place.item
    linenos = (zh_place.lineno, en_place.lineno)
    if zh is None or en is None or zh.name != en.name:
        kind = next(item.kind for item in (zh, en) if item)
        return Difference(page, kind, zh.name if zh else None, en.name if en else None, linenos)
    lines = enumerate(zip_longest(zh.content, en.content))
    at, (zh_line, en_line) = next((at, both) for at, both in lines if both[0] != both[1])
    if zh.content_lineno and en.content_lineno:
        linenos = (zh.content_lineno + at, en.content_lineno + at)
    detail = f"in {zh.name}, zh has {_quoted(zh_line)}, en has {_quoted(en_line)}"
    return Difference(page, zh.kind, zh.name, en.name, linenos, detail)


def _compare_inlines(page: str, section: _Section) -> Iterator[Difference]:
    """Yield the inline elements that a section has more often in one page than in the other."""
    sides = (section.zh, section.en)
    for item in dict.fromkeys([*section.zh, *section.en]):
        zh_times, en_times = (side.count(item) for side in sides)
        if zh_times == en_times:
            continue
        zh_lineno, en_lineno = (
            next((other.lineno for other in side if other == item), heading_lineno)
            for side, heading_lineno in zip(sides, section.linenos, strict=True)
        )
        yield Difference(
            page,
            item.kind,
            item.name if zh_times else None,
            item.name if en_times else None,
            (zh_lineno, en_lineno),
            f"zh has “{item.name}” {zh_times} times, en {en_times} times"
            if zh_times and en_times
            else "",
        )


def _quoted(value: str | None) -> str:
    return "nothing here" if value is None else f"“{value}”"


def main(arguments: Sequence[str]) -> int:
    """Run the check from the command line and return its exit status."""
    docs = Path(arguments[0]) if arguments else HERE.docs
    for stream in (sys.stdout, sys.stderr):
        # A console that has no Chinese must not turn a report into a traceback.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        problems = check(docs)
    except UnreadableError as error:
        print(error, file=sys.stderr)
        return 2
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"parity: {len(problems)} differences" if problems else "parity: zh and en are parallel")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
