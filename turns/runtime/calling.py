"""What a program calls the lock that it waits for, read in its text."""

import ast
import functools
import linecache

from turns.runtime.syntax import tree


def thing(filename: str, line: int | None) -> str:
    """Return what the program calls the lock that it waits for in this line; empty if unclear."""
    names = {
        ast.unparse(node)
        for node in _locks(filename, "".join(linecache.getlines(filename)))
        if line is not None and node.lineno <= line <= (node.end_lineno or 0)
    }
    return names.pop() if len(names) == 1 else ""


@functools.lru_cache(maxsize=8)
def _locks(_filename: str, source: str) -> tuple[ast.expr, ...]:
    found: list[ast.expr] = []
    for node in ast.walk(tree(source)):
        if isinstance(node, ast.AsyncWith):
            found += [item.context_expr for item in node.items]
        elif isinstance(node, ast.Attribute) and node.attr == "acquire":
            found.append(node.value)
    return tuple(found)
