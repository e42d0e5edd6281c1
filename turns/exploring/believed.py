"""Programs rewritten so that they do what is often believed of them; see `.mistakes`.

Each belief is a transformer of the program's syntax tree. Where it needs more than one expression,
it puts a function of its own before the program, whose lines keep their numbers.
"""

import ast
from typing import ClassVar

_OWN = "_believed"
"""The function that a belief puts before the program."""


class Belief(ast.NodeTransformer):
    """A change of a program, if it has what the belief is about."""

    own: ClassVar[str] = ""
    """The source of `_OWN`, if it is needed."""

    def __init__(self) -> None:
        """Begin outside of functions."""
        self.changes = 0
        self.coroutines: frozenset[str] = frozenset()
        """The names of the program's own coroutine functions."""
        self.is_async = False
        """In a coroutine function, where something can be awaited."""

    def applied(self, tree: ast.Module) -> ast.Module | None:
        """Return the changed program; None if it has nothing to change."""
        defined = (one for one in ast.walk(tree) if isinstance(one, ast.AsyncFunctionDef))
        self.coroutines = frozenset(one.name for one in defined)
        changed: ast.Module = self.visit(tree)
        if not self.changes:
            return None
        place = sum(map(_comes_first, changed.body))
        changed.body[place:place] = ast.parse(self.own).body
        return ast.fix_missing_locations(changed)

    def put(self, changed: ast.expr) -> ast.expr:
        """Return a changed expression, and count it."""
        self.changes += 1
        return changed

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        """Look into a function, where nothing can be awaited."""
        return self._inside(node, is_async=False)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        """Look into a coroutine function."""
        return self._inside(node, is_async=True)

    def visit_Lambda(self, node: ast.Lambda) -> ast.AST:
        """Look into a lambda, where nothing can be awaited."""
        return self._inside(node, is_async=False)

    def _inside(self, node: ast.AST, *, is_async: bool) -> ast.AST:
        before, self.is_async = self.is_async, is_async
        self.generic_visit(node)
        self.is_async = before
        return node


class StartsAtOnce(Belief):
    """`create_task` runs the task at once, until it first suspends."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """Make its tasks eager ones."""
        self.generic_visit(node)
        if not _calls(node, "create_task"):
            return node
        node.keywords.append(ast.keyword("eager_start", ast.Constant(value=True)))
        return self.put(node)


class StartsWhenAwaited(Belief):
    """A task begins when it is awaited."""

    own = f"""
class {_OWN}:
    def __init__(self, coro, **how):
        self.coro, self.how, self.task = coro, how, None
    def __await__(self):
        if self.task is None:
            self.task = asyncio.create_task(self.coro, **self.how)
        return (yield from self.task.__await__())
    def done(self):
        return self.task is not None and self.task.done()
"""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """Make its tasks when they are awaited."""
        self.generic_visit(node)
        if ast.unparse(node.func) == "asyncio.create_task":
            node.func = self.put(_own())
        return node


class CallStarts(Belief):
    """Calling a coroutine function runs it."""

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        """Run what is called here."""
        node.value = self._run(node.value)
        return node

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        """Run what is called here."""
        node.value = self._run(node.value)
        return node

    def _run(self, value: ast.expr) -> ast.expr:
        if not self.is_async or not _is_call_of(value, self.coroutines):
            return value
        return self.put(_expression("asyncio.create_task(_, eager_start=True)", value))


class AwaitSwitches(Belief):
    """Each `await` lets everybody else have a turn."""

    own = f"""
async def {_OWN}(awaitable):
    await asyncio.sleep(0)
    return await awaitable
"""

    def visit_Await(self, node: ast.Await) -> ast.AST:
        """Suspend, whatever it is."""
        self.generic_visit(node)
        if _is_pause(node.value):
            return node
        node.value = self.put(ast.Call(_own(), [node.value], []))
        return node


class AwaitsOverlap(Belief):
    """Coroutines that are awaited one after the other run at the same time."""

    def visit_For(self, node: ast.For) -> ast.AST:
        """Await at once what a loop awaits."""
        if len(node.body) != 1 or node.orelse or not self._is_wait(node.body[0]):
            self.generic_visit(node)
            return node
        (call,) = _awaited(node.body)
        each = ast.comprehension(node.target, node.iter, [], 0)
        calls = ast.ListComp(call, [each])
        return ast.Expr(self.put(_expression("await asyncio.gather(*_)", calls)))

    def generic_visit(self, node: ast.AST) -> ast.AST:
        """Await at once what stands in a row."""
        super().generic_visit(node)
        body = getattr(node, "body", None)
        if isinstance(body, list):
            node.body = list(self._joined(body))  # type: ignore[attr-defined]
        return node

    def _joined(self, body: list[ast.stmt]) -> "list[ast.stmt]":
        joined: list[ast.stmt] = []
        row: list[ast.stmt] = []
        for one in [*body, None]:
            if one is not None and self._is_wait(one):
                row.append(one)
                continue
            if len(row) > 1:
                calls = ast.List(_awaited(row), ast.Load())
                row = [ast.Expr(self.put(_expression("await asyncio.gather(*_)", calls)))]
            joined += row
            row = []
            if one is not None:
                joined.append(one)
        return joined

    def _is_wait(self, node: ast.stmt) -> bool:
        return (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Await)
            and _is_call_of(node.value.value, self.coroutines)
        )


class PauseHolds(Belief):
    """Who sleeps keeps the thread, and nobody else runs meanwhile."""

    def visit_Await(self, node: ast.Await) -> ast.AST:
        """Block instead."""
        self.generic_visit(node)
        if not _is_pause(node.value):
            return node
        return self.put(_expression("__import__('time').sleep(_)", _argument(node.value)))


class BlockingPauses(Belief):
    """`time.sleep` lets the other tasks run."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """Suspend instead."""
        self.generic_visit(node)
        if not self.is_async or ast.unparse(node.func) != "time.sleep":
            return node
        return self.put(_expression("await asyncio.sleep(_)", _argument(node)))


class WakesAtOnce(Belief):
    """Who is woken or cancelled goes on at once."""

    _WAKING = ("set", "set_result", "put_nowait", "cancel", "release", "notify", "notify_all")

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """Let others go on before the caller does."""
        self.generic_visit(node)
        if not self.is_async or not _calls(node, *self._WAKING):
            return node
        return self.put(_expression("(_, await asyncio.sleep(0))[0]", node))


class ZeroIsSoon(Belief):
    """A timer that is due at once stands in the ready queue."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """Put it there."""
        self.generic_visit(node)
        if not _calls(node, "call_later") or ast.unparse(node.args[0]) != "0":
            return node
        node.func.attr = "call_soon"  # type: ignore[attr-defined]
        node.args = node.args[1:]
        return self.put(node)


class _Gather(Belief):
    def visit_Call(self, node: ast.Call) -> ast.AST:
        """Call our own."""
        self.generic_visit(node)
        if ast.unparse(node.func) == "asyncio.gather":
            node.func = self.put(_own())
        return node


class GatherAsFinished(_Gather):
    """`gather` returns results in the order in which they come."""

    own = f"""
async def {_OWN}(*awaitables, **how):
    tasks, finished = [asyncio.ensure_future(one) for one in awaitables], []
    for task in tasks:
        task.add_done_callback(finished.append)
    await asyncio.gather(*tasks, **how)
    return [task.result() for task in finished]
"""


class GatherCancels(_Gather):
    """`gather` cancels the others when one fails."""

    own = f"""
def {_OWN}(*awaitables, **how):
    def over(task):
        if not task.cancelled() and task.exception():
            for other in tasks:
                other.cancel()
    tasks = [asyncio.ensure_future(one) for one in awaitables]
    for task in tasks:
        task.add_done_callback(over)
    return asyncio.gather(*tasks, **how)
"""


def _comes_first(node: ast.stmt) -> bool:
    """Tell whether it is a docstring, or an import that stands before anything else."""
    return (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)) or (
        isinstance(node, ast.ImportFrom) and node.module == "__future__"
    )


def _own() -> ast.expr:
    return ast.Name(_OWN, ast.Load())


def _calls(node: ast.Call, *names: str) -> bool:
    """Tell whether it calls a method of one of these names."""
    return isinstance(node.func, ast.Attribute) and node.func.attr in names


def _is_call_of(node: ast.expr, names: frozenset[str]) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names


def _is_pause(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "asyncio.sleep"


def _argument(call: ast.expr) -> ast.expr:
    return call.args[0]  # type: ignore[attr-defined, no-any-return]


def _awaited(statements: list[ast.stmt]) -> list[ast.expr]:
    """Return what statements await."""
    return [one.value.value for one in statements]  # type: ignore[attr-defined]


def _expression(source: str, hole: ast.expr) -> ast.expr:
    """Return an expression with another one in the place of ``_``."""

    class Filled(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.expr:
            return hole if node.id == "_" else node

    flags = ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    tree = compile(source, "", "eval", flags=flags)
    return Filled().visit(tree.body)  # type: ignore[no-any-return]
