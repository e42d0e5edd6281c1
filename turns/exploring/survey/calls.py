"""What is known of other modules only as long as it is called in certain ways.

- ``gc.collect()``: what it does, a digest sees (`turns.exploring.garbage`). How many objects it
  found, depends on what else there was.
- `warnings`: while they are treated otherwise than at the start, no two states are taken for equal.
  But ``once`` keeps a list that outlasts the program's run.
- `logging`: a digest writes down all loggers, and what they refer to. But a record also tells of
  clocks, threads and processes, and a format may ask for that. Handlers that are not
  the program's write to the standard streams alone.
"""

import ast
import re

from turns.exploring.survey.attributes import Found
from turns.exploring.survey.meanings import Program
from turns.exploring.survey.scopes import File, Foreign

_FIRST_FILE = frozenset(["gc", "logging"])
"""Modules about which digests ask only whether the file that is run names them."""
_RESTRICTED = frozenset(
    "gc.collect warnings.simplefilter warnings.filterwarnings logging.basicConfig"
    " logging.Formatter".split()
)
_ACTIONS = frozenset(["always", "error", "ignore"])
_CONFIGURED = frozenset("format level stream force".split())
_FIELD = re.compile(
    r"%\((levelname|levelno|message|name|funcName|lineno|module)\)[-+ 0-9.]*[sd]|%%"
)
_AT_THE_END = frozenset("acquire close flush flushOnClose release".split())
"""What is asked of all handlers when Python ends, after everything that is watched."""


class Calls:
    """Judges how the functions of some modules are called."""

    def __init__(self, program: Program) -> None:
        """Judge those of ``program``."""
        self.program = program
        self.file = next(iter(program.files.values()))

    def mentioned(self, node: ast.expr, file: File, meaning: Foreign) -> Found:
        """Say what is unknown about mentioning ``meaning``, whatever is done with it."""
        if meaning.module in _FIRST_FILE and file is not self.file:
            yield f"{meaning} in a module of the program's own", "state"
        if str(meaning) not in _RESTRICTED:
            return
        call = file.parents[node]
        if not isinstance(call, ast.Call) or call.func is not node:
            yield f"{meaning} as a value", "state"
        elif any(isinstance(one, ast.Starred) for one in call.args) or any(
            keyword.arg is None for keyword in call.keywords
        ):
            yield f"{meaning}() of what is computed", "state"
        elif not self._is_fine(meaning, call, file):
            yield f"{meaning}() called in this way", "state"

    def _is_fine(self, meaning: Foreign, call: ast.Call, file: File) -> bool:
        given = {keyword.arg: keyword.value for keyword in call.keywords}
        match str(meaning):
            case "gc.collect":
                return not call.args and not given and isinstance(file.parents[call], ast.Expr)
            case "logging.basicConfig":
                is_plain = not call.args and given.keys() <= _CONFIGURED
                is_standard = "stream" not in given or self._is_stream(given["stream"], file)
                return is_plain and is_standard and _is_format(given.get("format"))
            case "logging.Formatter":
                first = call.args[0] if call.args else given.pop("fmt", None)
                return len(call.args) < 2 and not given.keys() - {"fmt"} and _is_format(first)
        action = call.args[0] if call.args else given.get("action")
        return isinstance(action, ast.Constant) and action.value in _ACTIONS

    def _is_stream(self, node: ast.expr, file: File) -> bool:
        return self.program.of(node, file) <= {Foreign("sys", "stdout"), Foreign("sys", "stderr")}

    def inherited(self, base: Foreign) -> Found:
        """Say what is unknown about inheriting from ``base``."""
        if str(base) == "logging.Handler" and self.program.own & _AT_THE_END:
            yield "a handler that may do something when Python ends", "state"


def _is_format(node: ast.expr | None) -> bool:
    """Tell whether a format is written out, and asks for nothing that varies."""
    if node is None:
        return True
    text = node.value if isinstance(node, ast.Constant) else None
    return isinstance(text, str) and "%" not in _FIELD.sub("", text)
