"""Another edition: what is proposed for quotations that are gone, what never is, how it is written."""

import re
import shutil
import subprocess
import time
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyguide.deck.deck import Deck
from studyguide.errors import StudyGuideError
from studyguide.evidence.passage import places_of, runs_of
from studyguide.language.language import Language
from studyguide.language.numbers import numbers_in
from studyguide.language.words import words
from studyguide.loading.load import load
from studyguide.reanchoring.reanchor import LEAST_LIKENESS, Proposal, reanchor
from studyguide.reanchoring.rewrite import as_diff, propose, write
from studyguide.rules.evidence import evidence_is_found
from studyguide.source.source import Source, read
from tests.places import ROOT
from tests.table import rows

TIDE_MILLS = ROOT / "cards" / "tide-mills"
TIDES = (TIDE_MILLS / "source.txt").read_text(encoding="utf-8")

LIGHT = """The Light at Skerry Point

1. The lighthouse at Skerry Point was built in 1832 by Hannah Orme, who had 36 years of practice. It stands on
a low reef, and the keepers rowed out to it from Dunmere. The colour of the lamp was red at first, and no
keeper could change it. The lamp burned whale oil, and the keepers carried the heavy barrels up by hand.

The tower did not fall in the great storm, but it leaned towards the harbour. Visitors were never allowed into
the lantern room. For $40 a year an honest man kept the fog bell ringing all night.

2. In 1901 the harbour council voted to replace the oil lamp by an electric one. Tobias Fenn and Ada Kestrel
argued against it; the council listened to Fenn and not to Kestrel. The likely cost was discussed for weeks.

The old lens is kept in the museum at Dunmere. A visitor can see it without paying. The keepers can't climb
the tower today. In May 1955 the last of them went ashore. Thirty-one steps lead up to the door.
"""


def deck_in(folder: Path, *quotations: str, section: int = 1, language: str = "en") -> Path:
    """Write a deck with an item for each quotation, all in one section."""
    folder.mkdir(exist_ok=True)
    head = f"id: light\ntitle: The Light\nlanguage: {language}\n"
    (folder / "deck.yaml").write_text(head, encoding="utf-8")
    for number in range(1, section + 1):
        items = (
            f'  - id: item-{number}-{index}\n    question: What?\n    answer: that\n    evidence: "{each}"\n'
            for index, each in enumerate(quotations if number == section else ("harbour",))
        )
        text = f"section: {number}\ntitle: T\nsummary: S.\nitems:\n{''.join(items)}"
        (folder / f"{number}-section.yaml").write_text(text, encoding="utf-8")
    return folder


def loaded(folder: Path) -> Deck:
    deck, findings = load(folder)
    assert deck
    assert findings == ()
    return deck


def proposed(deck: Deck, source: Source, section: int = 0) -> list[Proposal]:
    found = reanchor(deck, source, Language(deck.language))
    return [each for each in found if section in (0, each.item.section)]


def edited(text: str, *edits: tuple[str, str]) -> str:
    for old, new in edits:
        pattern = re.compile(r"\s+".join(map(re.escape, old.split())))
        assert pattern.search(text), f"the text has no {old!r}"
        text = pattern.sub(lambda _, new=new: new, text, count=1)
    return text


APPLICABLE = {
    "an OCR slip": (1, "keepers rowed out to it", ("rowed out", "rowcd out"), "keepers rowcd out to it"),
    "an OCR slip in two letters": (1, "stands on a low reef", ("on a low", "oi a low"), "stands oi a low reef"),
    "OCR slips in both runs": (
        1,
        "lamp burned … barrels up by hand",
        ("burned whale oil, and the keepers carried the heavy barrels", "burncd whale oil, and heavy barreis"),
        "lamp burncd … barreis up by hand",
    ),
    "a slip in one run, both found by themselves": (
        1, "tower did … towards the harbour", ("towards", "tovvards"), "tower did … tovvards the harbour",
    ),
    "the curator's own dots": (
        1, "tower did [...] towards the harbour", ("towards", "tovvards"), "tower did [...] tovvards the harbour",
    ),
    "American spelling": (1, "colour of the lamp", ("colour", "color"), "color of the lamp"),
    "another ending": (1, "leaned towards the harbour", ("towards", "toward"), "leaned toward the harbour"),
    "a dagger": (1, "keepers rowed out to it", ("rowed out", "roved† out"), "keepers roved out to it"),
    "a word is added": (
        1, "carried the heavy barrels", ("heavy barrels", "heavy iron barrels"), "carried the heavy iron barrels",
    ),
    "a word is left out": (
        1,
        "keepers carried the heavy barrels up by hand",
        ("heavy barrels", "barrels"),
        "keepers carried the barrels up by hand",
    ),
    "a word is divided by a blank": (1, "burned whale oil", ("burned", "bur ned"), "bur ned whale oil"),
    "two words are joined": (1, "kept the fog bell ringing", ("fog bell", "fogbell"), "kept the fogbell ringing"),
    "a soft hyphen and a slip": (
        1, "kept the fog bell ringing", ("bell ringing", "be\u00adll rinqing"), "kept the fog bell rinqing",
    ),
    "a contraction is written out": (
        2, "keepers can't climb the tower", ("can't climb", "cannot climb"), "keepers cannot climb the tower",
    ),
    "a negation, and a slip beside it": (
        1, "Visitors were never allowed", ("never allowed", "never allowcd"), "Visitors were never allowcd",
    ),
    "names, and a slip beside them": (
        2,
        "listened to Fenn and not to Kestrel",
        ("listened", "listcned"),
        "listcned to Fenn and not to Kestrel",
    ),
    "an amount, and a slip beside it": (
        1, "For $40 a year an honest man", ("an honest", "an hoaest"), "For $40 a year an hoaest man",
    ),
    "a number that was quoted in words": (
        1, "Orme, who had thirty-six years of practice", ("1832", "1832"), "Orme, who had 36 years of practice",
    ),
    "moved within its section, with a slip": (
        1,
        "tower did not fall in the great storm",
        (
            "The tower did not fall in the great storm, but it leaned towards the harbour. Visitors were",
            "Visitors were. The tower did not fall in the qreat storm",
        ),
        "tower did not fall in the qreat storm",
    ),
    "the source's own dots are no dots of the quotation": (
        1, "burned whale oil", ("burned whale oil", "burncd … whale oil"), "burncd whale oil",
    ),
}  # fmt: skip


@rows(("section", "quotation", "edit", "expected"), APPLICABLE.values(), ids=APPLICABLE)
def test_applicable(tmp_path, section, quotation, edit, expected):
    folder, source = (
        deck_in(tmp_path / "light", quotation, section=section),
        read(edited(LIGHT, edit)),
    )
    (proposal,) = proposed(loaded(folder), source, section)
    assert (proposal.refusal, proposal.words) == ("", expected)
    assert proposal.old.value == quotation
    assert proposal.likeness >= LEAST_LIKENESS
    assert re.fullmatch(rf"§{section} ¶\d", proposal.place)
    assert write(loaded(folder), [proposal]) == 1
    assert proposed(loaded(folder), source, section) == []


REFUSED = {
    "a year less": (1, "had 36 years of practice", ("36", "35"), "numbers differ: 36, now 35"),
    "a digit misread": (1, "had 36 years of practice", ("36", "3b"), "numbers differ: 36, now 3b"),
    "digits changed places": (1, "was built in 1832", ("1832", "1823"), "numbers differ: 1832, now 1823"),
    "a letter for a digit": (1, "was built in 1832", ("1832", "I832"), "numbers differ: 1832, now I832"),
    "a number torn apart": (1, "was built in 1832", ("1832", "18 32"), "numbers differ: 1832, now 18 32"),
    "a number is added": (
        1, "kept the fog bell ringing", ("fog bell", "two fog bells"), "numbers differ: two is new",
    ),
    "a number word": (2, "Thirty-one steps lead up", ("Thirty-one", "Thirty-two"), "numbers differ: Thirty"),
    "another currency": (
        1, "For $40 a year an honest man", ("$40 a year an honest", "£40 a year an hoaest"), "numbers differ: $, now £",
    ),
    "a month": (2, "In May 1955 the last", ("May 1955", "March 1955"), "names differ: May, now March"),
    "a letter of a name": (1, "rowed out to it from Dunmere", ("Dunmere", "Dunmore"), "names differ: Dunmere"),
    "a name's plural": (2, "argued against it … listened to Fenn", ("to Fenn", "to Fenns"), "names differ: Fenn"),
    "a part of a name": (1, "lighthouse at Skerry Point was built", ("Point was", "Head was"), "names differ: Point"),
    "a name for a word": (1, "leaned towards the harbour", ("the harbour. V", "the Harbours. V"), "names differ"),
    "names changed places": (
        2,
        "Tobias Fenn and Ada Kestrel argued",
        ("Tobias Fenn and Ada Kestrel", "Ada Fenn and Tobias Kestrel"),
        "names differ",
    ),
    "not is gone": (1, "tower did not fall", ("did not fall", "did fall"), "negations differ: not is gone"),
    "not is now": (1, "tower did not fall", ("did not fall", "did now fall"), "negations differ: not, now now"),
    "never is ever": (1, "Visitors were never allowed", ("never", "ever"), "negations differ: never, now ever"),
    "not has come": (
        1, "colour of the lamp was red", ("lamp was red", "lamp was not red"), "negations differ: not is new",
    ),
    "n't is gone": (2, "keepers can't climb the tower", ("can't", "can"), "negations differ: can't is gone"),
    "without is with": (2, "can see it without paying", ("without", "with"), "negations differ: without, now with"),
    "no is each": (1, "no keeper could change it", ("no keeper could", "each keeper could"), "negations differ"),
    "nobody for no keeper": (1, "no keeper could change it", ("no keeper", "nobody"), "negations differ"),
    "no outside the window": (
        1, "the keepers carried the heavy barrels", ("the keepers carried", "no keepers carried"), "words are gone: the",
    ),
    "no beside a slip": (
        1,
        "a keeper could change it",
        ("no keeper could change", "no kceper could change"),
        "words differ: a keeper, now kceper",
    ),
    "not has moved": (
        2,
        "listened to Fenn and not to Kestrel",
        ("to Fenn and not to Kestrel", "not to Fenn and to Kestrel"),
        "negations differ: not is new",
    ),
    "not and names have moved": (
        2, "listened to Fenn and not to Kestrel", ("Fenn and not to Kestrel", "Kestrel and not to Fenn"), "names differ",
    ),
    "a prefix that denies": (1, "an honest man kept the fog bell", ("honest", "dishonest"), "now dishonest"),
    "another prefix": (2, "likely cost was discussed", ("likely", "unlikely"), "words differ: likely, now unlikely"),
    "before is after": (1, "red at first, and no", ("at first, and no", "at last, and no"), "numbers differ: first"),
    "a word that decides": (1, "carried the heavy barrels", ("heavy", "over heavy"), "words that decide differ"),
    "another word of the text": (
        1, "keepers rowed out to it", ("the keepers rowed", "the council rowed"), "words are gone: keepers",
    ),
    "not just before it": (
        1, "keepers rowed out to it", ("the keepers rowed out", "no keepers rowcd out"), "`no` stands just before it",
    ),
    "not just before its second run": (
        1, "tower did … towards the harbour", ("leaned towards the harbour", "leaned not tovvards the harbour"), "`not`",
    ),
    "non- just before it": (
        1, "keepers rowed out to it", ("the keepers rowed out", "the non-keepers rowcd out"), "`non` stands just before",
    ),
    "a prefix with a hyphen": (
        2, "The likely cost was discussed", ("likely", "un-likely"), "negations differ: un is new",
    ),
    "its opposite": (1, "carried the heavy barrels up by hand", ("up by hand", "down by hand"), "words differ: up, now"),
    "words changed places": (
        2, "the oil lamp by an electric one", ("oil lamp by an electric", "electric lamp by an oil"), "words differ",
    ),
    "too little alike": (1, "on a low reef", ("on a low reef", "oi a lcw reet"), "it is 76 % alike, 80 are wanted"),
    "nothing like it": (1, "burned whale oil", ("burned whale oil", "shone"), "nothing like it stands in the text"),
    "too many words": (
        2,
        "the harbour council voted to replace the oil lamp by an electric",
        ("oil lamp", "old oil lamp"),
        "it would quote 13 words",
    ),
    "too few words": (1, "burned whale oil", ("whale oil", "whaleoil"), "it would quote 2 words"),
    "twice in its section": (
        1, "carried the heavy barrels", ("up by hand.", "up by hand. Boys carried the heavy barrels down."), "as good",
    ),
    "twice and both with slips": (
        1,
        "carried the heavy barrels",
        ("carried the heavy barrels up by hand.", "carricd the heavy barrels up. Boys carried the hcavy barrels down."),
        "another place is as good: §1 ¶1",
    ),
    "in another section now": (
        1,
        "For $40 a year an honest man",
        ("For $40 a year an honest man kept the fog bell ringing all night. 2.", "\n\n2. For $40 a year an honest man left."),
        "it stands in §2 now",
    ),
    "in another section, with a slip": (
        1,
        "kept the fog bell ringing",
        ("kept the fog bell ringing all night. 2.", "slept.\n\n2. He kept the fog bell rinqing all night."),
        "it stands in §2 now",
    ),
    "its runs are in two sentences": (
        1, "lamp burned whale … carried the heavy", ("oil, and the keepers", "oil. The keepers"), "",
    ),
}  # fmt: skip


@rows(("section", "quotation", "edit", "reason"), REFUSED.values(), ids=REFUSED)
def test_refused(tmp_path, section, quotation, edit, reason):
    folder, source = (
        deck_in(tmp_path / "light", quotation, section=section),
        read(edited(LIGHT, edit)),
    )
    before = files(folder)
    (proposal,) = proposed(loaded(folder), source, section)
    assert proposal.refusal
    assert reason in proposal.refusal
    assert write(loaded(folder), [proposal]) == 0
    assert files(folder) == before


NOT_PROPOSED = {
    "the same text": (1, "had 36 years of practice", ("36 years", "36 years")),
    "other quotation marks": (2, "keepers can't climb the tower", ("can't", "can’t")),
    "a hyphen where a blank was": (1, "kept the fog bell ringing", ("fog bell", "fog-bell")),
    "capitals": (1, "Visitors were never allowed", ("Visitors were never", "VISITORS were NEVER")),
    "a change outside of it": (1, "was built in 1832", ("36 years", "35 years")),
    "a change under the dots": (1, "was built … years of practice", ("Hannah Orme", "Anna Orme")),
    "moved within its section": (
        1,
        "colour of the lamp",
        ("Visitors", "The colour of it, too. Visitors"),
    ),
}


@rows(("section", "quotation", "edit"), NOT_PROPOSED.values(), ids=NOT_PROPOSED)
def test_what_still_stands_is_left_alone(tmp_path, section, quotation, edit):
    folder = deck_in(tmp_path / "light", quotation, section=section)
    assert proposed(loaded(folder), read(edited(LIGHT, edit)), section) == []


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


LANGUAGES = {
    "only a blank differs": ("bur ned whale oil", True),
    "a letter differs": ("burncd whale oil", False),
    "a word is new": ("burned whale and oil", False),
    "a number differs": ("burned whale oil 3", False),
}


@rows(("now", "is_applicable"), LANGUAGES.values(), ids=LANGUAGES)
def test_where_no_negations_are_known_only_word_breaks_may_differ(tmp_path, now, is_applicable):
    folder = deck_in(tmp_path / "light", "lamp burned whale oil and", language="eo")
    (proposal,) = proposed(loaded(folder), read(edited(LIGHT, ("burned whale oil", now))))
    assert (not proposal.refusal) == is_applicable


def test_a_section_that_is_no_more(tmp_path):
    folder = deck_in(tmp_path / "light", "likely cost was discussed", section=2)
    source = read(edited(LIGHT, ("2. In 1901", "In 1901")))
    (proposal,) = proposed(loaded(folder), source, 2)
    assert (proposal.place, proposal.likeness) == ("§1 ¶3", 100)
    assert "it stands in §1 now" in proposal.refusal


def test_its_own_section_comes_first(tmp_path):
    folder = deck_in(tmp_path / "light", "likely cost was discussed", section=2)
    source = read(
        edited(
            LIGHT,
            ("likely cost", "likcly cost"),
            ("rowed out", "saw the likely cost was discussed"),
        )
    )
    (proposal,) = proposed(loaded(folder), source, 2)
    assert (proposal.place, proposal.words, proposal.refusal) == (
        "§2 ¶1",
        "likcly cost was discussed",
        "",
    )


# Tide mills, edited anew


@pytest.fixture
def mills(tmp_path: Path) -> Path:
    shutil.copytree(TIDE_MILLS, tmp_path / "tide-mills")
    (tmp_path / "tide-mills" / "source.txt").unlink()
    return tmp_path / "tide-mills"


ANOTHER_EDITION = edited(
    TIDES,
    ("the rise and fall of the sea", "the rise and fali of the sea"),
    ("makes a pond", "makes a pond[1]"),
    ("presses the gate shut", "presses the gatc shut"),
    ("waits until the ebb", "waits unti1 the ebb"),
    ("under the wheel, turns", "under the water-wheel, turns"),
    ("can be foretold", "can always be foretold"),
    ("returns every day", "never returns every day"),
    ("50 minutes later each", "55 minutes later each"),
    ("working hours move", "worlcing hours move"),
    ("Near new and full", "Near ncw and full"),
    ("near the half moons come", "near the half-moons comc"),
    ("Timbers of one were", "Timbcrs of one were"),
    ("in 1170. Its", "in 1770. Its"),
    ("bought by Jean Gardner", "bought by Jean Gardener"),
    ("In London, Daniel Bisson", "In London, Daniel Bison"),
    ("at the mouth of the Rance", "at the mouth of thc Rance"),
    ("Its 24 turbines", "Its 240 turbines"),
)
APPLIED = {
    ("what-shuts-the-gate", "weight of the … gatc shut"),
    ("second-gate", "under the water-wheel … the millstones"),
    ("why-at-night", "worlcing hours move … at night"),
    ("spring-tides", "Near ncw and … fall low"),
    ("rance-opened", "In 1966 President … of thc Rance"),
    ("rance-turbines", "In 1966 President … of thc Rance"),
}
LEFT = {
    ("waiting-for-the-ebb", "numbers differ: until, now unti1"),
    ("how-much-later", "numbers differ: 50, now 55"),
    ("nendrum-date", "names differ: Timbers, now Timbcrs"),
    ("woodbridge", "numbers differ: 1170, now 1770"),
    ("jean-gardner", "numbers differ: 1170, now 1770"),
    ("jean-gardner", "names differ: Gardner, now Gardener"),
    ("rance-turbines", "numbers differ: 24, now 240"),
}


def test_another_edition_of_tide_mills(mills, tmp_path):
    text = tmp_path / "new.txt"
    text.write_text(ANOTHER_EDITION, encoding="utf-8")
    ((deck, found),) = propose([mills], text)
    assert {(each.item.id.value, each.words) for each in found if not each.refusal} == APPLIED
    assert {(each.item.id.value, each.refusal) for each in found if each.refusal} == LEFT
    assert write(deck, found) == 3
    ((_, again),) = propose([mills], text)
    assert {(each.item.id.value, each.refusal) for each in again} == LEFT
    for item in loaded(mills).items:
        codes = [finding.code for finding in evidence_is_found(item, read(ANOTHER_EDITION))]
        assert bool(codes) == (item.id.value in {id for id, _ in LEFT})


def test_a_section_that_opens_nowhere_is_told_first(mills, tmp_path):
    """Else its items would be looked for in the section before it."""
    (tmp_path / "new.txt").write_text(TIDES, encoding="utf-8")
    deck = mills / "deck.yaml"
    lines = deck.read_text(encoding="utf-8") + "openings: {1: Ebb and flod, 2: Millers}\n"
    deck.write_text(lines, encoding="utf-8")
    at = rf"deck\.yaml:{lines.count(chr(10))}:15: no paragraph .* “Ebb and flod”.*; correct that first"
    with pytest.raises(StudyGuideError, match=at):
        propose([mills], tmp_path / "new.txt")


def test_its_own_text_proposes_nothing(mills, tmp_path):
    before = files(mills)
    (tmp_path / "same.txt").write_text(TIDES, encoding="utf-8")
    ((deck, found),) = propose([mills], tmp_path / "same.txt")
    assert (found, as_diff(deck, found), write(deck, found)) == ((), "", 0)
    assert files(mills) == before


def test_another_text_applies_nothing(mills):
    found = proposed(loaded(mills), read(LIGHT))
    assert len(found) == 24
    assert all(each.refusal for each in found)


def test_only_what_changes_is_written(mills):
    before = {name: data.decode() for name, data in files(mills).items()}
    deck = loaded(mills)
    write(deck, proposed(deck, read(ANOTHER_EDITION)))
    for name, data in files(mills).items():
        changed = [
            (old, new)
            for old, new in zip(before[name].split("\n"), data.decode().split("\n"), strict=True)
            if old != new
        ]
        assert all("evidence: " in old or old.startswith("      - ") for old, _ in changed)


def test_the_diff_is_one_that_patch_understands(mills, tmp_path):
    deck = loaded(mills)
    found = proposed(deck, read(ANOTHER_EDITION))
    diff = as_diff(deck, found)
    shutil.copytree(mills, tmp_path / "root" / str(mills).lstrip("/"))
    subprocess.run(["patch", "-s", "-p1"], cwd=tmp_path / "root", input=diff, text=True, check=True)
    write(deck, found)
    assert files(tmp_path / "root" / str(mills).lstrip("/")) == files(mills)
    assert "# what-shuts-the-gate: §1 ¶2, 88 % alike\n" in diff
    assert (
        "-    evidence: weight of the … gate shut\n+    evidence: weight of the … gatc shut\n"
        in diff
    )
    place = f"# {mills}/2-for-and-against.yaml:23:15: how-much-later: §2 ¶2, 95 % alike: "
    assert (
        f"{place}not applicable: numbers differ: 50, now 55\n#   - about 50 minutes later\n" in diff
    )


# Layout

KEPT = {
    "plain": ("rowed out to it", "rowcd out to it"),
    "plain with a comment": (
        "rowed out to it   # “to it”: the reef",
        "rowcd out to it   # “to it”: the reef",
    ),
    "double quotes": ('"rowed out to it"', '"rowcd out to it"'),
    "single quotes": ("'rowed out to it' # why", "'rowcd out to it' # why"),
    "an escape": ('"\\x72owed out\\u0020to it"', '"rowcd out to it"'),
    "quotes that are doubled": ("'rowed out '' to it'", "'rowcd out to it'"),
    "blanks within the quotes": ('" rowed out to it  "', '" rowcd out to it  "'),
    "over two lines": ("rowed out\n      to it", "rowcd out\n      to it"),
    "over two lines with quotes": ("'rowed\n\n      out to it'", "'rowcd\n\n      out to it'"),
    "a list in brackets": ("[ rowed out to it,had 36 years ]", "[ rowcd out to it,had 36 years ]"),
    "a list in brackets over lines": (
        "[had 36 years, # one\n      'rowed out to it', # two\n    ]",
        "[had 36 years, # one\n      'rowcd out to it', # two\n    ]",
    ),
    "a list of lines": (
        "\n    # first\n    -   rowed out to it\n    - had 36 years",
        "\n    # first\n    -   rowcd out to it\n    - had 36 years",
    ),
    "folded": (">\n      rowed\n      out to it\n", ">\n      rowcd\n      out to it\n"),
    "folded and stripped": (
        ">-  # so\n      rowed out\n      to it",
        ">-  # so\n      rowcd out\n      to it",
    ),
    "folded with an indent": (
        ">2\n       rowed out\n      to it",
        ">2\n       rowcd out\n      to it",
    ),
    "literal": ("|\n      rowed out\n      to it\n\n", "|\n      rowcd out\n      to it\n\n"),
}
ITEM = """section: 1
title:   "T"   # a title
summary: >
  Two
  lines.
items:

  # the first
  - {id: before, question: 'What?', answer: "1", evidence: built in 1832}
  - id: it
    question: What?
    answer: [ that,  "this" ]
    evidence: %s
    tags: [a]
# in the wrong column

  - id: after
    question: What?
    answer: that
    evidence:    built in 1832    # ...
"""
ENDS = {"LF": ("\n", ""), "CRLF": ("\r\n", ""), "a byte order mark": ("\n", "\ufeff")}


def layout(folder: Path, text: str) -> Path:
    (folder / "deck.yaml").write_text("id: light\ntitle: The Light\n", encoding="utf-8")
    (folder / "1-section.yaml").write_bytes(text.encode())
    return folder / "1-section.yaml"


@rows(("end", "mark"), ENDS.values(), ids=ENDS)
@rows(("old", "new"), KEPT.values(), ids=KEPT)
def test_layout_is_kept(tmp_path, old, new, end, mark):
    before, after = (mark + (ITEM % each).replace("\n", end) for each in (old, new))
    path = layout(tmp_path, before)
    deck = loaded(tmp_path)
    found = proposed(deck, read(edited(LIGHT, ("rowed out", "rowcd out"))))
    assert [each.refusal for each in found] == [""]
    assert write(deck, found) == 1
    assert path.read_bytes().decode() == after


QUOTED = {
    "a colon": ("rowed out to it", ("rowed out to", "rowed: out to"), None),
    "a colon and a slip": ("rowed out to it", ("rowed out to", "rowcd: out to"), '"rowcd: out to it"'),
    "a hash": ("rowed out to it", ("rowed out to", "rowcd #out to"), '"rowcd #out to it"'),
    "quotation marks": ("rowed out to it", ("rowed out to", 'rowcd "out": to'), "'rowcd \"out\": to it'"),
    "both sorts": (
        "rowed out to it", ("rowed out to", "rowcd \"out\": 'to'"), "'rowcd \"out\": ''to'' it'"
    ),
    "within double quotes": ('"rowed out to it"', ("rowed out to", 'rowcd "out\\" to'), '"rowcd \\"out\\\\\\" to it"'),
    "within single quotes": ("'rowed out to it'", ("rowed out to", "rowcd 'out' to"), "'rowcd ''out'' to it'"),
    "a comma": ("rowed out to it", ("rowed out to", "rowcd, out to"), "rowcd, out to it"),
    "a comma within brackets": ("[rowed out to it]", ("rowed out to", "rowcd, out to"), '["rowcd, out to it"]'),
    "brackets": ("rowed out to it", ("rowed out to", "rowcd [out] to"), "rowcd [out] to it"),
    "two lines": ("rowed\n      out to it", ("rowed out to", "rowcd: out to"), '"rowcd:\n      out to it"'),
    "a folded text": (">\n      rowed out to it", ("rowed out to", "rowcd: #out to"), ">\n      rowcd: #out to it"),
}  # fmt: skip


@rows(("old", "edit", "new"), QUOTED.values(), ids=QUOTED)
def test_what_yaml_would_misread_gets_quotes(tmp_path, old, edit, new):
    path = layout(tmp_path, ITEM % old)
    deck = loaded(tmp_path)
    found = proposed(deck, read(edited(LIGHT, edit)))
    assert [each.refusal for each in found] == ([""] if new else [])
    write(deck, found)
    assert path.read_text(encoding="utf-8") == ITEM % (new or old)


def test_a_file_without_a_last_line_end(tmp_path):
    path = layout(
        tmp_path, (ITEM % "rowed out to it").replace("built in 1832    # ...\n", "rowed out to it")
    )
    deck = loaded(tmp_path)
    found = proposed(deck, read(edited(LIGHT, ("rowed out", "rowcd out"))))
    assert "+    evidence:    rowcd out to it\n\\ No newline at end of file\n" in as_diff(
        deck, found
    )
    write(deck, found)
    assert path.read_text(encoding="utf-8").endswith("    evidence:    rowcd out to it")


def test_a_file_that_changed_meanwhile_stops_all(mills):
    deck = loaded(mills)
    found = proposed(deck, read(ANOTHER_EDITION))
    path = mills / "3-old-and-new.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    before = files(mills)
    with pytest.raises(StudyGuideError, match=r"3-old-and-new\.yaml has changed meanwhile"):
        write(deck, found)
    assert files(mills) == before


def test_a_file_that_is_gone_stops_all(mills):
    deck = loaded(mills)
    found = proposed(deck, read(ANOTHER_EDITION))
    (mills / "3-old-and-new.yaml").unlink()
    before = files(mills)
    with pytest.raises(StudyGuideError, match="cannot read"):
        write(deck, found)
    assert files(mills) == before


@pytest.mark.parametrize("words", ["three \x07 words", "three\ufeff more words", ""])
def test_what_would_not_read_as_meant_is_not_written(mills, words):
    deck = loaded(mills)
    before = files(mills)
    item = deck.items[3]
    proposal = Proposal(item, item.evidence[0], words, "§1 ¶1", 100, "")
    for step in (write, as_diff):
        with pytest.raises(StudyGuideError, match=r"1-how-it-works\.yaml cannot be edited"):
            step(deck, [proposal])
    assert files(mills) == before


def test_a_deck_with_mistakes_is_not_touched(mills, tmp_path):
    text = tmp_path / "new.txt"
    text.write_text(ANOTHER_EDITION, encoding="utf-8")
    path = mills / "1-how-it-works.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("question:", "qestion:", 1), encoding="utf-8"
    )
    with pytest.raises(StudyGuideError, match="studyguide check lists them"):
        propose([mills], text)
    with pytest.raises(StudyGuideError, match="no such file"):
        propose([TIDE_MILLS], tmp_path / "missing.txt")


# Any edit

NEGATIONS = {
    "no",
    "not",
    "never",
    "none",
    "nobody",
    "nothing",
    "neither",
    "nor",
    "without",
    "cannot",
    "can't",
}
ENGLISH = Language("en")
SPICE = (
    ["not", "never", "no", "without", "nor", "cannot", "one", "two", "24", "1999", "36", "Mill", "Rance", "Jean", "May", "the", "sea", "gate", "not a", "by Jean Gardner", "in 1170"]
)  # fmt: skip
ACTS = ["slip", "split", "join", "drop", "double", "swap", "lower", "upper", "tail", "stop"]
EDITS = st.lists(
    st.tuples(
        st.integers(0, 10_000),
        st.sampled_from(["slip", "split"]) | st.sampled_from(ACTS) | st.sampled_from(SPICE),
    ),
    min_size=10,
    max_size=100,
)


def with_edits(text: str, edits: list[tuple[int, str]]) -> str:
    """Edit words here and there; `edits` gives for each the word, and what to do or to put before it."""
    found = text.split(" ")
    for place, act in edits:
        at = place % (len(found) - 1)
        word = found[at]
        middle = len(word) // 2
        change = {
            "drop": "",
            "double": f"{word} {word}",
            "split": f"{word[:middle]} {word[middle:]}",
            "slip": f"{word[:middle]}{chr(97 + place % 26)}{word[middle + 1 :]}",
            "lower": word.lower(),
            "upper": word.capitalize(),
            "tail": f"{word}s",
            "stop": f"{word}.",
        }
        if act == "swap":
            found[at : at + 2] = found[at + 1], word
        elif act == "join":
            found[at : at + 2] = word + found[at + 1], ""
        else:
            found[at] = change.get(act, f"{act} {word}")
    return " ".join(found)


def numbers(quotation: str) -> list[str]:
    return [number for run in runs_of(quotation) for number, _ in numbers_in(run, ENGLISH)]


def negations(quotation: str) -> list[str]:
    return [form for run in runs_of(quotation) for form in run if form in NEGATIONS]


def names(quotation: str) -> list[str]:
    """List the words with a capital, but for those that begin a run, where it says nothing."""
    parts = re.split(r"\[?(?:…|\.\.\.)\]?", quotation)
    return [
        word.form.removesuffix("'s")
        for part in parts
        for word in words(part)[1:]
        if part[word.start].isupper()
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS)
def test_no_edit_of_the_text_leads_to_other_numbers_names_or_negations(tmp_path, edits):
    folder = tmp_path / "tide-mills"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(TIDE_MILLS, folder)
    deck, source = loaded(folder), read(with_edits(TIDES, edits))
    found = proposed(deck, source)
    applied = [each for each in found if not each.refusal]
    for each in applied:
        old, new = each.old.value, each.words
        assert numbers(old) == numbers(new), (old, new)
        assert negations(old) == negations(new), (old, new)
        assert set(names(new)) <= {form for run in runs_of(old) for form in run}, (old, new)
        assert set(names(old)) <= {
            form.removesuffix("'s") for run in runs_of(new) for form in run
        }, (old, new)
        assert 3 <= sum(map(len, runs_of(new))) <= 12
        assert len([*places_of(new, source.sections[each.item.section])]) == 1
    write(deck, found)
    again = loaded(folder)
    told = {(each.item.id.value, each.old): each.words for each in applied}
    assert [texts(item) for item in again.items] == [texts(item, told) for item in deck.items]
    assert [each for each in proposed(again, source) if not each.refusal] == []


def texts(item, told=None) -> tuple[list[str], list[str]]:
    told = told or {}
    evidence = [told.get((item.id.value, each), each.value) for each in item.evidence]
    return [each.value for each in item.texts()], evidence


WORDS = st.text(
    st.characters(blacklist_categories=("Cc", "Cf", "Cn", "Cs", "Co", "Zl", "Zp", "Zs")),
    min_size=1,
    max_size=8,
)
TRICKY = st.sampled_from(["#", "-", "?", ":", "a:", "'", '"', "\\", "[", "]", "{", "}", ",", "&", "*", "!", "|", ">", "%", "@", "`", "---", "...", "…", "=", "~", "null", "a#", "''", '""'])  # fmt: skip
LAYOUTS = ("%s", '"%s"', "'%s'", "[one two three, %s]", "['%s', x]", "\n    - %s\n    - x y z", ">\n      %s", "|-\n      %s")  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    new=st.lists(WORDS | TRICKY, min_size=1, max_size=6),
    way=st.sampled_from(LAYOUTS),
    wrapped=st.booleans(),
)
def test_any_words_can_be_written_in_any_layout(tmp_path, new, way, wrapped):
    old = "rowed\n      out to it" if wrapped else "rowed out to it"
    path = layout(tmp_path, ITEM % (way % old))
    before, deck = path.read_text(encoding="utf-8"), loaded(tmp_path)
    item = deck.items[1]
    quotation = next(each for each in item.evidence if "rowed" in each.value)
    proposal = Proposal(item, quotation, " ".join(new), "§1 ¶1", 100, "")
    assert write(deck, [proposal]) == 1
    again = loaded(tmp_path)
    assert texts(again.items[1])[1] == [
        " ".join(new) + each.value[len(each.value.rstrip()) :] if each is quotation else each.value
        for each in item.evidence
    ] or [" ".join(each.split()) for each in texts(again.items[1])[1]] == [
        " ".join(new) if each is quotation else each.value for each in item.evidence
    ]
    after = path.read_text(encoding="utf-8")
    start = quotation.start
    assert after[:start] == before[:start]
    assert after.endswith(before[before.index("    tags: [a]") :])
    path.write_text(before, encoding="utf-8")


@pytest.mark.torture
def test_a_thousand_items_over_a_hundred_thousand_words(tmp_path):
    """All quotations are gone; it takes about three seconds."""
    syllables = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru")
    vocabulary = ["".join(each) for each in product(syllables, repeat=3)]
    lines = [
        [vocabulary[(line * step * step + 7 * step) % len(vocabulary)] for step in range(25)]
        for line in range(1, 4001)
    ]
    source = read("1. " + "\n\n".join(f"{' '.join(line)}." for line in lines))
    gone = ((line[3:7], line[9:12]) for line in lines[::4])
    quotations = (f"{' '.join(one)}x … {' '.join(other)}" for one, other in gone)
    deck = loaded(deck_in(tmp_path / "many", *quotations))
    started = time.process_time()
    found = proposed(deck, source)
    assert time.process_time() - started < 20
    assert (source.words, len(found)) == (100_001, 1000)
    assert sum(each.likeness >= LEAST_LIKENESS for each in found) > 950
