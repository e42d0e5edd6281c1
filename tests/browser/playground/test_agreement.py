"""What the frame's script and `turns` both say."""

import re

from tools.building.browser.shapes import shapes
from tools.project import HERE
from turns.exploring.repeating import HASHES


def test_interpreters_for_fresh_runs_have_the_hashes_that_are_asked_for() -> None:
    """Else each would be made anew while the reader waits."""
    script = (HERE.docs / "_assets" / "sandbox" / "frame.js").read_text("utf-8")
    (found,) = re.findall(r"const FRESH = \[(.*)\];", script)
    assert tuple(map(int, found.split(","))) == HASHES


def test_each_shape_is_made_of_shapes() -> None:
    """Down to texts, numbers and flags."""
    known = shapes()
    used = {
        re.sub(r"(\?|\[\]|\{\})*$", "", one) for all_ in known.values() for one in all_.values()
    }
    assert used - {"text", "number", "flag", "any"} <= known.keys()
    assert known["turns.recording.recording.Ending"]["waiting"].endswith("[]")
