"""Replaces methods of classes that are written in C, in the dictionary of the class itself.

CPython has to be told, because it remembers what it has found there.
"""

import ctypes
import gc
from datetime import date, datetime


def put(kind: type, name: str, method: object) -> None:
    """Let ``method`` stand in ``kind`` under ``name``."""
    [methods, *_] = gc.get_referents(vars(kind))
    methods[name] = method
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(kind))


def is_replaceable() -> bool:
    """Tell whether this Python notices that such a method is another one, and the same again."""

    class Heir(datetime):
        """Has them from there."""

    def ask() -> tuple[object, ...]:
        return datetime.now(), Heir.now(), date.today(), Heir.today()  # noqa: DTZ005, DTZ011 - these

    def name(cls: type) -> str:
        return cls.__name__

    for _ in range(100):  # so often that the interpreter specialises the code
        ask()
    kinds = [(datetime, "now"), (date, "today")]
    real = [(kind, method, vars(kind)[method]) for kind, method in kinds]
    try:
        for kind, method in kinds:
            put(kind, method, classmethod(name))
        names = ask()
    finally:
        for row in real:
            put(*row)
    again = [type(one) for one in ask()]
    return names == ("datetime", "Heir", "date", "Heir") and again == [datetime, Heir, date, Heir]
