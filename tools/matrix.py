"""Run every snippet under every supported Python and loop of this machine; print what came out.

``nox -s snippets`` calls it. Everything that did not run is named and counted. An output that is
not what the file says is a failure, unless it is pinned: ``-- --accept`` pins, and cards show it.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools.arguments import Parser
from tools.interpreters import (
    EAGER,
    FREE_THREADED,
    SUPPORTED,
    NotInstallableError,
    Python,
    installed,
    with_uvloop,
)
from tools.project import HERE, Project
from tools.results import Column, Results, accept, compared, record
from turns.snippet.check import DEFAULT_JOBS, DEFAULT_LIMIT, Status, Verdict, check, check_all
from turns.snippet.fresh_run import heed_ctrl_c
from turns.snippet.interpreter import InterpreterError, find_interpreter
from turns.snippet.update import updated

_SYMBOLS = {
    Status.PASSED: "\N{CHECK MARK}",
    Status.FAILED: "\N{BALLOT X}",
    Status.MALFORMED: "\N{BALLOT X}",
    Status.SKIPPED: "\N{EN DASH}",
}
_WORDS = {
    Status.PASSED: "pass",
    Status.FAILED: "FAIL",
    Status.MALFORMED: "FAIL",
    Status.SKIPPED: "skip",
}


class SelectionError(ValueError):
    """An argument that selects no snippet; the message lists the choices."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = Parser("snippets", __doc__ or "")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--accept", action="store_true", help="pin for cards what differs")
    parser.add_argument("select", nargs="*", metavar="PATH")
    options = parser.parse(sys.argv[1:] if arguments is None else arguments)
    heed_ctrl_c()
    try:
        files = select(HERE, options.select)
    except SelectionError as error:
        print(f"snippets: {error}", file=sys.stderr)
        return 2
    try:
        if options.update:
            _update(files)
        # What is eager is compared on one Python, and recorded on all.
        columns, missing = find_columns(HERE, EAGER if options.accept else EAGER[-2:-1])
        results = run(files, columns, missing)
        if options.accept:
            print(*accept(HERE, results), sep="\n")
            print(*record(HERE, results), sep="\n")
        results = compared(HERE, results, lambda path, python: check(path, python, DEFAULT_LIMIT))
    except KeyboardInterrupt:
        print("snippets: interrupted; the programs were killed", file=sys.stderr)
        return 130
    print("\n".join(report(results, plain=not _can_show(sys.stdout.encoding))))
    return int(any(_failed(v) for row in results.verdicts.values() for v in row))


def select(project: Project, fragments: Sequence[str]) -> dict[str, Path]:
    """Return the snippets that an argument names, by ``chapter/name``; all without arguments.

    ``event_loop`` names a chapter, ``event_loop/two_kettles`` or its path a snippet; an argument
    that names neither selects every snippet whose name contains it.
    """
    names = {
        file.relative_to(project.snippets).with_suffix("").as_posix(): file
        for file in project.programs()
    }
    chosen: dict[str, Path] = {}
    for fragment in fragments:
        path = Path(fragment).resolve()
        wanted = fragment.strip("/").removesuffix(".py")
        found = {
            name: file
            for name, file in names.items()
            if path == file or path in file.parents or f"{name}/".startswith(f"{wanted}/")
        } or {name: file for name, file in names.items() if wanted in name}
        if not found:
            raise SelectionError(f"no snippet is called {fragment!r}; choices: {_choices(names)}")
        chosen |= found
    return dict(sorted(chosen.items())) if fragments else names


def _choices(names: dict[str, Path]) -> str:
    chapters = dict.fromkeys(name.rpartition("/")[0] for name in names)
    return ", ".join([*chapters, *names])


def find_columns(project: Project, eager_on: Collection[str]) -> tuple[list[Column], list[str]]:
    """Return the columns of this machine, and for each that is missing its name and the reason."""
    pythons = installed()
    names = {python.name for python in pythons}
    absent = [name for name in (*SUPPORTED, *FREE_THREADED) if name not in names]
    missing = [f"{name}: not installed" for name in absent]
    columns: list[Column] = []
    with ThreadPoolExecutor() as pool:
        pairs = pool.map(lambda python: (python, _uvloop_column(project, python)), pythons)
        for python, beside in pairs:
            columns.append(Column(python.name, find_interpreter(str(python.executable))))
            if isinstance(beside, Column):
                columns.append(beside)
            else:
                missing.append(beside)
            if python.name in eager_on:
                eager = find_interpreter(str(python.executable), "eager")
                columns.append(Column(f"{python.name} eager", eager))
    return columns, missing


def _uvloop_column(project: Project, python: Python) -> Column | str:
    """Return the column with uvloop, or why there is none."""
    name = f"{python.name} uvloop"
    try:
        folder = with_uvloop(
            python, project.root / "requirements" / "uvloop.txt", project.build / "uvloop"
        )
        return Column(name, find_interpreter(str(python.executable), "uvloop", folder))
    except (NotInstallableError, InterpreterError) as error:
        return f"{name}: {error}"


def run(files: dict[str, Path], columns: list[Column], missing: list[str]) -> Results:
    """Check every file in every column, side by side."""
    total = len(files) * len(columns)
    tasks = [(file, column.interpreter) for file in files.values() for column in columns]
    verdicts = []
    for verdict in check_all([(_shown(f), i) for f, i in tasks], DEFAULT_LIMIT, DEFAULT_JOBS):
        verdicts.append(verdict)
        if sys.stderr.isatty():
            end = "\r" if len(verdicts) < total else "\r\x1b[K"
            print(f"{len(verdicts)} of {total} runs", end=end, file=sys.stderr, flush=True)
    width = len(columns)
    rows = {name: verdicts[i * width : (i + 1) * width] for i, name in enumerate(files)}
    return Results(columns, rows, missing)


def _shown(file: Path) -> Path:
    """Return the path as it is shortest to read: below the current folder, if it is there."""
    return file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file


def _update(files: dict[str, Path]) -> None:
    """Rewrite the blocks that apply to this interpreter, showing each change."""
    here = find_interpreter(sys.executable)
    tasks = [(_shown(file), here) for file in files.values()]
    for verdict in check_all(tasks, DEFAULT_LIMIT, DEFAULT_JOBS):
        shown = updated(verdict, here.version)
        if shown.message != verdict.message or shown.status is not Status.PASSED:
            print(shown, *shown.details, sep="\n")
    print()


def report(results: Results, *, plain: bool) -> list[str]:
    """Return the table, what did not run, and the failures; ``plain`` means in ASCII."""
    marks = _WORDS if plain else _SYMBOLS
    names = [column.name for column in results.columns]
    first = max([len(name) for name in results.verdicts] + [len("snippet")])
    lines = ["  ".join([f"{'snippet':{first}}", *names])]
    for name, row in results.verdicts.items():
        cells = [f"{marks[v.status]:^{len(n)}}" for n, v in zip(names, row, strict=True)]
        lines.append("  ".join([f"{name:{first}}", *cells]).rstrip())
    verdicts = [verdict for row in results.verdicts.values() for verdict in row]
    skipped = _grouped(results, lambda verdict: verdict.status is Status.SKIPPED)
    failed = _grouped(results, _failed)
    not_run = sum(verdict.status is Status.SKIPPED for verdict in verdicts)
    lines += ["", f"DID NOT RUN: {len(results.missing)} column{'s' * (len(results.missing) != 1)}"]
    lines += [f"  {reason}" for reason in results.missing]
    lines += [f"DID NOT RUN: {not_run} of {len(verdicts)} runs, skipped by the snippets"]
    lines += [f"  {text} [{', '.join(where)}]" for (text, _), where in skipped.items()]
    for (text, details), where in failed.items():
        lines += ["", f"{text} [{', '.join(where)}]", *details]
    counts = [sum(v.status is s for v in verdicts) for s in (Status.PASSED, Status.SKIPPED)]
    wrong = len(verdicts) - sum(counts)
    columns = f"{len(results.verdicts)} snippets x {len(names)} columns"
    lines += ["", f"{columns}: {counts[0]} passed, {wrong} failed, {counts[1]} skipped"]
    return lines


def _grouped(
    results: Results, wanted: Callable[[Verdict], bool]
) -> dict[tuple[str, tuple[str, ...]], list[str]]:
    """Return the columns of equal verdicts together, so that each is read once."""
    found: defaultdict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for row in results.verdicts.values():
        for column, verdict in zip(results.columns, row, strict=True):
            if wanted(verdict):
                found[str(verdict), verdict.details].append(column.name)
    return found


def _failed(verdict: Verdict) -> bool:
    return verdict.status in {Status.FAILED, Status.MALFORMED}


def _can_show(encoding: str) -> bool:
    try:
        "".join(_SYMBOLS.values()).encode(encoding)
    except (LookupError, UnicodeEncodeError):
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
