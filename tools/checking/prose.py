"""Check the prose: spacing and punctuation, words, labels, one sentence per line, docstrings.

``python -m tools.checking.prose [--fix]`` reads every page, the README and its kin, and the
snippets' docstrings; ``--fix`` mends spacing and punctuation. Exit status 1 if something is left.

Each line has the punctuation of its own language, whatever words of the other it quotes.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import autocorrect_py as autocorrect

from language.languages import BY_FOLDER, CHINESE, ENGLISH, Language, of_text
from markup.sources import is_source
from tools.project import HERE, LANGUAGES
from turns.snippet import docstring
from turns.snippet.source import SourceError, read

ROOT = HERE.root

_CHARACTER = re.compile(r"[\u4e00-\u9fff]")
_WORD = re.compile(r"[A-Za-z]+")

# The glossary's words, turned round: what not to write, and what to write instead.
WORDS = {
    "事件环": "事件循环",
    "准备队列": "就绪队列",
    "可运行队列": "就绪队列",
    "等待体": "可等待对象",
    "堵塞": "阻塞",
    "协同程序": "协程",
    "执行者": "执行器",
    "未来对象": "Future",
}

# What nobody sees, and what searches and line breaks stumble over.
_INVISIBLE = re.compile(r"[\u00a0\u00ad\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]")

# Where a second sentence begins on a line. English wants a capital, so that "e.g." does not count;
# a question may have its answer beside it.
SECOND_SENTENCE = re.compile(
    r"[。！]\s*(?=[^\s。！？…」』》〉】）”’\"'*_`)|\]\\])|(?<=[a-z`)])[.!]\s+(?=[A-Z`*])"
)
# What is no sentence, though it may stand after one: a note's mark, a raised figure, a link that
# shows no word.
MARK = re.compile(
    r"\[\^[^\]]+\]|\{su[bp]\}`[^`]*`|\[(?:\\.|[^A-Za-z\u4e00-\u9fff\[\]])+\]\([^)]*\)"
)
CODE_SPAN = re.compile(r"`[^`]*`")

NO_SENTENCE = re.compile(r"\s*([|:#>]|[-*] |\d+\. |\[\^)")
LABEL = re.compile(r"\([a-z0-9-]+\)=$")

_FRONT_MATTER = re.compile(r"---\n.*?^---\n", re.MULTILINE | re.DOTALL)

# autocorrect's rules that know nothing but Chinese, and how a sentence ends that they leave alone:
# after code, a link or a quotation in the other language.
_ONLY_CHINESE = ("fullwidth", "no-space-fullwidth", "no-space-fullwidth-quote")
_STOPS = {CHINESE: (".", "。"), ENGLISH: ("。", ".")}
_LAST_STOP = r"(?<![.\s]){}(?=(?:[*_]|\[\^[^\]]+\])*\s*$)"


def prose_files() -> list[Path]:
    """Return every file that holds prose, in a fixed order."""
    ours = [page for page in sorted(ROOT.glob("*.md")) if is_source(Path(page.name))]
    pages = [page for language in LANGUAGES for page in HERE.pages(language)]
    return [*ours, *pages, *HERE.programs()]


def markdown(text: str) -> Iterator[tuple[int, str]]:
    """Yield number and text of each line of a page, without code."""
    fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.strip()
        if fence:
            if bare.startswith(fence) and not bare.strip(fence[0]):  # it may be longer
                fence = ""
        elif match := re.match(r"`{3,}|~{3,}", bare):
            fence = match[0]
        else:
            yield number, line


def prose(path: Path, text: str) -> Iterator[tuple[int, str]]:
    """Yield number and text of each line that is prose: of a program, its docstring."""
    if path.suffix == ".md":
        yield from markdown(text)
    else:
        _, last = docstring.find(text)
        yield from enumerate(text.split("\n")[:last], 1)


def mended(path: Path, text: str) -> str:
    """Return a file's text with the spacing and the punctuation of its lines' languages."""
    lines = text.split("\n")
    corrected = {language: _corrected(path, text, language) for language in (CHINESE, ENGLISH)}
    for number, line in prose(path, text):
        language = language_of(path, line)
        wrong, right = _STOPS[language]
        new = corrected[language][number - 1]
        if _CHARACTER.search(line) and _WORD.search(line):
            new = re.sub(_LAST_STOP.format(re.escape(wrong)), right, new)
        lines[number - 1] = new
    return "\n".join(lines)


def language_of(path: Path, line: str) -> Language:
    """Return the language of a line: that of its tree or, in what both share, of most words."""
    for folder in path.parents:
        if folder.name in BY_FOLDER and folder.parent.name == "docs":
            return BY_FOLDER[folder.name]
    return of_text(line)


def _corrected(path: Path, text: str, language: Language) -> list[str]:
    """Return the lines as autocorrect writes them; it knows what is code in a line."""
    rules = dict.fromkeys(_ONLY_CHINESE, int(language is CHINESE))
    autocorrect.load_config(json.dumps({"rules": rules}))  # type: ignore[attr-defined] # it is there
    syntax = "markdown" if path.suffix == ".md" else "python"
    return str(autocorrect.format_for(text, syntax)).split("\n")


def problems(path: Path, text: str) -> Iterator[tuple[int, str]]:
    """Yield line number and message of everything wrong with one file."""
    for number, line in enumerate(text.split("\n"), 1):
        for wrong, right in WORDS.items():
            if wrong in line:
                yield number, f"one word per idea: write {right} instead of {wrong}"
        if unseen := _INVISIBLE.search(line):
            yield number, f"an invisible character, U+{ord(unseen[0]):04X}; remove it"
    right_lines = mended(path, text).split("\n")
    for number, line in prose(path, text):
        if (right := right_lines[number - 1]) != line:
            yield number, f"spacing or punctuation: write {right.strip()!r} (--fix does)"
    yield from _structure(path, text) if path.suffix == ".md" else lead(text)


def lead(text: str) -> Iterator[tuple[int, str]]:
    """Yield what is wrong with the docstring of a snippet: its card shows half of it to each."""
    paragraphs = docstring.find(text)[0].split("\n\n")
    if [*map(of_text, paragraphs)] != [ENGLISH, CHINESE]:
        yield 1, "write two paragraphs into the docstring, one in English and then one in Chinese"


def _structure(path: Path, text: str) -> Iterator[tuple[int, str]]:
    """Yield the headings without a label and the lines with two sentences."""
    front_matter = _FRONT_MATTER.match(text)
    body = front_matter[0].count("\n") if front_matter else 0
    above = ""
    for number, line in markdown(text):
        if number <= body:
            continue
        if line.startswith("#") and ROOT / "docs" in path.parents and not LABEL.match(above):
            yield number, "a heading without a label: write `(its-label)=` on the line above"
        if not NO_SENTENCE.match(line) and (begins := _second_sentence(line)):
            rest = line[begins:].strip()[:20]
            yield number, f"one sentence per line: begin a new line before {rest!r}"
        above = line


def _second_sentence(line: str) -> int | None:
    """Return where a second sentence begins; what only looks like one is blanked out first."""
    line = MARK.sub(lambda mark: " " * len(mark[0]), line)
    line = CODE_SPAN.sub(lambda code: f"`{'x' * (len(code[0]) - 2)}`", line)
    found = SECOND_SENTENCE.search(line)
    return found.end() if found else None


def main(arguments: list[str]) -> int:
    """Check (or with ``--fix`` mend) all prose; return the exit status."""
    if arguments not in ([], ["--fix"]):
        print(f"prose: unknown argument {' '.join(arguments)!r}; choices: --fix", file=sys.stderr)
        return 2
    for stream in (sys.stdout, sys.stderr):
        # A console that has no Chinese must not turn a report into a traceback.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    count = 0
    files = prose_files()
    for path in files:
        for number, message in _of_file(path, fix=bool(arguments)):
            count += 1
            print(f"{path.relative_to(ROOT).as_posix()}:{number}: {message}")
    print(f"prose: {count} problem{'' if count == 1 else 's'} in {len(files)} files")
    return 1 if count else 0


def _of_file(path: Path, *, fix: bool) -> Iterator[tuple[int, str]]:
    """Yield what is wrong with a file, and mend of it what can be; its first mark is no text."""
    try:
        whole = read(path)
    except SourceError as error:
        yield error.lineno, error.message
        return
    text = whole.removeprefix("\ufeff").replace("\r\n", "\n")
    if fix and (better := mended(path, text)) != text:
        path.write_text(whole[: whole.startswith("\ufeff")] + better, "utf-8", newline="\n")
        text = better
    yield from problems(path, text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
