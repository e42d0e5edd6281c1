"""What is wrong with the sources as files: said in one line each, before anything is built.

Sphinx, the search for marks and the parity check would each meet such a file in their own way:
with a traceback, for minutes, for ever, or with complaints about what only follows from it.
"""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml  # type: ignore[import-untyped]

from markup.sources import is_source
from tools.building import names as names_of_files
from tools.project import HERE, LANGUAGES, Project
from turns.snippet.source import SourceError, read

_KINDS = {".md": "page", ".py": "snippet"}
_FRONT_MATTER = re.compile(r"---[^\n]*\n(.*?)^(?:---|\.\.\.)", re.MULTILINE | re.DOTALL)
# What stands between the two is also how some underline a heading.
_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
# What YAML takes for a comment, and no author means.
_CUT = re.compile(r"^\s*[\w-]+:\s+[^\s\"'#|>\[{][^\n]*?\s(?=#)", re.MULTILINE)
_INCLUDE = re.compile(r"^[ \t]*(?:`{3,}|~{3,}|:{3,})\{(literal)?include\}[ \t]+(\S+)", re.MULTILINE)


def problems(project: Project, languages: Iterable[str]) -> list[str]:
    """Return a line for each page of these languages and each snippet that cannot be used."""
    pages = [project.docs / language for language in languages]
    errors = [
        error for folder in (*pages, project.snippets) for error in _of_folder(folder, project)
    ]
    lines = [str(error).replace(f"{project.root}{os.sep}", "", 1) for error in errors]
    # A name may have bytes that no text has.
    return [line.encode(errors="backslashreplace").decode() for line in lines]


def _of_folder(top: Path, project: Project) -> Iterator[SourceError]:
    if not top.is_dir():
        yield SourceError(top, 0, "there is no such folder")
    texts: dict[Path, str] = {}
    for place, folders, names in os.walk(top):
        folders[:] = sorted(name for name in folders if is_source(Path(name)))
        for path in (Path(place, name) for name in folders):
            if path.is_symlink():  # neither the watcher nor the cache sees what is behind it
                yield SourceError(path, 0, "is a symbolic link to a folder; put the files here")
            elif path.suffix in _KINDS:
                kind = _KINDS[path.suffix]
                yield SourceError(path, 0, f"is a folder with the name of a {kind}; rename it")
        for path in (Path(place, name) for name in sorted(names) if is_source(Path(name))):
            if wrong := names_of_files.problem(path.relative_to(top)):
                yield SourceError(path, 0, wrong)
            elif path.suffix in _KINDS:
                try:
                    texts[path] = read(path).removeprefix("\ufeff")
                    _check_merged(path, texts[path])
                    _check_page(path, texts[path])
                except SourceError as error:
                    yield error
    yield from _includes(top, texts, (project.docs, project.snippets))


def _check_merged(path: Path, text: str) -> None:
    """Refuse what Git leaves where two people changed the same lines."""
    if found := _CONFLICT.search(text):
        lineno = text.count("\n", 0, found.start()) + 1
        raise SourceError(path, lineno, "a merge has ended in conflict; keep what is right")


def _check_page(path: Path, text: str) -> None:
    """Refuse an empty page and front matter that is not YAML."""
    if path.suffix != ".md":
        return
    if not text.strip():
        raise SourceError(path, 1, "is empty; write a label and a heading, or remove the file")
    front = found[1] if (found := _FRONT_MATTER.match(text)) else ""
    if cut := _CUT.search(front):
        lineno = front.count("\n", 0, cut.end()) + 2
        raise SourceError(path, lineno, "what stands behind ` #` is lost; put the text into quotes")
    try:
        yaml.safe_load(front)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        lineno = mark.line + 2 if mark else 1
        raise SourceError(path, lineno, f"the front matter is not YAML: {error.problem}") from None


def _includes(top: Path, texts: dict[Path, str], homes: Iterable[Path]) -> Iterator[SourceError]:
    """Find every include that leads back to a page which it is a part of, or out of `homes`."""
    around: list[Path] = []
    done: set[Path] = set()

    def follow(page: Path) -> Iterator[SourceError]:
        around.append(page)
        for found in _INCLUDE.finditer(texts[page]):
            is_literal, name = found.groups()
            start = top if name.startswith("/") else page.parent
            target = Path(os.path.normpath(start / name.lstrip("/")))
            lineno = texts[page].count("\n", 0, found.start()) + 1
            if not any(target.is_relative_to(home) for home in homes):
                problem = f"{name} is not below docs/ or snippets/, where live preview looks"
                yield SourceError(page, lineno, problem)
            elif is_literal:
                continue
            elif target in around:
                chain = " → ".join(one.name for one in (*around[around.index(target) :], target))
                yield SourceError(page, lineno, f"a circular include: {chain}")
            elif target in texts and target not in done:
                yield from follow(target)
        done.add(around.pop())

    for page in texts:
        if page not in done:
            yield from follow(page)


def main() -> int:
    """Print what is wrong; return the exit status."""
    lines = problems(HERE, LANGUAGES)
    for line in lines:
        print(line, file=sys.stderr)
    return int(bool(lines))


if __name__ == "__main__":
    sys.exit(main())
