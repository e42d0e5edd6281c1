"""What is still to be written: lines of pages and snippets with the word ``TODO``.

`tools.new` begins with them. While a page is written they are no fault, and lint only lists them; a
site that has an address is not built with them.
"""

import re
from collections.abc import Iterator

from tools.project import LANGUAGES, Project

_TODO = re.compile(r"\bTODO\b", re.ASCII)


def unfinished(project: Project) -> Iterator[str]:
    """Yield a line for each, with its place."""
    pages = (path for language in LANGUAGES for path in project.pages(language))
    for path in (*pages, *project.programs()):
        lines = path.read_text(encoding="utf-8").splitlines()
        for lineno, line in enumerate(lines, 1):
            if _TODO.search(line):
                place = path.relative_to(project.root).as_posix()
                yield f"{place}:{lineno}: to be written: {line.strip()}"
