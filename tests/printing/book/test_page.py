"""The other editions of the guide: inline, class test, key alone, form, passages; and its index."""

import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from studyguide.guide.guide import Guide
from studyguide.printing.book.index import entries_of
from studyguide.printing.book.page import end_page
from studyguide.printing.book.pdf import write_guide
from studyguide.printing.press.layout import Layout
from studyguide.printing.press.typography import curled
from studyguide.templates import Templates
from tests.printing.reading import (
    destinations,
    entry,
    pages_of,
    realistic_guide,
    small_guide,
    text_of,
)

BUNDLED = Templates.of(Path("no-deck"))
MADE = realistic_guide()
MM = 72 / 25.4


def printed(folder: Path, layout: Layout, made: Guide = MADE) -> Path:
    path = folder / "guide.pdf"
    write_guide(made, BUNDLED, layout, path)
    return path


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Print the guide as it is printed if nothing else is asked for: to be read only."""
    return printed(tmp_path_factory.mktemp("usual"), Layout())


def items(made: Guide = MADE) -> list[str]:
    """Number all items as a reader would."""
    kinds = ("term", "person", "date", "question", "cloze")
    return [
        f"{section.number}.{number}"
        for section in made.sections
        for number, _ in enumerate((each for kind in kinds for each in section.of(kind)), start=1)
    ]


def test_a_class_test_asks_everything_and_answers_nothing(tmp_path: Path) -> None:
    text = text_of(printed(tmp_path, Layout(answers="none")))
    for number in items():
        assert len(re.findall(rf"(?<![\d.]){re.escape(number)} (?!key)", text)) == 1
    for each in MADE.entries:
        for answer in each.answers if each.kind in ("term", "person", "date") else ():
            assert curled(answer) not in text
    assert not re.search("Answer key|key, p|Timeline|Index", text)
    assert "Name Class, date" in text


def test_the_key_alone_answers_everything(tmp_path: Path) -> None:
    text = text_of(printed(tmp_path, Layout(answers="none", only_key=True)))
    for number in items():
        assert len(re.findall(rf"(?<![\d.]){re.escape(number)} ", text)) == 1
    for each in MADE.entries:
        for answer in () if each.retired else each.answers:
            assert curled(answer) in text
    assert not re.search("Review questions|Contents", text)


def test_inline_answers_stand_beside_their_questions(tmp_path: Path) -> None:
    text = text_of(printed(tmp_path, Layout(answers="inline")))
    assert "How many wheels did Woodbridge have? 1 §1 ¶3" in text
    assert "the pond filled through two sea gates and emptied" in text
    assert not re.search("Answer key|key, p|____", text)


def test_a_form_has_a_named_field_for_each_answer(tmp_path: Path) -> None:
    with pikepdf.open(printed(tmp_path, Layout(is_form=True))) as pdf:
        names = [str(field.T) for field in pdf.Root.AcroForm.Fields]
        metadata = pdf.Root.get("/Metadata")
        assert metadata is None or b"pdfuaid" not in metadata.read_bytes()
    assert len(names) == len(set(names)) == 21 + 28
    assert {"item-1.8", "item-7.11-a", "item-7.11-c"} <= set(names)


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


def test_large_print_is_large(tmp_path: Path) -> None:
    path = printed(tmp_path, Layout(is_large=True))
    body = [c["size"] for page in pages_of(path) for c in page.chars if "Serif" in c["fontname"]]
    assert min(body) == pytest.approx(16, abs=0.01)
    assert min(c["size"] for page in pages_of(path) for c in page.chars) == pytest.approx(
        13, abs=0.01
    )


def test_text_stands_on_one_grid(usual: Path) -> None:
    """Every line of running text is a whole or half line away from the first of its page."""
    for page in pages_of(usual)[2:-1]:
        lines = {
            round(c["bottom"], 2)
            for c in page.chars
            if "Serif" in c["fontname"] and round(c["size"]) == 11
        }
        steps = [(line - min(lines)) / (8 / 3 * MM) for line in lines]
        assert all(abs(step - round(step)) < 0.1 for step in steps), sorted(steps)


def test_the_index_names_the_pages_of_every_mention(usual: Path) -> None:
    path = usual
    pages = destinations(path)
    index = {each.heading: each for each in entries_of(MADE, pages)}
    assert {"Quay-Harding of Woodbridge, Eleanor", "Eling pond", "Bréhat"} & index.keys()
    told = [(each.page, each.numbers, each.is_main) for each in index["Eling pond"].references]
    assert told == [(pages["item-2.1"], ("2.1",), True)]
    text = text_of(path, pages["index"], pages["key"] - 1)
    for each in index.values():
        told = (f"{at.page} ({', '.join(at.numbers)})" for at in each.references if at.numbers)
        assert curled(each.heading) in text
        assert all(each in text for each in told)


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
        *(entry("person", f"n{n}", f"Tom Miller{n}", "a miller") for n in "abcdefgh"),
    )
    anchors = {f"item-1.{n}": n for n in range(1, 13)} | {"section-1": 1}
    found = {each.heading: [r.page for r in each.references] for each in entries_of(made, anchors)}
    assert found["Kestrel, Ada"] == [2, 11]
    assert found["walkout"] == [1, 2, 11]
    assert found["Port Selby"] == [2, 12]
    assert {"Dunmere", "Kent"} <= found.keys()
    assert not {"Which", "June", "Polish", "Fear", "Kestrel"} & found.keys()


def test_what_stands_nearly_everywhere_has_ranges_and_no_items() -> None:
    made = small_guide(
        entry("person", "p", "Ada Kestrel", "led the walkout at Port Selby"),
        *(entry("question", f"q{n}", f"What did Kestrel do {n}?", "wait") for n in "abcdefghijkl"),
        *(entry("person", f"n{n}", f"Tom Miller{n}", "a miller") for n in "abcdefgh"),
    )
    in_a_row = {f"item-1.{n}": n for n in range(1, 22)}
    here = {each.heading: each for each in entries_of(made, in_a_row)}["Kestrel, Ada"]
    told = [(each.page, each.last, each.numbers) for each in here.references]
    assert told == [(1, 1, ("1.1",)), (1, 1, ()), (10, 21, ())]
    apart = {f"item-1.{n}": 2 * n for n in range(1, 22)}
    here = {each.heading: each for each in entries_of(made, apart)}["Kestrel, Ada"]
    assert here.is_everywhere
    assert [each.page for each in here.references] == [2, 2, 20, 22, 24]


def test_small_decks_have_no_index() -> None:
    made = small_guide(entry("person", "p", "Ada Kestrel", "a lamplighter"))
    assert end_page(made, BUNDLED, Layout(), {"section-1": 2, "": 3}) == ""
    assert replace(Layout(), paper="letter").has_key


def test_the_index_refers_other_names_to_one_heading() -> None:
    made = small_guide(
        entry("person", "p", "LOC", "the Lamplighters of the Coast, founded in 1911"),
        entry("question", "q", "What did the Lamplighters of the Coast ask at Orrin?", "light"),
        entry("question", "r", "Whom did the Lamplighters in Selby ask?", "“Power to the People”"),
        *(entry("person", f"n{n}", f"Tom Miller{n}", "a miller") for n in "abcdefgh"),
        aliases=(("LOC", "Lamplighters of the Coast"),),
    )
    anchors = {f"item-1.{n}": n for n in range(1, 12)}
    found = {each.heading: each for each in entries_of(made, anchors)}
    main, *others = found["Lamplighters of the Coast"].references
    assert (main.page, main.is_main) == (1, True)
    assert [each.page for each in others] == [10, 11]
    assert found["LOC"].see == "Lamplighters of the Coast"
    assert not {"Lamplighters", "People", "Power"} & found.keys()


def test_a_printer_is_told_to_leave_the_size_alone(tmp_path: Path) -> None:
    with pikepdf.open(printed(tmp_path, Layout(is_form=True))) as pdf:
        wishes = pdf.Root.ViewerPreferences
        assert (wishes.PrintScaling, wishes.Duplex) == ("/None", "/DuplexFlipLongEdge")
        assert b"Study guide" in pdf.Root.Metadata.read_bytes()
        content = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    assert not re.search(rb"\d (rg|RG)\b", content)


def test_writing_rules_stand_on_the_baselines(tmp_path: Path) -> None:
    path = printed(tmp_path, Layout(), small_guide(entry("question", "q", "Why " * 40, "x" * 130)))
    page = next(page for page in pages_of(path) if page.search("1\\.1 ") and page.rects)
    lines = sorted({round(c["bottom"], 2) for c in page.chars if "Serif" in c["fontname"]})
    baselines = [line - 0.335 * 11 for line in lines]
    rules = [rect["bottom"] for rect in page.rects if 220 < rect["width"] < 230]
    assert len(rules) == 5
    assert min(abs(rules[0] - each) for each in baselines) < 0.1 * MM
    assert min(abs(rules[2] - each) for each in baselines) < 0.1 * MM


def test_no_line_ends_after_its_first_word(tmp_path: Path) -> None:
    """A space that has no room before a blank or citation takes none of the words before it along."""
    long = ["i" * count for count in range(1, 37)]
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
