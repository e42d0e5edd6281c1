"""The packed index: which words, and how to read it."""

from pages.search_terms import pack, parts

STOP = "the 的 什么"


def test_words_are_cut_and_what_does_not_count_is_left_out() -> None:
    """Names keep what joins them and their capitals; in Chinese, stop words divide a run."""
    text = "The TaskGroup, asyncio.run_in_executor: 任务的队列"
    assert [*parts(text, STOP)] == ["TaskGroup", "asyncio.run_in_executor", "任务", "队列"]


def test_an_index_says_of_each_word_its_sections() -> None:
    """Words as what they share with the one before and the rest; places as gaps."""
    packed = pack(["await task", "tasks", "await", "task"], STOP)
    assert packed.words == "#await!#task!'s"
    assert packed.places == "#$!#%!$"


def test_a_pair_between_two_words_is_none() -> None:
    """It is no more frequent than both of its neighbours."""
    packed = pack(["就绪队列", "队列", "就绪"], STOP)
    assert "绪队" not in packed.words
    assert packed.words.count("!") == 1
