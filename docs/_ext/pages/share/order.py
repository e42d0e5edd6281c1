"""The turns in a picture beside a link, from above to below, as in the pictures of cards.

To the left stand the lanes: a box is a turn, as high as what it prints; a thick line is a task that
is ready, in the colour of the mark that is about the queue. Beside them stands who runs, then each
printed line behind its mark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import ImageDraw

from markup.shown_order import Kind, Line
from pages.share.marks import GROUND, LANE, RUNS, SOFT, WHITE, mark, shade
from pages.share.text import cut, font, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PIL import Image

    from markup.shown_order import Row

_LEFT = 64
_LOW, _HIGH, _STEP = 44, 56, 4
"""The least and the most height of a row, and what lies between: few rows, or short ones, are
larger."""
_TEXT, _NUMBER = 0.68, 0.6
"""Sizes of letters in a row's height."""
_APART, _ROOM = 1.25, 260
"""How far lanes are apart in heights of a row, and how wide all may be, in pixels."""
_BOX = 0.95
"""The width of a turn, where there is room."""
_GAP = 26
"""Between columns, in pixels."""
_LONGEST_NAME = 230


def draw(
    image: Image.Image,
    order: Sequence[Row],
    top: int,
    bottom: int,
) -> None:
    """Draw as many rows as there is room for; what comes after them is not begun."""
    rows = order[: (bottom - top) // _LOW]
    drawing = fitting(image, rows, top, bottom)
    drawing.draw_lanes(goes_on=len(rows) < len(order))
    drawing.draw_texts()


def fitting(
    image: Image.Image,
    rows: Sequence[Row],
    top: int,
    bottom: int,
) -> Order:
    """Return the rows in the first height in which no line is cut, or in the least."""
    most = min(_HIGH, (bottom - top) // len(rows))
    made = (Order(image, rows, top, high) for high in range(most, _LOW, -_STEP))
    least = Order(image, rows, top, _LOW)
    return next((one for one in made if one.has_room()), least)


class Order:
    """The rows in a height."""

    def __init__(
        self,
        image: Image.Image,
        rows: Sequence[Row],
        top: int,
        high: int,
    ) -> None:
        """See `draw`."""
        self._image, self._pen = image, ImageDraw.Draw(image)
        self._rows, self._top, self.high = rows, top, high
        self._text, self._number = int(high * _TEXT), int(high * _NUMBER)
        last = max((lane for row in rows for lane in _lanes_of(row)), default=0)
        self._apart = min(high * _APART, _ROOM / max(last, 1))
        self._wide = min(high * _BOX, self._apart - 4)
        self._end = _LEFT + self._wide + last * self._apart
        """Where all lanes end."""

    def _x(self, lane: int) -> float:
        """Return the middle of a lane."""
        return _LEFT + self._wide / 2 + lane * self._apart

    def draw_lanes(self, *, goes_on: bool) -> None:
        """Draw the lanes and the boxes in them; at the end they stop, if the run goes on there."""
        before: Mapping[int, Line] = {}
        top = self._top
        for rows in _together(self._rows):
            end = top + len(rows) * self.high
            after, change = rows[-1].after, end - self.high // 2
            for lane, line in before.items():
                self._lane(lane, line, top, change)
            is_last = rows[-1] is self._rows[-1]
            if not is_last or goes_on:
                for lane, line in after.items():
                    self._lane(lane, line, change, end + is_last * self.high // 3)
            self._own(rows[0], top, end)
            before, top = after, end

    def _own(self, row: Row, top: int, end: int) -> None:
        """Draw what stands in the lanes."""
        middle = top + self.high // 2
        if row.kind is Kind.PAUSE:
            for start in range(_LEFT, round(self._end), 14):
                self._pen.rectangle(
                    (start, middle - 1, min(start + 6, self._end), middle + 1), SOFT
                )
        elif row.lane is None:
            return
        elif row.kind is Kind.OUTSIDE:
            x = self._x(row.lane)
            self._pen.ellipse((x - 9, middle - 9, x + 9, middle + 9), WHITE)
        else:
            self._box(self._x(row.lane), top, end, row.number)

    def _lane(self, lane: int, line: Line, top: int, end: int) -> None:
        x = round(self._x(lane))
        if line is Line.READY:
            self._pen.rectangle((x - 4, top, x + 3, end - 1), shade("queue"))
        elif line is Line.WORKS:
            self._pen.rectangle((x - 8, top, x + 7, end - 1), LANE)
        else:
            for start in range(top + 2, end, 11):
                self._pen.rectangle((x - 1, start, x + 1, min(start + 5, end - 1)), SOFT)

    def _box(self, x: float, top: int, end: int, number: int) -> None:
        half = self._wide / 2
        self._pen.rectangle((x - half, top, x + half, end - 1), GROUND)
        self._pen.rounded_rectangle((x - half, top + 2, x + half, end - 3), min(8, half), RUNS)
        if width(f"{number}", self._number) <= self._wide - 4:
            middle = (x, top + self.high // 2)
            self._pen.text(middle, f"{number}", GROUND, font(self._number), anchor="mm")

    def draw_texts(self) -> None:
        """Draw who runs and what is printed, in columns."""
        name, sign, text = self._columns()
        up, down = font(self._text).getmetrics()
        for index, row in enumerate(self._rows):
            y = self._top + index * self.high + (self.high - up - down) // 2
            self._pen.text((name, y), self._name(row), SOFT, font(self._text))
            if row.mark:
                self._image.paste(mark(row.mark, row.word, self._text), (round(sign), y))
            x = sign if row.is_quiet else text
            shown = cut(row.text, self._text, self._image.width - _LEFT - x)
            self._pen.text((x, y), shown, SOFT if row.is_quiet else WHITE, font(self._text))

    def has_room(self) -> bool:
        """Say whether every line that is printed can be shown whole."""
        room = self._image.width - _LEFT - self._columns()[2]
        return all(row.is_quiet or width(row.text, self._text) <= room for row in self._rows)

    def _columns(self) -> tuple[float, float, float]:
        """Return where names begin, marks, and lines."""
        names = [width(self._name(row), self._text) for row in self._rows]
        marks = [mark(row.mark, row.word, self._text).width for row in self._rows if row.mark]
        name = self._end + _GAP
        sign = name + max(names) + _GAP * any(names)
        return name, sign, sign + max(marks, default=0) + _GAP * bool(marks)

    def _name(self, row: Row) -> str:
        return cut(row.name, self._text, _LONGEST_NAME)


def _together(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield the rows of each turn, and each other row, in order."""
    group: list[Row] = []
    for row in rows:
        if group and row.kind is not Kind.ON:
            yield group
            group = []
        group.append(row)
    yield group


def _lanes_of(row: Row) -> set[int]:
    return {*row.after, *([] if row.lane is None else [row.lane])}
