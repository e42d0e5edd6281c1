"""Check the prose: Chinese spacing and punctuation, words, labels, one sentence per line.

``python -m tools.checking.prose [--fix]`` reads every page, the README and its kin, and the
snippets; ``--fix`` mends spacing and punctuation. Exit status 1 if something is left.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import autocorrect_py as autocorrect

from tools.project import HERE

ROOT = HERE.root

CHINESE = re.compile(r"[\u4e00-\u9fff]")

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

# Where a second sentence begins on a line. English wants a capital, so that "e.g." does not count;
# a question may have its answer beside it.
SECOND_SENTENCE = re.compile(r"[。！](?=[^\s）」”*_`)|])|(?<=[a-z`)])[.!] (?=[A-Z`*])")

NO_SENTENCE = re.compile(r"\s*([|:#>]|[-*] |\d+\. )")
LABEL = re.compile(r"\([a-z0-9-]+\)=$")


def prose_files() -> list[Path]:
    """Return every file that holds prose, in a fixed order."""
    pages = [*ROOT.glob("docs/zh/**/*.md"), *ROOT.glob("docs/en/**/*.md"), *ROOT.glob("*.md")]
    return sorted(pages) + sorted(ROOT.glob("snippets/**/*.py"))


def markdown(text: str) -> Iterator[tuple[int, str]]:
    """Yield number and text of each line of a page, without front matter and code."""
    fence = ""
    front_matter = text.startswith("---\n")
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.lstrip()
        if front_matter:
            front_matter = number == 1 or line != "---"
        elif fence:
            if bare.rstrip() == fence:
                fence = ""
        elif match := re.match(r"`{3,}", bare):
            fence = match[0]
        else:
            yield number, line


def problems(path: Path, text: str) -> Iterator[tuple[int, str]]:
    """Yield line number and message of everything wrong with one file."""
    for result in autocorrect.lint_for(text, _syntax(path)).lines:
        yield result.line, f"spacing or punctuation: write {result.new.strip()!r} (--fix does)"
    for number, line in enumerate(text.splitlines(), 1):
        for wrong, right in WORDS.items():
            if wrong in line:
                yield number, f"one word per idea: write {right} instead of {wrong}"
    if path.suffix == ".md":
        above = ""
        for number, line in markdown(text):
            if line.startswith("#") and ROOT / "docs" in path.parents and not LABEL.match(above):
                yield number, "a heading without a label: write `(its-label)=` on the line above"
            if not NO_SENTENCE.match(line) and (match := _second_sentence(line)):
                rest = line[match.end() :].strip()[:20]
                yield number, f"one sentence per line: begin a new line before {rest!r}"
            above = line


def _syntax(path: Path) -> str:
    """Return autocorrect's name for what a file is written in: it leaves code alone."""
    return "markdown" if path.suffix == ".md" else "python"


def _second_sentence(line: str) -> re.Match[str] | None:
    return SECOND_SENTENCE.search(re.sub(r"`[^`]*`", "`code`", line))


def main(arguments: list[str]) -> int:
    """Check (or with ``--fix`` mend) all prose; return the exit status."""
    if arguments not in ([], ["--fix"]):
        print(f"prose: unknown argument {' '.join(arguments)!r}; choices: --fix", file=sys.stderr)
        return 2
    count = 0
    files = prose_files()
    for path in files:
        text = path.read_text(encoding="utf-8")
        if arguments:
            mended = autocorrect.format_for(text, _syntax(path))
            if mended != text:
                path.write_text(mended, encoding="utf-8", newline="\n")
                text = mended
        for number, message in problems(path, text):
            count += 1
            print(f"{path.relative_to(ROOT).as_posix()}:{number}: {message}")
    print(f"prose: {count} problem{'' if count == 1 else 's'} in {len(files)} files")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
