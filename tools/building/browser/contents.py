"""Which modules go into the browser; what these import comes along."""

ENTRIES = ("turns.browser.worker", "turns.browser.answers", "card.saying")
"""Modules of ours that the worker imports by their names."""
COMMON = (
    "_ast_unparse",  # which `ast` imports when it is called
    *("bisect", "collections", "contextlib", "contextvars", "copy", "dataclasses", "datetime"),
    *("decimal", "enum", "functools", "graphlib", "hashlib", "heapq", "itertools", "json"),
    *("logging", "math", "operator", "pprint", "queue", "random", "re", "secrets", "statistics"),
    *("string", "textwrap", "threading", "time", "traceback", "types", "typing", "uuid"),
    "weakref",
)
"""What programs that are pasted often import. The rest is there, too, but comes later."""
