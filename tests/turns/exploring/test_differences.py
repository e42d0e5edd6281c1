"""What is different in an outcome: a few facts."""

import pytest

from turns.exploring.differences import Differences, differences


@pytest.mark.parametrize(
    ("normal", "other", "found"),
    [
        ("abc", "abc", Differences((), (), None, ())),
        ("abc", "bac", Differences((), (), ("b", "a"), ())),
        ("abc", "cab", Differences((), (), ("c", "a"), ())),
        ("abc", "cba", Differences((), (), ("c", "a"), ("c", "b", "a"))),
        ("abcd", "bacd", Differences((), (), ("b", "a"), ())),
        ("abcde", "acbed", Differences((), (), ("c", "b"), ("c", "b", "e", "d"))),
        ("abcxd", "cbad", Differences(("x",), (), ("c", "a"), ("c", "b", "a"))),
        ("abc", "ac", Differences(("b",), (), None, ())),
        ("abc", "axc", Differences(("b",), ("x",), None, ())),
        ("aab", "aba", Differences((), (), ("b", "a"), ())),
        ("abc", "", Differences(("a", "b", "c"), (), None, ())),
        ("", "a", Differences((), ("a",), None, ())),
    ],
)
def test_differences(normal: str, other: str, found: Differences) -> None:
    """Which lines are missing, which are more, and which one comes before which."""
    assert differences([*normal], [*other]) == found
