"""Styles for e-readers, which know no rules within rules."""

import pytest

from books.flat_css import flat


@pytest.mark.parametrize(
    ("nested", "expected"),
    [
        ("a { color: red; }", "a{color: red}"),
        ("a { b: c; & d { e: f } g: h }", "a{b: c;g: h}a d{e: f}"),
        (
            "a, :is(b, c) { &:hover, & > d { e: f } }",
            "a:hover,:is(b, c):hover,a > d,:is(b, c) > d{e: f}",
        ),
        ("a { b { c: d } }", "a b{c: d}"),
        ("a { @media print { b: c } }", "@media print{a{b: c}}"),
        ("@media print { a { & b { c: d } } }", "@media print{a b{c: d}}"),
        ("@keyframes x { from { a: b } }", "@keyframes x{from{a: b}}"),
        ("@font-face { a: b; }", "@font-face{a: b;}"),
        ('@charset "utf-8"; a { b: "};{" }', '@charset "utf-8";a{b: "};{"}'),
        ("a { b: url(data:x;y,z); /* { */ }", "a{b: url(data:x;y,z)}"),
        ('/* "x */ a { b: c }', "a{b: c}"),
        ("a {}", ""),
    ],
)
def test_each_rule_stands_by_itself(nested: str, expected: str) -> None:
    """It says the same, in the same order."""
    assert flat(nested) == expected
    assert flat(expected) == expected
