"""Words of the playground: its editor, what can be pressed, and what becomes of a link."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "playground-editor-keys": (
        "Ctrl+Enter runs. Tab indents; Escape, then Tab, leaves the editor.",
        "Ctrl+Enter 运行。Tab 缩进；先按 Esc 再按 Tab 离开编辑器。",
    ),
}
