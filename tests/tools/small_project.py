"""Small projects to build: two languages, three pages, one snippet."""

import shutil
from pathlib import Path

from tools.project import HERE, LANGUAGES, Project

CONF = """\
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent / "_ext"), str(Path(__file__).parents[1])]
project = "small"
language = "en" if tags.has("en") else "zh_CN"
extensions = ["myst_parser", "sphinx.ext.doctest", "pages.stale_pages"]
html_theme = "basic"
html_static_path = ["_static"]
templates_path = ["_templates"]
html_copy_source = False
"""

INDEX = """\
(home-page)=
# Home {language}

```{{toctree}}
first
second
```
"""

FIRST = """\
(first-page)=
# First {language}

Words about the [](#second-page).

```{{literalinclude}} ../../snippets/shown.py
```
"""

SECOND = """\
(second-page)=
# Second {language}

```{{doctest}}
>>> 1 + 1
2
```
"""


def make_project(root: Path) -> Project:
    """Make a project that builds without a warning, with a copy of the tools and extensions."""
    project = Project(root)
    for folder in ("_static", "_templates", *LANGUAGES):
        (project.docs / folder).mkdir(parents=True)
    project.snippets.mkdir()
    (project.snippets / "shown.py").write_text("print('from the snippet')\n", encoding="utf-8")
    (project.docs / "conf.py").write_text(CONF, encoding="utf-8")
    for language in LANGUAGES:
        for name, text in {"index": INDEX, "first": FIRST, "second": SECOND}.items():
            path = project.docs / language / f"{name}.md"
            path.write_text(text.format(language=language), encoding="utf-8")
    half = shutil.ignore_patterns("*.pyc.*")  # what is compiled comes along
    for folder in ("tools", "turns", "docs/_ext", "docs/_assets", "requirements"):
        shutil.copytree(HERE.root / folder, root / folder, ignore=half)
    return project


def replace(path: Path, old: str, new: str) -> None:
    """Save a file with some of its text changed, as editors do: by renaming a temporary one."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    temporary = path.with_name(f"{path.name}~")
    temporary.write_text(text.replace(old, new), encoding="utf-8")
    temporary.replace(path)
