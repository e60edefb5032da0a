"""The other editions of the guide: inline, class test, key alone, form, passages; and its index."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from itertools import permutations
from pathlib import Path

import page as page_validation
import pikepdf
import pytest
from PIL import Image as Picture
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

from studyguide.deck.item import Image, Kind
from studyguide.deck.markup import read_markup
from studyguide.guide.guide import Entry, Guide, GuideSection, Plate
from studyguide.markup.page_tree import tree_of
from studyguide.printing.book.index import _mentions, entries_of
from studyguide.printing.book.page import Measured, Start, end_page, first_front, guide_page
from studyguide.printing.book.pdf import write_guide
from studyguide.printing.book.plates import Placed
from studyguide.printing.filling.page_breaks import Breaks
from studyguide.printing.front.front import Front
from studyguide.printing.index.entries import IndexEntry, entry_of
from studyguide.printing.index.locators import Locator, Mention
from studyguide.printing.press.options import Layout
from studyguide.printing.press.typography import curled
from studyguide.templates import Templates
from studyguide.vocabulary.vocabulary import Vocabulary
from tests.printing.book.test_pdf import Print, a_print, answers_told, deck, pages_told  # noqa: F401, a fixture
from tests.printing.reading import (
    destinations,
    entry,
    guide,
    pages_of,
    realistic_guide,
    small_guide,
    text_of,
)
from tests.table import rows

BUNDLED = Templates.of(Path("no-deck"))
ASKED = Layout()
MADE = realistic_guide(sections=3)
MM = 72 / 25.4


def printed(folder: Path, layout: Layout, made: Guide = MADE) -> Path:
    path = folder / "guide.pdf"
    write_guide(made, BUNDLED, layout, path)
    return path


def items(made: Guide = MADE) -> list[str]:
    """Number all items as a reader would."""
    kinds = ("term", "person", "date", "question", "cloze")
    return [
        f"{section.number}.{number}"
        for section in made.sections
        for number, _ in enumerate((each for kind in kinds for each in section.of(kind)), start=1)
    ]


@pytest.mark.parametrize("layout", [ASKED, Layout(is_large=True)], ids=["usual", "large print"])
def test_names_stand_where_hardly_anything_is_in_them(layout: Layout) -> None:
    """A name makes a style unique, and those of all that is in it."""
    page = tree_of(guide_page(MADE, BUNDLED, layout))
    named = [each for each in page.iter() if each.get("id", "").startswith(("section-", "item-"))]
    assert len([each for each in named if each.get("id", "").startswith("section-")]) == 3
    tall = [each.get("id") for each in named for inner in each if [*inner]]
    assert tall == []


def test_a_class_test_asks_everything_and_answers_nothing(a_print: Print) -> None:  # noqa: F811
    text = text_of(a_print("test"))
    for number in items():
        assert len(re.findall(rf"(?<![\d.]){re.escape(number)} (?!key)", text)) == 1
    for each in MADE.entries:
        for answer in each.answers if each.kind in ("term", "person", "date") else ():
            assert curled(answer) not in text
    assert not re.search("Answer key|key, p|Timeline|Index", text)
    assert "Name Class, date" in text


def test_the_key_alone_answers_everything(a_print: Print) -> None:  # noqa: F811
    text = text_of(a_print("only-key"))
    for number in items():
        assert len(re.findall(rf"(?<![\d.]){re.escape(number)} ", text)) == 1
    for each in MADE.entries:
        for answer in () if each.retired else each.answers:
            assert curled(answer) in text
    assert not re.search("Review questions|Contents", text)


def test_inline_answers_stand_beside_their_questions(a_print: Print) -> None:  # noqa: F811
    text = text_of(a_print("inline"))
    assert "How many wheels did Woodbridge have? 1 §1 ¶3" in text
    assert not re.search("Answer key|key, p", text)


def test_a_form_has_a_named_field_for_each_answer(a_print: Print) -> None:  # noqa: F811
    with pikepdf.open(a_print("form")) as pdf:
        names = [str(field.T) for field in pdf.Root.AcroForm.Fields]
    # a section has one for own words and three for scores, an item that is asked or learnt three to tick; those for notes are as many as pages have room
    answers = [name for name in names if "-round-" not in name and "notes-" not in name]
    assert len(answers) == 9 + 12 + 3 + 3 * 3
    notes = [name for name in names if name.startswith("notes-")]
    assert len(names) == len(set(names)) == len(answers) + len(notes) + 3 * 12 * 3
    assert {"item-1.8", "item-3.11-a", "item-3.11-c", "own-3", "notes-1"} <= set(names)


FIELDS = {
    "item-1.1": "1.1: Which “moon” is it, ours or theirs?",
    "item-1.1-round-3": "Third round, 1.1: Which “moon” is it, ours or theirs?",
    "item-1.2-b": "Blank b of 1.2: The … and the ….",
    "item-1.2-round-1": "First round, 1.2: The … and the ….",
    "own-1": "In my own words: The only section",
    "score-1-2": "Second round … of 2: The only section",
    "discussion-1": "Questions for discussion, 1: Whose moon is it?",
}
"""What a reader of the screen is told of fields."""


@pytest.mark.parametrize("is_large", [False, True], ids=["usual", "large"])
def test_a_form_has_nothing_that_only_a_pen_can_fill(tmp_path: Path, is_large: bool) -> None:
    made = small_guide(
        entry("question", "q", FIELDS["item-1.1"].removeprefix("1.1: "), "ours"),
        entry("cloze", "c", "The {{c1::moon}} and the {{c2::sun}}."),
        discussion=("Whose moon is it?",),
    )
    path = printed(tmp_path, Layout(is_form=True, is_large=is_large), made)
    with pikepdf.open(path) as pdf:
        told = {str(field.T): str(field.TU) for field in pdf.Root.AcroForm.Fields}
    assert told.items() >= FIELDS.items()
    assert not any(name in words for name, words in told.items())
    assert not any("moon and" in words or "sun" in words for words in told.values())
    text = text_of(path)
    assert "box below a number if its answer is right" in text
    assert "a cross for wrong" not in text
    assert "dots and crosses" not in text


JOINED = {
    "ft": "After a shift the craft is often left aloft.",
    "fi, fl": "The first field is flooded, and fifty find the floor.",
    "ff, ffi, ffl": "The staff offers a different official a muffled affair.",
    "other letters": "Fjord, affirm’s «flood» – “Th” 1½ of 3⁄4 … and x²",
}
"""Letters that a face draws as one, or one that it draws for several."""


@pytest.mark.parametrize("is_form", [True, False], ids=["form", "guide"])
def test_words_of_a_form_are_read_as_in_the_guide(tmp_path: Path, *, is_form: bool) -> None:
    """With every tool that people search and copy with; each stands in a question, its answer and a sentence."""
    asked = (entry("question", f"q{n}", each, each) for n, each in enumerate(JOINED.values()))
    told = (entry("cloze", f"c{n}", f"{t} {{{{c1::So}}}}.") for n, t in enumerate(JOINED.values()))
    path = printed(tmp_path, Layout(is_form=is_form), small_guide(*asked, *told))
    by_pdfium = " ".join(page.get_textpage().get_text_range() for page in PdfDocument(path))
    by_plumber = " ".join(page.extract_text() for page in pages_of(path))
    wanted = Counter(
        word for text in JOINED.values() for word in {*curled(text).split()} for _ in range(3)
    )
    for read in (text_of(path), by_plumber, by_pdfium):
        assert wanted - Counter(read.split()) == Counter()


def test_a_form_is_for_everybody(a_print: Print) -> None:  # noqa: F811
    """PDF/UA-1: each field has a name that is told, and a tag of its own that leads back to it."""
    path = a_print("form")
    failures = page_validation.validate_pdf(path, profile="ua1").failures
    assert failures == []
    with pikepdf.open(path) as pdf:
        tree = [*pdf.Root.StructTreeRoot.ParentTree.Nums]
        tags = {int(tree[at]): tree[at + 1] for at in range(0, len(tree), 2)}
        metadata = pdf.Root.Metadata.read_bytes()
        for each in (one for page in pdf.pages for one in page.get("/Annots", ()) if "/T" in one):
            (kid,) = tags[int(each.StructParent)].K
            assert tags[int(each.StructParent)].S == "/Form"
            assert kid.Obj.objgen == each.objgen
            assert str(each.TU)
    assert metadata.count(b'pdfuaid:part="1"') == 1
    assert b"<dc:source>" in metadata


def test_an_answer_comes_before_its_boxes_to_tick(a_print: Print) -> None:  # noqa: F811
    """In tags, for the key Tab, and in the list of fields; a list has boxes alone."""
    with pikepdf.open(a_print("form")) as pdf:
        listed = [str(field.T) for field in pdf.Root.AcroForm.Fields]
        marked = [each for page in pdf.pages for each in page.get("/Annots", ()) if "/T" in each]
        read = [*fields_in(pdf.Root.StructTreeRoot.K)]
        colours = {str(each.get("/DA", "")).split("/a1.0 gs ")[-1][:4] for each in marked}
        borders = {len(each.MK.BC) for each in marked if "/MK" in each}
        assert {page.get("/Tabs") for page in pdf.pages} == {"/S"}
    assert listed == read == [str(each.T) for each in marked]
    for number in items():
        own = [name for name in listed if re.match(rf"item-{re.escape(number)}(-|$)", name)]
        assert ["-round-" in name for name in own] == sorted("-round-" in name for name in own)
        at = listed.index(own[0])
        assert listed[at : at + len(own)] == own
    assert colours == {"0 g "}  # black of one ink
    assert borders == {1}


def test_a_table_of_one_column_may_stand_in_a_form(tmp_path: Path) -> None:
    """As one of a deck's own template does, with boxes to tick or none."""
    ticks = '<span class="ticks" style="display: block"><input type="checkbox" name="own"></span>'
    table = f"<table><tr><td>alone</td></tr><tr><td>Made<br>{ticks}</td></tr><tr></tr></table>"
    path = tmp_path / "form.pdf"
    templates = deck(tmp_path, "colophon.html", table)
    write_guide(small_guide(entry("term", "t", "a", "b")), templates, Layout(is_form=True), path)
    with pikepdf.open(path) as pdf:
        assert "own" in fields_in(pdf.Root.StructTreeRoot.K)


def fields_in(element: pikepdf.Object) -> Iterator[str]:
    """Name the fields of a tree of tags, in its order."""
    kids = element if isinstance(element, pikepdf.Array) else [element]
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
            yield from [str(kid.Obj.T)] if "/T" in kid.Obj else []
        elif isinstance(kid, pikepdf.Dictionary):
            yield from fields_in(kid.get("/K", pikepdf.Array()))


def test_a_printer_is_told_to_leave_the_size_alone(a_print: Print) -> None:  # noqa: F811
    with pikepdf.open(a_print("form")) as pdf:
        wishes = pdf.Root.ViewerPreferences
        assert (wishes.PrintScaling, wishes.Duplex) == ("/None", "/DuplexFlipLongEdge")
        assert b"Study guide" in pdf.Root.Metadata.read_bytes()
        content = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    assert not re.search(rb"\d (rg|RG)\b", content)


def test_scores_in_a_form_stand_below_own_words(a_print: Print) -> None:  # noqa: F811
    """These go down to the foot, or are as tall as may be."""
    path, last = a_print("form"), 0
    with pikepdf.open(path) as pdf:
        for page, read in zip(pdf.pages, pages_of(path), strict=True):
            fields = [each for each in page.get("/Annots", ()) if "/T" in each]
            below = [word for word in read.extract_words() if word["bottom"] < 260 * MM]
            low = max((word["bottom"] for word in below), default=0)
            for each in fields:
                bottom = float(read.height) - min(float(each.Rect[at]) for at in (1, 3))
                if str(each.T).startswith("score-") and bottom > low - 4 * MM:
                    last += 1
                    tall = max(
                        abs(float(it.Rect[3] - it.Rect[1]))
                        for it in fields
                        if str(it.T).startswith("own-")
                    )
                    assert bottom > 250 * MM or tall == pytest.approx(192 * MM, abs=3 * MM)
    assert last


def test_fields_stand_inside_their_sentences(tmp_path: Path) -> None:
    text = "The {{c1::moon}} and the {{c2::sun}} together make spring tides."
    path = printed(tmp_path, Layout(is_form=True), small_guide(entry("cloze", "c", text)))
    words = pages_of(path)[2].extract_words()
    tops = [word["top"] for word in words if word["text"] == "(a)"][:1]
    line = " ".join(word["text"] for word in words if word["top"] in tops)
    assert line.startswith("The (a) and the (b) together")


def test_the_deck_travels_inside(tmp_path: Path) -> None:
    package = tmp_path / "tide-mills.apkg"
    package.write_bytes(b"a deck")
    made = small_guide(entry("question", "q", "Why?", "So"))
    first = printed(tmp_path, Layout(attached=package), made).read_bytes()
    with pikepdf.open(tmp_path / "guide.pdf") as pdf:
        assert pdf.attachments["tide-mills.apkg"].get_file().read_bytes() == b"a deck"
    assert printed(tmp_path, Layout(attached=package), made).read_bytes() == first


def test_passages_stand_in_list_and_key_once_each(tmp_path: Path) -> None:
    made = small_guide(
        entry("term", "t", "pond", "a basin", passage="The pond, it says, is a basin."),
        entry("question", "q", "Why?", "So", passage="First it says so.\nThen it says why."),
    )
    text = text_of(printed(tmp_path, Layout(), made))
    assert text.count("The pond, it says, is a basin.") == 1
    assert text.count("First it says so. Then it says why.") == 1
    test = text_of(printed(tmp_path, Layout(answers="none"), made))
    assert "it says" not in test


def placed(made: Guide, layout: Layout = ASKED, step: int = 1) -> dict[str, IndexEntry]:
    """Give the entries of a guide of one section whose items stand on a page each, from page 1 on."""
    anchors = {f"item-1.{n}": step * n for n in range(1, 40)} | {"section-1": 1, "introduction": 1}
    return {each.heading: each for each in entries_of(made, layout, anchors)}


MILLERS = [entry("person", f"n{n}", f"Tom Miller{n}", "a miller") for n in "abcdefgh"]


def test_index_entries_are_what_one_looks_up() -> None:
    made = small_guide(
        entry("person", "p", "Ada Kestrel", "led the walkout at Port Selby"),
        entry("term", "t", "walkout", "a strike without notice"),
        entry(
            "question",
            "a",
            "Which town did Kestrel’s walkout reach in June?",
            "the quays at Dunmere in Kent",
        ),
        entry("question", "b", "Why were the Polish papers of Port Selby silent?", "Fear"),
        *MILLERS,
    )
    found = placed(made)
    assert pages_told(found["Kestrel, Ada"]) == ["2", "11"]
    assert pages_told(found["walkout"]) == ["1", "2", "11"]
    assert [at.is_main for at in found["walkout"].pages] == [True, False, False]
    assert pages_told(found["Port Selby"]) == ["2", "12"]
    assert {"Dunmere", "Kent"} <= found.keys()
    assert not {"Which", "June", "Polish", "Fear", "Kestrel"} & found.keys()


SAID: dict[str, tuple[Entry, dict[str, tuple[list[str], list[str]]]]] = {
    "a blank is told in the key": (
        entry("cloze", "c", "Lamps went out at {{c1::Dunmere}} and Orrin."),
        {"Dunmere": ([], ["1.9"]), "Orrin": (["9"], [])},
    ),
    "half a name in a blank": (
        entry("cloze", "c", "It fell in the {{c1::October}} Revolution of 1917."),
        {"October Revolution": ([], ["1.9"])},
    ),
    "a blank in a quotation": (
        entry("cloze", "c", "It said: “{{c1::Farrow Hill}} is ours.”"),
        {"Farrow Hill": ([], ["1.9"])},
    ),
    "an answer": (
        entry("question", "q", "Who was asked at Port Selby?", "the mayor of Orrin"),
        {"Port Selby": (["9"], []), "Orrin": ([], ["1.9"])},
    ),
    "what stands beside its blank": (
        entry("cloze", "c", "The {{c1::Orrin}} lamps of Orrin."),
        {"Orrin": (["9"], ["1.9"])},
    ),
    "a question and its answer": (
        entry("question", "q", "What did Orrin ask for?", "lamps for Orrin and Selby"),
        {"Orrin": (["9"], ["1.9"]), "Selby": ([], ["1.9"])},
    ),
    "half of an ion": (
        entry("question", "q", "What does NaCl give at Orrin?", "Na⁺ and a Cl⁻ as in KCl"),
        {"Orrin": (["9"], []), "Na": ([], []), "Cl": ([], []), "KCl": ([], ["1.9"])},
    ),
    "formulas": (
        entry(
            "cloze", "c", r"At Orrin \(K_a + {{c1::N_A}} \Rightarrow\) holds, or \Omega of Selby."
        ),
        {
            "Orrin": (["9"], []),
            "Selby": (["9"], []),
            "K_a": ([], []),
            "N_A": ([], []),
            "Rightarrow": ([], []),
            "Omega": ([], []),
        },
    ),
    "a term that is a formula": (
        entry("term", "t", r"\(\pi\) of Orrin", "the share of a circle"),
        {r"\(\pi\) of Orrin": ([], [])},
    ),
    "what is of a place": (
        entry("question", "q", "Did the Chinese see a Kentish mill?", "in Kent, not in China"),
        {"China": (["9"], ["1.9"]), "Kent": (["9"], ["1.9"]), "Chinese": ([], [])},
    ),
    "what is of a place that is not told": (
        entry("question", "q", "Why did the Polish miners go to Orrin?", "to dig"),
        {"Orrin": (["9"], []), "Polish": ([], []), "Poland": ([], [])},
    ),
    "what is of one of two places": (
        entry("question", "q", "Did a Georgian go by Georgia and George?", "he did"),
        {"Georgia": (["9"], []), "George": (["9"], []), "Georgian": ([], [])},
    ),
    "a whole name has no capital": (
        entry("cloze", "c", "The Farrow strikers of the {{c1::Farrow}} basin met at Orrin."),
        {"Farrow basin": (["9"], ["1.9"]), "Farrow": ([], [])},
    ),
    "said of people": (
        entry("question", "q", "What did the Farrowite leaders in Orrin want?", "light"),
        {"Farrowite": ([], []), "Orrin": (["9"], [])},
    ),
    "a month and a person": (
        entry("question", "q", "What did Brand say when in October Kestrel came?", "light"),
        {"October Kestrel": ([], []), "Kestrel": (["9"], [])},
    ),
    "the towns of people": (
        entry("question", "q", "Where did Thomas of Orrin go, when he left Orrin?", "away"),
        {"Orrin": (["9"], [])},
    ),
    "a slogan": (
        entry("question", "q", "What was the call at Orrin?", '"Power to the People"'),
        {"Power": ([], []), "People": ([], [])},
    ),
}
"""One item, and on which page or in which answer it tells of what."""


@rows(("item", "told"), SAID.values(), ids=SAID)
def test_the_index_leads_to_what_can_be_read(
    item: Entry, told: dict[str, tuple[list[str], list[str]]]
) -> None:
    found = placed(small_guide(*MILLERS, item))
    nowhere = IndexEntry("")
    assert {
        name: (pages_told(found.get(name, nowhere)), answers_told(found.get(name, nowhere)))
        for name in told
    } == told
    inline = placed(small_guide(*MILLERS, item), Layout(answers="inline"))
    assert not any(each.answers for each in inline.values())
    assert told.keys() - inline.keys() == {
        name for name, places in told.items() if places == ([], [])
    }


CASES = {
    "ru": (
        ["Анна Вельская", "Пётр Иванов", "Мария Иванова"],
        "Кто видел Вельскую и Марию Иванову у Заозёрска и в Москве, за Заозёрском?",
        {"Вельская, Анна", "Иванова, Мария"},
        {"Заозёрска", "Москве", "Иванов, Пётр"},
    ),
    "pl": (
        ["Anna Mazur"],
        "Kto widział Warszawę, Kraków i Gdańsk?",
        {"Kraków", "Gdańsk"},
        {"Warszawę"},
    ),
    "el": (
        ["Άννα Μυλωνά"],
        "Ποιος είδε την Αθήνα και την Άννα Μυλωνά;",
        {"Μυλωνά, Άννα"},
        {"Αθήνα"},
    ),
    "es": (["Ana Díaz"], "¿Quién vio Gandía?", {"Gandía"}, set()),
}
"""Persons, a question, and what stands in the index for it, and what does not."""


@rows("language", CASES)
def test_names_in_a_case_are_listed_as_they_are_called(language: str) -> None:
    people, question, told, untold = CASES[language]
    items = [
        *(entry("person", name, name, "x") for name in people),
        entry("question", "q", question, "x"),
    ]
    found = placed(small_guide(*items, *MILLERS, language=language))
    last = str(len(items) + len(MILLERS))
    assert {name for name, each in found.items() if last in pages_told(each)} == told
    assert not untold & {name for name in found if "," not in name}


def test_titles_of_works_are_italic_in_the_index(tmp_path: Path) -> None:
    made = small_guide(
        entry("term", "t", read_markup("The *Harbour Times*"), "a paper"),
        entry(
            "question",
            "q",
            read_markup("What did the *Harbour Times* say of *The Lamps*?"),
            "nothing",
        ),
        entry("question", "r", read_markup("Was *Orrin* and not Selby dark?"), "Orrin in Kent"),
        entry("question", "s", "Was Orrin dark?", "Orrin was"),
        *MILLERS,
        introduction="It is drawn from Tidal Engines.",
    )
    titles = {name for name, each in placed(made).items() if each.is_title}
    assert titles == {"Harbour Times, The", "Lamps, The", "Tidal Engines"}
    path = printed(tmp_path, Layout(), made)
    page = pages_of(path)[destinations(path)["index"] - 1]
    words = page.extract_words(extra_attrs=["fontname"])
    top = next(word["top"] for word in words if word["text"] == "Index")
    below = (word for word in words if word["top"] > top)
    italic = {word["text"].strip(",") for word in below if "Italic" in word["fontname"]}
    assert italic == {"Harbour", "Times", "The", "Lamps", "Tidal", "Engines"}


def test_tags_are_topics_where_items_speak_of_them() -> None:
    tags = ("lamplighting", "told", "dark")
    items = [
        entry("question", f"q{n}", "What of lamplighting?", "it was dark", tags=tags) for n in "ab"
    ]
    found = placed(small_guide(*MILLERS, *items))
    assert (pages_told(found["lamplighting"]), answers_told(found["dark"])) == (
        ["9–10"],
        ["1.9–1.10"],
    )
    assert "told" not in found


def test_no_answer_is_left_out_where_there_are_many() -> None:
    asked = [entry("question", f"q{n}", "Which town?", "the quays of Orrin") for n in "abcdefg"]
    apart = [
        entry("question", f"r{n}", f"What of {name}?", "it")
        for n, name in enumerate(("Selby", "Orrin") * 2)
    ]
    items = [each for pair in zip(asked, [*apart, *MILLERS], strict=False) for each in pair]
    made = small_guide(*items, *MILLERS[3:])
    ordered = [
        each for kind in ("person", "question") for each in made.entries if each.kind == kind
    ]
    found = placed(made)["Orrin"]
    numbers = {n for at in found.answers for n in _between(at.first, at.last)}
    assert len(found.pages) == 2
    assert numbers >= {f"1.{n}" for n, each in enumerate(ordered, start=1) if each in asked}
    alone = placed(small_guide(*items[::2], *MILLERS))["Orrin"]
    assert (alone.pages, answers_told(alone)) == ((), ["1.9–1.15"])


def _between(first: str, last: str) -> list[str]:
    section, start = first.split(".")
    return [f"{section}.{n}" for n in range(int(start), int(last.split(".")[1]) + 1)]


DRAWN = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><title>A map of Dunmere</title>
<text>ORRIN</text><text>PORT</text><text>LYME</text></svg>"""


def test_map_timeline_and_discussion_are_indexed(tmp_path: Path) -> None:
    drawing, view = tmp_path / "map.svg", tmp_path / "view.png"
    drawing.write_text(DRAWN, encoding="utf-8")
    Picture.new("L", (40, 30), 200).save(view)
    plates = [
        Plate(Image(path, "A view of Kent and Dunmere.", digest_of(path)), caption)
        for path, caption in ((drawing, ""), (view, "Farrow Hill from Natural Sea"))
    ]
    years = [entry("date", f"d{n}", f"{n}", f"fire at Dunmere {n}") for n in (1911, 1915)]
    asked = "What of Dunmere, Orrin, Kent, Farrow Hill, Port Lyme and Selby?"
    made = small_guide(
        *MILLERS,
        entry("question", "q", asked, "dark"),
        *years,
        plates=tuple(plates),
        discussion=("Was Ada Kestrel right to go to Selby?", "And then?"),
    )
    path = printed(tmp_path, Layout(), made)
    places = destinations(path)
    found = {each.heading: each for each in entries_of(made, Layout(), places)}

    def is_told(name: str, place: str) -> bool:
        return any(int(at.first) <= places[place] <= int(at.last) for at in found[name].pages)

    for name in ("Orrin", "Port Lyme"):
        assert is_told(name, "plate-0")
    assert is_told("Farrow Hill", "plate-1")
    assert is_told("Dunmere", "timeline-1")
    assert is_told("Selby", "discussion-1")
    assert not is_told("Kent", "plate-0")  # its picture does not show that word
    assert "Natural Sea" not in found


def digest_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_of_very_many_places_those_are_told_that_say_most() -> None:
    """Eleven runs of pages at most: first what explains, then by how often they speak of it."""
    spoken = [2, *range(10, 100, 5), 61]
    told = [Mention(f"item-1.{n}", f"1.{n}", n == 2, True, 1) for n in spoken]
    found = entry_of("Kestrel, Ada", told, {f"item-1.{n}": n for n in spoken})
    pages = ["2", *map(str, range(10, 55, 5)), "60–61"]
    assert (pages_told(found), found.is_cut) == (pages, True)
    explained = [Mention(f"item-1.{n}", f"1.{n}", True, n % 2 == 0, 1) for n in range(1, 41)]
    of_all = entry_of("Kestrel, Ada", explained, {f"item-1.{n}": 2 * n for n in range(1, 41)})
    assert (len(of_all.pages), len(of_all.answers), of_all.is_cut) == (11, 11, True)


def test_an_entry_keeps_what_asks_for_it_and_what_leads_to_it() -> None:
    """An answer that is the name itself, and a place of the name in a "see", are kept beside weightier pages."""
    pages = {f"item-1.{n}": n for n in range(1, 100)}
    told = [Mention(f"item-1.{n}", f"1.{n}", False, True, 1, weight=3) for n in range(1, 20)]
    said = [
        Mention(f"item-2.{n}", f"2.{n}", False, False, 2, names=frozenset({"kent"}))
        for n in range(1, 40, 2)
    ]
    asked = said[-1]._replace(is_answer=True)
    leads = said[-3]._replace(names=frozenset({"the kentish coast"}))
    found = entry_of(
        "Kent", [*told, *said[:-3], said[-2], asked, leads], pages, ["the kentish coast"]
    )
    numbers = [*range(1, 20, 2), 35, 39]
    assert [each.first for each in found.answers] == [f"2.{n}" for n in numbers]
    assert (pages_told(found), found.is_cut) == (["1–19"], True)


ABOUT = [f"What of Kestrel and {name} in {n}?" for n in "abcd" for name in ("Orrin", "Selby")]
TOLD = [f"What of Kestrel in {n}?" for n in "efghijkl"]
DIVIDED: dict[str, tuple[str, list[str], str, list[tuple[str, str, str]], str]] = {
    "by what its places speak of besides": (
        "en",
        ABOUT,
        "x",
        [("Orrin", "40 44 48 52", ""), ("Selby", "42 46 50 54", "")],
        "",
    ),
    "what speaks of nothing else stays behind it": (
        "en",
        ABOUT + TOLD[:4],
        "x",
        [("Orrin", "40 44 48 52", ""), ("Selby", "42 46 50 54", "")],
        "56 58 60 62",
    ),
    "in German": (
        "de",
        [each.replace("Orrin", "Lampe").replace("Selby", "Lampenputzer") for each in ABOUT],
        "x",
        [("Lampe", "40 44 48 52", ""), ("Lampenputzer", "42 46 50 54", "")],
        "",
    ),
    "what an answer says of both, by its number": (
        "en",
        [
            each
            for name in ("Orrin", "Selby")
            for n in "abcd"
            for each in (f"What was in {n}? | Kestrel in {name}", "Why?")
        ],
        "x",
        [("Orrin", "", "1.20 1.22 1.24 1.26"), ("Selby", "", "1.28 1.30 1.32 1.34")],
        "",
    ),
    "by nothing that only the question says": (
        "en",
        [each for each in ABOUT for each in (each.replace("Kestrel", "them"), "Why?")],
        "Ada Kestrel",
        [],
        "",
    ),
    "a few are not divided": ("en", ABOUT[:7], "x", [], "40 42 44 46 48 50 52"),
    "by no sub-heading alone": (
        "en",
        [each for each in ABOUT if "Orrin" in each] + TOLD[:4],
        "x",
        [],
        "40 42 44 46 48 50 52 54",
    ),
    "by no list of many": (
        "en",
        [
            f"What of Kestrel, Orrin, {', '.join(f'Port {n}' for n in 'ABCDEFG')} in {n}?"
            for n in "abcdefgh"
        ],
        "x",
        [],
        "40 42 44 46 48 50 52 54",
    ),
    "by no date": (
        "en",
        [each.replace("Orrin", "1911").replace("Selby", "1915") for each in ABOUT],
        "x",
        [],
        "40 42 44 46 48 50 52 54",
    ),
}
"""A language, questions that stand on every second page from 40, an answer of those without one of their own; sub-headings, with pages and answers, and what
stays behind the heading."""


@rows(("language", "asked", "answer", "parts", "general"), DIVIDED.values(), ids=DIVIDED)
def test_an_entry_of_many_places_is_divided(
    language: str, asked: list[str], answer: str, parts: list[tuple[str, str, str]], general: str
) -> None:
    terms = [("term", "Lampe"), ("term", "Lampenputzer"), ("date", "1911"), ("date", "1915")]
    made = small_guide(
        entry("person", "p", "Ada Kestrel", "a miller"),
        *MILLERS,
        *(entry(kind, f"t{name}", name, "x") for kind, name in terms),  # type: ignore[arg-type]
        *(entry("term", f"u{n}", f"unsaid{n}", "x") for n in range(6)),
        *(
            entry("question", f"q{n}", said, own or (answer if "of" in said else "x"))
            for n, (said, _, own) in enumerate(each.partition(" | ") for each in asked)
        ),
        language=language,
    )
    anchors = {f"item-1.{n}": 2 * n for n in range(20, 60)}
    index = {each.heading: each for each in entries_of(made, Layout(), anchors)}
    found = index["Kestrel, Ada"]
    shown = [
        (each.heading, " ".join(pages_told(each)), " ".join(answers_told(each)))
        for each in found.subheadings
    ]
    assert (shown, " ".join(pages_told(found)), found.is_cut) == (parts, general, False)


def test_two_headings_have_the_same_places_under_each_other() -> None:
    """Wherever a pair of them stands under both: what one says of the other, that says of it."""
    summary = "Kestrel met Orrin. Selby lay still. Kestrel went to Kent, Orrin and Selby."
    names = ("Orrin", "Selby", "Kestrel", "Kent")
    asked = [
        entry("question", f"{n}{at}", f"Did {a} see {b} in {n}?", f"so did {c}, but for {d}")
        for n in "ab"
        for at, (a, b, c, d) in enumerate(permutations(names))
        if a < b and c < d
    ]
    blank = entry("cloze", "c", "{{c1::Orrin}} and Selby met Kestrel at {{c2::Kent}}.")
    person = entry("person", "p", "Ada Kestrel", "a miller of Orrin")
    made = guide(GuideSection(1, "One", summary, (person, *MILLERS, *asked, blank)))
    pairs = {
        (heading, part.heading): (pages_told(part), answers_told(part))
        for heading, each in placed(made, step=2).items()
        for part in each.subheadings
    }
    both = [pair for pair in pairs if pair[::-1] in pairs]
    assert len(both) > 1
    assert all(pairs[pair] == pairs[pair[::-1]] for pair in both)
    parted = {heading for heading, _ in pairs}
    assert {pair for pair in pairs if pair[1] in parted} == {*both}


def test_a_sentence_is_what_brings_two_headings_together() -> None:
    """In a summary; what else it says of each of them they have not in common."""
    summary = "Kestrel met Orrin. Selby lay still. Kestrel went to Kent."
    item = entry("person", "p", "Ada Kestrel", "a miller")
    made = guide(GuideSection(1, "One", summary, (item, *MILLERS)))
    beside = _mentions(made, ASKED).places["Kestrel, Ada"][0].beside
    assert beside == {"Orrin", "Kent"}


LOOKED_UP: dict[str, tuple[str, list[Entry], dict[str, tuple[list[str], list[str]]]]] = {
    "any form of a term": (
        "en",
        [
            entry("term", "t", "demands", "what is asked for"),
            entry("question", "q", "What was demanded, and what did he demand?", "light"),
        ],
        {"demands": (["1", "10"], [])},
    ),
    "a form of a term in German": (
        "de",
        [
            entry("term", "t", "Forderung", "was verlangt wird"),
            entry("question", "q", "Welche Forderungen gab es?", "Licht"),
        ],
        {"Forderung": (["1", "10"], [])},
    ),
    "people of a movement": (
        "en",
        [
            entry("term", "t", "Lampism", "a creed"),
            entry("question", "q", "What did the Lampists want, and the Lampites?", "light"),
            entry("question", "r", "What does a lamp want?", "oil"),
        ],
        {"Lampism": (["1", "10"], [])},
    ),
    "a capital is another word": (
        "en",
        [
            entry("term", "t", "councils", "assemblies"),
            entry("question", "q", "What did the Council of Orrin say?", "nothing"),
        ],
        {"councils": (["1"], [])},
    ),
    "the longer name of a person": (
        "en",
        [
            entry(
                "person",
                "p",
                "Brand",
                "a mayor",
                note="Not from the text: General Ole Brand ruled.",
            ),
            entry("question", "q", "What of Brand in May?", "dark"),
        ],
        {"Brand, Ole": (["9", "10"], []), "Brand": ([], [])},
    ),
    "two of one surname": (
        "en",
        [
            entry("person", "p", "Brand", "a mayor"),
            entry("question", "q", "What of Ole Brand and Ada Brand?", "dark"),
        ],
        {"Brand": (["9"], []), "Brand, Ole": (["10"], []), "Brand, Ada": (["10"], [])},
    ),
    "an answer to who, in one piece": (
        "en",
        [
            entry("question", "q", "Who lit Orrin?", "Jean d'Arvieux"),
            entry("question", "r", "Who lit Selby?", "Mrs. Lorn"),
            entry("question", "s", "Who lit Lyme?", "Thomas à Beck"),
            entry("question", "t", "What did Thomas à Beck say to Mrs. Lorn?", "no"),
        ],
        {
            "Arvieux, Jean d’": ([], ["1.9"]),
            "Lorn, Mrs.": (["12"], ["1.10"]),
            "Beck, Thomas à": (["12"], ["1.11"]),
            "Thomas": ([], []),
            "Beck": ([], []),
        },
    ),
    "an answer to who that is no person": (
        "en",
        [
            entry("question", "q", "Who lit Orrin?", "Harbour Jacks"),
            entry("question", "r", "What did the Harbour Jacks want?", "oil"),
        ],
        {"Harbour Jacks": (["10"], ["1.9"]), "Jacks, Harbour": ([], [])},
    ),
    "an answer to who in German": (
        "de",
        [
            entry("question", "q", "Wer zündete an?", "Ida Lorn"),
            entry("question", "r", "Wer zündete noch an?", "Streikende Bergleute"),
            entry("question", "s", "Was sagte Ida Lorn?", "nichts"),
        ],
        {"Lorn, Ida": (["11"], ["1.9"]), "Bergleute, Streikende": ([], [])},
    ),
    "another of the same surname": (
        "en",
        [
            entry("person", "p", "Ole Brand", "a mayor"),
            entry("question", "q", "What of Mayor Brand and O. Brand?", "dark"),
            entry("question", "r", "What of Ada Brand?", "dark"),
        ],
        {"Brand, Ole": (["9", "10"], []), "Brand, Ada": (["11"], [])},
    ),
    "an answer to who": (
        "en",
        [entry("question", "q", "Who lit the lamps of Orrin?", "Nora Vane")],
        {"Vane, Nora": ([], ["1.9"]), "Orrin": (["9"], [])},
    ),
    "a particle": (
        "en",
        [entry("question", "q", "When did Charles de Gaulle go, and Otto von Brand?", "late")],
        {"Gaulle, Charles de": (["9"], []), "Brand, Otto von": (["9"], [])},
    ),
    "a particle in French": (
        "fr",
        [entry("question", "q", "Quand vint Jean de La Fontaine ?", "tard")],
        {"La Fontaine, Jean de": (["9"], [])},
    ),
    "a surname with its particle": (
        "nl",
        [
            entry("person", "p", "Van Brand", "schilder"),
            entry("question", "q", "Wat zag Otto van Brand, en wat Willem van der Meer?", "zon"),
        ],
        {"Brand, Otto van": (["9", "10"], []), "Meer, Willem van der": (["10"], [])},
    ),
    "who says something": (
        "en",
        [
            entry("question", "q", "What, according to Nora Vane, went out in Port Lyme?", "light"),
            entry("question", "r", "What did Otto Brand say of Port Lyme?", "light"),
            entry("question", "s", "What did Tom Vetch, the mayor of Orrin, reply?", "light"),
            entry("question", "t", "Where is Ida Lorn, who lit the lamps?", "away"),
        ],
        {
            "Vane, Nora": (["9"], []),
            "Brand, Otto": (["10"], []),
            "Vetch, Tom": (["11"], []),
            "Lorn, Ida": (["12"], []),
            "Port Lyme": (["9–10"], []),
        },
    ),
    "what says something is no person": (
        "en",
        [
            entry("question", "q", "What does the Harbour Bell say?", "light"),
            entry(
                "question",
                "r",
                "What did Port Lyme hold, and what stood in Vale Selby, which nobody saw?",
                "light",
            ),
        ],
        {"Harbour Bell": (["9"], []), "Port Lyme": (["10"], []), "Vale Selby": (["10"], [])},
    ),
    "who says something in French": (
        "fr",
        [entry("question", "q", "Qu’est-ce qui, selon Nora Vane, manquait à Orrin ?", "le feu")],
        {"Vane, Nora": (["9"], []), "Orrin": (["9"], [])},
    ),
    "a knight by his given name": (
        "en",
        [
            entry("question", "q", "What did Sir Josceline Vane want of Sir Josceline?", "light"),
            entry("question", "r", "What did Sir Josceline and the Minister want?", "light"),
        ],
        {"Vane, Sir Josceline": (["9–10"], []), "Sir Josceline": ([], []), "Minister": ([], [])},
    ),
    "two knights of one given name": (
        "en",
        [
            entry("question", "q", "What of Sir Tom Vane and Sir Tom Brand?", "light"),
            entry("question", "r", "What did Sir Tom want?", "light"),
        ],
        {"Vane, Sir Tom": (["9"], []), "Brand, Sir Tom": (["9"], []), "Sir Tom": (["10"], [])},
    ),
    "a family": (
        "en",
        [
            entry("question", "q", "What did the Vanes want at Orrin?", "light"),
            entry("question", "r", "Which Vane went to Orrin?", "Tom"),
        ],
        {"Vane": (["9–10"], []), "Vanes": ([], []), "Orrin": (["9–10"], [])},
    ),
    "a body with a particle": (
        "es",
        [
            entry("term", "t", "CNL", "Confederación Nacional del Lume"),
            entry(
                "question", "q", "¿Qué dijo la Confederación Nacional del Lume en Orrín?", "nada"
            ),
        ],
        {"Confederación Nacional del Lume": (["1", "10"], []), "Orrín": (["10"], [])},
    ),
    "a term with a capital": (
        "en",
        [
            entry("term", "t", "miners", "people who dig"),
            entry("question", "q", "What do the Miners want?", "air"),
        ],
        {"miners": (["1", "10"], []), "Miners": ([], [])},
    ),
    "the particle of a place": (
        "en",
        [
            entry("question", "q", "What did Rio de Oro and Vau de Selby sell?", "oil"),
            entry("question", "r", "Who sat in Vau de Selby?", "nobody"),
        ],
        {"Rio de Oro": (["9"], []), "Vau de Selby": (["9–10"], [])},
    ),
    "what a note explains": (
        "en",
        [
            entry(
                "question", "q", "Who went?", "men of the LOC", note="Not here: the LOC is a union."
            ),
            entry("question", "r", "What of the LOC?", "it went"),
        ],
        {"LOC": (["10"], ["1.9!"])},
    ),
    "what a note only stands in": (
        "en",
        [entry("question", "q", "Who went?", "the men", note="Most in Orrin, as they say.")],
        {"Orrin": ([], ["1.9"])},
    ),
    "a short form that is defined": (
        "en",
        [
            entry("term", "t", "LOC", "Lamplighters of the Coast"),
            entry("question", "q", "What did the Lamplighters of the Coast want?", "light"),
        ],
        {"Lamplighters of the Coast": (["1!", "10"], []), "LOC": ([], [])},
    ),
    "a date": (
        "en",
        [
            entry("date", "d", "May 1911", "the walkout"),
            entry("date", "e", "1915", "the fire"),
            entry("question", "q", "What went before May 1911?", "a strike"),
        ],
        {"May 1911": (["9!", "11"], []), "1915": (["10!"], [])},
    ),
    "years from one to another": (
        "en",
        [
            entry("date", "d", "1980-81", "the walkout"),
            entry("question", "q", "What went before 1980-81?", "a strike"),
        ],
        {"1980–81": (["9!", "10"], [])},
    ),
    "an apostrophe": (
        "en",
        [
            entry("term", "t", "lamplighters' hall", "where they met"),
            entry("person", "p", "Anselme Guivarc'h", "a lamplighter"),
            entry(
                "question", "q", "What did Anselme Guivarc'h say of the lamplighters' hall?", "no"
            ),
        ],
        {"lamplighters’ hall": (["1!", "11"], []), "Guivarc’h, Anselme": (["10!", "11"], [])},
    ),
    "very many dates": (
        "en",
        [
            *(entry("date", f"d{year}", f"{year}", "a fire") for year in range(1900, 1920)),
            entry("question", "q", "What went before 1911?", "a strike"),
        ],
        {"1911": ([], []), "1915": ([], [])},
    ),
    "a term with an article": (
        "en",
        [
            entry("term", "t", "a kist", "a chest"),
            entry("term", "u", "the Great Kist", "another"),
            entry("question", "q", "What did a kist hold?", "oil"),
        ],
        {"kist": (["1!", "11"], []), "Great Kist, the": ([], []), "Great Kist": (["2!"], [])},
    ),
    "what begins an event with its capital": (
        "en",
        [
            entry("date", "d", "1911", "Vane tried a clock"),
            entry("date", "e", "1912", "al-Hakim described it"),
            entry("date", "f", "1913", "Admiral Orme was lost"),
            *(entry("date", f"g{n}", f"192{n}", "clocks were sold") for n in range(3)),
            entry("date", "h", "1914", "Ada and Tom Brand left"),
        ],
        {
            "Vane": (["9"], []),
            "Hakim, al-": (["10"], []),
            "Orme, Admiral": (["11"], []),
            "Brand, Ada": (["15"], []),
            "Brand, Tom": (["15"], []),
        },
    ),
    "what begins a sentence": (
        "en",
        [
            entry("question", "q", "Why was it dark at Orrin?", "Fear of the mayor"),
            entry("question", "r", "Why was it light?", "Oil came"),
            entry("question", "s", "Why was it cold?", "no coal"),
        ],
        {"Orrin": (["9"], []), "Fear": ([], []), "Oil": ([], [])},
    ),
    "an entry of a list": (
        "en",
        [
            entry("question", "q", "Where did she call?", "Eling", "Praia", "the Cape"),
            entry("question", "r", "What did she carry?", "tar", "hemp", "rope"),
        ],
        {"Eling": ([], ["1.9"]), "Praia": ([], ["1.9"]), "Cape": ([], ["1.9"])},
    ),
    "a part of a longer term": (
        "en",
        [
            entry("question", "q", "What does a power station make?", "light", tags=("power",)),
            entry("question", "r", "Where is the power station?", "at Orrin", tags=("power",)),
        ],
        {"power": ([], []), "Orrin": ([], ["1.10"])},
    ),
}
"""A language, items, and where the index leads; with a `!` where something is explained."""


@rows(("language", "items", "told"), LOOKED_UP.values(), ids=LOOKED_UP)
def test_the_index_is_an_indexers(
    language: str, items: list[Entry], told: dict[str, tuple[list[str], list[str]]]
) -> None:
    found = placed(small_guide(*MILLERS, *items, language=language))

    def shown(name: str) -> tuple[list[str], list[str]]:
        each = found.get(name, IndexEntry(""))
        marks = [["!" * at.is_main for at in part] for part in (each.pages, each.answers)]
        told_there = zip((pages_told(each), answers_told(each)), marks, strict=True)
        pages, answers = ([a + b for a, b in zip(*part, strict=True)] for part in told_there)
        return pages, answers

    wants_marks = "!" in str(told)
    plain = {name: shown(name) for name in told}
    if not wants_marks:
        plain = {
            n: tuple([p.strip("!") for p in part] for part in each) for n, each in plain.items()
        }
    assert plain == told


ORMES = (
    entry("person", "a", "Ada Orme", "a lamplighter"),
    entry("person", "b", "Tom Orme", "a cook"),
)
FAMILIES = {
    "the one of the section": (ORMES[:1], ORMES[1:], {"Orme, Ada": ["1.1", "1.2"], "Orme, Tom": ["2.1"]}),
    "both": (ORMES, (), {"Orme, Ada": ["1.1"], "Orme, Tom": ["1.2"]}),
    "neither": ((), ORMES, {"Orme, Ada": ["2.1"], "Orme, Tom": ["2.2"]}),
}  # fmt: skip


@rows(("here", "there", "told"), FAMILIES.values(), ids=FAMILIES)
def test_a_section_means_the_one_of_a_family_whom_it_names(
    here: tuple[Entry, ...], there: tuple[Entry, ...], told: dict[str, list[str]]
) -> None:
    asked = entry("question", "q", "What did Orme light?", "oil")
    one, two = (small_guide(*items).sections[0] for items in ((*here, asked), there or MILLERS[:1]))
    other = replace(
        two,
        number=2,
        entries=tuple(replace(e, section=2, number=f"2{e.number[1:]}") for e in two.entries),
    )
    made = replace(small_guide(), sections=(one, other))
    places = _mentions(made, Layout()).places
    assert {each: [at.number for at in places[each]] for each in told} == told


def test_themes_of_a_deck_are_listed() -> None:
    asked = entry("question", "q", "What did the planned economies of Orrin want?", "light")
    found = placed(small_guide(*MILLERS, asked, themes=("planned economy", "nothing of it")))
    assert pages_told(found["planned economy"]) == ["9"]
    assert "nothing of it" not in found


def test_a_work_that_is_called_as_its_subject_is_listed_once() -> None:
    items = (
        entry("term", "t", "tidal engine", "a wheel"),
        entry("question", "q", "What does the tidal engine drive?", "a mill"),
    )
    found = placed(small_guide(*items, *MILLERS, work="The tidal engine, Chapter 3"))
    assert pages_told(found["tidal engine"]) == ["1", "10"]
    assert "tidal engine, The" not in found


def test_whom_the_deck_is_about_is_a_person_in_a_part_of_it() -> None:
    asked = entry("question", "q", "What did Quelm Arkash light?", "the harbour")
    for people, heading in (((), "Quelm Arkash"), (("Quelm Arkash",), "Arkash, Quelm")):
        assert pages_told(placed(small_guide(*MILLERS, asked, people=people))[heading])


def test_an_item_tells_the_heading_of_its_person() -> None:
    """In a part of the deck, too, and by its surname a text speaks of it."""
    asked = entry("question", "q", "What did Otto Le Vane de Orrin light, and what Le Vane?", "oil")
    made = small_guide(*MILLERS, asked, headings=(("Otto Le Vane de Orrin", "Le Vane, Otto"),))
    found = placed(replace(made, people=("Otto Le Vane de Orrin",)))
    assert pages_told(found["Le Vane, Otto"]) == ["9"]
    assert not {"Orrin, Otto Le Vane de", "Otto Le Vane de Orrin"} & found.keys()


NOTES = {
    "an answer": (IndexEntry("Selby", answers=(Locator("1.1", "1.1", "a"),)), True),
    "an answer of a sub-heading": (
        IndexEntry(
            "Selby",
            pages=(Locator("1", "1", "a"),),
            subheadings=(IndexEntry("Orrin", answers=(Locator("1.1", "1.1", "a"),)),),
        ),
        True,
    ),
    "pages alone": (IndexEntry("Selby", pages=(Locator("1", "1", "a"),)), False),
}


@rows(("listed", "is_told"), NOTES.values(), ids=NOTES)
def test_what_numbers_behind_key_are_is_told_where_there_are_any(
    listed: IndexEntry, *, is_told: bool
) -> None:
    made = small_guide(entry("question", "q", "What?", "x"))
    text = end_page(made, BUNDLED, Layout(), (listed,), Start(3))
    assert ("Numbers after “key”" in text) == is_told


def test_small_decks_have_no_index() -> None:
    made = small_guide(entry("person", "p", "Ada Kestrel", "a lamplighter"))
    assert entries_of(made, Layout(), {"section-1": 2, "item-1.1": 2}) == ()
    assert end_page(made, BUNDLED, Layout(), (), Start(3)) == ""
    assert replace(Layout(), paper="letter").has_key


LISTED = [
    entry("term", "t", "Nipptide", "wenn der Mond halb ist"),
    entry("person", "p", "Ada Kestrel", "die Müllerin"),
    entry("date", "d", "1516", "der Bau der Mühle"),
    entry("date", "e", "1966", "der Bau des Kraftwerks"),
    entry("question", "q", "Was dreht das Rad?", "das Wasser"),
]
WITH_AN_INDEX = {
    "no names are told": ("de", LISTED, ["1516", "1966", "Kestrel, Ada", "Nipptide"]),
    "few in German, too": ("de", LISTED[1:], []),
    "names are told": ("en", [replace(each, answers=("x",)) for each in LISTED], []),
}


@rows(("language", "items", "headings"), WITH_AN_INDEX.values(), ids=WITH_AN_INDEX)
def test_where_no_names_are_told_fewer_headings_make_an_index(
    language: str, items: list[Entry], headings: list[str]
) -> None:
    assert [*placed(small_guide(*items, language=language))] == headings


def test_the_index_refers_other_names_to_one_heading() -> None:
    made = small_guide(
        entry("person", "p", "LOC", "the Lamplighters of the Coast, founded in 1911"),
        entry("question", "q", "What did the Lamplighters of the Coast ask at Orrin?", "light"),
        entry("question", "r", "Whom did the Lamplighters in Selby ask?", "“Power to the People”"),
        *MILLERS,
        aliases=(("LOC", "Lamplighters of the Coast"),),
    )
    found = placed(made)
    main, others = found["Lamplighters of the Coast"].pages
    assert (main.first, main.is_main) == ("1", True)
    assert (others.first, others.last) == ("10", "11")
    assert found["LOC"].see == "Lamplighters of the Coast"
    assert not {"Lamplighters", "People", "Power"} & found.keys()


def test_of_great_britain_britain_is_another_name() -> None:
    made = small_guide(
        entry("question", "q", "Which lamps of Great Britain went out?", "all"),
        entry("question", "r", "When was it dark in Britain?", "at night"),
        *MILLERS,
    )
    found = placed(made)
    assert pages_told(found["Great Britain"]) == ["9–10"]
    assert found["Britain"].see == "Great Britain"


BYNAMES = {
    "an article": ("en", "the Iron Surveyor", "Iron Surveyor, the"),
    "an article in German": ("de", "die Jungfrau", "Jungfrau, die"),
    "a given name": ("en", "Tom Lorn", "Lorn, Tom"),
    "a byname": ("en", "Iron Ada", "Iron Ada"),
    "two given names": ("en", "Ida Rosa", "Ida Rosa"),
    "beside its heading": ("en", "Kestrel the Bold", ""),
}
"""Another name of Ada Kestrel, and how it is listed."""


@rows(("language", "name", "heading"), BYNAMES.values(), ids=BYNAMES)
def test_other_names_are_listed_as_one_looks_for_them(
    language: str, name: str, heading: str
) -> None:
    made = small_guide(
        entry("person", "p", "Ada Kestrel", "a miller"),
        entry("question", "q", f"What did {name} want?", "light"),
        *MILLERS,
        aliases=((name, "Ada Kestrel"),),
        language=language,
    )
    seen = {each.heading: each.see for each in placed(made).values() if each.see}
    assert seen == ({heading: "Kestrel, Ada"} if heading else {})


LEADING = {
    "another word": ("dead tides", "neap tides", True),
    "the same word": ("neap flood", "neap tides", False),
    "its plural": ("neaps", "neap tides", False),
    "a date, to a name": ("August 1793", "August Revolt", True),
    "a date, to a date": ("August 1793", "August 4, 1793", False),
}
"""Another name, what it is a name of, and whether it is listed; next to that it is not."""


@rows(("name", "full", "is_listed"), LEADING.values(), ids=LEADING)
def test_another_name_is_listed_where_it_stands_apart(
    name: str, full: str, *, is_listed: bool
) -> None:
    kind: Kind = "date" if full[-1].isdigit() else "term"
    made = small_guide(entry(kind, "a", full, "What is weak"), *MILLERS, aliases=((name, full),))
    found = placed(made)
    assert found[full].pages
    assert (name in found) is is_listed


@pytest.mark.parametrize("layout", [Layout(only_key=True), Layout(answers="none")])
def test_a_part_that_goes_alone_says_whose_it_is(tmp_path: Path, layout: Layout) -> None:
    text = text_of(printed(tmp_path, layout, small_guide(entry("question", "q", "Why?", "So"))))
    assert "From a study guide to “The Mills that Ran on the Moon”, by Ada Brackwater" in text
    assert "quoted here in short extracts for study. 1 item, checked against" in text


@rows(
    ("more", "imprint", "foot"),
    [
        (
            {},
            "“The Mills that Ran on the Moon”, by Ada Brackwater, from Tidal Engines, Chapter 3. S",
            "",
        ),
        ({"curator": "Nora Vane"}, "It is not by the author of that text.", "Nora Vane 2026"),
        ({"curator": "ada Brackwater", "work": ""}, "on the Moon, by Ada Brackwater. S", "ada B"),
        ({"curator": "A. Brackwater", "work": ""}, "on the Moon, by Ada Brackwater. S", "A. B"),
        ({"author": "The Fen Club", "work": ""}, "on the Moon, by the Fen Club. S", "by the Fen"),
    ],
    ids=["not-told", "another", "the-author", "the-author-by-initial", "a-body"],
)
def test_who_made_the_guide_is_told_if_the_deck_tells(
    more: dict[str, str], imprint: str, foot: str
) -> None:
    page = guide_page(small_guide(entry("question", "q", "Why?", "So"), **more), BUNDLED, Layout())
    told = " ".join(re.sub("<[^>]*>", " ", page).split()).replace(" ,", ",").replace(" .", ".")
    assert imprint in told
    assert ("not by the author" in told) == ("not by" in imprint)
    assert foot in told


PUBLISHED = {
    "of a work": ({"published": "Oldhaven: Mill Press"}, "Chapter 3 (Oldhaven: Mill Press). S"),
    "with a name like a tag": ({"published": "<b> & Sons"}, "Chapter 3 (&lt;b&gt; &amp; Sons). S"),
    "of a whole": (
        {"published": "Mill Press", "work": "", "author": ""},
        "guide to The Mills that Ran on the Moon (Mill Press). S",
    ),
    "of nobody's": (
        {"published": "Oldhaven", "author": ""},
        "Moon”, from Tidal Engines, Chapter 3 (Oldhaven). S",
    ),
    "not told": ({}, "from Tidal Engines, Chapter 3. S"),
}


@rows(("more", "imprint"), PUBLISHED.values(), ids=PUBLISHED)
def test_where_the_text_appeared_is_told_if_the_deck_tells(
    more: dict[str, str], imprint: str
) -> None:
    page = guide_page(small_guide(entry("question", "q", "Why?", "So"), **more), BUNDLED, Layout())
    told = " ".join(re.sub("</?[a-z][^>]*>", "", page).split())
    assert imprint in told
    told_of = escape(more.get("published", "none"))
    said = re.sub("</?span[^>]*>", "", page)  # its last words are kept together
    assert said.count(f"({told_of})") == (3 if more else 0)  # in the metadata, too


@pytest.mark.parametrize(
    ("work", "said"),
    [
        ("Tidal Engines, Chapter 3", "from <i>Tidal Engines</i>, Chapter\u00a03"),
        ("Salt, Wind and Tide", "from <i>Salt, Wind and Tide</i>"),
        ("a speech at Woodbridge", "from a speech at Woodbridge"),
    ],
    ids=["titled", "with commas", "described"],
)
def test_what_describes_a_work_is_no_title(work: str, said: str) -> None:
    made = small_guide(entry("question", "q", "Why?", "So"), work=work)
    assert said in guide_page(made, BUNDLED, Layout())


def test_writing_rules_stand_on_the_baselines(tmp_path: Path) -> None:
    path = printed(tmp_path, Layout(), small_guide(entry("question", "q", "Why " * 40, "x" * 100)))
    page = next(page for page in pages_of(path) if page.search("1\\.1 ") and page.lines)
    lines = sorted({round(c["bottom"], 2) for c in page.chars if "Serif" in c["fontname"]})
    baselines = [line - 0.335 * 11 for line in lines]
    rules = [line["bottom"] for line in page.lines if 220 < line["width"] < 230]
    assert len(rules) == 5
    assert min(abs(rules[0] - each) for each in baselines) < 0.1 * MM
    assert min(abs(rules[2] - each) for each in baselines) < 0.1 * MM


def test_no_line_ends_after_its_first_word(tmp_path: Path) -> None:
    """A space that has no room before a blank or citation takes none of the words before it along."""
    long = ["i" * count for count in range(1, 37, 3)]
    sentences = (
        f"Stated {each}ndustry, the statement predicts of his policy, is to be sold off to "
        "{{c1::private owners}} at last."
        for each in long
    )
    lists = (
        f"The {{{{c1::listed {each}edia}}}} and {{{{c2::unconcealed hostility}}}} met."
        for each in long
    )
    entries = [entry("cloze", f"a{n}", each) for n, each in enumerate((*sentences, *lists))]
    path = printed(tmp_path, Layout(), small_guide(*entries))
    alone = 0
    for page in pages_of(path):
        words = page.extract_words()
        firsts = [word for word in words if word["text"] in ("Stated", "listed")]
        for first in firsts:
            beside = [
                word
                for word in words
                if abs(word["top"] - first["top"]) < 2 and 0 < word["x0"] - first["x1"] < 20
            ]
            alone += not beside
    assert alone == 0


SETS = {
    "a page": (28, Layout(), False),
    "a page and two rows": (30, Layout(), True),
    "a page and many": (40, Layout(), False),
    "two pages": (58, Layout(), False),
    "two pages and a row": (59, Layout(), True),
    "Letter": (28, Layout("letter"), True),
    "large": (18, Layout(is_large=True), False),
    "large and three rows": pytest.param(
        21, Layout(is_large=True), True, marks=pytest.mark.torture
    ),
    "few": (3, Layout(is_large=True), False),
}


@rows(("count", "layout", "is_close"), SETS.values(), ids=SETS)
def test_contents_leave_no_page_to_a_few_rows(count: int, layout: Layout, is_close: bool) -> None:
    asked = entry("term", "t", "pond", "water")
    made = guide(*(GuideSection(n, f"Part {n}", "It tells.", (asked,)) for n in range(count)))
    page = guide_page(made, BUNDLED, layout)
    assert ('<table class="contents close">' in page) is is_close
    assert page.count('href="#section-') >= count


LARGE, HALVED = Layout(is_large=True), Layout(is_large=True, is_booklet=True)
FACED = {
    "contents of a page": (3, LARGE, ["first", "right first", "left first"]),
    "of as many rows as are set closer": (20, LARGE, ["first", "right first", "left first"]),
    "of two pages": (30, LARGE, ["first", "first", "left first"]),
    "no map, so nothing on the left": (3, Layout(), ["first", "", "first"]),
    "a booklet, of which no page is empty": (3, HALVED, ["first", "first", "first"]),
}


@rows(("count", "layout", "opened"), FACED.values(), ids=FACED)
def test_an_introduction_that_a_map_faces_stands_on_the_left_next_to_contents(
    count: int, layout: Layout, opened: list[str]
) -> None:
    """Contents of one page stand on the right of an empty one; how to use a guide is told first."""
    asked = entry("term", "t", "pond", "water")
    plate = Plate(Image(Path("dam.png"), "A dam", "0" * 64), "A dam.")
    made = guide(
        *(GuideSection(n, f"Part {n}", "It tells.", (asked,)) for n in range(count)),
        plates=(plate,),
    )
    front = first_front(made, layout, Placed())
    page = guide_page(made, BUNDLED, layout, Measured(front=front))
    assert re.findall(r'<section id="(\w+)"', page)[:3] == ["howto", "contents", "introduction"]
    assert re.findall('<h2 class="opening ([a-z ]*)"', page)[:3] == opened
    assert re.findall(r'<a href="#(howto|introduction)"', page) == ["introduction"]


SUMMED_UP = {
    "in large print": (LARGE, True),
    "a booklet, in which they need less": (HALVED, False),
    "usual print": (Layout(), True),
    "not a field": (Layout(is_form=True), False),
}


@rows(("layout", "is_parted"), SUMMED_UP.values(), ids=SUMMED_UP)
def test_own_words_may_go_on_overleaf_but_in_a_booklet(layout: Layout, *, is_parted: bool) -> None:
    """Seven rules of a booklet stood on one leaf, and fourteen behind it."""
    page = guide_page(small_guide(entry("question", "q", "Why?", "so")), BUNDLED, layout)
    assert ('class="own rest"' in page) is is_parted


FEWER = {"eight": (LARGE, (), 8), "six, for a page": (LARGE, ("own-1",), 6), "four of five in a booklet": (HALVED, ("own-1",), 4), "as usual": (Layout(), ("own-1",), 6)}  # fmt: skip


@rows(("layout", "fewer", "rules"), FEWER.values(), ids=FEWER)
def test_own_words_may_do_with_two_rules_less(
    layout: Layout, fewer: tuple[str, ...], rules: int
) -> None:
    made = small_guide(entry("question", "q", "Why?", "so"))
    page = guide_page(made, BUNDLED, layout, Measured(breaks=Breaks(fewer=frozenset(fewer))))
    own = page[page.index('class="own"') : page.index('class="score"')]
    assert own.count("<div></div>") == rules


def test_pages_of_a_booklet_that_would_be_empty_have_rules_for_notes() -> None:
    """Before a section, or a key, that begins a part of its sheets."""
    made, notes = small_guide(entry("question", "q", "Why?", "so")), '<section class="notes">'
    page = guide_page(made, BUNDLED, HALVED, Measured(empty={"1": 2}))
    assert page.count(notes) == 2
    assert 'class="empty"' not in page
    end = end_page(made, BUNDLED, HALVED, (), Start(5, is_tight=True, empty=3))
    assert end.count(notes) == 3


ARRANGED = {
    "contents above the imprint": (Front(("contents",), (("howto", "introduction"),)), ["early", "first", ""]),
    "both, nearer": (Front(("howto", "contents"), (("introduction",),), is_closer=True), ["early", "near", "first"]),
    "contents before how to use it": (Front(pages=(("contents",), ("howto", "introduction"))), ["first", "first", ""]),
}  # fmt: skip


@rows(("front", "opened"), ARRANGED.values(), ids=ARRANGED)
def test_parts_stand_where_a_front_has_them(front: Front, opened: list[str]) -> None:
    """Contents list how to use a guide where that comes behind them."""
    made = small_guide(entry("term", "t", "pond", "water"), introduction="It is about dams.")
    page = guide_page(made, BUNDLED, Layout(), Measured(front=front))
    assert re.findall(r'<section id="(\w+)"', page)[:3] == [*front.order]
    assert re.findall('<h2 class="opening ([a-z ]*)"', page)[:3] == opened
    assert re.findall(r'<a href="#(howto|introduction)"', page) == [*front.listed]
    assert ('class="contents close"' in page) == bool(front.is_closer)
    assert ('class="imprint shared"' in page) == bool(front.above)


@rows(("language", "mark", "first", "second"), [("he", "\u200f", "א", "ב"), ("en", "", "a", "b")])
def test_letters_of_blanks_stand_by_their_answers_whichever_way_is_read(
    language: str, mark: str, first: str, second: str
) -> None:
    """Else the letters and Latin answers of a text from the right are one run, which is read the other way."""
    words = Vocabulary.of(Path("no-deck"), language)
    asked = entry("cloze", "c", "A {{c1::furnace}} until {{c2::1948}}.")
    named = entry("question", "q", "Which two?", "lines", "words")
    made = small_guide(asked, named, language=language, vocabulary=words)
    key = re.sub(
        '<span class="kept-with">|</span>', "", end_page(made, BUNDLED, ASKED, (), Start(5))
    )
    assert f"{mark}•{mark}&nbsp;lines<span class=gap> {mark}•{mark}&nbsp;words" in key
    assert f"{mark}({first}){mark}&nbsp;furnace; {mark}({second}){mark}&nbsp;1948" in key
    assert f"{mark}({second}){mark}&nbsp;" in guide_page(made, BUNDLED, ASKED)
