"""What is different in an outcome: a few facts."""

import pytest

from turns.exploring.differences import Differences, differences


@pytest.mark.parametrize(
    ("normal", "other", "found"),
    [
        ("abc", "abc", Differences((), (), None, further=False)),
        ("abc", "bac", Differences((), (), ("b", "a"), further=False)),
        ("abc", "cab", Differences((), (), ("c", "a"), further=False)),
        ("abc", "cba", Differences((), (), ("c", "a"), further=True)),
        ("abc", "ac", Differences(("b",), (), None, further=False)),
        ("abc", "axc", Differences(("b",), ("x",), None, further=False)),
        ("aab", "aba", Differences((), (), ("b", "a"), further=False)),
        ("abc", "", Differences(("a", "b", "c"), (), None, further=False)),
        ("", "a", Differences((), ("a",), None, further=False)),
    ],
)
def test_differences(normal: str, other: str, found: Differences) -> None:
    """Which lines are missing, which are more, and which one comes before which."""
    assert differences([*normal], [*other]) == found
