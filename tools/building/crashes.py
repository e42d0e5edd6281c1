"""Say in one line where and why a build crashed."""

import traceback
from collections.abc import Iterator
from pathlib import Path

from tools.building.disk import refusal
from tools.building.messages import Crash


def describe(error: BaseException, root: Path) -> Crash:
    """Describe an exception by its innermost cause and the last line of ours that led to it."""
    chain = list(_causes(error))
    if refused := next(filter(None, map(refusal, chain)), None):
        return Crash(refused)
    cause = chain[-1]
    what = " ".join(traceback.format_exception_only(cause)[-1].split())
    where = _syntax_error_place(cause) or _last_place(chain, root)
    # What wraps the cause says nothing new, and Sphinx says it with the same traceback again.
    full = "".join(traceback.format_exception(cause, chain=False)).rstrip()
    if where is None:
        return Crash(what, full)
    path, lineno = where
    if path.is_relative_to(root):
        path = path.relative_to(root)
    return Crash(f"{path.as_posix()}:{lineno}: {what}", full)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield the exception and what lies behind it, outermost first."""
    seen: set[int] = set()
    following: BaseException | None = error
    while following is not None and id(following) not in seen:
        seen.add(id(following))
        yield following
        # Sphinx keeps an event handler's exception in an attribute of its own.
        original = getattr(following, "orig_exc", None)
        hidden = following.__suppress_context__
        following = original or following.__cause__ or (None if hidden else following.__context__)


def _syntax_error_place(error: BaseException) -> tuple[Path, int] | None:
    if isinstance(error, SyntaxError) and error.filename and error.lineno:
        return Path(error.filename), error.lineno
    return None


def _last_place(chain: list[BaseException], root: Path) -> tuple[Path, int] | None:
    """Return the innermost file and line below docs/: those who read this can mend it there."""
    for error in reversed(chain):
        for frame in reversed(traceback.extract_tb(error.__traceback__)):
            path = Path(frame.filename).resolve()
            if path.is_relative_to(root / "docs") and frame.lineno:
                return path, frame.lineno
    return None
