"""Rewrite the Output block of a snippet to what it printed, keeping the author's spelling."""

import contextlib
import dataclasses
import difflib
import os
import re
import shutil
import tempfile

from turns.snippet import order
from turns.snippet.check import Status, Verdict
from turns.snippet.grammar import ExpectedLine, Output, Snippet, SnippetError, parse


class UpdateError(ValueError):
    """A block that cannot be written, with the reason; the file is as it was."""


def updated(verdict: Verdict, version: tuple[int, int]) -> Verdict:
    """Update the file of a failed check where only its block is wrong; tell what became of it."""
    if verdict.snippet is None or verdict.run is None or verdict.status is not Status.FAILED:
        return verdict
    if not verdict.updatable:
        message = f"{verdict.message}; the Output block is not updated"
        return dataclasses.replace(verdict, message=message)
    output = verdict.snippet.output_for(version)
    try:
        diff = update(verdict.snippet, output, verdict.run.stdout)
    except UpdateError as error:
        return dataclasses.replace(verdict, message=f"not updated: {error}")
    return dataclasses.replace(
        verdict, status=Status.PASSED, message="updated", lineno=output.lineno, details=(diff,)
    )


def update(snippet: Snippet, output: Output, printed: list[str]) -> str:
    """Write ``printed`` into the block ``output`` of the file and return the change as a diff.

    An old line that a printed line still matches keeps its spelling (lane, ``...``, ``~~``); every
    other printed line is written plain. Only the lines of that block differ, and the result is
    sure to pass the check against ``printed``. The file is replaced in one step, or not at all.
    """
    if any("\r" in line or "\0" in line for line in printed):
        msg = "a comment cannot hold the carriage return or NUL it printed; write it as `...`"
        raise UpdateError(msg)
    old = _current_text(snippet)
    new = _replaced(old, output, _comments(old, output, printed))
    _verify(snippet, output, printed, new)
    # A link stays a link: what it points at is replaced.
    path = snippet.path.resolve()
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(new.encode("utf-8"))
            shutil.copymode(path, name)
            os.replace(name, path)  # noqa: PTH105 - the name is a str
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(name)  # noqa: PTH108
            raise
    except OSError as error:
        msg = f"cannot be written: {error.strerror}"
        raise UpdateError(msg) from None
    shown = snippet.path.as_posix()
    before, after = old.splitlines(), new.splitlines()
    return "\n".join(difflib.unified_diff(before, after, shown, shown, lineterm=""))


def _current_text(snippet: Snippet) -> str:
    """Read the file with its line endings; refuse if it is not what was run."""
    try:
        text = snippet.path.read_bytes().decode("utf-8")
        if parse(text, snippet.path) == snippet:
            return text
    except (OSError, ValueError):
        pass
    msg = "was changed while it ran; update it again"
    raise UpdateError(msg)


def _comments(text: str, output: Output, printed: list[str]) -> list[str]:
    """Return the comment lines for ``printed``, in the order printed."""
    source = re.split(r"\r\n|\r|\n", text)
    unused = list(output.lines)
    comments = []
    for line in printed:
        kept = _old_line_for(line, unused)
        if kept is None:
            escaped = f"~{line}" if line.startswith("~") else line
            comments.append(f"# {escaped}" if line else "#")
        else:
            unused.remove(kept)
            comments.append(source[kept.lineno - 1])
    return comments


def _old_line_for(printed: str, unused: list[ExpectedLine]) -> ExpectedLine | None:
    """Choose the old line that a printed line is written as: its own text rather than ``...``."""
    fitting = [line for line in unused if order.matches(line.text, printed)]
    exact = [line for line in fitting if line.text == printed]
    return next(iter(exact or fitting), None)


def _replaced(text: str, output: Output, comments: list[str]) -> str:
    """Replace the lines below the block's header; line endings are those of the header."""
    parts = re.split(r"(\r\n|\r|\n)", text)
    lines, ends = parts[::2], [*parts[1::2], ""]
    first, last = output.lineno - 1, output.lineno - 1 + len(output.lines)
    block = (ends[first] or "\n").join([lines[first], *comments]) + ends[last]
    before = "".join(map("".join, zip(lines[:first], ends[:first], strict=True)))
    after = "".join(map("".join, zip(lines[last + 1 :], ends[last + 1 :], strict=True)))
    return before + block + after


def _verify(snippet: Snippet, output: Output, printed: list[str], text: str) -> None:
    """Refuse a text that is no snippet any more or whose block means something else."""
    try:
        parsed = parse(text, snippet.path)
        blocks = {block.since: block for block in parsed.outputs}
        broken = order.explain(blocks[output.since], printed)
    except SnippetError as error:
        msg = f"the printed lines cannot be written as a block: {error.message}"
        raise UpdateError(msg) from None
    except order.AmbiguousError as error:
        raise UpdateError(str(error)) from None
    if broken is not None or len(blocks) != len(snippet.outputs):
        msg = "a printed line looks like the header of a block; write it by hand with `...`"
        raise UpdateError(msg)
