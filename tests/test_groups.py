"""Tests of a group run in one process, so that what is slow to prepare is prepared once."""

import pytest


@pytest.mark.xdist_group("probe")
def test_groups_are_known(request: pytest.FixtureRequest) -> None:
    """pytest-xdist tells its processes by the name; it failed to, silently, with pytest 9.2."""
    if not request.config.getoption("loadgroup", default=False):
        pytest.skip("this run has no groups")
    assert request.node.nodeid.endswith("@probe")
