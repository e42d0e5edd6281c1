"""The syntax of a program's text as it is on the disk now, which may no longer be what runs."""

import ast


def tree(source: str) -> ast.Module:
    """Return the tree of a text; an empty one if it is none of Python's."""
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return ast.Module([], [])
