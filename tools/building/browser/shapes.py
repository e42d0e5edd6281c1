"""The shapes of what comes back from a program's interpreter, for the page to check.

A program can do anything inside of its interpreter, so a page believes nothing of what comes out of
there. The shapes are those of the types that `turns` makes the answers from, and are written down
once: `docs/_assets/playground/shapes.js` reads them out of the manifest.
"""

from dataclasses import fields
from enum import EnumMeta
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from turns.exploring.findings import Findings
from turns.grading.saying import Part
from turns.recording.recording import Ending, Recording

_PLAIN = {str: "text", int: "number", float: "number", bool: "flag"}


def shapes() -> dict[str, dict[str, str]]:
    """Return the fields of each kind of object, by its name, with their shapes.

    ``text[]`` is a list of texts, ``text{}`` an object of them, ``text?`` one or null; ``any`` is
    whatever JSON can say. The parts of an answer are those of `turns.browser.answers`.
    """
    found: dict[str, dict[str, str]] = {}
    recording, ending = _shape(Recording, found), _shape(Ending, found)
    return found | {
        "part lines": {"lines": "text[]"},
        "part run": {
            "recording": recording,
            "ending": ending,
            "error": "text?",
            "line": "number?",
            "stderr": "text",
            "problem": "any?",
        },
        "part marked": {"said": "any"},
        "part found": {
            "findings": _shape(Findings, found),
            "proofs": "text{}",
            "picture": "text?",
            "pictures": "text{}",
            "drawing": "text?",
            "markdown": "text",
        },
        "part refused": {"reason": "text", "line": "number?"},
        "part verdict": {
            key: shape for key, shape in found[_shape(Part, found)].items() if key != "kind"
        },
    }


def _shape(kind: Any, found: dict[str, dict[str, str]]) -> str:  # noqa: ANN401 - types have none
    """Return the shape of a type, and write down what it is made of."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        (present,) = (one for one in arguments if one is not type(None))
        return f"{_shape(present, found)}?"
    if origin in {tuple, dict}:
        return _shape(arguments[origin is dict], found) + ("{}" if origin is dict else "[]")
    if kind in _PLAIN:
        return _PLAIN[kind]
    if hasattr(kind, "parse") or isinstance(kind, EnumMeta):
        return "text"
    name = f"{kind.__module__}.{kind.__name__}"  # two are called alike
    if name not in found:
        found[name] = {}
        hints = get_type_hints(kind)
        found[name] |= {one.name: _shape(hints[one.name], found) for one in fields(kind)}
    return name
