"""Challenges as a browser has them: in JSON."""

import json

from turns.grading.challenge import Challenge
from turns.recording.codec import decode, encode


def as_json(challenge: Challenge) -> str:
    """Return a challenge as a page has it."""
    return json.dumps(encode(challenge), ensure_ascii=False)


def read(text: str) -> Challenge:
    """Return what `as_json` has written.

    Raise `turns.recording.codec.MalformedError` about what is no challenge, and `ValueError` about
    what is no JSON.
    """
    return decode(Challenge, json.loads(text))
