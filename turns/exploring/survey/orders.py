"""Where a program may show the order of a set, which differs from run to run.

Sets of strings, tasks or classes are gone through in another order in each process. What may be
done with a set without showing it is a short list (`turns.exploring.survey.uses`); it may be kept
in variables of its own, which nothing but sets is given to, and then the same holds wherever those
are used. Everything else that a set could go into is reported, whatever becomes of it there.

The views ``keys()`` and ``items()`` make sets of each other, and a `contextvars.Context` is a
mapping in the order of hashes: they count as sets.
"""

import ast

from turns.exploring.survey.meanings import Program
from turns.exploring.survey.scopes import File, Foreign, Scope, bound_by

MAKERS = frozenset(["set", "frozenset"])
_FOREIGN_MAKERS = (
    "asyncio.all_tasks asyncio.wait contextvars.copy_context contextvars.Context".split()
)
RESULTS = frozenset("union intersection difference symmetric_difference".split())
"""Methods that only sets have, and that make one."""
VIEWS = frozenset(["keys", "items"])
OPERATORS = (ast.BitOr, ast.BitAnd, ast.BitXor, ast.Sub)
_Key = tuple[Scope | None, str]
"""A variable; without a scope, an attribute."""


class Sets:
    """Which expressions of a program may be sets, and which variables hold them."""

    def __init__(self, program: Program) -> None:
        """Find the variables, until no more are found."""
        self.program = program
        self.kept: set[_Key] = set()
        """The variables that hold sets."""
        self.given: set[ast.AST] = set()
        """The targets of the assignments that give them one."""
        self._mixed: set[_Key] = set()
        """The variables that hold sets which are not from `asyncio.wait` alone."""
        size = -1
        while size != len(self.kept):
            size = len(self.kept)
            for file, node in program.nodes():
                if isinstance(node, ast.expr) and self.is_set(node, file):
                    self._keep(node, file)
        self.attributes = frozenset(name for scope, name in self.kept if scope is None)
        """The names of the attributes among them."""

    # -- What is a set -----------------------------------------------------------------------------

    def is_set(self, node: ast.AST, file: File) -> bool:
        """Tell whether ``node`` may be a set: it makes one, or is a variable that holds one."""
        match node:
            case ast.Set() | ast.SetComp():
                found = True
            case ast.Name(ctx=ast.Load()) | ast.Attribute(ctx=ast.Load()):
                found = bool(self.keys(node, file) & self.kept)
            case ast.BinOp(left=left, op=operator, right=right):
                found = isinstance(operator, OPERATORS) and any(
                    self.is_set(side, file) or self.is_view(side, file) for side in (left, right)
                )
            case ast.Call(func=ast.Attribute(attr=name)) if name in RESULTS:
                found = True
            case ast.Call(func=ast.Attribute(attr="copy", value=value)) if self.is_set(value, file):
                found = True
            case ast.Call(func=function):
                found = self.is_maker(function, file) and not self._is_wait(node, file)
            case ast.Await(value=awaited):
                found = self._is_wait(awaited, file)
            case _:
                found = False
        return found

    def is_waited(self, node: ast.AST, file: File) -> bool:
        """Tell whether ``node`` is a variable that holds nothing but what `asyncio.wait` returns.

        Not an attribute: any object may have one of that name.
        """
        keys = self.keys(node, file)
        return isinstance(node, ast.Name) and bool(keys) and keys <= self.kept - self._mixed

    def is_maker(self, node: ast.AST, file: File) -> bool:
        """Tell whether ``node`` is a function that makes sets."""
        return isinstance(node, ast.Name | ast.Attribute) and any(
            isinstance(meaning, Foreign)
            and (str(meaning) in MAKERS or str(meaning) in _FOREIGN_MAKERS)
            for meaning in self.program.of(node, file)
        )

    def _is_wait(self, node: ast.AST, file: File) -> bool:
        """Tell whether ``node`` is a call of `asyncio.wait`, which makes two sets once awaited."""
        return isinstance(node, ast.Call) and any(
            meaning == Foreign("asyncio", "wait") for meaning in self.program.of(node.func, file)
        )

    def is_view(self, node: ast.AST, file: File) -> bool:
        """Tell whether ``node`` is ``x.keys()``, or ``x.keys`` that is not called at once."""
        match node:
            case ast.Call(func=ast.Attribute(attr=name)):
                return name in VIEWS
            case ast.Attribute(attr=name, ctx=ast.Load()) if name in VIEWS:
                parent = file.parents[node]
                return not (isinstance(parent, ast.Call) and parent.func is node)
        return False

    def keys(self, node: ast.AST, file: File) -> set[_Key]:
        """Return the variables that ``node`` may be."""
        found: set[_Key] = set(self.program.homes(node, file))
        if isinstance(node, ast.Attribute):
            found.add((None, node.attr))
        elif file.scopes[node].kind == "class" and isinstance(node, ast.Name):
            found.add((None, node.id))
        return found

    # -- What is kept where ------------------------------------------------------------------------

    def _keep(self, node: ast.expr, file: File) -> None:
        for target in self.targets(node, file):
            self.given.add(target)
            if not isinstance(node, ast.Await):
                self._mixed |= self.keys(target, file)
            if isinstance(target, ast.Name):
                scopes = file.scopes[target].owners(target.id)[:1]
                self.kept |= {(scope, target.id) for scope in scopes}
                if file.scopes[target].kind == "class":
                    self.kept.add((None, target.id))
            elif isinstance(target, ast.Attribute):
                self.kept |= self.keys(target, file)

    def targets(self, node: ast.expr, file: File) -> list[ast.expr]:
        """Return the variables that a set is given to; nothing, if it goes anywhere else."""
        targets: list[ast.expr] = []
        match file.parents[node]:
            case ast.AnnAssign(target=target, value=value) if value is node:
                targets = [target]
            case ast.Assign(targets=several):
                targets = several
        if isinstance(node, ast.Await):  # asyncio.wait() returns two
            match targets:
                case [ast.Tuple(elts=[_, _] as both)]:
                    targets = both
                case _:
                    return []
        return targets if all(self._may_hold(target, file) for target in targets) else []

    def _may_hold(self, target: ast.expr, file: File) -> bool:
        """Tell whether a variable hands on what it holds to nobody."""
        if isinstance(target, ast.Attribute):
            # An exception makes a tuple of its arguments.
            return target.attr != "args" and "__setattr__" not in self.program.own
        if isinstance(target, ast.Name) and file.scopes[target].kind == "class":
            above = file.parents[target]
            while not isinstance(above, ast.ClassDef):
                above = file.parents[above]
            return not (above.bases or above.keywords or above.decorator_list)  # as an Enum has
        return isinstance(target, ast.Name)

    # -- What else is in the variables -------------------------------------------------------------

    def is_mixed(self, node: ast.AST, file: File) -> bool:
        """Tell whether ``node`` gives something else to a variable that holds sets."""
        name = bound_by(node)
        if name is not None and not isinstance(node, ast.Name):
            is_attribute = file.scopes[node].kind == "class" and name in self.attributes
            return is_attribute or any(
                binding.node is node
                for scope, kept in self.kept
                if scope is not None and kept == name
                for binding in scope.bindings.get(name, ())
            )
        is_target = isinstance(node, ast.Name | ast.Attribute) and not isinstance(
            node.ctx, ast.Load
        )
        if not is_target or node in self.given or not self.keys(node, file) & self.kept:
            return False
        match file.parents[node]:
            case ast.Assign(value=ast.Constant(value=None)) | ast.Delete():
                is_mixed = False
            case ast.AnnAssign(value=None | ast.Constant(value=None)):
                is_mixed = file.scopes[node].kind == "class"  # a dataclass would print it
            case ast.AugAssign(op=operator):
                is_mixed = not isinstance(operator, OPERATORS)
            case _:
                is_mixed = True
        return is_mixed
