"""Where things are in a checkout, and which languages there are."""

from dataclasses import dataclass
from pathlib import Path

from language.languages import BY_FOLDER
from markup import sources

LANGUAGES = tuple(BY_FOLDER)
"""The folders of both."""
BUILT_FROM = ("docs", "requirements", "snippets", "tools", "turns")
"""What a copy of a checkout needs to be built; with ``.git``, it has dates too."""
SHARED = ("_figures", "_recordings")
"""The folders beside them with what the pages of both show."""


@dataclass(frozen=True)
class Project:
    """A checkout; tests make small ones of their own."""

    root: Path

    @property
    def docs(self) -> Path:
        """The folder of conf.py and of both languages' pages."""
        return self.root / "docs"

    @property
    def snippets(self) -> Path:
        """The programs that both languages show."""
        return self.root / "snippets"

    def pages(self, language: str) -> list[Path]:
        """Return the pages of a language."""
        return sources.below(self.docs / language, ".md")

    def programs(self) -> list[Path]:
        """Return the snippets."""
        return sources.below(self.snippets, ".py")

    @property
    def turns(self) -> Path:
        """The tool that runs, records and explores the programs."""
        return self.root / "turns"

    @property
    def build(self) -> Path:
        """What builds keep for the next build; may be deleted at any time."""
        return self.root / ".build"

    @property
    def site(self) -> Path:
        """The finished static site."""
        return self.root / "_site"


HERE = Project(Path(__file__).resolve().parent.parent)
