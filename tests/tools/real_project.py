"""A project with this repository's own configuration and extensions, and few small sources."""

import shutil
from pathlib import Path

from tools.project import HERE, LANGUAGES, Project

INDEX = """\
---
myst:
  html_meta:
    description: "A small site."
---

(home-page)=
# Home

{before} [](#first-page) {and_} [](#rule-small).

:::{{toctree}}
first
second
:::
"""

FIRST = """\
(first-page)=
# First

:::{{snippet}} demo/turns
:emphasize-lines: 9
{caption}
:::

(first-details)=
## Details

:::{{rule}} {rule}
:name: rule-small
:promised-by: measurement
{sentence}
:::

```{{doctest}}
>>> 1 + 1
2
```
"""

SECOND = """\
(second-page)=
# Second

{sentence}
"""

SNIPPET = '''\
"""Two callbacks run in order.

两个回调按顺序运行。
"""

import asyncio


async def main() -> None:
    print("first")
    await asyncio.sleep(0)
    print("second")


asyncio.run(main())

# Output:
# first
# second
'''

WORDS = {
    "zh": {
        "before": "见",
        "and_": "和",
        "caption": "一个示例。",
        "rule": "一条规则",
        "sentence": "一句话。",
    },
    "en": {
        "before": "See",
        "and_": "and",
        "caption": "A snippet.",
        "rule": "A rule",
        "sentence": "One sentence.",
    },
}


def make_real_project(root: Path) -> Project:
    """Make a project that builds without a warning: three pages in each language, one snippet."""
    project = Project(root)
    pages = shutil.ignore_patterns("*.pyc.*", "*.mo", *LANGUAGES)  # what is compiled comes along
    shutil.copytree(HERE.docs, project.docs, ignore=pages)
    for folder in ("requirements", "tools", "turns"):
        shutil.copytree(HERE.root / folder, root / folder, ignore=pages)
    (project.snippets / "demo").mkdir(parents=True)
    (project.snippets / "demo/turns.py").write_text(SNIPPET, encoding="utf-8")
    (project.docs / "parity.toml").unlink()
    shutil.rmtree(project.docs / "search")
    for language in LANGUAGES:
        (project.docs / language).mkdir()
        for name, text in {"index": INDEX, "first": FIRST, "second": SECOND}.items():
            page = project.docs / language / f"{name}.md"
            page.write_text(text.format(**WORDS[language]), encoding="utf-8")
    return project
