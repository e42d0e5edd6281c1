"""What a build is told of what lies beside it, so that its pages link to nothing that is not there.

`tools.building.language` sets both values; each package above this one reads what it needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from language.languages import LANGUAGES

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the values."""
    # The folders of the languages that are built side by side: a preview may be of one.
    folders = [language.folder for language in LANGUAGES]
    app.add_config_value("site_languages", folders, "html", list)
    # The builders whose output is put beside the pages; `tools.building.static_site` says which.
    app.add_config_value("beside", [], "html", list)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
