"""Lines of cards are about equally long, and as few as can be; how tall they are is known before they are laid out."""

from pathlib import Path
from typing import Any

import pytest

from studyguide.deck.markup import read_markup
from studyguide.printing.cutout.balance import LINE_SEPARATOR, balanced, fitted
from studyguide.printing.cutout.cards import Face, cards_of_guide
from studyguide.printing.cutout.imposition import CARD, Size, sheet
from studyguide.printing.cutout.line_ends import line_ends
from studyguide.printing.cutout.pdf import write_cards
from studyguide.vocabulary.vocabulary import Vocabulary
from tests.printing.book.test_pdf import BUNDLED
from tests.printing.reading import entry, pages_of, small_guide
from tests.table import rows

ENDS: dict[str, tuple[list[int], int, list[int] | None]] = {
    "one line": ([4, 5], 10, []),
    "two alike": ([4, 4, 4, 4], 15, [2]),
    "not one long and two short": ([9, 3, 3, 3], 15, [1]),
    "no line more": ([5, 5, 5, 5, 5, 5], 11, [2, 4]),
    "no short word last": ([9, 8, 2], 18, [1]),
    "no short word first": ([2, 8, 6], 12, [2]),
    "a short word last, rather than a line more": ([9, 9, 3], 10, [1, 2]),
    "a wide word last": ([9, 9], 10, [1]),
    "no word last, if lines are as alike": ([2, 6, 3, 10, 2, 10], 14, [3, 4]),
    "a word last, if lines are more alike": ([4, 8, 8], 17, [2]),
    "a word that is too long": ([4, 11, 2], 10, None),
    "no word": ([], 10, []),
}


@rows(("words", "most", "starts"), ENDS.values(), ids=ENDS)
def test_lines_are_about_equally_long(
    words: list[int], most: int, starts: list[int] | None
) -> None:
    assert line_ends(words, 1, most) == starts


HELD = {
    "with the word before": ([4, 4, 4, 4], 15, [2], [1]),
    "even if lines differ": ([4, 4, 8, 4], 18, [2], [1]),
    "but for a line": ([9, 6, 4], 15, [2], [1]),
    "not for a line more": ([9, 6, 7], 15, [1], [1]),
}


@rows(("words", "most", "held", "starts"), HELD.values(), ids=HELD)
def test_a_word_is_held_to_the_one_before_if_that_takes_no_line(
    words: list[int], most: int, held: list[int], starts: list[int]
) -> None:
    assert line_ends(words, 1, most, held) == starts


LONG = "What did the keepers of the harbour lights of Erris put above all of it?"
LINES = {
    "a question": ((LONG, "x"), "What did the keepers of the harbour|lights of Erris put above all of it?"),
    "of one line": (("What burnt at sea?", "x"), "What burnt at sea?"),
    "emphasised": ((read_markup(LONG.replace("above", "*above*")), "x"), "What did the keepers of the harbour|lights of Erris put above all of it?"),
    "what stays together": (("What did the keepers tell the old harbourmaster in Section 1?", "x"), "What did the keepers tell the|old harbourmaster in Section 1?"),
}  # fmt: skip


def said(face: Face | None) -> str:
    assert face
    parts = (f"_{part.text}~" if part.hint else part.text or "_" for part in face.parts)
    text = "".join(parts) or "/".join(face.lines)
    return text.replace(LINE_SEPARATOR, "|").replace("\u00a0", "")


def front_of(kind: Any, *texts: str) -> Face:
    return cards_of_guide(small_guide(entry(kind, "q", *texts)))[0].front


@rows(("texts", "lines"), LINES.values(), ids=LINES)
def test_a_text_is_parted(texts: tuple[str, ...], lines: str) -> None:
    found = balanced(front_of("question", *texts), CARD, 1, Vocabulary())
    assert said(found and found.face) == lines


SENTENCES = {
    "before and behind a blank": (
        "In the small and old harbour of Erris lay {{c1::twelve}} of the boats of the fleet.",
        "In the small and old harbour|of Erris lay _|of the boats of the fleet.",
    ),
    "with its hint": (
        "In the old harbour of Erris there lay {{c1::twelve::how many}} boats.",
        "In the old harbour of Erris there|lay _~ boats.",
    ),
    "from its hint, where that saves a line": (
        "There the miller waits for {{c1::the ebb::a movement of the sea}} to come in.",
        "There the miller waits for _|~ to come in.",
    ),
}


@rows(("sentence", "lines"), SENTENCES.values(), ids=SENTENCES)
def test_a_sentence_is_parted_beside_its_blank(sentence: str, lines: str) -> None:
    found = balanced(front_of("cloze", sentence), CARD, 1, Vocabulary())
    assert said(found and found.face) == lines


NOT_KNOWN = {
    "verse": f"{LONG}\nall of it",
    "code": read_markup(f"{LONG} `all of it`"),
    "a formula": f"{LONG} $a + b$",
    "an address": read_markup(f"[{LONG}](https://erris.example/)"),
    "letters of another face": "潮の満ち引き" * 12,
    "a soft hyphen": f"{LONG} light\u00adhouse",
    "a word longer than a line": "m" * 60,
}


@pytest.mark.parametrize("text", NOT_KNOWN.values(), ids=NOT_KNOWN)
def test_of_more_than_words_nothing_is_known(text: str) -> None:
    assert balanced(front_of("question", text, "x"), CARD, 1, Vocabulary()) is None


SMALL = Size(52.5, 74.25)
STEPS = {
    "largest": (LONG, CARD, 1),
    "smaller, where it is long": (LONG * 3, SMALL, 2),
    "not for a long word, which is parted": (f"{LONG} counterrevolutionary-minded", SMALL, None),
}


@rows(("text", "card", "step"), STEPS.values(), ids=STEPS)
def test_a_text_is_set_as_large_as_fits(text: str, card: Size, step: int | None) -> None:
    found = fitted([front_of("question", text, "x")], card, Vocabulary())
    assert [fit.step for fit, _ in found.values()] == ([step] if step else [])


def sizes_of(*texts: str) -> list[int]:
    made = small_guide(*(entry("cloze", f"c{n}", text) for n, text in enumerate(texts)))
    fronts = [card.front for card in cards_of_guide(made)]
    return [fit.step for fit, _ in fitted(fronts, SMALL, Vocabulary()).values()]


HELD_TO_A_HINT = {
    "as large as others": ("Put forward {{c1::40::how many}} demands.", Size(90, 60), [1]),
    "smaller for a line that cannot end": ("Put forward {{c1::40::how many}} demands.", Size(52.5, 74.25), [2]),
    "never so small that nobody reads it": (f"Put forward {{{{c1::40::how}}}} {'long' * 10}.", Size(52.5, 74.25), []),
}  # fmt: skip


@rows(("sentence", "card", "steps"), HELD_TO_A_HINT.values(), ids=HELD_TO_A_HINT)
def test_what_stays_beside_a_hint_does_not_reach_over_the_edge(
    sentence: str, card: Size, steps: list[int]
) -> None:
    found = fitted([front_of("cloze", sentence)], card, Vocabulary())
    assert [fit.step for fit, _ in found.values()] == steps


def test_what_is_asked_with_a_sentence_is_in_one_size() -> None:
    """Though one card alone has a blank that is shorter than what stood there."""
    long = "{{c1::" + LONG.replace("?", "") * 2 + "}} in the {{c2::old}} harbour of Erris."
    short = "In the {{c1::old}} harbour of {{c2::Erris}}."
    assert sizes_of(long, short) == [2, 2, 1, 1]


MARKED = {
    "emphasis": ("question", "*{}*", "Serif-Italic"),
    "strong emphasis": ("question", "**{}**", "Serif-Semi-Bold"),
    "both": ("question", "***{}***", "Serif-Semi-Bold-Italic"),
    "what was found": ("cloze", "lay {{{{c1::*{}*}}}}", "Serif-Semi-Bold-Italic"),
    "letters that are never italic": ("question", "*{} η θάλασσα*", "Serif-Semi-Bold"),
    "an address": ("question", "[{}](https://erris.example/)", "Serif"),
    "emphasis in an address": ("question", "[*{}*](https://erris.example/)", "Serif-Italic"),
    "code": ("question", "`{}`", "Code"),
}  # fmt: skip
WORDS = "Harbour Times keeping all lights of Erris Bay alight for ever"


@rows(("kind", "markup", "style"), MARKED.values(), ids=MARKED)
def test_words_are_set_alike_on_either_side_of_a_line_end(
    kind: Any, markup: str, style: str, tmp_path: Path
) -> None:
    text = read_markup(f"What in {markup.format(WORDS)} was said then?")
    made = small_guide(entry(kind, "q", *([text, "x"] if kind == "question" else [text])))
    assert write_cards(made, BUNDLED, sheet("grid", Size(210, 297)), tmp_path / "cards.pdf") == ()
    pages = pages_of(tmp_path / "cards.pdf")
    words = pages[3 if kind == "cloze" else 2].extract_words(extra_attrs=["fontname"])
    found = [word for word in words if word["text"] in WORDS.split()]
    assert len({word["top"] for word in found}) > 1
    assert {word["fontname"].partition("Source-")[2] for word in found} == {style}


HEIGHTS = {
    "a term, with what accompanies it": ("term", "the ebb", " ".join(["low"] * 20)),
    "a list": ("question", LONG, "reeds that were cut on the bank of the pond and dried", "mud"),
    "blanks": ("cloze", "In the small {{c1::harbour}} of {{c1::Erris}} there lay twelve of the boats."),
}  # fmt: skip


@pytest.mark.parametrize("item", HEIGHTS.values(), ids=HEIGHTS)
def test_it_is_known_how_tall_a_text_is(
    item: tuple[Any, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To a tenth of a millimetre, as it is laid out."""
    heights = dict[int, float]()

    def seen(text: Any, *_: Any) -> None:
        heights[int(text.element.attrib["data-face"])] = text.height / 96 * 25.4

    monkeypatch.setattr("studyguide.printing.cutout.centring._put", seen)
    made = small_guide(entry(*item[:1], "q", *item[1:]))
    assert write_cards(made, BUNDLED, sheet("grid", Size(210, 297)), tmp_path / "cards.pdf") == ()
    faces = [face for card in cards_of_guide(made) for face in card[:2]]
    for number, tall in heights.items():
        found = balanced(faces[number], CARD, 1, Vocabulary())
        assert found
        assert found.height == pytest.approx(tall, abs=0.1)
    assert len(heights) == len(faces)


def test_no_card_takes_more_lines_or_ends_with_a_short_word(tmp_path: Path) -> None:
    """Of questions that grow by a letter, some of which would."""
    asked = [
        f"Who of the {'m' * n} told us what was lit at {'n' * (n % 9)} sea?" for n in range(40)
    ]
    made = small_guide(*(entry("question", f"q{n}", text, "x") for n, text in enumerate(asked)))
    paper = sheet("grid", Size(210, 297))
    assert write_cards(made, BUNDLED, paper, tmp_path / "cards.pdf") == ()
    ends = [
        line.split()[-1]
        for page in pages_of(tmp_path / "cards.pdf")[2:]
        for line in page.extract_text().splitlines()
        if line.strip() == "sea?"
    ]
    assert ends == []
