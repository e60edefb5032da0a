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
    assert "the source has 3 sections, 1 to 3, no section 4" in finding.message
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


def test_an_opening_that_stands_nowhere_costs_its_own_section_alone(desk) -> None:
    text = "Of Birds\n\nBirds fly.\n\nOf Fishes\n\nFishes swim.\n\nOf Frogs\n\nIt was cold. It was."
    desk.deck(openings="{1: Of Birds, 2: Of Fishes and Whales, 3: Of Frogs}")
    desk.section(COLD, number=3)
    for _ in range(2):
        (finding,) = desk.found(text)
        assert finding.code == "opening-missing"
        assert finding.location.length == len("Of Fishes and Whales")
        assert "the nearest is: “Of Fishes”" in finding.help


def test_an_opening_before_that_of_a_lower_number_is_told(desk) -> None:
    desk.deck(openings="{1: Of Frogs, 2: Of Birds}")
    desk.section(COLD.replace("cold", "late", 1).replace("cold", "late"))
    found = desk.found("Of Birds\n\nBirds fly.\n\nOf Frogs\n\nIt was late. It was.")
    assert [each.code for each in found] == ["opening-missing"]
    assert "out of order" in found[0].message


def test_much_that_belongs_to_no_section_is_told(desk) -> None:
    desk.section(COLD)
    before = "These words belong to no section at all, and there are many of them. " * 3
    text = (
        before + "\n\n1. It was cold. It was late in the year.\n\n2. " + "It was later still. " * 20
    )
    for _ in range(2):  # the second time without reading the text again
        assert "source-outside" in [each.code for each in desk.check(text).findings]
    found = desk.check("Title\n\n1. It was cold. It was late in the year.").findings
    assert "source-outside" not in [each.code for each in found]
