"""Write a page in both languages, or a snippet, to begin with: ``nox -s new -- page await/naps``.

What is written passes every check as it is. Its sentences are ``TODO``s, which
`tools.checking.unfinished` lists, and which no site that has an address is built with.
"""

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from string import Template

from tools.arguments import Parser
from tools.building.names import problem
from tools.project import HERE, LANGUAGES, Project
from turns.snippet.source import SourceError, read

_TEMPLATES = Path(__file__).resolve().parent / "templates"
_OF_ONE_LANGUAGE = re.compile(r"^\{(\w+)\} (.*\n)", re.MULTILINE)
_TARGET = re.compile(r"^(?:\([a-z0-9-]+\)=|:name: \S+|:::\{snippet\} \S+)", re.MULTILINE)
"""What only one page may have: a label, the name of a rule, the card of a snippet."""
_TOCTREE = re.compile(r"^(:{3,}|`{3,})\{toctree\}.*?(?=^\1\s*$)", re.MULTILINE | re.DOTALL)


class RefusedError(Exception):
    """Nothing can be written; the message says why, and what would be right."""


@dataclass(frozen=True)
class Kind:
    """What can be written, and how its names are spelled."""

    word: str
    hyphen: str
    example: str

    def spelled(self, name: str) -> str:
        """Return the nearest name: lower-case letters and digits, with a letter first."""
        words = re.sub(r"[^a-z0-9]+", self.hyphen, name.lower().partition(".")[0])
        return words.lstrip(f"0123456789{self.hyphen}").rstrip(self.hyphen)


PAGE = Kind("page", "-", "await/naps")
SNIPPET = Kind("snippet", "_", "await/two_naps")


def main(arguments: Sequence[str]) -> int:
    """Write what is asked for and return the exit status."""
    parser = Parser("new", __doc__ or "")
    parser.add_argument("kind", metavar="KIND", choices=[PAGE.word, SNIPPET.word])
    parser.add_argument("name", metavar="CHAPTER/NAME")
    options = parser.parse(arguments)
    try:
        texts = (page if options.kind == PAGE.word else snippet)(HERE, options.name)
        for path, text in texts.items():
            done = "changed" if path.exists() else "wrote"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
            print(f"{done} {path.relative_to(HERE.root).as_posix()}")
    except (RefusedError, SourceError, OSError) as error:
        print(f"new: {error}", file=sys.stderr)
        return 2
    program = SNIPPET.spelled(options.name.rpartition("/")[2])
    check, pin = f"`nox -s snippets -- {program}`", f"`nox -s recordings -- --accept {program}`"
    print(f"next: replace each TODO (`nox -s lint` lists them), then {check} and {pin}")
    return 0


def page(project: Project, name: str) -> dict[Path, str]:
    """Return the files that make a page, by path; the snippet that it shows may be there."""
    chapter, stem = _parts(PAGE, name, _chapters(project))
    program = "/".join(map(SNIPPET.spelled, (chapter, stem)))
    texts: dict[Path, str] = {}
    for language in LANGUAGES:
        path = _free(project, project.docs / language / chapter / f"{stem}.md")
        texts[path] = _template(language).substitute(name=name, label=stem, snippet=program)
        _refuse_taken(project, set(_TARGET.findall(texts[path])))
    if not (project.snippets / f"{program}.py").exists():
        texts |= snippet(project, program)
    for language in LANGUAGES:
        index = project.docs / language / chapter / "index.md"
        texts[index] = _with_entry(index, stem)
    return texts


def snippet(project: Project, name: str) -> dict[Path, str]:
    """Return the file of a snippet, by its path."""
    chapters = {SNIPPET.spelled(chapter) for chapter in _chapters(project)}
    chapters |= {path.parent.name for path in project.snippets.glob("*/*.py")}
    chapter, stem = _parts(SNIPPET, name, chapters)
    path = _free(project, project.snippets / chapter / f"{stem}.py")
    return {path: (_TEMPLATES / "snippet.py").read_text(encoding="utf-8")}


def _template(language: str) -> Template:
    """Return the template of a page, without the lines of other languages."""

    def kept(line: re.Match[str]) -> str:
        return line[2] if line[1] == language else ""

    text = (_TEMPLATES / "page.md").read_text(encoding="utf-8")
    return Template(_OF_ONE_LANGUAGE.sub(kept, text))


def _parts(kind: Kind, name: str, chapters: set[str]) -> tuple[str, str]:
    """Return the chapter and the rest of a name."""
    chapter, _, stem = name.partition("/")
    right = (kind.spelled(chapter), kind.spelled(stem))
    if (chapter, stem) != right or not all(right):
        write = "/".join(right) if all(right) else f"CHAPTER/NAME, such as {kind.example}"
        raise RefusedError(f"{name!r} does not name a {kind.word}; write {write}")
    if chapter not in chapters:
        choices = ", ".join(sorted(chapters))
        raise RefusedError(f"there is no chapter {chapter!r}; choices: {choices}")
    return right


def _chapters(project: Project) -> set[str]:
    """Return the chapters that both languages have."""
    trees = [project.docs / language for language in LANGUAGES]
    return set.intersection(
        *({path.parent.name for path in tree.glob("*/index.md")} for tree in trees)
    )


def _free(project: Project, path: Path) -> Path:
    """Return the path of a file that may be there and is not yet."""
    if wrong := problem(PurePath(*path.parts[-2:])):
        raise RefusedError(f"{path.relative_to(project.root).as_posix()}: {wrong}")
    if path.exists():
        raise RefusedError(
            f"{path.relative_to(project.root).as_posix()} is there already; choose another name"
        )
    return path


def _refuse_taken(project: Project, targets: set[str]) -> None:
    """Refuse a page with a label or a card that another page has."""
    for path in sorted(project.docs.glob("*/**/[!.]*.md")):
        text = read(path)
        for found in _TARGET.finditer(text):
            if found[0] in targets:
                place = path.relative_to(project.root).as_posix()
                lineno = text.count("\n", 0, found.start()) + 1
                raise RefusedError(f"{place}:{lineno} has `{found[0]}`; choose another name")


def _with_entry(index: Path, stem: str) -> str:
    """Return the text of a chapter's first page, whose toctree names one more page."""
    text = read(index)
    toctree = _TOCTREE.search(text)
    if toctree is None:
        raise SourceError(index, 1, "has no toctree; add one, which names the chapter's pages")
    entry = "" if stem in toctree[0].split() else stem + ("\r\n" if "\r\n" in text else "\n")
    return f"{text[: toctree.end()]}{entry}{text[toctree.end() :]}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
