"""Where a program may tell equal texts or numbers apart, which no digest does.

To a digest two equal texts are one; ``is`` may see two. So one side of it has to be what is never a
text or a number: None, a class, a function, a task, an object that stands for nothing else.
"""

import ast

from turns.exploring.survey.known import PURE, is_unchangeable
from turns.exploring.survey.meanings import Program
from turns.exploring.survey.scopes import File, Foreign

_MAKERS = frozenset(
    Foreign(module, name)
    for module, names in {
        "builtins": "object type",
        "asyncio": "Event Future Lock Queue Semaphore Task create_task current_task ensure_future"
        " gather get_event_loop get_running_loop",
    }.items()
    for name in names.split()
)
"""What makes or finds objects that are no texts or numbers."""


def is_visible(node: ast.Compare, file: File, program: Program) -> bool:
    """Tell whether a digest sees all that the comparison does."""
    sides = [node.left, *node.comparators]
    return all(
        not isinstance(operator, ast.Is | ast.IsNot)
        or _is_object(sides[i], file, program)
        or _is_object(sides[i + 1], file, program)
        for i, operator in enumerate(node.ops)
    )


def _is_object(node: ast.expr, file: File, program: Program) -> bool:
    match node:
        case ast.Constant(value=value):
            found = value is None or isinstance(value, bool) or value is ...
        case ast.Call(func=function):
            found = program.of(function, file) <= _MAKERS
        case ast.Name() if file.scopes[node].owners(node.id):
            found = _is_name_of_object(node, file, program) or _is_foreign(node, file, program)
        case ast.Attribute(value=ast.Name() as kind, attr=name):
            is_member = _is_member(kind, name, file, program)
            found = is_member or _is_foreign(node, file, program)
        case _:
            found = _is_foreign(node, file, program)
    return found


def _is_foreign(node: ast.expr, file: File, program: Program) -> bool:
    """Tell whether ``node`` is a function or class of another module."""
    return all(
        isinstance(meaning, Foreign)
        and not is_unchangeable(meaning)
        and (meaning.module != "builtins" or meaning.name in PURE)
        and not meaning.name.startswith("__")
        for meaning in program.of(node, file)
    )


def _is_name_of_object(node: ast.Name, file: File, program: Program) -> bool:
    """Tell whether a name is given to nothing but functions, classes and other objects."""
    return all(
        _is_plain_definition(binding.node)
        or (isinstance(binding.value, ast.Call) and _is_object(binding.value, owner.file, program))
        for owner in file.scopes[node].owners(node.id)
        for binding in owner.bindings[node.id]
    )


def _is_plain_definition(node: ast.AST) -> bool:
    match node:
        case (
            ast.FunctionDef(decorator_list=decorators)
            | ast.AsyncFunctionDef(decorator_list=decorators)
            | ast.ClassDef(decorator_list=decorators)
        ):
            return not decorators
    return False


def _is_member(kind: ast.Name, name: str, file: File, program: Program) -> bool:
    """Tell whether ``kind.name`` is a member of an enumeration."""
    definitions = [
        binding.node
        for owner in file.scopes[kind].owners(kind.id)
        for binding in owner.bindings[kind.id]
    ]
    enumerations = {Foreign("enum", "Enum"), Foreign("enum", "Flag")}
    return bool(definitions) and all(
        isinstance(definition, ast.ClassDef)
        and len(definition.bases) == 1
        and program.of(definition.bases[0], file) <= enumerations
        and name in file.scopes[definition.body[0]].bindings
        for definition in definitions
    )
