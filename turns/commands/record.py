"""Find out all that a card shows, for many programs in one process: ``python -m turns record``.

The site's builds call it: it reads requests, one JSON object a line with ``name`` and
``path``, and answers each with a line, a `turns.exploring.findings.Answer` as a literal.
"""

import json
import os
import sys
from pathlib import Path

from turns.commands import child
from turns.exploring import finding, watching
from turns.exploring.explore import Effort, explore
from turns.exploring.findings import Answer, Findings, Refusal
from turns.exploring.watching import UnwatchableError
from turns.recording.codec import encode
from turns.recording.notes import PYTHON
from turns.recording.recorder import Recorder
from turns.runtime.limits import Limits
from turns.snippet.source import digest

EFFORT = Effort(seconds=100, patience=10)
"""Turns end the search, not seconds: what is recorded on a busy machine must be the same."""
LIMITS = Limits(seconds=30)
"""For the same reason; a program that computes takes real time."""


def answer(path: Path, name: str) -> Answer:
    """Find out about the program at ``path`` as it is now."""
    content = path.read_bytes()
    try:
        return _findings(content, path, name)
    except UnwatchableError as error:
        return Refusal(name, digest(content), PYTHON, str(error), error.line, error.fault)


def _findings(content: bytes, path: Path, name: str) -> Findings:
    os.chdir(path.parent)  # where a reader runs it, and where `turns check` does
    normal = watching.run(watching.loaded(path), LIMITS, Recorder())
    watching.check(normal)
    return finding.findings(normal, explore(normal.target, EFFORT), name, digest(content))


def command() -> int:
    """Answer requests until there are no more; return the exit status."""
    requests = [json.loads(line) for line in sys.stdin]
    with child.saved_stdout() as out:
        for request in requests:
            child.write_data(encode(answer(Path(request["path"]), request["name"])), out)
            out.flush()
    return child.leave(0)
