"""The picture beside a link to a page."""

import pytest

from pages import share_image

LATIN = "A title that goes on and on, with create_task() and other names, " * 3
CHINESE = "标题很长很长，里面还有 create_task() 这样的名字，一直写下去；" * 4
RIGHT = share_image.SIZE[0] - 80


@pytest.mark.parametrize("title", ["Timers", "定时器", LATIN, CHINESE])
@pytest.mark.parametrize("text", ["", "Short.", LATIN, CHINESE])
def test_nothing_is_cut_off(title: str, text: str) -> None:
    """Margins stay empty, and so does the room between the text and the turns."""
    image = share_image.draw(title, text, "A chapter", "A site")
    width, height = image.size
    for box in [(0, 0, 78, height), (RIGHT + 3, 0, width, height), (0, 496, width, 510)]:
        assert image.crop(box).getextrema() == (0, 0), box
    assert image.getextrema() == (0, 255)


def test_no_line_begins_with_what_may_not() -> None:
    """Punctuation stays with the character before it, and words stay whole."""
    for size in range(20, 90, 2):
        for text in (LATIN, CHINESE):
            lines = share_image._broken(text, size)  # noqa: SLF001 (what cannot be seen in pixels)
            assert "".join(lines) == text
            assert not [line for line in lines if line[0] in "，。？！：；、）》” ,.)"]
            assert not [line for line in lines if line.endswith("create_") or line[0] == "("]
