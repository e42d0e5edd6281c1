"""What an answer may not change of a program, looked for in its syntax tree.

An answer can be anything that prints the right lines in every schedule. So that it solves what is
asked, and does not just print the lines, the statements that print stay where they are, and there
are no others; what has to happen in between is named by the challenge, and has to be executed; and
the names in all of that mean what they meant: they are not bound more often.
"""

import ast
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from turns.grading.challenge import Bound, Kept, Rules
from turns.snippet.source import SourceError

_PRINT = "print"
_FREE = ("asyncio",)
"""Modules that every answer may import."""
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_MAYBE = (ast.Lambda, ast.BoolOp, ast.IfExp, ast.comprehension, ast.GeneratorExp)
"""Below these an expression may be skipped although its statement is executed."""
Fail = Callable[[int, str], SourceError]


@dataclass(frozen=True, slots=True)
class Breach:
    """What an answer does not keep."""

    key: str
    """Of the words for it, behind ``breach-``."""
    line: int
    """Of the answer; 0: none in particular."""
    text: str


@dataclass(frozen=True)
class _Found:
    """A part of a program: where it stands."""

    node: ast.stmt | ast.expr
    statement: ast.stmt
    """The innermost one around it, or itself."""
    function: str
    is_sure: bool
    """If the statement is executed, so is it."""


class _Program:
    """A syntax tree, and what stands where in it."""

    def __init__(self, tree: ast.Module) -> None:
        self.found: list[_Found] = []
        self.by_shape: dict[str, list[_Found]] = {}
        self.starts: Counter[int] = Counter()
        """How many statements begin in each line."""
        self.bindings: dict[str, list[tuple[str, int]]] = {}
        """By name: the functions in which it is bound, each with the line."""
        self.outer: set[tuple[str, str]] = set()
        """Names that functions declare to be no names of their own."""
        for statement in tree.body:
            self._statement(statement, "")
        for one in self.found:
            self.by_shape.setdefault(shape(one.node), []).append(one)

    def _statement(self, node: ast.stmt, function: str) -> None:
        self.starts[node.lineno] += 1
        self._note(node, function, node.lineno)
        self.found.append(_Found(node, node, function, True))
        inside = function
        if isinstance(node, _DEFINITIONS):
            inside = f"{function}.{node.name}".lstrip(".")
        for child in ast.iter_child_nodes(node):
            self._below(child, node, inside, sure=True)

    def _below(self, node: ast.AST, statement: ast.stmt, function: str, *, sure: bool) -> None:
        if isinstance(node, ast.stmt):
            self._statement(node, function)
            return
        self._note(node, function, getattr(node, "lineno", statement.lineno))
        if isinstance(node, ast.expr):
            self.found.append(_Found(node, statement, function, sure))
        for child in ast.iter_child_nodes(node):
            self._below(child, statement, function, sure=sure and not isinstance(node, _MAYBE))

    def _note(self, node: ast.AST, function: str, line: int) -> None:
        for name in _bound(node):
            self.bindings.setdefault(name, []).append((function, line))
        if isinstance(node, ast.Global | ast.Nonlocal):
            self.outer |= {(name, function) for name in node.names}

    def _is_local(self, name: str, function: str) -> bool:
        there = any(where == function for where, _ in self.bindings.get(name, ()))
        return bool(function) and there and (name, function) not in self.outer

    def globals_in(self, node: ast.AST, found: _Found) -> set[str]:
        """Return the names in a node that are none of the function's own."""
        inside = found.function
        if isinstance(node, _DEFINITIONS):
            inside = f"{inside}.{node.name}".lstrip(".")
        names = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
        if isinstance(node, _DEFINITIONS):
            names.add(node.name)
        return {name for name in names if not self._is_local(name, inside)}

    def locals_in(self, node: ast.AST, found: _Found) -> set[str]:
        """Return the names in a node that are the function's own."""
        names = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
        return {name for name in names if self._is_local(name, found.function)}

    def binding(self, name: str, function: str) -> list[int]:
        """Return the lines in which a name is bound: of one of the module's, all."""
        there = self.bindings.get(name, ())
        return [line for where, line in there if function in {"", where}]

    def places(self, kept: Kept) -> list[_Found]:
        pattern = _pattern(kept.text)
        there = self.by_shape.get(shape(pattern), [])
        return [one for one in there if one.function == kept.function]

    def printing(self) -> Iterator[_Found]:
        """Yield each simple statement that names what prints, once for each time."""
        for one in self.found:
            if isinstance(one.node, ast.Name) and one.node.id == _PRINT:
                yield one


def shape(node: ast.AST) -> str:
    """Return what two pieces of code have in common that are the same but for their layout."""
    return ast.dump(node).replace("ctx=Store()", "ctx=Load()").replace("ctx=Del()", "ctx=Load()")


def _pattern(text: str) -> ast.stmt | ast.expr:
    """Parse what is to be kept; raise SyntaxError."""
    body = ast.parse(text).body if _is_definition(text) else _in_coroutine(text)
    if len(body) != 1:
        raise SyntaxError("it is to be one expression or one statement")
    return body[0].value if isinstance(body[0], ast.Expr) else body[0]


def _is_definition(text: str) -> bool:
    return text.startswith(("def ", "async def ", "class ", "@"))


def _in_coroutine(text: str) -> list[ast.stmt]:
    lines = "\n".join(f" {line}" for line in text.split("\n"))
    [function] = ast.parse(f"async def _():\n{lines}").body
    assert isinstance(function, ast.AsyncFunctionDef)  # noqa: S101  (for the type checker)
    return function.body


def rules(
    tree: ast.Module,
    code: str,
    patterns: Sequence[tuple[str, int]],
    without: tuple[str, ...],
    fail: Fail,
) -> Rules:
    """Return what an answer to a challenge keeps; ``patterns`` are its ``# Keep:`` lines."""
    program = _Program(tree)
    printing = [*program.printing()]
    prints = Counter((_source(code, one.statement), one.function) for one in printing)
    kept: list[Kept] = []
    named = {(name, "") for one in printing for name in program.globals_in(one.statement, one)}
    for text, lineno in patterns:
        found = _matching(program, text, lineno, fail)
        runs = not _is_definition(text)
        if runs and any(not one.function for one in found):
            raise fail(lineno, f"`{text}` stands outside of a function")
        places = Counter((_source(code, one.node), one.function) for one in found)
        kept += [Kept(source, function, n, runs) for (source, function), n in places.items()]
        for one in found:
            named |= {(name, "") for name in program.globals_in(one.node, one)}
            if isinstance(one.node, ast.Assign | ast.AugAssign | ast.AnnAssign):
                named |= {(name, one.function) for name in program.locals_in(one.node, one)}
    imported = {name for one in program.found for name in _imported(one.node)}
    return Rules(
        tuple(Kept(text, function, n, runs=False) for (text, function), n in prints.items()),
        tuple(kept),
        tuple(Bound(*one, len(program.binding(*one))) for one in sorted(named)),
        without,
        (*_FREE, *sorted(imported - {*_FREE})),
    )


def _matching(program: _Program, text: str, lineno: int, fail: Fail) -> list[_Found]:
    """Return where a pattern stands; of a definition only its head is written."""
    head, _, name = text.rpartition(" ")
    if head in {"def", "async def", "class"} and name.isidentifier():
        kinds = dict(zip(("def", "async def", "class"), _DEFINITIONS, strict=True))
        found = [
            one
            for one in program.found
            if isinstance(one.node, kinds[head]) and getattr(one.node, "name", "") == name
        ]
    else:
        try:
            pattern = _pattern(text)
        except SyntaxError as error:
            wrong = f"`{text}` is neither an expression nor a statement: {error.msg}"
            raise fail(lineno, wrong) from None
        found = program.by_shape.get(shape(pattern), [])
    if not found:
        raise fail(lineno, f"`{text}` does not stand in the program")
    return found


def _source(code: str, node: ast.stmt | ast.expr) -> str:
    text = ast.get_source_segment(code, node, padded=True) or ""
    lines = text.split("\n")
    margin = len(lines[0]) - len(lines[0].lstrip())
    return "\n".join(line[margin:] if line[:margin].isspace() else line for line in lines)


def _last(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield f"{'.' * node.level}{node.module or ''}"


def breaches(source: str, rules: Rules) -> Iterator[Breach]:
    """Yield what an answer, which can be parsed, does not keep, in the order of its lines."""
    tree = ast.parse(source)
    program = _Program(tree)
    yield from _imports(program, rules.imports)
    yield from _prints(program, rules.prints)
    for kept in rules.kept:
        if len(program.places(kept)) < kept.count:
            yield Breach("kept", _line_of(program, kept.function), kept.text)
    yield from _bindings(program, rules)
    yield from _without(tree, program, rules)


def unexecuted(source: str, rules: Rules, executed: Collection[int]) -> Iterator[Breach]:
    """Yield what an answer has and does not execute; ``executed`` are lines of its normal run."""
    program = _Program(ast.parse(source))

    def runs(one: _Found) -> bool:
        node, statement = one.node, one.statement
        lines = range(node.lineno, (node.end_lineno or node.lineno) + 1)
        is_alone = program.starts[statement.lineno] == 1
        return one.is_sure and is_alone and any(line in executed for line in lines)

    for kept in rules.kept:
        places = program.places(kept) if kept.runs else []
        idle = [one for one in places if not runs(one)]
        if len(places) - len(idle) < kept.count and idle:
            yield Breach("unexecuted", idle[0].node.lineno, kept.text)


def _imports(program: _Program, allowed: Sequence[str]) -> Iterator[Breach]:
    for one in program.found:
        for name in _imported(one.node):
            if name not in allowed:
                yield Breach("import", one.node.lineno, name)


def _bindings(program: _Program, rules: Rules) -> Iterator[Breach]:
    for bound in rules.bound:
        binding = program.binding(bound.name, bound.function)
        if len(binding) > bound.count:
            yield Breach("bound", binding[-1], bound.name)
    for one in program.found:
        node = one.node
        if isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load):
            base = ast.unparse(node.value)
            if base.partition(".")[0] in rules.imports:
                yield Breach("bound", node.lineno, f"{base}.{node.attr}")


def _prints(program: _Program, prints: Sequence[Kept]) -> Iterator[Breach]:
    left = Counter({(shape(_pattern(one.text)), one.function): one.count for one in prints})
    for one in program.printing():
        node = one.statement
        key = shape(node.value if isinstance(node, ast.Expr) else node), one.function
        if not left[key]:
            yield Breach("more-prints", one.node.lineno, _text(node))
            continue
        left[key] -= 1
    for kept in prints:
        if left[shape(_pattern(kept.text)), kept.function]:
            yield Breach("print-gone", _line_of(program, kept.function), kept.text)


def _bound(node: ast.AST) -> Iterator[str]:
    """Yield the names that a node binds itself."""
    if isinstance(node, _DEFINITIONS):
        yield node.name
    elif isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
        yield node.id
    elif isinstance(node, ast.arg):
        yield node.arg
    elif isinstance(node, ast.alias):
        yield (node.asname or node.name).partition(".")[0]
    elif isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar):
        yield node.name or ""


def _without(tree: ast.Module, program: _Program, rules: Rules) -> Iterator[Breach]:
    free: set[int] = set()
    for kept in (*rules.kept, *rules.prints):
        for one in program.places(kept):
            free |= {id(node) for node in ast.walk(one.node)}
    for node in ast.walk(tree):
        if id(node) in free:
            continue
        names = {*_bound(node), _last(node) if isinstance(node, ast.expr) else ""}
        names |= {node.name} if isinstance(node, ast.alias) else set()
        for name in rules.without:
            if name in names:
                yield Breach("without", getattr(node, "lineno", 0), name)


def _line_of(program: _Program, function: str) -> int:
    """Return the line in which a function begins; 0 for the module, and if it is not there."""
    for one in program.found:
        if isinstance(one.node, _DEFINITIONS):
            name = f"{one.function}.{one.node.name}".lstrip(".")
            if name == function:
                return one.node.lineno
    return 0


def _text(node: ast.stmt) -> str:
    return ast.unparse(node).partition("\n")[0]
