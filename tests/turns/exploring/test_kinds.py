"""Programs of each kind that was once got wrong: what is said of them is true.

What stands in ``kinds`` is as small as can be; the first lines of each file say what is true of it.
Each is examined in a process of its own, as `turns` does: some leave something behind.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import truths

_HERE = Path(__file__).parent
PROGRAMS = sorted(_HERE.glob("kinds/*/*.py"))
_QUICK = """
    abba/two_locks
    aliased_wait/set_by_map
    bound_method/list_iterator
    cancelled_before/left_by_run
    clock_parity/nanoseconds
    counter/default_argument
    defaultdict_of_sets/type_of_it
    env_leak/debug_variable
    file_state/open_file
    float_sum/cash
    gather_fifty/errors_returned
    group_cancels/gather_cancels
    loop_attribute/on_loop
    lost_update/stock
    mock_leak/patched_own
    mutual_exclusion/token_in_queue
    queue_join/event_never_set
    random_choice/coin
    seven_sleeps/pairs
    set_in_helper/sorted_names
    sibling_module/list_of_sibling
    stop_by_callback/three
    stopped_loop/next_pass
    str_subclass/int_with_attribute
    thread_and_loop/executor
    two_consumers/two
    two_tickers/alone
    uncancel/self_cancel
    wait_set/only_one
    winner/first_of_two
""".split()
"""One of each kind."""


def _examine(path: Path) -> None:
    if not truths.read(path).is_for_us:
        pytest.skip("needs a newer Python")
    done = subprocess.run(
        [sys.executable, _HERE / "truths.py", "--quiet", path],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(_HERE.parents[2]), "PYTHONIOENCODING": "utf-8"},
        timeout=150,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("name", _QUICK)
def test_one_of_each_kind(name: str) -> None:
    """Nothing is wrong about it."""
    _examine(_HERE / "kinds" / f"{name}.py")


@pytest.mark.long
@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_all(path: Path) -> None:
    """Nothing is wrong about it."""
    _examine(path)


def test_each_kind_is_there() -> None:
    """Six programs of each kind at least; each says which it is."""
    kinds = {path.parent.name for path in PROGRAMS}
    for kind in kinds:
        assert len(list((_HERE / "kinds" / kind).glob("*.py"))) >= 6, kind
    assert {truths.read(path).kind for path in PROGRAMS} == kinds
    assert {name.split("/")[0] for name in _QUICK} == kinds
