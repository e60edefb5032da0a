"""Sections: each section file has its section in the source."""

COLD = "question: How was it?\nanswer: cold\nevidence: It was cold. It"


def test_every_section_is_there(desk) -> None:
    desk.section(number=3)
    assert desk.check().findings == ()


def test_a_section_that_the_source_does_not_reach(desk) -> None:
    path = desk.section(number=4)
    (finding,) = desk.check().findings
    place = finding.location
    assert (finding.code, place.path, place.line, place.column) == ("section-unknown", path, 1, 1)
    assert (finding.section, place.length) == (4, len("section"))
    assert "the source has 3 sections, no section 4" in finding.message
    assert "openings: {4: …}" in finding.help


def test_a_source_without_numbers_has_one_section(desk) -> None:
    desk.section(COLD)
    assert desk.check("It was cold. It was late.\n").findings == ()
    desk.section(number=2)
    assert [each.code for each in desk.check("It was cold. It was late.\n").findings] == [
        "section-unknown"
    ]


def test_the_deck_may_say_how_a_section_opens(desk) -> None:
    desk.deck(openings="{1: It was late, 2: It was dark}")
    desk.section(COLD.replace("cold", "late", 1).replace("cold", "late"))
    desk.section(number=2)
    assert desk.check("Nobody.\n\nIt was late. It was.\n\nIt was dark.\n").findings == ()


def test_an_item_of_an_unknown_section_gets_no_receipt(desk) -> None:
    desk.section(COLD, number=4)
    desk.check()
    assert "item" not in desk.lock.items
    assert [each.code for each in desk.check(None).findings] == ["receipt-missing"]
