"""The shapes of what comes back from a program's interpreter, for the page to check.

A program can do anything inside of its interpreter, so a page believes nothing of what comes out of
there. The shapes are those of the types that `turns` makes the answers from, and are written down
once: `docs/_assets/playground/shapes.js` reads them out of the manifest.
"""

import dataclasses
import enum
import types
import typing

from turns.exploring.findings import Findings

_PLAIN = {str: "text", int: "number", float: "number", bool: "flag"}
_PARTS: dict[str, dict[str, str]] = {
    "lines": {"lines": "text[]"},
    "run": {
        **{"recording": "Recording", "ending": "Ending", "error": "text?", "line": "number?"},
        **{"stderr": "text", "problem": "any?"},
    },
    "found": {"findings": "Findings", "said": "any", "picture": "text?", "pictures": "text{}"},
    "refused": {"reason": "text", "line": "number?"},
    "verdict": {},
}
"""The parts of an answer by their kinds; see `turns.browser.worker`."""


def shapes() -> dict[str, dict[str, str]]:
    """Return the fields of each kind of object, by its name, with their shapes.

    ``text[]`` is a list of texts, ``text{}`` an object of them, ``text?`` one or null; ``any`` is
    whatever JSON can say.
    """
    found = {f"part {kind}": fields for kind, fields in _PARTS.items()}
    _shape(Findings, found)
    return found


def _shape(kind: typing.Any, found: dict[str, dict[str, str]]) -> str:
    """Return the shape of a type, and write down what it is made of."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in {typing.Union, types.UnionType}:
        (present,) = (one for one in arguments if one is not type(None))
        return f"{_shape(present, found)}?"
    if origin is tuple:
        return f"{_shape(arguments[0], found)}[]"
    if origin is dict:
        return f"{_shape(arguments[1], found)}{{}}"
    if kind in _PLAIN:
        return _PLAIN[kind]
    if hasattr(kind, "parse") or isinstance(kind, enum.EnumMeta):
        return "text"
    name: str = kind.__name__
    if name not in found:
        found[name] = {}
        hints = typing.get_type_hints(kind)
        found[name] |= {
            field.name: _shape(hints[field.name], found) for field in dataclasses.fields(kind)
        }
    return name
