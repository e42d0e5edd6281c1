"""Typed data as JSON and back: a dataclass becomes an object with its fields' names in full.

Enumerations become their values, tuples become lists; a class with a ``parse`` becomes text. What is
read back is checked as far as its types say: `MalformedError` names the field.
"""

import dataclasses
import enum
import functools
import types
import typing
from typing import Any, TypeVar

_T = TypeVar("_T")


class MalformedError(ValueError):
    """Data that is not what its type says; the message names the field."""


def encode(thing: object) -> Any:
    """Return ``thing`` as what `json.dumps` takes."""
    if dataclasses.is_dataclass(thing) and not hasattr(thing, "parse"):
        return {name: encode(getattr(thing, name)) for name in _fields(type(thing))}
    if isinstance(thing, dict):
        return {key: encode(value) for key, value in thing.items()}
    if isinstance(thing, list | tuple):
        return [encode(one) for one in thing]
    if isinstance(thing, enum.Enum):
        return thing.value
    if thing is None or isinstance(thing, bool | int | float | str):
        return thing
    return str(thing)


def decode(kind: type[_T], data: Any) -> _T:
    """Return ``data``, which came from JSON, as a ``kind``."""
    return typing.cast("_T", _decode(kind, data, kind.__name__))


@functools.cache
def _fields(kind: Any) -> dict[str, Any]:
    """Return the types of a dataclass's fields, by name."""
    hints = typing.get_type_hints(kind)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind)}


def _decode(kind: Any, data: Any, where: str) -> Any:
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in {typing.Union, types.UnionType}:
        if data is None and type(None) in arguments:
            return None
        (kind,) = (one for one in arguments if one is not type(None))
        return _decode(kind, data, where)
    if origin is tuple:
        return tuple(_decode(arguments[0], one, where) for one in _a(list, data, where))
    if origin is dict:
        found = _a(dict, data, where)
        return {key: _decode(arguments[1], one, f"{where}.{key}") for key, one in found.items()}
    if hasattr(kind, "parse"):
        return kind.parse(_a(str, data, where))
    if dataclasses.is_dataclass(kind):
        fields = _fields(kind)
        if fields.keys() != _a(dict, data, where).keys():
            odd = min(fields.keys() ^ data.keys())
            raise MalformedError(f"{where}: {odd!r} is missing or not known")
        return kind(
            **{name: _decode(of, data[name], f"{where}.{name}") for name, of in fields.items()}
        )
    if isinstance(kind, enum.EnumMeta):
        try:
            return kind(data)
        except ValueError as error:
            raise MalformedError(f"{where}: {error}") from None
    if kind is float and isinstance(data, int):
        return float(data)
    return _a(kind, data, where)


def _a(kind: type[_T], data: Any, where: str) -> _T:
    if not isinstance(data, kind):
        raise MalformedError(f"{where}: expected {kind.__name__}, got {type(data).__name__}")
    return data
