"""Where a program may show the order of a set, which differs from run to run.

Sets of strings, tasks or classes are gone through in another order in each process. What may be
done with a set without showing it is a short list (`_Orders.is_harmless`); it may be kept under a
name of its own, which nothing but sets is given to, and then the same holds wherever that name is
used. Everything else that a set could go into is reported, whatever becomes of it there.

The views ``keys()`` and ``items()`` make sets of each other, and a `contextvars.Context` is a
mapping in the order of hashes: they count as sets.
"""

import ast
from collections.abc import Iterator

from turns.exploring.meanings import Program
from turns.exploring.scopes import COMPREHENSIONS, File, Foreign, Scope

MAKERS = frozenset(["set", "frozenset"])
_RESULTS = frozenset("union intersection difference symmetric_difference".split())
_METHODS = _RESULTS | frozenset(
    "add clear discard remove update copy issubset issuperset isdisjoint difference_update"
    " intersection_update symmetric_difference_update run get".split()
)
"""What a set may be asked; the last two, a context."""
_PASSED = frozenset("add clear discard remove".split())
"""Those that may also be handed on, as in ``task.add_done_callback(tasks.discard)``."""
_TAKING = (_METHODS - _PASSED - {"copy", "update", "run", "get"}) | {"union"}
"""Methods that only sets have, and that take one."""
_ANYWAY = frozenset("len sorted min max bool isinstance set frozenset".split())
_IN_ORDER = _ANYWAY | frozenset(
    "list tuple dict enumerate zip map filter any all sum iter next print str repr reversed".split()
)
"""Builtins that may go through what has an order."""
_VIEWS = frozenset(["keys", "items"])
_OPERATORS = (ast.BitOr, ast.BitAnd, ast.BitXor, ast.Sub)
_COMPARING = frozenset(
    "__eq__ __ne__ __lt__ __le__ __gt__ __ge__ __contains__ __or__ __ror__ __and__ __rand__ __xor__"
    " __rxor__ __sub__ __rsub__ __bool__ __len__".split()
)
"""Methods of the program's own that could be handed a set, or decide what is sorted how."""
_Key = tuple[Scope | None, str]
"""A variable; without a scope, an attribute."""


def shown(program: Program) -> list[tuple[ast.AST, File]]:
    """Return the places where the order of a set may show."""
    return _Orders(program).places()


class _Orders:
    def __init__(self, program: Program) -> None:
        self.program = program
        self.nodes = list(program.nodes())
        self.kept: set[_Key] = set()
        """The variables that hold sets."""
        self.given: set[ast.AST] = set()
        """The targets of the assignments that give them one."""
        self.compares = bool(program.functions & _COMPARING)

    def places(self) -> list[tuple[ast.AST, File]]:
        """Find the variables that hold sets, then all that is done with sets."""
        size = -1
        while size != len(self.kept):
            size = len(self.kept)
            for file, node in self.nodes:
                if isinstance(node, ast.expr) and self.is_set(node, file):
                    self._keep(node, file)
        found = []
        for file, node in self.nodes:
            if isinstance(node, ast.expr) and not self._is_fine(node, file):
                found.append((node, file))
            elif self._is_hidden(node, file):
                found.append((node, file))
        return found

    def _is_fine(self, node: ast.expr, file: File) -> bool:
        if isinstance(getattr(node, "ctx", None), ast.Store | ast.Del):
            return node in self.given or self._may_be_given(node, file)
        if self._is_view(node, file):
            return self._is_in_order(node, file)
        if self._is_maker(node, file):
            return self._is_maker_harmless(node, file)
        return not self.is_set(node, file) or self.is_harmless(node, file)

    # -- What is a set -----------------------------------------------------------------------------

    def is_set(self, node: ast.AST, file: File) -> bool:
        """Tell whether ``node`` may be a set: it makes one, or is a variable that holds one."""
        match node:
            case ast.Set() | ast.SetComp():
                return True
            case ast.Name(ctx=ast.Load()) | ast.Attribute(ctx=ast.Load()):
                return bool(self._keys(node, file) & self.kept)
            case ast.BinOp(left=left, op=operator, right=right):
                return isinstance(operator, _OPERATORS) and any(
                    self.is_set(side, file) or self._is_view(side, file) for side in (left, right)
                )
            case ast.Call(func=ast.Attribute(attr=name, value=value)) if name in _RESULTS:
                return True
            case ast.Call(func=ast.Attribute(attr="copy", value=value)):
                return self.is_set(value, file) or self._is_foreign(node.func, file, "copy")
            case ast.Call(func=function):
                return self._makes(function, file)
            case ast.Await(value=ast.Call(func=function)):
                return self._is_foreign(function, file, "asyncio.wait")
        return False

    def _makes(self, function: ast.expr, file: File) -> bool:
        if self._is_maker(function, file):
            return True
        makers = ("asyncio.all_tasks", "contextvars.copy_context", "contextvars.Context")
        return self._is_foreign(function, file, *makers)

    def _is_foreign(self, node: ast.expr, file: File, *names: str) -> bool:
        return any(str(meaning) in names for meaning in self.program.of(node, file))

    def _is_maker(self, node: ast.AST, file: File) -> bool:
        return isinstance(node, ast.Name) and any(
            meaning == Foreign("builtins", name)
            for meaning in self.program.of(node, file)
            for name in MAKERS
        )

    def _is_view(self, node: ast.AST, file: File) -> bool:
        """Tell whether ``node`` is ``x.keys()``, or ``x.keys`` that is not called at once."""
        match node:
            case ast.Call(func=ast.Attribute(attr=name)):
                return name in _VIEWS
            case ast.Attribute(attr=name, ctx=ast.Load()) if name in _VIEWS:
                parent = file.parents[node]
                return not (isinstance(parent, ast.Call) and parent.func is node)
        return False

    def _keys(self, node: ast.AST, file: File) -> set[_Key]:
        found: set[_Key] = set(self.program.homes(node, file))
        if isinstance(node, ast.Attribute):
            found.add((None, node.attr))
        elif file.scopes[node].kind == "class" and isinstance(node, ast.Name):
            found.add((None, node.id))
        return found

    # -- What is kept where ------------------------------------------------------------------------

    def _keep(self, node: ast.expr, file: File) -> None:
        for target in self._targets(node, file):
            self.given.add(target)
            if isinstance(target, ast.Name):
                scopes = file.scopes[target].owners(target.id)[:1]
                self.kept |= {(scope, target.id) for scope in scopes}
                if file.scopes[target].kind == "class":
                    self.kept.add((None, target.id))
            elif isinstance(target, ast.Attribute):
                self.kept.add((None, target.attr))

    def _targets(self, node: ast.expr, file: File) -> list[ast.expr]:
        """Return the variables that a set is given to; nothing, if it goes anywhere else."""
        parent = file.parents[node]
        match parent:
            case ast.AnnAssign(target=target, value=value) if value is node:
                targets = [target]
            case ast.Assign(targets=targets):
                pass
            case _:
                return []
        if isinstance(node, ast.Await):  # asyncio.wait() returns two
            match targets:
                case [ast.Tuple(elts=[_, _] as both)]:
                    targets = both
                case _:
                    return []
        fine = all(isinstance(target, ast.Name | ast.Attribute) for target in targets)
        return targets if fine else []

    def _may_be_given(self, node: ast.expr, file: File) -> bool:
        """Tell whether ``node`` is no variable that holds sets, or is given nothing else here."""
        if not isinstance(node, ast.Name | ast.Attribute):
            return True
        if not self._keys(node, file) & self.kept:
            return True
        match file.parents[node]:
            case ast.Assign(value=ast.Constant(value=None)) | ast.Delete():
                return True
            case ast.AnnAssign(value=None | ast.Constant(value=None)):
                return file.scopes[node].kind != "class"  # a dataclass would print it
            case ast.AugAssign(op=operator):
                return isinstance(operator, _OPERATORS)
        return False

    def _is_hidden(self, node: ast.AST, file: File) -> bool:
        """Tell whether ``node`` looks at a variable that holds sets in another way."""
        names = {name for scope, name in self.kept if scope is None}
        match node:
            case ast.arg(arg=name) | ast.ExceptHandler(name=str(name)):
                return any(binding.node is node for s in self._scopes(name) for binding in s)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                inside = file.scopes[node].kind == "class" and name in names
                return inside or any(b.node is node for s in self._scopes(name) for b in s)
            case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                return any(binding.node is node for s in self._scopes(name) for binding in s)
            case ast.MatchClass(patterns=patterns, kwd_attrs=attributes):
                return bool(names) and (bool(patterns) or not names.isdisjoint(attributes))
            case ast.Call(func=ast.Name(id="getattr"), args=[_, ast.Constant(value=name), *_]):
                return name in names | _VIEWS | _RESULTS
            case ast.Name() | ast.Attribute() if names:
                # These go through all attributes of an object.
                return self._is_foreign(
                    node,
                    file,
                    *("dataclasses.asdict", "dataclasses.astuple", "types.SimpleNamespace"),
                )
        return False

    def _scopes(self, name: str) -> Iterator[list]:
        for scope, kept in self.kept:
            if scope is not None and kept == name:
                yield scope.bindings.get(name, [])

    # -- What may be done --------------------------------------------------------------------------

    def is_harmless(self, node: ast.expr, file: File) -> bool:
        """Tell whether what is done with the set ``node`` cannot show its order."""
        parent = file.parents[node]
        if self._targets(node, file) or isinstance(parent, ast.Expr):
            return True
        if _is_single(node, self, file) and self._is_in_order(node, file):
            return True
        match parent:
            case ast.Await():  # the whole of `await asyncio.wait(...)` is looked at, too
                return True
            case ast.Call(func=function):
                return function is node or self._is_call_harmless(parent, node, file)
            case ast.keyword(arg="context"):
                call = file.parents[parent]
                return isinstance(call, ast.Call) and self._takes_context(call, file)
            case ast.Attribute(attr=name):
                call = file.parents[parent]
                called = isinstance(call, ast.Call) and call.func is parent
                return name in (_METHODS if called else _PASSED)
            case ast.Compare(left=left, comparators=others):
                is_last = others[-1] is node and isinstance(parent.ops[-1], ast.In | ast.NotIn)
                return (
                    is_last
                    or not self.compares
                    or all(self.is_set(side, file) for side in (left, *others))
                )
            case ast.BinOp():  # is one itself
                return self.is_set(parent, file) and not self.compares
            case ast.AugAssign(target=target, op=operator):
                return isinstance(operator, _OPERATORS) and bool(
                    self._keys(target, file) & self.kept
                )
            case ast.For(body=[only], orelse=[], target=ast.Name(id=name)):
                return self._only_cancels(only, name)
            case ast.Assign(targets=[ast.Tuple(elts=[one]) | ast.List(elts=[one])]):
                return not isinstance(one, ast.Starred)
            case ast.Subscript(value=value):
                return value is node and self._is_context(node, file)
        return _is_truth(node, file)

    def _is_call_harmless(self, call: ast.Call, node: ast.expr, file: File) -> bool:
        function = call.func
        if self._is_foreign(function, file, "asyncio.wait"):
            return call.args[0] is node
        if isinstance(function, ast.Attribute):
            if function.attr == "update":
                return self.is_set(function.value, file)
            return function.attr in _TAKING and function.attr not in self.program.functions
        names = {m.name for m in self.program.of(function, file) if isinstance(m, Foreign)}
        ordering = names & {"sorted", "min", "max"}
        if ordering and (call.keywords or len(call.args) != 1 or self.compares):
            return False
        return bool(names) and names <= _ANYWAY and len(self.program.of(function, file)) == 1

    def _takes_context(self, call: ast.Call, file: File) -> bool:
        if isinstance(call.func, ast.Attribute):
            names = {"create_task", "call_soon", "call_later", "add_done_callback"}
            return call.func.attr in names - self.program.functions
        return self._is_foreign(call.func, file, "asyncio.create_task")

    def _is_context(self, node: ast.expr, file: File) -> bool:
        return False

    def _only_cancels(self, statement: ast.stmt, name: str) -> bool:
        """Tell whether ``statement`` cancels a task: its order makes only callbacks ready."""
        match statement:
            case ast.Expr(
                value=ast.Call(
                    func=ast.Attribute(value=ast.Name(id=base), attr="cancel"),
                    args=[],
                    keywords=[],
                )
            ):
                return base == name and "cancel" not in self.program.functions
        return False

    def _is_in_order(self, node: ast.expr, file: File) -> bool:
        """Tell whether ``node`` is only gone through, and not kept for set operations."""
        parent = file.parents[node]
        match parent:
            case ast.For() | ast.comprehension() | ast.AsyncFor():
                return parent.iter is node
            case (
                ast.Starred() | ast.FormattedValue() | ast.Expr() | ast.YieldFrom() | ast.Compare()
            ):
                return not self.compares or not isinstance(parent, ast.Compare)
            case ast.Attribute() | ast.Subscript():
                return isinstance(node, ast.Attribute)  # a list that is called `items`
            case ast.Assign(targets=[ast.Tuple() | ast.List()]):
                return True
            case ast.BinOp():
                return self.is_set(parent, file) and isinstance(node, ast.Call)
            case ast.Call(func=ast.Attribute(attr=name)):
                return (
                    name in {"join", "extend", "update", "from_iterable"} - self.program.functions
                )
            case ast.Call(func=function):
                meanings = self.program.of(function, file)
                return all(
                    isinstance(m, Foreign)
                    and (m.name in _IN_ORDER if m.module == "builtins" else m.module == "itertools")
                    for m in meanings
                )
        return _is_truth(node, file)

    def _is_maker_harmless(self, node: ast.expr, file: File) -> bool:
        """Tell whether ``set`` is called, or stands for the type."""
        parent, above = file.parents[node], node
        if isinstance(parent, ast.Call):
            if parent.func is node:
                return True
            match parent.func:
                case ast.Name(id="isinstance"):
                    return True
            return False
        while not isinstance(above, ast.stmt | ast.arg):
            above, below = file.parents[above], above
            match above:
                case ast.AnnAssign(annotation=annotation) | ast.arg(annotation=annotation):
                    return annotation is below
                case ast.FunctionDef(returns=below_) | ast.AsyncFunctionDef(returns=below_):
                    return below_ is below
                case ast.Subscript() | ast.Tuple() | ast.BinOp() | ast.List():
                    continue
                case _:
                    return False
        return False


def _is_single(node: ast.AST, orders: _Orders, file: File) -> bool:
    """Tell whether a set that is made here has one element, or nothing but small integers."""
    match node:
        case ast.Set(elts=[one]):
            return not isinstance(one, ast.Starred)
        case ast.Set(elts=elements):
            return all(isinstance(e, ast.Constant) and type(e.value) is int for e in elements)
        case ast.Call(func=function, args=[ast.Call(func=ast.Name(id="range") as made)]):
            return orders._is_maker(function, file) and orders._is_foreign(made, file, "range")
        case ast.Call(func=function, args=[]):
            return orders._is_maker(function, file)
    return False


def _is_truth(node: ast.AST, file: File) -> bool:
    """Tell whether only the truth of ``node`` counts: whether it is empty."""
    parent = file.parents[node]
    match parent:
        case ast.If() | ast.While() | ast.IfExp():
            return parent.test is node
        case ast.Assert(test=test):
            return test is node
        case ast.UnaryOp(op=ast.Not()):
            return True
        case ast.BoolOp():
            return _is_truth(parent, file)
        case ast.comprehension(ifs=conditions):
            return node in conditions
    return False
