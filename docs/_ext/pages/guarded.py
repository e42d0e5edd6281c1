"""Give each page its policy, when all of it is there; see `policy`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.jinja2glue import BuiltinTemplateLoader

from pages.policy import with_policy

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.config import Config
    from sphinx.theming import Theme
    from sphinx.util.typing import ExtensionMetadata


class GuardedTemplates(BuiltinTemplateLoader):
    """Sphinx's templates; each page that is made of one gets a policy."""

    def init(
        self, builder: Builder, theme: Theme | None = None, dirs: list[str] | None = None
    ) -> None:
        """Remember whether pages are made, and no books, which load nothing."""
        super().init(builder, theme, dirs)
        self._pages = _makes_pages(builder)

    def render(self, template: str, context: dict[str, Any]) -> str:  # type: ignore[override]
        """Return what comes of a template."""
        text = super().render(template, context)
        return with_policy(text) if self._pages and template.endswith(".html") else text


def _makes_pages(builder: Builder) -> bool:
    """Say whether a builder makes pages; `embedded` is Sphinx's word for a book."""
    return builder.format == "html" and not getattr(builder, "embedded", False)


def _choose(_app: Sphinx, config: Config) -> None:
    config.template_bridge = f"{__name__}.{GuardedTemplates.__name__}"


def _guard_moved(app: Sphinx, exception: Exception | None) -> None:
    """Give a policy to the pages that lead to others, which `sphinx_reredirects` writes itself."""
    if exception is not None or not _makes_pages(app.builder):
        return
    for name in getattr(app.config, "redirects", ()):
        page = Path(app.outdir, f"{name}.html")
        page.write_text(with_policy(page.read_text("utf-8")), "utf-8", newline="\n")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Take the place of Sphinx's own templates."""
    app.connect("config-inited", _choose)
    app.connect("build-finished", _guard_moved)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
