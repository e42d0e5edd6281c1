"""The words of the index: which, in which sections, and how to read them."""

import pytest

from pages.search_terms import fronts, gaps, parts, places, stop

STOP = stop("the 的 什么 就 到", "就绪 直到")


def test_words_are_cut_and_what_does_not_count_is_left_out() -> None:
    """Names keep what joins them and their capitals; in Chinese, stop words divide a run."""
    text = "The TaskGroup, asyncio.run_in_executor: 任务的队列"
    assert [*parts(text, STOP)] == ["TaskGroup", "asyncio.run_in_executor", "任务", "队列"]


def test_a_word_may_have_a_character_that_divides_others() -> None:
    """At either side."""
    assert [*parts("就绪队列直到任务就不到", STOP)] == ["就绪队列直到任务", "不"]
    assert [*parts("就绪", stop("", ""))] == ["就绪"]


def test_an_index_says_of_each_word_its_sections() -> None:
    """In order; packed as what each word shares with the one before, and the rest, and as gaps."""
    found = places([["await task"], ["tasks"], ["await", "await"], ["task"]], STOP)
    assert found == {"await": [0, 2], "task": [0, 3], "tasks": [1]}
    assert fronts(found) == "#await!#task!'s"
    assert gaps(found.values()) == "$%!$&!%"


@pytest.mark.parametrize("texts", [["就绪队列", "队列", "就绪"], ["任务按", "任务", "任务"]])
def test_a_pair_between_two_words_is_none(texts: list[str]) -> None:
    """It is no more frequent than both of its neighbours, or much rarer than one."""
    found = places([[text] for text in texts], STOP)
    assert not {"绪队", "务按"} & {*found}
    assert {"队列", "就绪"} <= {*found} or {*found} == {"任务"}


def test_what_nobody_asks_for_is_left_out() -> None:
    """A number, or a name with joints, that a single section has; its parts are words."""
    once = "bell.set _half_ 0.084"
    found = places([[f"{once} uses 3.12 and asyncio.wait"], ["asyncio.wait in 3.12"]], STOP)
    assert found["3.12"] == found["asyncio.wait"] == [0, 1]
    assert found["bell"] == found["set"] == found["half"] == [0]
    assert not {"bell.set", "_half_", "0.084", ""} & {*found}


def test_what_few_of_many_texts_have_is_hardly_a_chinese_word() -> None:
    """What is not found twice among a hundred texts, whichever sections they are of."""
    many = [f"{chr(0x4E00 + one)}" for one in range(98)]
    assert "锁死" in places([["锁死"], many[:8]], STOP)
    assert "锁死" not in places([["锁死"], [*many, ""]], STOP)
    assert "锁死" in places([["锁死", "锁死"], many], STOP)
