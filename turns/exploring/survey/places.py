"""Where a function or a class of another module may stand: where no variable holds it then."""

import ast

from turns.exploring.survey import known
from turns.exploring.survey.meanings import Program
from turns.exploring.survey.scopes import File, Foreign


def is_passing(
    node: ast.AST, file: File, program: Program, *, module: bool = False, made: bool = False
) -> bool:
    """Tell whether what ``node`` refers to is used on the spot, or only gets another name.

    With ``module`` it is a module, of which only parts may be used. With ``made`` it is a class
    that was computed, which another name would hide.
    """
    parent = file.parents[node]
    if isinstance(parent, ast.Attribute | ast.Subscript) and parent.value is node and made:
        return False
    if isinstance(parent, ast.Attribute):
        return True
    if isinstance(parent, ast.Expr):
        return True
    if isinstance(parent, ast.Assign | ast.AnnAssign) and parent.value is node:
        return not made and _is_renaming(parent, file)
    return not module and _is_used(node, parent, file, program)


def _is_renaming(node: ast.Assign | ast.AnnAssign, file: File) -> bool:
    """Tell whether a name is given, by which the thing is found again."""
    targets = [*node.targets] if isinstance(node, ast.Assign) else [node.target]
    return file.scopes[node].kind != "class" and all(isinstance(t, ast.Name) for t in targets)


_ON_THE_SPOT = (
    *(ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef),  # a base, a decorator, a result
    *(ast.arg, ast.AnnAssign, ast.ExceptHandler, ast.Raise, ast.MatchClass, ast.FormattedValue),
)


def _is_used(node: ast.AST, parent: ast.AST, file: File, program: Program) -> bool:
    above = file.parents.get(parent)
    match parent:
        case ast.Call(func=function, args=arguments):
            is_fine = function is node or (
                node in arguments and _takes(parent, arguments.index(node), file, program)
            )
        case ast.keyword(arg=name):
            is_fine = (isinstance(above, ast.ClassDef) and name == "metaclass") or (
                isinstance(above, ast.Call) and _takes(above, name or "", file, program)
            )
        case ast.Compare(ops=operators):
            # A method of the program's would be handed the thing to compare it.
            told = program.own & {"__eq__", "__ne__", "__contains__"}
            fine = (ast.Is, ast.IsNot, *(() if told else (ast.Eq, ast.NotEq, ast.In, ast.NotIn)))
            is_fine = all(isinstance(operator, fine) for operator in operators)
        case ast.Subscript(value=value) if value is not node:
            is_fine = all(isinstance(meaning, Foreign) for meaning in program.of(value, file))
        case ast.Subscript():
            is_fine = is_passing(parent, file, program)
        case ast.BinOp() if "__ror__" in program.own:
            is_fine = False
        case ast.List() | ast.Tuple() | ast.BinOp(op=ast.BitOr()):
            is_fine = _is_used_together(parent, file, program)
        case _:
            is_alias = type(parent).__name__ in {"TypeAlias", "TypeVar"}
            is_fine = is_alias or isinstance(parent, _ON_THE_SPOT)
    return is_fine


def _is_used_together(node: ast.AST, file: File, program: Program) -> bool:
    """Tell whether several are used on the spot: `except (A, B)`, `Callable[[A], B]`, `A | B`."""
    above = file.parents[node]
    if isinstance(above, ast.Assign | ast.Attribute):
        return False  # a name would hide them
    if isinstance(above, ast.AnnAssign):
        return above.annotation is node
    is_list = isinstance(node, ast.List)
    if is_list and not isinstance(above, ast.Subscript | ast.Tuple):
        return False
    return _is_used(node, above, file, program)


def _takes(call: ast.Call, place: int | str, file: File, program: Program) -> bool:
    """Tell whether a function never hands back what it is given in this place."""
    if any(isinstance(argument, ast.Starred) for argument in call.args):
        return False
    function = call.func
    if isinstance(function, ast.Attribute) and place in known.TAKER_METHODS.get(function.attr, ()):
        return function.attr not in program.own
    meanings = program.of(function, file)
    return all(
        isinstance(meaning, Foreign)
        and place in known.TAKERS.get(f"{meaning.module}.{meaning.name}", ())
        for meaning in meanings
    )


def is_truth(node: ast.AST, file: File) -> bool:
    """Tell whether only the truth of ``node`` counts: whether it is empty."""
    parent = file.parents[node]
    match parent:
        case ast.If() | ast.While() | ast.IfExp() | ast.Assert():
            return parent.test is node
        case ast.UnaryOp(op=ast.Not()):
            return True
        case ast.BoolOp():
            return is_truth(parent, file)
        case ast.comprehension(ifs=conditions):
            return node in conditions
    return False
