"""What is found on each page while it is read, kept in the environment until all are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from sphinx.environment.collectors import EnvironmentCollector

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_T = TypeVar("_T")


class ByPage(EnvironmentCollector, Generic[_T]):
    """Keeps what `process_doc` of a subclass finds, by the names of pages."""

    name: ClassVar[str]
    """Of the attribute of the environment in which it is kept."""

    @classmethod
    def of(cls, env: BuildEnvironment) -> dict[str, _T]:
        """Return what was found, by page."""
        found: dict[str, _T] = vars(env).setdefault(cls.name, {})
        return found

    def clear_doc(self, _app: Sphinx, env: BuildEnvironment, docname: str) -> None:
        """Forget a page that is read again or gone."""
        self.of(env).pop(docname, None)

    def merge_other(
        self,
        _app: Sphinx,
        env: BuildEnvironment,
        docnames: AbstractSet[str],
        other: BuildEnvironment,
    ) -> None:
        """Take over what another process read."""
        theirs = self.of(other)
        self.of(env).update({name: theirs[name] for name in docnames if name in theirs})
