"""Where a function or a class of another module may stand: where no variable holds it then."""

import ast
from collections.abc import Sequence

from turns.exploring import known
from turns.exploring.meanings import Program
from turns.exploring.scopes import File, Foreign


def is_passing(
    node: ast.AST, file: File, program: Program, *, module: bool = False, made: bool = False
) -> bool:
    """Tell whether what ``node`` refers to is used on the spot, or only gets another name.

    With ``module`` it is a module, of which only parts may be used. With ``made`` it is a class
    that was computed, which another name would hide.
    """
    parent = file.parents[node]
    if isinstance(parent, ast.Attribute):
        return not made
    if isinstance(parent, ast.Expr):
        return True
    if isinstance(parent, ast.Assign | ast.AnnAssign) and parent.value is node:
        return not made and _is_renaming(parent, file)
    return not module and _is_used(node, parent, file, program)


def _is_renaming(node: ast.Assign | ast.AnnAssign, file: File) -> bool:
    """Tell whether a name is given, by which the thing is found again."""
    targets: Sequence[ast.expr] = node.targets if isinstance(node, ast.Assign) else [node.target]
    return file.scopes[node].kind != "class" and all(isinstance(t, ast.Name) for t in targets)


def _is_used(node: ast.AST, parent: ast.AST, file: File, program: Program) -> bool:
    match parent:
        case ast.Call(func=function, args=arguments):
            return function is node or (
                node in arguments and _takes(parent, arguments.index(node), file, program)
            )
        case ast.keyword(arg=name):
            above = file.parents[parent]
            if isinstance(above, ast.ClassDef):
                return name == "metaclass"
            return isinstance(above, ast.Call) and _takes(above, name or "", file, program)
        case ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef():
            return True  # a base, a decorator, an annotation
        case ast.arg() | ast.AnnAssign():
            return True
        case ast.ExceptHandler() | ast.Raise() | ast.MatchClass() | ast.FormattedValue():
            return True
        case ast.Compare(ops=operators):
            # A method of the program's would be handed the thing to compare it.
            return all(isinstance(operator, ast.Is | ast.IsNot) for operator in operators) or not (
                program.functions & {"__eq__", "__ne__", "__contains__"}
            )
        case ast.Subscript(value=value) if value is not node:
            return all(isinstance(meaning, Foreign) for meaning in program.of(value, file))
        case ast.Subscript():
            return is_passing(parent, file, program)
        case ast.List() | ast.Tuple() | ast.BinOp(op=ast.BitOr()):
            # As in `except (A, B)`, `Callable[[A], B]` and `A | B`; with a name it would be hidden.
            above = file.parents[parent]
            if isinstance(above, ast.Assign | ast.AnnAssign | ast.Attribute):
                return isinstance(above, ast.AnnAssign) and above.annotation is parent
            is_list = isinstance(parent, ast.List)
            return (not is_list or isinstance(above, ast.Subscript | ast.Tuple)) and _is_used(
                parent, above, file, program
            )
    return type(parent).__name__ in {"TypeAlias", "TypeVar"}


def _takes(call: ast.Call, place: int | str, file: File, program: Program) -> bool:
    """Tell whether a function never hands back what it is given in this place."""
    if any(isinstance(argument, ast.Starred) for argument in call.args):
        return False
    function = call.func
    if isinstance(function, ast.Attribute) and place in known.TAKER_METHODS.get(function.attr, ()):
        return function.attr not in program.functions
    meanings = program.of(function, file)
    return all(
        isinstance(meaning, Foreign)
        and place in known.TAKERS.get(f"{meaning.module}.{meaning.name}", ())
        for meaning in meanings
    )
