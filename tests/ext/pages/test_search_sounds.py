"""Characters that sound alike."""

from pages.search_sounds import alike


def test_of_each_character_is_said_how_many_beside_it_sound_like_it() -> None:
    """Once, in the order in which they are met; what is not Chinese has no sound."""
    told = alike(["协程", "async 协"])
    assert len(told) == 4
    before, after = (ord(one) - 35 for one in told[2:])
    usual = "撑称城橙成呈乘程惩澄诚承逞骋秤"  # cheng, as in GB 2312
    assert (before, after) == (usual.index("程"), len(usual) - usual.index("程") - 1)


def test_what_is_not_usual_is_like_no_other() -> None:
    """It is on no list."""
    assert alike(["龘"]) == "##"
