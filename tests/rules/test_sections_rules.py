"""Sections: each section file has its section in the source."""

COLD = "question: How was it?\nanswer: cold\nevidence: It was cold. It"


def test_every_section_is_there(desk) -> None:
    desk.section(number=3)
    assert desk.found() == ()


def test_a_section_that_the_source_does_not_reach(desk) -> None:
    path = desk.section(number=4)
    (finding,) = desk.found()
    place = finding.location
    assert (finding.code, place.path, place.line, place.column) == ("section-unknown", path, 1, 1)
    assert (finding.section, place.length) == (4, len("section"))
    assert "the source has 3 sections, no section 4" in finding.message
    assert "openings: {4: …}" in finding.help


def test_a_source_without_numbers_has_one_section(desk) -> None:
    desk.section(COLD)
    assert desk.found("It was cold. It was late.\n") == ()
    desk.section(number=2)
    assert [each.code for each in desk.found("It was cold. It was late.\n")] == ["section-unknown"]


def test_the_deck_may_say_how_a_section_opens(desk) -> None:
    desk.deck(openings="{1: It was late, 2: It was dark}")
    desk.section(COLD.replace("cold", "late", 1).replace("cold", "late"))
    desk.section(number=2)
    assert desk.found("Nobody.\n\nIt was late. It was.\n\nIt was dark.\n") == ()


def test_an_item_of_an_unknown_section_gets_no_receipt(desk) -> None:
    desk.section(COLD, number=4)
    desk.check()
    assert "item" not in desk.lock.items
    assert [each.code for each in desk.found(None)] == ["receipt-missing"]
