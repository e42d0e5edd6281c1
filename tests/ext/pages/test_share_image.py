"""The picture beside a link to a page."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from card.marks import SHAPES
from markup.shown_order import Kind, Line, Row
from pages.share import image as share_image
from pages.share import marks, order, text

LATIN = "A title that goes on and on, with create_task() and other names, " * 3
CHINESE = "标题很长很长，里面还有 create_task() 这样的名字，一直写下去；" * 4
WIDTH, HEIGHT = share_image.SIZE
LEFT = share_image.MARGIN
ASSETS = Path(__file__).parents[3] / "docs/_assets"


def turn(number: int, lane: int, text: str, mark: str, after: dict[int, Line]) -> Row:
    """Return a turn that prints a line, or of which something is said."""
    name = "main" if number < 9 else LATIN
    return Row(Kind.TURN, lane, number, name, mark, "队列" if mark else "", text, after)


SHORT = (
    turn(1, 0, "one", "queue", {0: Line.READY, 1: Line.READY}),
    Row(Kind.ON, 0, 1, "", "clock", "clock", "two", {0: Line.READY, 1: Line.WAITS}),
    Row(Kind.PAUSE, None, 0, "", "", "", "0.05 s", {0: Line.READY, 1: Line.READY}),
    turn(3, 1, "waits for sleep(0)", "", {0: Line.READY, 2: Line.WORKS}),
    Row(Kind.OUTSIDE, 2, 0, "thread", "unknown", "unknown", "three", {0: Line.READY}),
)
MANY = tuple(
    turn(n, n % 40, LATIN, "queue", dict.fromkeys(range(40), Line.READY)) for n in range(1, 12)
)


def drawn(rows: tuple[Row, ...], title: str = "T", said: str = "") -> Image.Image:
    """Return a picture in its shades."""
    return share_image.draw(title, said, rows, "A chapter", "A site")


MARGINS = {
    "left": (0, 0, LEFT - 4, HEIGHT),
    "right": (WIDTH - LEFT + 4, 0, WIDTH, HEIGHT),
    "top": (0, 0, WIDTH, 36),
    "bottom": (0, HEIGHT - 4, WIDTH, HEIGHT),
}


@pytest.mark.parametrize("rows", [(), SHORT, MANY], ids=["none", "short", "many"])
def test_nothing_is_cut_off(rows: tuple[Row, ...]) -> None:
    """Margins stay empty, whatever there is to show."""
    for title in ("定时器", LATIN):
        for said in ("", LATIN, CHINESE):
            image = drawn(rows, title, said)
            for side, box in MARGINS.items():
                assert image.crop(box).getextrema() == (0, 0), (side, title, said)


def test_no_line_begins_with_what_may_not() -> None:
    """Punctuation stays with the character before it, and words stay whole."""
    for size in range(20, 90, 2):
        for said in (LATIN, CHINESE):
            lines = text.broken(said, size, 1072)
            assert "".join(lines) == said
            assert not [line for line in lines if line[0] in "，。？！：；、）》” ,.)"]
            assert not [line for line in lines if line.endswith("create_") or line[0] == "("]


def test_what_is_short_takes_no_room_that_it_does_not_need() -> None:
    """The turns begin right below a text of one line, and lower below one of two."""

    def top(said: str) -> int:
        image = drawn(SHORT, said=said)
        inside = (image.crop((LEFT + 15, y, LEFT + 25, y + 1)).getextrema() for y in range(HEIGHT))
        return [*inside].index((marks.RUNS, marks.RUNS))

    assert top("One?") < 260
    assert top("Two? " * 20) - top("One?") == 34 * 11 // 8


def test_quotes_are_as_wide_as_their_language_has_them() -> None:
    """The font has those of Chinese alone, so that English gets straight ones."""
    assert text.narrow("the loop’s “own”") == 'the loop\'s "own"'
    assert text.narrow("循环说“好”") == "循环说“好”"
    assert drawn(SHORT, "It’s").tobytes() == drawn(SHORT, "It's").tobytes()


def shades(rows: tuple[Row, ...], high: int) -> Image.Image:
    """Return the rows alone, each so high, from the top."""
    image = Image.new("L", share_image.SIZE)
    order.draw(image, rows, 0, high * len(rows))
    return image


def test_a_turn_is_a_box_in_its_lane_as_high_as_what_it_prints() -> None:
    """A lane goes on as what its owner does: ready, waiting, or beside the loop."""
    image, high = shades(SHORT, 50), 50
    middle = [LEFT + 50 * 0.95 // 2 + lane * 50 * 1.25 for lane in range(3)]

    def shade(lane: int, y: float, aside: int = 0) -> object:
        return image.getpixel((round(middle[lane]) + aside, round(y)))

    assert shade(0, high, aside=15) == marks.RUNS  # between the lines of one turn
    assert shade(0, 3.2 * high, aside=15) == marks.GROUND
    assert shade(1, 3.3 * high, aside=15) == marks.RUNS
    assert shade(0, 3.5 * high) == shade(0, 3.5 * high, aside=3) == marks.shade("queue")
    waits = {shade(1, y) for y in range(round(1.6 * high), 2 * high)}
    assert waits == {marks.GROUND, marks.SOFT}  # a dotted line
    assert shade(2, 3.9 * high, aside=6) == marks.LANE
    assert shade(2, 4.5 * high) == marks.WHITE  # a thread prints


def test_rows_are_as_large_as_there_is_room() -> None:
    """Where a line would be cut, smaller; never smaller than can be read at a third of the size."""
    large, small = (
        order.fitting(Image.new("L", share_image.SIZE), rows, 0, 280).high for rows in (SHORT, MANY)
    )
    assert (large, small) == (56, 44)


def test_every_mark_can_be_drawn() -> None:
    """It has a shape on cards, and here a colour."""
    assert marks.COLOURS.keys() == SHAPES.keys()


def test_each_mark_has_shades_of_its_own() -> None:
    """So that the palette of the picture paints it in its colour."""
    palette = [*marks.palette()]
    assert len(palette) == 256
    for name, colour in marks.COLOURS.items():
        image = marks.mark(name, "queue", 30)
        assert palette[image.getextrema()[0]] == palette[marks.GROUND]
        assert palette[image.getextrema()[1]] == colour


def test_the_same_page_has_the_same_picture() -> None:
    """Byte by byte."""

    def file() -> bytes:
        content = BytesIO()
        drawn(SHORT).save(content, "png")
        return content.getvalue()

    assert file() == file()
