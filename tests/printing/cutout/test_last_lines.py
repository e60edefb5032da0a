"""The last line of a centred text that is not balanced has no short word alone."""

from studyguide.deck.markup import read_markup
from studyguide.printing.cutout.cards import cards_of_guide
from studyguide.printing.cutout.imposition import Size
from studyguide.printing.cutout.last_lines import kept_together
from tests.printing.reading import entry, small_guide
from tests.table import rows

CARD = Size(90, 60)
LONG = "What did the keepers of the harbour lights of Erris put above"
ENDS = {
    "a short word": (f"{LONG} all of it?", CARD, "put above_all_of_it?"),
    "two words, wide enough": (f"{LONG} the lamplighters’ walkouts?", CARD, "lamplighters’_walkouts?"),
    "a wide word": (f"{LONG} internationalisation?", CARD, "above internationalisation?"),
    "on a small card, less": (f"{LONG} all of it?", Size(52.5, 74.25), "above all_of_it?"),
    "of one line": ("What burnt at sea?", CARD, "What burnt at sea?"),
    "a word alone": ("m" * 60, CARD, "m" * 60),
    "an end that is wider than may be": (f"{LONG} {'m' * 14} it?", CARD, f"{'m' * 14} it?"),
    "verse": (f"{LONG}\nall of it?", CARD, "all of it?"),
    "code": (read_markup(f"{LONG} `all of it`"), CARD, "all of it"),
    "a formula": (f"{LONG} $a + b$", CARD, "$a + b$"),
    "no spaces": ("潮の満ち引き" * 12, CARD, "潮の満ち引き"),
}  # fmt: skip


@rows(("asked", "size", "end"), ENDS.values(), ids=ENDS)
def test_the_last_words_stay_together(asked: str, size: Size, end: str) -> None:
    (card,) = cards_of_guide(small_guide(entry("question", "q", asked, "x")))
    assert kept_together(card.front, size).lines[0].replace("\u00a0", "_").endswith(end)


SENTENCES = {
    "behind a blank": (
        "They met {{c1::him}} on the old lamplighters’ quay of it.",
        "lamplighters’_quay_of_it.",
    ),
    "one word behind a blank": ("They put forward a list of {{c1::forty}} demands.", " demands."),
    "a blank at the end": ("They put forward a list of {{c1::forty demands of it}}", ""),
}


@rows(("sentence", "last"), SENTENCES.values(), ids=SENTENCES)
def test_of_a_sentence_the_words_behind_its_last_blank_do(sentence: str, last: str) -> None:
    (card,) = cards_of_guide(small_guide(entry("cloze", "c", sentence)))
    assert kept_together(card.front, CARD).parts[-1].text.replace("\u00a0", "_").endswith(last)
