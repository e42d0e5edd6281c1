"""What can be wrong with a site's sources: how to break one thing, and what must be said of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from real_project import SNIPPET

ZH, EN = "docs/zh/second.md", "docs/en/second.md"
PROGRAM = "snippets/demo/turns.py"
PRINT = '    print("first")\n'
HUGE = b"words\n" * 8_000_000

Breakage = Callable[[Path], object]


@dataclass(frozen=True)
class Kind:
    """One kind of broken input."""

    name: str
    breaks: Breakage
    lines: tuple[str, ...]  #: how the problem lines begin or, after "…", what they have in them
    live: bool = True  #: whether live preview reports it too: it does not compare the trees


def appended(text: str | bytes, *paths: str) -> Breakage:
    """Add text to files, which are made if need be."""
    data = text.encode() if isinstance(text, str) else text

    def apply(root: Path) -> None:
        for name in paths:
            path = root / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes((path.read_bytes() if path.exists() else b"") + data)

    return apply


def replaced(old: str, new: str, *paths: str) -> Breakage:
    """Replace text in files."""

    def apply(root: Path) -> None:
        for name in paths:
            text = (root / name).read_text(encoding="utf-8")
            assert old in text
            (root / name).write_text(text.replace(old, new), encoding="utf-8")

    return apply


def linked(name: str, target: str) -> Breakage:
    """Make a symbolic link."""
    return lambda root: (root / name).symlink_to(target)


def folder(name: str) -> Breakage:
    """Make a folder."""
    return lambda root: (root / name).mkdir()


def in_both(name: str) -> tuple[str, str]:
    """Name a page in both languages."""
    return f"docs/zh/{name}.md", f"docs/en/{name}.md"


def at(lineno: int, message: str, name: str = "second") -> tuple[str, ...]:
    """Expect the same of the page in both languages."""
    return tuple(f"{path}:{lineno}: …{message}" for path in in_both(name))


FIRST, HOME = in_both("first"), in_both("index")
BOTH = (ZH, EN)

KINDS = (
    # Files
    Kind("page not UTF-8", appended(b"\ncaf\xe9\n", ZH), (f"{ZH}:6: is not UTF-8",)),
    Kind("page in UTF-16", lambda root: (root / ZH).write_text("# x", "utf-16"), (f"{ZH}:1: is",)),
    Kind("snippet not UTF-8", appended(b"# caf\xe9\n", PROGRAM), (f"{PROGRAM}:20: is not UTF-8",)),
    Kind(
        "byte order mark in a snippet",
        lambda root: (root / PROGRAM).write_text(SNIPPET, "utf-8-sig"),
        (f"{PROGRAM}:1: …begins with a byte order mark; save it as plain UTF-8",),
    ),
    Kind("NUL in a page", appended("\nx\0y\n", ZH), (f"{ZH}:6: has a NUL character",)),
    Kind("NUL in a snippet", appended("# x\0y\n", PROGRAM), (f"{PROGRAM}:20: has a NUL",)),
    Kind("empty page", lambda root: (root / ZH).write_text(" \n"), (f"{ZH}:1: is empty; write",)),
    Kind("huge page", appended(HUGE, ZH), (f"{ZH}: has 48.0 MB; the most is 256 KiB",)),
    Kind("huge snippet", appended(HUGE, PROGRAM), (f"{PROGRAM}: has 48.0 MB; the most is",)),
    Kind(
        "page with a conflict",
        appended("\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n", ZH),
        (f"{ZH}:6: a merge has ended in conflict; keep what is right",),
    ),
    Kind(
        "snippet with half a conflict",
        appended("b = 1\n>>>>>>> other\n", PROGRAM),
        (f"{PROGRAM}:21: a merge has ended in conflict",),
    ),
    Kind("link to its own folder", linked("docs/zh/loop", "."), ("docs/zh/loop: is a symbolic",)),
    Kind("link to a folder", linked("snippets/a", "demo"), ("snippets/a: is a symbolic link to",)),
    Kind("link to itself", linked("docs/zh/a.md", "a.md"), ("docs/zh/a.md: cannot be read: ",)),
    Kind("page that links nowhere", linked("docs/zh/a.md", "b.md"), ("docs/zh/a.md: is a symb",)),
    Kind("snippet that links nowhere", linked("snippets/a.py", "b"), ("snippets/a.py: is a sym",)),
    Kind("folder named as a page", folder("docs/zh/a.md"), ("docs/zh/a.md: is a folder with the",)),
    Kind("folder named as a snippet", folder("snippets/a.py"), ("snippets/a.py: is a folder",)),
    # What the search is told
    Kind(
        "query for no page",
        appended('first = ["a"]\n"second-one" = ["b"]\n', "docs/search/en.toml"),
        ("docs/search/en.toml:2: …there is no page 'second-one'; write the name of its file",),
    ),
    Kind(
        "queries that are not TOML",
        appended("first = [\n'a\n", "docs/search/zh.toml"),
        ("docs/search/zh.toml:2: …this is no TOML: ",),
    ),
    # Pages
    Kind(
        "front matter",
        replaced('site."', "site.", HOME[0]),
        (f"{HOME[0]}:5: the front matter is not YAML: found unexpected end of stream",),
    ),
    Kind(
        "front matter that YAML cuts",
        replaced('"A small site."', "A small site: # 1", HOME[0]),
        (f"{HOME[0]}:4: what stands behind ` #` is lost; put the text into quotes",),
    ),
    Kind(
        "page includes itself",
        appended("\n```{include} second.md\n```\n", ZH),
        (f"{ZH}:6: a circular include: second.md → second.md",),
    ),
    Kind(
        "page includes what is elsewhere",
        appended("\n```{literalinclude} ../../pyproject.toml\n```\n", ZH),
        (f"{ZH}:6: ../../pyproject.toml is not below docs/ or snippets/, where",),
    ),
    Kind(
        "pages include each other",
        lambda root: [
            appended("\n:::{include} first.md\n:::\n", ZH)(root),
            appended("\n:::{include} /second.md\n:::\n", FIRST[0])(root),
        ],
        (f"{ZH}:6: a circular include: first.md → second.md → first.md",),
    ),
    Kind(
        "unknown directive",
        appended("\n:::{nothing} x\n:::\n", *BOTH),
        at(6, ":::{nothing} is not supported; CONTRIBUTING.md has every directive"),
    ),
    Kind(
        "unknown directive in one language",
        appended("\n:::{nothing} x\n:::\n", ZH),
        (f"{ZH}:6: …:::{{nothing}} is not supported",),
    ),
    Kind(
        "unknown role", appended("\n{nothing}`x`\n", *BOTH), at(6, "{nothing}`…` is not supported")
    ),
    Kind("missing label", appended("\n[](#nowhere)\n", *BOTH), at(6, "not found: 'nowhere'")),
    Kind("missing image", appended("\n![x](no.png)\n", *BOTH), at(6, "not readable: no.png")),
    Kind("asterisks", appended("\n**“引”**是\n", *BOTH), at(6, "a literal `**` reaches the page")),
    Kind(
        "label of another page",
        appended("\n(first-page)=\n## Again\n", *BOTH),
        at(7, "duplicate label first-page, other instance in docs/"),
    ),
    Kind(
        "label twice on a page",
        appended("\n(second-page)=\n## Again\n", *BOTH),
        at(6, 'Duplicate explicit target name: "second-page"'),
    ),
    Kind(
        "page in no toctree",
        appended("(third-page)=\n# Third\n", *in_both("third")),
        tuple(f"{path}: …isn't included in any toctree" for path in in_both("third")),
    ),
    Kind(
        "toctree names no page",
        replaced("second\n:", "second\nthird\n:", *HOME),
        at(12, "nonexisting document 'third'", "index"),
    ),
    Kind(
        "rule without a promise",
        replaced(":promised-by: measurement\n", "", *FIRST),
        at(12, "`:promised-by:` is one of documentation, ", "first"),
    ),
    # Snippets
    Kind("no snippet", lambda root: (root / PROGRAM).unlink(), at(4, "there is no file", "first")),
    Kind(
        "snippet with its suffix",
        replaced("demo/turns", "demo/turns.py", *FIRST),
        at(4, "'demo/turns.py' is not a snippet; write", "first"),
    ),
    Kind(
        "snippet above the root",
        replaced("demo/turns", "../demo/turns", *FIRST),
        at(4, "'../demo/turns' is not a snippet; write", "first"),
    ),
    Kind(
        "unknown option",
        replaced(":emphasize-lines: 9", ":colour: red", *FIRST),
        at(5, "{snippet} has no `:colour:`; its options: `:emphasize-lines:`, ", "first"),
    ),
    Kind(
        "wrong value of an option",
        replaced(":emphasize-lines: 9", ":emphasize-lines: 99", *FIRST),
        at(4, "`:emphasize-lines: 99`; write lines of the file between 6 and 15", "first"),
    ),
    Kind(
        "Output block misspelt",
        replaced("# Output:", "# Outputs:", PROGRAM),
        (f"{PROGRAM}:17: …did you mean `# Output:`?",),
    ),
    Kind(
        "no Output block",
        replaced("# Output:\n# first\n# second\n", "", PROGRAM),
        (f"{PROGRAM}:16: …there is no Output block; end the file with `# Output:`",),
    ),
    Kind(
        "syntax error",
        replaced(PRINT, PRINT.replace(")", ""), PROGRAM),
        (f"{PROGRAM}:10: …syntax error: ",),
    ),
    Kind(
        "program without an end",
        replaced(PRINT, f'    while True:\n        print("x" * 9999)\n{PRINT}', PROGRAM),
        (f"{PROGRAM}:1: …stopped: it printed more than 1,000,000 characters",),
    ),
    # The two trees
    Kind(
        "heading without a label in one language",
        appended("\n## More\n", ZH),
        (f"{ZH}:6 ↔ {EN}:4: heading differs: ",),
        live=False,
    ),
    Kind(
        "heading without a label",
        appended("\n## More\n", *BOTH),
        (f"{ZH}:6 ↔ {EN}:6: heading differs: neither has a label",),
        live=False,
    ),
    Kind(
        "other code",
        replaced(">>> 1 + 1", ">>> 2 + 0", FIRST[0]),
        (f"{FIRST[0]}:19 ↔ {FIRST[1]}:19: doctest differs: in {{doctest}}, zh has “>>> 2 + 0”",),
        live=False,
    ),
    Kind(
        "other option",
        replaced(":emphasize-lines: 9", ":emphasize-lines: 10", FIRST[0]),
        (f"{FIRST[0]}:4 ↔ {FIRST[1]}:4: directive differs: in {{snippet}} demo/turns",),
        live=False,
    ),
    Kind(
        "page in one language",
        appended("---\norphan: true\n---\n\n(third-page)=\n# Third\n", "docs/zh/third.md"),
        ("docs/zh/third.md:1 ↔ docs/en/third.md:1: page differs: zh has it, en lacks it",),
        live=False,
    ),
    Kind(
        "exceptions that are not TOML",
        appended("[[exception\n", "docs/parity.toml"),
        ("docs/parity.toml: not TOML: ",),
        live=False,
    ),
)
