"""What may be done with a set without showing its order."""

import ast
from collections.abc import Iterator

from turns.exploring.survey.meanings import Program
from turns.exploring.survey.orders import OPERATORS, RESULTS, VIEWS, Sets
from turns.exploring.survey.places import is_truth
from turns.exploring.survey.scopes import File, Foreign

_CALLED = RESULTS | frozenset(
    "add clear discard remove update copy issubset issuperset isdisjoint difference_update"
    " intersection_update symmetric_difference_update run get".split()
)
"""What a set may be asked; the last two, a context."""
_PASSED = frozenset("add clear discard remove".split())
"""Those that may also be handed on, as in ``task.add_done_callback(tasks.discard)``."""
_TAKING = RESULTS | frozenset(
    "issubset issuperset isdisjoint difference_update intersection_update"
    " symmetric_difference_update".split()
)
"""Methods that only sets have, and that take one."""
_ANYWAY = frozenset("len sorted min max bool isinstance set frozenset".split())
"""Builtins that may take a set, as the first of what they take."""
_IN_ORDER = _ANYWAY | frozenset(
    "list tuple dict enumerate any all sum iter print str repr reversed zip".split()
)
"""Builtins that may go through what has an order."""
_NOTICED = frozenset("list tuple iter enumerate".split())
"""Builtins that do nothing with a set but go through it."""
_GOING_THROUGH = frozenset("join extend update from_iterable".split())
"""The same, as methods."""
_OF_ATTRIBUTES = frozenset(
    "dataclasses.asdict dataclasses.astuple dataclasses.replace types.SimpleNamespace".split()
)
"""What goes through all attributes of an object."""
_COMPARING = frozenset(
    "__eq__ __ne__ __lt__ __le__ __gt__ __ge__ __contains__ __or__ __ror__ __and__ __rand__ __xor__"
    " __rxor__ __sub__ __rsub__".split()
)
"""Methods of the program's own that could be handed a set, or decide what is sorted how."""


def shown(program: Program) -> Iterator[tuple[ast.AST, File, str]]:
    """Find the places where the order of a set may show, and say of what kind each is.

    It is of kind ``set`` if a run notices whether there was an order (`turns.runtime.sets`): where
    a set that `asyncio.wait` returned is gone through, it may never have had two elements.
    """
    uses = _Uses(Sets(program))
    for file, node in program.nodes():
        if not uses.is_fine(node, file):
            yield node, file, "set" if uses.is_noticed(node, file) else "chance"


class _Uses:
    """Tells of each use of a set whether it is harmless."""

    def __init__(self, sets: Sets) -> None:
        """Look at the uses of ``sets``."""
        self.sets = sets
        self.program = sets.program
        self.compares = bool(self.program.own & _COMPARING) or any(
            isinstance(node, ast.keyword) and node.arg == "order"
            for _, node in self.program.nodes()
        )

    def is_fine(self, node: ast.AST, file: File) -> bool:
        """Tell whether ``node`` alone shows no order of a set."""
        if self.sets.is_mixed(node, file) or self._is_sly(node, file):
            return False
        if not isinstance(node, ast.expr) or isinstance(
            getattr(node, "ctx", None), ast.Store | ast.Del
        ):
            return True
        if self.sets.is_view(node, file):
            called = isinstance(node, ast.Call)
            return self._is_gone_through(node, file) if called else self._is_list(node, file)
        if self.sets.is_maker(node, file):
            return self._is_making(node, file)
        return not self.sets.is_set(node, file) or self._is_harmless(node, file)

    def is_noticed(self, node: ast.AST, file: File) -> bool:
        """Tell whether a run notices that the set ``node`` is gone through, and nothing else."""
        if not self.sets.is_waited(node, file) or self._is_sly(node, file):
            return False
        match file.parents[node]:
            case ast.For(iter=target) | ast.comprehension(iter=target, is_async=0):
                return target is node
            case ast.Starred() | ast.Assign(targets=[ast.Tuple() | ast.List()]):
                return True
            case ast.Call(func=function, args=[one], keywords=[]) if one is node:
                meanings = self.program.of(function, file)
                return meanings <= {Foreign("builtins", name) for name in _NOTICED}
            case ast.Attribute(attr="pop") as parent:
                call = file.parents[parent]
                return isinstance(call, ast.Call) and call.func is parent and not call.args
        return False

    def _is_sly(self, node: ast.AST, file: File) -> bool:
        """Tell whether ``node`` looks into a variable that holds sets in a way that hides it."""
        names = self.sets.attributes
        match node:
            case ast.MatchClass(patterns=patterns, kwd_attrs=attributes):
                return bool(names) and (bool(patterns) or not names.isdisjoint(attributes))
            case ast.Call(func=ast.Name(id="getattr"), args=[_, ast.Constant(value=name), *_]):
                return name in names | VIEWS | RESULTS
            case ast.AugAssign(target=target, value=value) if self.compares:
                is_kept = bool(self.sets.keys(target, file) & self.sets.kept)
                return is_kept and not self.sets.is_set(value, file)
            case ast.Name() | ast.Attribute() if names:
                return any(str(m) in _OF_ATTRIBUTES for m in self.program.of(node, file))
        return False

    def _is_harmless(self, node: ast.expr, file: File) -> bool:
        """Tell whether what is done with the set ``node`` cannot show its order."""
        if self.sets.targets(node, file):
            return True
        if isinstance(node, ast.Await):  # both sets, in a tuple
            return isinstance(file.parents[node], ast.Expr)
        if self._is_ordered(node, file) and self._is_gone_through(node, file):
            return True
        match file.parents[node]:
            case ast.Expr():
                is_harmless = True
            case ast.Attribute() | ast.Subscript() | ast.keyword() as parent:
                is_harmless = self._is_part_harmless(node, parent, file)
            case ast.Call() as call:
                is_harmless = call.func is node or self._may_take(call, node, file)
            case ast.Compare() | ast.BinOp() | ast.AugAssign() as parent:
                is_harmless = self._is_operation_harmless(node, parent, file)
            case ast.Assign(targets=[ast.Tuple(elts=[one]) | ast.List(elts=[one])]):
                is_harmless = not isinstance(one, ast.Starred)  # there is only one
            case _:
                is_harmless = False
        return is_harmless or is_truth(node, file)

    def _is_part_harmless(
        self, node: ast.expr, parent: ast.Attribute | ast.Subscript | ast.keyword, file: File
    ) -> bool:
        above = file.parents[parent]
        match parent:
            case ast.Attribute(attr=name):
                called = isinstance(above, ast.Call) and above.func is parent
                return name in (_CALLED if called else _PASSED)
            case ast.Subscript(value=value, ctx=ast.Load()):
                return value is node  # of a context; a set has no items
            case ast.keyword(arg="context") if isinstance(above, ast.Call):
                if isinstance(above.func, ast.Attribute):
                    names = {"create_task", "call_soon", "call_later", "add_done_callback"}
                    return above.func.attr in names - self.program.own
        return False

    def _is_operation_harmless(
        self, node: ast.expr, parent: ast.Compare | ast.BinOp | ast.AugAssign, file: File
    ) -> bool:
        match parent:
            case ast.Compare(left=left, ops=operators, comparators=others):
                if others[-1] is node and isinstance(operators[-1], ast.In | ast.NotIn):
                    return True
                sides = (left, *others)
                return not self.compares or all(self.sets.is_set(side, file) for side in sides)
            case ast.AugAssign(target=target, op=operator):
                is_kept = bool(self.sets.keys(target, file) & self.sets.kept)
                return isinstance(operator, OPERATORS) and is_kept
        return self.sets.is_set(parent, file) and not self.compares

    def _may_take(self, call: ast.Call, node: ast.expr, file: File) -> bool:
        """Tell whether a set may be the argument ``node`` of a call."""
        function = call.func
        meanings = self.program.of(function, file)
        if meanings == {Foreign("asyncio", "wait")}:
            return call.args[0] is node
        if isinstance(function, ast.Attribute):
            if function.attr == "update":
                return self.sets.is_set(function.value, file)
            return function.attr in _TAKING and function.attr not in self.program.own
        [meaning, *others] = meanings
        if others or not isinstance(meaning, Foreign) or meaning.module != "builtins":
            return False
        if meaning.name in {"sorted", "min", "max"}:
            plain = all(keyword.arg == "reverse" for keyword in call.keywords)
            return plain and len(call.args) == 1 and not self.compares
        return meaning.name in _ANYWAY and call.args[0] is node

    def _is_gone_through(self, node: ast.expr, file: File) -> bool:
        """Tell whether ``node`` is only gone through, and not kept for set operations."""
        match file.parents[node]:
            case ast.For(iter=target) | ast.AsyncFor(iter=target) | ast.comprehension(iter=target):
                is_fine = target is node
            case (
                ast.Starred()
                | ast.FormattedValue()
                | ast.Expr()
                | ast.YieldFrom()
                | ast.Assign(targets=[ast.Tuple() | ast.List()])
            ):
                is_fine = True
            case ast.Compare() as parent:
                is_fine = not self.compares or parent.comparators[-1] is node
            case ast.BinOp() as parent:
                is_fine = self.sets.is_set(parent, file) and not self.compares
            case ast.Call() as call:
                is_fine = self._goes_through(call, node, file)
            case _:
                is_fine = False
        return is_fine or is_truth(node, file)

    def _goes_through(self, call: ast.Call, node: ast.expr, file: File) -> bool:
        """Tell whether a function goes through ``node``, and hands on only elements."""
        if isinstance(call.func, ast.Attribute) and call.func.attr in _GOING_THROUGH:
            return call.func.attr not in self.program.own
        meanings = self.program.of(call.func, file)
        if meanings <= {Foreign("builtins", "map"), Foreign("builtins", "filter")}:
            return call.args[0] is not node
        if meanings == {Foreign("builtins", "zip")}:
            return True
        if meanings <= {Foreign("builtins", "min"), Foreign("builtins", "max")}:
            return len(call.args) == 1
        return call.args[:1] == [node] and all(
            (isinstance(m, Foreign) and m.module == "builtins" and m.name in _IN_ORDER)
            or m in {Foreign("collections", "Counter"), Foreign("collections", "deque")}
            for m in meanings
        )

    def _is_list(self, node: ast.expr, file: File) -> bool:
        """Tell whether ``x.items``, which is not called, is used as no method could be."""
        match file.parents[node]:
            case ast.Attribute() | ast.Starred() | ast.FormattedValue():
                return True
            case ast.Compare():
                return not self.compares
            case ast.Subscript(value=value):
                return value is node
            case ast.For() | ast.AsyncFor() | ast.comprehension() as parent:
                return parent.iter is node or is_truth(node, file)
            case ast.Call() as call:
                calling = {Foreign("builtins", name) for name in ("map", "filter", "iter")}
                is_calling = bool(calling & self.program.of(call.func, file))
                return self._goes_through(call, node, file) and not is_calling
        return is_truth(node, file)

    def _is_making(self, node: ast.expr, file: File) -> bool:
        """Tell whether ``set`` or `asyncio.wait` is called, gets another name, or is a type."""
        parent = file.parents[node]
        match parent:
            case ast.Call(func=function) if function is node:
                is_set = self.sets.is_set(parent, file)
                return is_set or isinstance(file.parents[parent], ast.Await | ast.Expr)
            case ast.Call() | ast.Tuple():
                call = parent if isinstance(parent, ast.Call) else file.parents[parent]
                is_type = isinstance(call, ast.Call) and (
                    self.program.of(call.func, file) == {Foreign("builtins", "isinstance")}
                )
                return is_type or _is_annotation(node, file)
            case ast.Expr():
                return True
            case ast.Assign(targets=targets):
                return file.scopes[node].kind != "class" and all(
                    isinstance(target, ast.Name) for target in targets
                )
            case ast.Attribute():
                return False
        return _is_annotation(node, file)

    def _is_ordered(self, node: ast.AST, file: File) -> bool:
        """Tell whether a set that is made here has one element, or small integers that do not."""
        match node:
            case ast.Set(elts=[one]):
                return not isinstance(one, ast.Starred)
            case ast.Set(elts=elements):
                return all(isinstance(e, ast.Constant) and type(e.value) is int for e in elements)
            case ast.Call(func=ast.Name(), args=[ast.Call(func=made)]):
                return self.program.of(made, file) == {Foreign("builtins", "range")}
        return False


def _is_annotation(node: ast.AST, file: File) -> bool:
    """Tell whether ``node`` stands in an annotation."""
    above, below = file.parents[node], node
    while isinstance(above, ast.Subscript | ast.Tuple | ast.List | ast.BinOp):
        above, below = file.parents[above], above
    match above:
        case ast.AnnAssign(annotation=annotation) | ast.arg(annotation=annotation):
            return annotation is below
        case ast.FunctionDef(returns=returned) | ast.AsyncFunctionDef(returns=returned):
            return returned is below
    return False
