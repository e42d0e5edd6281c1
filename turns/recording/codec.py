"""Typed data as JSON and back: a dataclass becomes an object with its fields' names in full.

Enumerations become their values, tuples lists; a class with a ``parse`` becomes text. What is read
back is checked as far as its types say: `MalformedError` names the field.
"""

import dataclasses
import enum
import functools
import types
import typing
from collections.abc import Callable
from typing import Any, TypeVar

_T = TypeVar("_T")
_Decoder = Callable[[Any], Any]


class MalformedError(ValueError):
    """Data that is not what its type says; the message names the field."""

    def __init__(self, problem: str) -> None:
        """Take what is wrong; where that is comes from those who pass this on."""
        super().__init__(problem)
        self.problem = problem
        self.fields: list[str] = []

    def __str__(self) -> str:
        """Give the field and what is wrong with it."""
        return f"{'.'.join(self.fields)}: {self.problem}" if self.fields else self.problem


def encode(thing: object) -> Any:
    """Return ``thing`` as what `json.dumps` takes."""
    if dataclasses.is_dataclass(thing) and not hasattr(thing, "parse"):
        kind: Any = type(thing)
        return {name: encode(getattr(thing, name)) for name in _fields(kind)}
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
    what: Any = kind
    return typing.cast("_T", _decoder(what)(data))


@functools.cache
def _fields(kind: Any) -> dict[str, Any]:
    """Return the types of a dataclass's fields, by name."""
    hints = typing.get_type_hints(kind)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind)}


@functools.cache
def _decoder(kind: Any) -> _Decoder:  # noqa: PLR0911 - one kind after the other
    """Return what decodes a ``kind``: a recording has thousands of parts of few kinds."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in {typing.Union, types.UnionType}:
        (present,) = (one for one in arguments if one is not type(None))
        inner = _decoder(present)
        return lambda data: None if data is None else inner(data)
    if origin is tuple:
        inner = _decoder(arguments[0])
        return lambda data: tuple(map(inner, _a(list, data)))
    if origin is dict:
        inner = _decoder(arguments[1])
        return lambda data: {key: inner(value) for key, value in _a(dict, data).items()}
    if hasattr(kind, "parse"):
        return lambda data: _parsed(kind.parse, _a(str, data))
    if isinstance(kind, enum.EnumMeta):
        return lambda data: _parsed(kind, data)
    if dataclasses.is_dataclass(kind):
        return _dataclass_decoder(kind)
    if kind is float:
        return lambda data: float(data) if type(data) is int else _a(float, data)
    return lambda data: _a(kind, data)


def _dataclass_decoder(kind: Any) -> _Decoder:
    decoders = [(name, _decoder(of)) for name, of in _fields(kind).items()]
    names = dict(decoders).keys()

    def decoded(data: Any) -> Any:
        if _a(dict, data).keys() != names:
            odd = min(names ^ data.keys())
            raise MalformedError(f"{odd!r} is missing or not known")
        values = []
        for name, decoder in decoders:
            try:
                values.append(decoder(data[name]))
            except MalformedError as error:
                error.fields.insert(0, name)
                raise
        return kind(*values)

    return decoded


def _parsed(parse: Callable[[Any], Any], data: Any) -> Any:
    try:
        return parse(data)
    except ValueError as error:
        raise MalformedError(str(error)) from None


def _a(kind: type[_T], data: Any) -> _T:
    if type(data) is not kind:  # a bool is no int here
        raise MalformedError(f"expected {kind.__name__}, got {type(data).__name__}")
    return data
