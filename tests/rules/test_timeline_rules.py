"""Dates: each stands on the timeline of the guide."""

from tests.table import rows

DATED = """id: {id}
date: "{date}"
event: The lamplighters walked out
evidence: In 1911 the lamplighters … walked out"""


def dated(*dates: str) -> list[str]:
    return [DATED.format(id=f"d{number}", date=date) for number, date in enumerate(dates)]


@rows("date", ["June", "one morning", "12", "Friday 3 May", "1.2.3 million years ago"])
def test_without_a_year(desk, date: str) -> None:
    desk.section(*dated("1911", "1912", date))
    (found,) = [each for each in desk.check().findings if each.code == "date-unplaced"]
    assert (found.item, found.severity) == ("d2", "warning")
    assert "names no year" in found.message


@rows(
    "dates",
    [
        ("1911", "1912", "AD 79"),
        ("June", "July", "1911"),
        ("May", "June"),
        ("3rd century", "c. 1911", "spring 1911"),
    ],
    ids=["all have years", "no line of one", "no line", "ages and seasons"],
)
def test_all_in_their_place_or_no_line(desk, dates: tuple[str, ...]) -> None:
    desk.section(*dated(*dates))
    assert "date-unplaced" not in [each.code for each in desk.check().findings]
