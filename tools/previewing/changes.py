"""What a changed file asks of live preview."""

from enum import IntEnum
from pathlib import Path

from markup.sources import is_source
from tools.project import LANGUAGES, SHARED, Project


class Change(IntEnum):
    """How much has to be done anew; of several changes the greatest counts."""

    NONE = 0
    PAGES = 1
    """Sphinx sees for itself which pages are concerned."""
    LOOKS = 2
    """Every page is written anew."""
    CODE = 3
    """Every page is read anew."""

    @property
    def fresh(self) -> bool:
        """Say whether the process must be a new one: this one has the old files in memory."""
        return self >= Change.LOOKS


def folders(project: Project) -> list[Path]:
    """Return the folders to watch."""
    return [folder for folder in (project.docs, project.snippets, project.turns) if folder.is_dir()]


def changes(project: Project, path: Path) -> dict[str, Change]:
    """Return what a changed, added or removed file asks for, by language."""
    for folder in folders(project):
        if path.is_relative_to(folder):
            inside = path.relative_to(folder)
            break
    else:
        return {}
    parts = inside.parts
    if not parts or not is_source(inside):
        return {}
    if folder == project.turns:
        return dict.fromkeys(LANGUAGES, Change.CODE)
    if folder == project.docs and parts[0] in LANGUAGES:
        return {parts[0]: Change.PAGES}
    return dict.fromkeys(LANGUAGES, _shared(parts, snippet=folder == project.snippets))


def _shared(parts: tuple[str, ...], *, snippet: bool) -> Change:
    """Return what a file asks for that both languages use."""
    if snippet or parts[0] in SHARED:
        return Change.PAGES
    if parts[0] in {"_assets", "_static", "_templates"}:
        return Change.LOOKS
    if len(parts) > 1 or parts[0] == "conf.py":
        return Change.CODE
    return Change.NONE  # parity.toml: no page depends on it
