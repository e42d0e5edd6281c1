"""Grade what a browser asks for: a challenge as JSON, and the text of an answer."""

import json
from pathlib import Path
from typing import Any

from turns.exploring.explore import Effort, Exploration
from turns.grading.challenge import Challenge
from turns.grading.grade import grade
from turns.grading.saying import as_data
from turns.recording.codec import decode, encode
from turns.runtime.target import Target, load


def as_json(challenge: Challenge) -> str:
    """Return a challenge as a page has it."""
    return json.dumps(encode(challenge), ensure_ascii=False)


def graded(
    request: dict[str, Any],
    target: Target | Path,
    effort: Effort,
    found: Exploration | None = None,
) -> dict[str, Any]:
    """Return the part ``verdict`` for a request of the kind ``grade``.

    Its ``source`` has been written to the file of ``target`` and can be compiled; ``found`` is what
    an exploration of it has found, if there was one. Raise `turns.recording.codec.MalformedError`
    about a challenge that is none, and `ValueError` about one that is no JSON.
    """
    challenge = decode(Challenge, json.loads(request["challenge"]))
    program = load(target) if isinstance(target, Path) else target
    return as_data(grade(program, challenge, effort, found), request["language"])
