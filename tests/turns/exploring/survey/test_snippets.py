"""About which of the project's own snippets nothing can be proven: threads and sockets."""

from pathlib import Path

from turns.exploring.survey.siblings import sources
from turns.exploring.survey.vocabulary import survey

SNIPPETS = Path(__file__).parents[4] / "snippets"
OUTSIDE = set(
    "everything from_another_thread one_pass process_pool queued_job_cancelled submitted_at_call"
    " thousand_connections thread_not_cancelled thread_pool to_thread_context two_loops".split()
)


def test_snippets() -> None:
    """All others are made of what is known; of one, runs have to show that a set has no order."""
    found = {path.stem: survey(sources(path)) for path in SNIPPETS.glob("*/*.py")}
    kinds = {name: {unknown.kind for unknown in all_} for name, all_ in found.items() if all_}
    assert {name for name, those in kinds.items() if "outside" in those} == OUTSIDE
    assert {name: those for name, those in kinds.items() if name not in OUTSIDE} == {
        "wait_first_completed": {"set"}
    }
