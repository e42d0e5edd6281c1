"""Everything there is to do here: `nox -l` lists it, `nox` does what a pull request needs."""

import os
import shutil
from pathlib import Path

import nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.reuse_existing_virtualenvs = True
nox.options.sessions = ["lint", "snippets", "doctest", "build", "tests"]

os.environ.pop("PYTHONSAFEPATH", None)  # else `python -m` would not find our tools

GROUPS = ("site", "node", "snippets", "pythons", "uvloop", "tests", "libraries", "validate", "lint")


def install(session: nox.Session, group: str) -> None:
    """Install what a dependency group of pyproject.toml was locked to."""
    session.install("--require-hashes", "-r", f"requirements/{group}.txt")


def bring_node(session: nox.Session) -> None:
    """Install a Node.js where the machine has none: what makes the playground runs on it."""
    if not shutil.which("npm"):
        install(session, "node")


@nox.session(default=False)
def docs(session: nox.Session) -> None:
    """Preview both languages live: `-- zh` or `-- en` for one, `-- --open`, `--port`, `--host`."""
    install(session, "site")
    session.run("python", "-m", "tools.previewing", *session.posargs)


@nox.session(default=False)
def new(session: nox.Session) -> None:
    """Begin a page or a snippet: `-- page await/naps`, `-- snippet await/two_naps`."""
    session.run("python", "-m", "tools.new", *session.posargs)


@nox.session
def build(session: nox.Session) -> None:
    """Build the static site, with its books, into _site/; warnings are errors."""
    install(session, "site")
    bring_node(session)
    session.run("python", "-m", "tools.build", *session.posargs)


@nox.session
def snippets(session: nox.Session) -> None:
    """Run every snippet on every Python: `-- event_loop` selects, `-- --update`, `-- --accept`."""
    install(session, "snippets")
    session.run("python", "-m", "tools.matrix", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Test what can be tested quickly: `-- tests/turns` selects, as pytest takes it."""
    ready_for_tests(session)
    if session.posargs:
        session.run("pytest", *session.posargs)
    else:
        test(session, "not slow and not long")


@nox.session(default=False)
def slow(session: nox.Session) -> None:
    """Test what takes more than a second: processes, builds, every kind of page, all engines."""
    ready_for_tests(session)
    test(session, "slow and not long")


@nox.session(default=False)
def long(session: nox.Session) -> None:
    """Test what takes long and seldom breaks."""
    ready_for_tests(session)
    test(session, "long")


def ready_for_tests(session: nox.Session) -> None:
    """Install what the tests need, and what builds the site for them."""
    install(session, "tests")
    bring_node(session)


def test(session: nox.Session, marked: str) -> None:
    """Run the tests with these marks: first those that need no browser, then the others."""
    # Apart: while a browser is open, Playwright keeps an event loop running in its thread.
    others = ("--ignore=tests/browser", "--ignore=tests/turns/libraries")  # has its own session
    side_by_side = (f"--numprocesses={(os.cpu_count() or 1) + 1}", "--dist=loadgroup")
    for where in (others, ("tests/browser",)):
        session.run("pytest", *where, "-m", marked, *side_by_side)


@nox.session(default=False)
def pythons(session: nox.Session) -> None:
    """Try `turns` on every Python here, and the site on the oldest and the newest: `-- 3.14`."""
    install(session, "pythons")
    session.run("python", "-m", "tools.pythons", *session.posargs)


@nox.session(default=False)
def libraries(session: nox.Session) -> None:
    """Compare programs that use libraries, watched, with what they do in reality."""
    install(session, "libraries")
    # Without conftest.py, which is about Sphinx.
    session.run("pytest", "--noconftest", "tests/turns/libraries", *session.posargs)


@nox.session(default=False)
def agreement(session: nox.Session) -> None:
    """Compare the explorer with the brute-force judge on all Pythons: the figures of a page."""
    install(session, "pythons")
    session.run("python", "-m", "tools.agreement", *session.posargs)


@nox.session
def doctest(session: nox.Session) -> None:
    """Run the inline examples of both languages."""
    install(session, "site")
    session.run("python", "-m", "tools.build", "--builder", "doctest", *session.posargs)


@nox.session(default=False)
def links(session: nox.Session) -> None:
    """Ask other sites whether the pages that ours link to are there."""
    install(session, "site")
    session.run("python", "-m", "tools.build", "--builder", "linkcheck", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check code, types, prose, Markdown, pages and workflows: `-- --fix` mends what can be."""
    if session.posargs not in ([], ["--fix"]):
        session.error(f"unknown argument {' '.join(session.posargs)!r}; choices: --fix")
    fix = bool(session.posargs)
    install(session, "lint")
    session.run("python", "-m", "tools.building.sources")  # others would say it in many lines
    session.run("ruff", "check", *(["--fix"] if fix else []))
    session.run("ruff", "format", *([] if fix else ["--check"]))
    session.run("mypy")
    ours = os.pathsep.join((".", "docs/_ext"))
    session.run("lint-imports", "--no-cache", env={"PYTHONPATH": ours})
    session.run("rumdl", "check", *(["--fix"] if fix else []), ".")
    session.run("codespell")
    session.run("python", "-m", "tools.checking.prose", *session.posargs)
    session.run("python", "-m", "tools.checking.parity")
    session.run("python", "-m", "tools.checking.pages")
    session.run("python", "-m", "tools.checking.introduced")
    # Named one by one: without a repository around them actionlint would find none.
    workflows = sorted(map(str, Path(".github/workflows").glob("[!.]*.yml")))
    session.run("actionlint", *workflows)
    session.run("zizmor", "--offline", "--quiet", *workflows, ".github/dependabot.yml")
    forms = sorted(map(str, Path(".github/ISSUE_TEMPLATE").glob("[!.]*.yml")))
    for schema, files in (
        ("github-issue-forms", forms),
        ("citation-file-format", ["CITATION.cff"]),
        ("dependabot", [".github/dependabot.yml"]),
    ):
        session.run("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files)


@nox.session(default=False)
def recordings(session: nox.Session) -> None:
    """Compare what cards show with what Python records now: `-- --accept [two_naps]` pins it."""
    install(session, "snippets")
    session.run("python", "-m", "tools.recordings", *session.posargs)


@nox.session(default=False)
def validate(session: nox.Session) -> None:
    """Check the HTML of every page and both EPUBs; needs Java and Node.js."""
    install(session, "validate")
    session.run("python", "-m", "tools.validate")


@nox.session(default=False)
def lighthouse(session: nox.Session) -> None:
    """Measure the speed of pages beside two peers' pages; needs Chromium and Node.js."""
    install(session, "site")
    session.run("python", "-m", "tools.benchmarks.pages")


@nox.session(default=False)
def lock(session: nox.Session) -> None:
    """Update every locked dependency to the newest version that pyproject.toml allows."""
    session.install("uv")
    for group in GROUPS:
        session.run(
            *("uv", "pip", "compile", "--quiet", "--universal", "--upgrade", "--no-header"),
            # One version for every Python, so that the same site comes out of each.
            *("--fork-strategy", "fewest", "--python-version", "3.11"),
            *("--generate-hashes", "--group", group, "--output-file", f"requirements/{group}.txt"),
        )
    session.log("locked; run plain `nox` before you commit")


@nox.session(default=False)
def clean(_session: nox.Session) -> None:
    """Remove what the other sessions leave: .build/ and _site/."""
    for folder in (".build", "_site"):
        shutil.rmtree(Path(folder), ignore_errors=True)
