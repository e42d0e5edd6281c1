"""The grammar of a snippet file: a program that ends with its expected output as comments.

The block is found from the end of the file, in the trailing run of comments and blank lines, so a
program may use newer syntax than the Python that reads it. CONTRIBUTING.md, "The Output block", has
the grammar; besides:

- A file is UTF-8 without a byte order mark; line endings may be LF or CRLF.
- ``# Requires:``, ``# Exit:`` and ``# Error:`` stand above ``# Output:``, at most once each.
- A lane's name consists of ASCII letters, digits and underscores. A line in a lane has a text: an
  empty line of output can only be a plain line.
- A printed line that looks like the header of a block is written with ``...``: ``# Output...``.
- An empty block says that the program prints nothing.
- ``# Error:`` needs ``# Exit:``. ``# Exit:`` alone is for a program that ends itself.
"""

import difflib
import re
from dataclasses import dataclass
from pathlib import Path

from turns.snippet import docstring, source

_DIRECTIVES = ("Output", "Requires", "Exit", "Error")
_HEADER = re.compile(r"# Output(?: \((\d+)\.(\d+)\+\))?:\s*")
_LIKE_HEADER = re.compile(r"#\s*outputs?\s*(?:\([^)]*\)?\s*)?:?\s*", re.IGNORECASE)
_SETTING = re.compile(r"# (Requires|Exit|Error):(.*)")
_LIKE_DIRECTIVE = re.compile(r"#\s*([A-Za-z]+)\s*(?:\([^)]*\)\s*)?:")
_IN_CODE = re.compile(r"# (?:(Requires|Exit|Error):|Output(?: \([^)]*\))?:\s*$)")
_LANE = re.compile(r"~([A-Za-z0-9_]*) (.*)")
_CODE_ENDS_WITH = "the Output block must be the last thing in the file"


class SnippetError(source.SourceError):
    """A file that is not a snippet: where, what is wrong and what would be right."""


@dataclass(frozen=True)
class ExpectedLine:
    """One expected line: its text (``...`` still in it), its line in the file and its place."""

    text: str
    lineno: int
    lane: str | None
    """None for a plain line; ``a`` for ``~a``; a bare ``~`` in line 17 is the lane ``~17``."""
    group: int | None
    """The number of the run of consecutive ``~`` lines, from 0; None for a plain line."""


@dataclass(frozen=True)
class Output:
    """One block: the lines expected from version ``since`` on, or the plain block (None)."""

    since: tuple[int, int] | None
    lineno: int
    """The line of the block's header; the expected lines follow it without a gap."""
    lines: tuple[ExpectedLine, ...]


@dataclass(frozen=True)
class Snippet:
    """A snippet file, taken apart."""

    path: Path
    docstring: str
    """Indentation removed; empty where there is none."""
    code: str
    """The program without its docstring, what stands above that, and the trailing block."""
    code_lineno: int
    requires: tuple[int, int] | None
    exit: int
    error: str | None
    """The last line of the traceback the program must end with; may hold ``...``."""
    outputs: tuple[Output, ...]
    """The plain block, then the others by ascending version."""

    def output_for(self, version: tuple[int, int]) -> Output:
        """Return the most specific block that applies to Python ``version``."""
        return [o for o in self.outputs if o.since is None or o.since <= version][-1]


def read(path: Path) -> Snippet:
    """Read and parse the file; raise `SnippetError` also where it cannot be read at all."""
    try:
        text = source.read(path)
    except source.SourceError as error:
        raise SnippetError(path, error.lineno, error.message) from None
    if text.startswith("\ufeff"):
        raise SnippetError(path, 1, "begins with a byte order mark; save it as plain UTF-8")
    return parse(text, path)


def parse(text: str, path: Path) -> Snippet:
    """Take ``text`` apart; ``path`` is only named in errors."""
    return _Parser(text, path).parse()


class _Parser:
    """The lines of one file and what has been found in them; line numbers count from 1."""

    def __init__(self, text: str, path: Path) -> None:
        self.path = path
        self.text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.lines = self.text.split("\n")
        self.requires: tuple[int, int] | None = None
        self.exit = 0
        self.error: str | None = None
        self.settings: dict[str, int] = {}

    def fail(self, lineno: int, message: str) -> SnippetError:
        return SnippetError(self.path, lineno, message)

    def parse(self) -> Snippet:
        tail = len(self.lines)
        while tail and (not (line := self.lines[tail - 1].strip()) or line.startswith("#")):
            tail -= 1
        header = self.find_header(tail)
        code_end = self.read_settings(tail, header)
        self.check_code(code_end)
        outputs = self.read_outputs(header)
        text, code_start = docstring.find(self.text)
        while code_start < code_end and not self.lines[code_start].strip():
            code_start += 1
        while code_end > code_start and not self.lines[code_end - 1].strip():
            code_end -= 1
        if code_start == code_end:
            raise self.fail(1, "there is no program above the Output block")
        code = "\n".join(self.lines[code_start:code_end]) + "\n"
        return Snippet(
            self.path,
            text,
            code,
            code_start + 1,
            self.requires,
            self.exit,
            self.error,
            outputs,
        )

    def find_header(self, tail: int) -> int:
        """Return the index of ``# Output:`` in the trailing comments, which begin at ``tail``."""
        for index in range(tail, len(self.lines)):
            line = self.lines[index]
            if match := _HEADER.fullmatch(line):
                if match[1]:
                    message = f"`{line}` stands before the plain block; write `# Output:` first"
                    raise self.fail(index + 1, message)
                return index
            self.check_spelling(index)
        for index in range(tail):
            if _HEADER.fullmatch(self.lines[index]):
                raise self.fail(index + 1, f"there is code after this block; {_CODE_ENDS_WITH}")
        message = "there is no Output block; end the file with `# Output:` and the lines it prints"
        raise self.fail(max(len(self.text.splitlines()), 1), message)

    def check_spelling(self, index: int) -> None:
        """Refuse a comment that was probably meant as one of the directives."""
        line = self.lines[index]
        match = _LIKE_DIRECTIVE.match(line)
        if _SETTING.fullmatch(line) or (match is None and not _LIKE_HEADER.fullmatch(line)):
            return
        word = match[1].capitalize() if match else "Output"
        if meant := difflib.get_close_matches(word, _DIRECTIVES, n=1, cutoff=0.75):
            raise self.fail(index + 1, f"`{line}` is not known; did you mean `# {meant[0]}:`?")

    def read_settings(self, tail: int, header: int) -> int:
        """Read what stands above the block; return the index at which the code ends."""
        code_end = header
        for index in range(tail, header):
            line = self.lines[index]
            if match := _SETTING.fullmatch(line):
                code_end = min(code_end, index)
                self.read_setting(match[1], match[2].strip(), index + 1)
            elif code_end < index and line.strip():
                message = f"a comment between `# {self.last_setting}:` and `# Output:`; move it up"
                raise self.fail(index + 1, message)
        if self.error is not None and not self.exit:
            raise self.fail(self.settings["Error"], "`# Error:` needs `# Exit: 1` beside it")
        return code_end

    @property
    def last_setting(self) -> str:
        return list(self.settings)[-1]

    def read_setting(self, name: str, value: str, lineno: int) -> None:
        if name in self.settings:
            first = self.settings[name]
            raise self.fail(lineno, f"a second `# {name}:`; the first is in line {first}")
        self.settings[name] = lineno
        if name == "Requires":
            match = re.fullmatch(r"Python (3)\.(\d+)", value)
            if not match:
                raise self.fail(lineno, f"`# Requires: {value}`; write `# Requires: Python 3.12`")
            self.requires = (int(match[1]), int(match[2]))
        elif name == "Exit":
            if not re.fullmatch(r"[1-9]\d{0,2}", value) or int(value) > 255:
                message = f"`# Exit: {value}`; write a status from 1 to 255, or leave it out for 0"
                raise self.fail(lineno, message)
            self.exit = int(value)
        else:
            if not value.replace("...", ""):
                message = "`# Error:` without a text; write `# Error: ValueError: the message`"
                raise self.fail(lineno, message)
            self.error = value

    def check_code(self, code_end: int) -> None:
        """Refuse a directive among the code, where it would have no effect."""
        for index in range(code_end):
            if match := _IN_CODE.match(self.lines[index]):
                message = (
                    f"`# {match[1]}:` belongs to the end of the file, above `# Output:`"
                    if match[1]
                    else f"there is code after this block; {_CODE_ENDS_WITH}"
                )
                raise self.fail(index + 1, message)

    def read_outputs(self, header: int) -> tuple[Output, ...]:
        """Read the block at index ``header`` and those for later versions below it."""
        end = len(self.lines)
        while not self.lines[end - 1].strip():
            end -= 1
        blocks: list[tuple[tuple[int, int] | None, int, list[ExpectedLine]]] = []
        group = 0
        gap = 0
        for index in range(header, end):
            line, lineno = self.lines[index], index + 1
            if match := _HEADER.fullmatch(line):
                since = (int(match[1]), int(match[2])) if match[1] else None
                if blocks:
                    self.check_version(since, blocks[-1][0], lineno)
                blocks.append((since, lineno, []))
                gap = group = 0
            elif not line.strip():
                gap = gap or lineno
            elif gap:
                message = "a blank line in the Output block; write a lone `#` for an empty line"
                raise self.fail(gap, message)
            else:
                lines = blocks[-1][2]
                grouped = bool(lines) and lines[-1].group is not None
                expected = self.read_expected(line, lineno, group)
                if grouped and expected.group is None:
                    group += 1
                    # A run of `~` lines ended above, so the next one has the next number.
                lines.append(expected)
        return tuple(Output(since, lineno, tuple(lines)) for since, lineno, lines in blocks)

    def check_version(
        self, since: tuple[int, int] | None, before: tuple[int, int] | None, lineno: int
    ) -> None:
        """Refuse a block that could not apply, or whose version is not above the one before."""
        if since is None:
            message = (
                "a second `# Output:`; write `# Output (3.12+):` for the output from a version on,"
                " or `# Output...` for a printed line"
            )
            raise self.fail(lineno, message)
        name = f"{since[0]}.{since[1]}"
        if before is not None and since <= before:
            message = (
                f"`# Output ({name}+):` must stand above the block for {before[0]}.{before[1]}"
            )
            if since == before:
                message = f"a second block for {name}; keep one"
            raise self.fail(lineno, message)
        if self.requires is not None and since <= self.requires:
            message = (
                f"the block for {name} always applies, since the file requires"
                f" Python {self.requires[0]}.{self.requires[1]}; make it the plain `# Output:`"
            )
            raise self.fail(lineno, message)

    def read_expected(self, line: str, lineno: int, group: int) -> ExpectedLine:
        """Read one comment of a block."""
        if line[:1] != "#":
            raise self.fail(lineno, "an indented comment in the Output block; begin it with `# `")
        if _LIKE_HEADER.fullmatch(line):
            message = (
                f"`{line}` is not a header; write `# Output (3.12+):`,"
                " or `# Output...` for a printed line"
            )
            raise self.fail(lineno, message)
        if line[1:2] not in ("", " "):
            raise self.fail(lineno, f"`{line}`: write a space after the `#`")
        text, lane, own_group = line[2:], None, None
        if text.startswith("~~"):
            text = text[1:]
        elif text.startswith("~"):
            match = _LANE.fullmatch(text)
            if not match or not match[2].strip():
                message = (
                    f"`{line}` is not a line in a lane; write `# ~a text` for lane a,"
                    " `# ~ text` for a lane of its own, `# ~~` for a text that begins with `~`"
                )
                raise self.fail(lineno, message)
            lane, text, own_group = match[1] or f"~{lineno}", match[2], group
        if "..." in text and not text.replace("...", "").strip():
            message = "a line of only `...` matches everything; write some of the text beside it"
            raise self.fail(lineno, message)
        return ExpectedLine(text, lineno, lane, own_group)
