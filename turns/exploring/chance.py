"""What the text of a program shows of orders that no schedule decides.

The iteration order of a set of tasks or strings differs from process to process, and so do `id()`,
`random` without a seed, and what the time, a file or another process says. Where a program lets one
of these decide something, other runs under the same schedule may print other lines.

That asyncio itself goes through sets (a `TaskGroup` and `asyncio.run` when they cancel,
`asyncio.wait` when it adds its callbacks) needs no care: all it does in their order is to make
callbacks ready, and any ready callback may run next.
"""

import ast

_UNORDERED = {"set", "frozenset", "all_tasks"}
_HARMLESS = {
    "len",
    "sorted",
    "min",
    "max",
    "any",
    "all",
    "bool",
    "sum",
    "isinstance",
    "print_sorted",
}
_OTHER = {
    "id": "id()",
    "hash": "hash()",
    "urandom": "os.urandom()",
    "uuid4": "uuid4()",
    "token_hex": "secrets",
    "getpid": "os.getpid()",
}


def obstacles(source: str | bytes) -> list[str]:
    """Return what would keep a promise from being proven, with the line where it stands.

    ``source`` is the program's text, or its file as it is: with a byte order mark, or in the
    encoding that its first lines name.
    """
    tree = ast.parse(source)
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    waits = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "asyncio"
        for alias in node.names
        if alias.name == "wait"
    }
    seeded = any(isinstance(node, ast.Attribute) and node.attr == "seed" for node in ast.walk(tree))
    names = set()
    found = []
    for node in ast.walk(tree):
        if _makes_set(node, waits):
            if not _is_harmless(node, parents):
                targets = _targets(node, parents)
                if targets is None:
                    found.append(f"line {getattr(node, 'lineno', 0)}: the order of a set")
                else:
                    names |= targets
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            owner = node.func.value if isinstance(node.func, ast.Attribute) else None
            if name in _OTHER:
                found.append(f"line {node.lineno}: {_OTHER[name]}")
            if (
                isinstance(owner, ast.Name)
                and owner.id == "random"
                and name != "seed"
                and not seeded
            ):
                found.append(f"line {node.lineno}: random numbers without a seed")
    for node in ast.walk(tree):
        is_name = isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in names
        is_attribute = (
            isinstance(node, ast.Attribute)
            and isinstance(node.ctx, ast.Load)
            and node.attr in names
        )
        if (is_name or is_attribute) and not _is_harmless(node, parents):
            found.append(f"line {getattr(node, 'lineno', 0)}: the order of a set")
    return list(dict.fromkeys(found))


def _makes_set(node: ast.AST, waits: set[str]) -> bool:
    if isinstance(node, ast.Set | ast.SetComp):
        return not (isinstance(node, ast.Set) and len(node.elts) == 1)
    if not isinstance(node, ast.Call):
        return False
    function = node.func
    if isinstance(function, ast.Name):
        return function.id in _UNORDERED or function.id in waits
    if isinstance(function, ast.Attribute):
        is_wait = (
            function.attr == "wait"
            and isinstance(function.value, ast.Name)
            and function.value.id == "asyncio"
        )
        return function.attr in _UNORDERED or is_wait
    return False


def _targets(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> set[str] | None:
    """Return the names that the value is given, and nothing else is done with it; else None."""
    parent = parents[node]
    if isinstance(parent, ast.Await):
        parent = parents[parent]
    if isinstance(parent, ast.Expr):
        return set()
    if isinstance(parent, ast.Assign | ast.AnnAssign):
        targets = parent.targets if isinstance(parent, ast.Assign) else [parent.target]
        names = set()
        for target in targets:
            for part in target.elts if isinstance(target, ast.Tuple) else [target]:
                if isinstance(part, ast.Name):
                    names.add(part.id)
                elif isinstance(part, ast.Attribute):
                    names.add(part.attr)
                else:
                    return None
        return names
    return None


def _is_harmless(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> bool:
    """Tell whether the order of the set does not matter to what is done with it here."""
    parent = parents[node]
    if isinstance(parent, ast.Call) and isinstance(parent.func, ast.Name):
        return parent.func.id in _HARMLESS
    if isinstance(parent, ast.Call) and isinstance(parent.func, ast.Attribute):
        # asyncio.gather() would go through it in order; wait() makes a set of it anyway.
        return parent.func.attr == "wait" and node in parent.args
    if isinstance(parent, ast.Compare):
        return not any(isinstance(operator, ast.Is) for operator in parent.ops)
    if isinstance(parent, ast.Attribute):
        return parent.attr in {"add", "discard", "remove", "update", "clear", "issubset"}
    return isinstance(parent, ast.Expr | ast.BoolOp | ast.UnaryOp | ast.While | ast.If | ast.Assert)
