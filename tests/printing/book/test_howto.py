"""How to use a guide: a step is told where there is what it speaks of, and of where that stands."""

import re
from dataclasses import replace

from studyguide.printing.book.page import guide_page
from studyguide.printing.press.options import Layout
from tests.printing.book.test_stress import BUNDLED
from tests.printing.reading import entry, small_guide
from tests.table import rows

TERM = entry("term", "t", "neap", "a low tide")
ASK = entry("question", "q", "What turns the wheel?", "the ebb")
BLANK = entry("cloze", "b", "The {{c1::moon}} pulls.")
BLANKS = entry("cloze", "bs", "The {{c1::moon}} pulls the {{c2::sea}}.")
BESIDE, BELOW = "over the right-hand column", "below what is set in bold"
CASES = {
    "terms": ([TERM], Layout(), [BESIDE, "your own words", "first box"], ["questions", "Blanks", "key", "foot", "Cover"]),
    "questions": ([ASK], Layout(), ["Cover the summary, and", "lines beside", "foot", "Cover what"], ["listed", "Blanks", "letter"]),
    "sentences": ([BLANK], Layout(), ["Blanks", "foot"], ["questions", "letter", "listed"]),
    "letters": ([BLANKS], Layout(), ["letter of a blank"], ["questions", "listed"]),
    "large": ([TERM, ASK], Layout(is_large=True), [BELOW, "lines below"], ["right-hand", "beside"]),
    "inline": ([TERM, ASK, BLANKS], Layout(answers="inline"), ["Cover the right-hand column"], ["Blanks", "foot", "lines", "what you wrote"]),
    "inline-large": ([ASK], Layout(answers="inline", is_large=True), ["Cover what stands below what is set in bold"], ["right-hand", "listed"]),
    "inline-sentences": ([BLANKS], Layout(answers="inline"), ["Cover the right-hand column", "your own words"], ["Blanks", "listed", "foot"]),
    "inline-terms": ([TERM], Layout(answers="inline"), [BESIDE], ["Cover", "Blanks"]),
    "form": ([TERM, ASK, BLANKS], Layout(is_form=True), ["what is listed", "another window", "in their fields", "Tick the first box", "Clear what"], ["lines", "a cross", "paper", "Cover what you"]),
    "form-inline": ([TERM, ASK, BLANKS], Layout(answers="inline", is_form=True), ["another window", "Say or write each answer"], ["paper", "Clear", "column"]),
}  # fmt: skip


@rows("name", CASES)
def test_steps_speak_of_what_is_there(name: str) -> None:
    entries, layout, told, untold = CASES[name]
    page = guide_page(small_guide(*entries), BUNDLED, layout)
    found = re.search("<section id=.howto.*?</section>", page, re.DOTALL)
    assert found
    said = re.sub("</?span[^>]*>", "", found[0])
    assert [each for each in told if each not in said] == []
    assert [each for each in untold if each in said] == []
    numbers = re.findall(r'class="number">(\d)<', found[0])
    assert numbers == [*"12345"[: len(numbers)]]


ENDS = {
    "a word": (Layout(is_form=True), "it, and look."),
    "short words": (Layout(), "your own words."),
    "two of them": (Layout(), "down to see."),
}


@rows(("layout", "kept"), ENDS.values(), ids=ENDS)
def test_no_step_ends_with_a_word_alone_on_its_line(layout: Layout, kept: str) -> None:
    page = guide_page(small_guide(TERM, ASK, BLANKS), BUNDLED, layout)
    assert f'<span class="kept-with">{kept}</span>' in page


LISTED = {
    "an entry": (["§1 ¶2", "§7 •3"], "§7\u00a0•3, it is entry\u00a03 of a list"),
    "behind a paragraph": (["§2 ¶4, •2, p. 37"], "•2, it is entry\u00a02 of a list"),
    "none": (["§1 ¶2, ¶4"], ""),
}


@rows(("citations", "told"), LISTED.values(), ids=LISTED)
def test_an_example_of_a_reference_is_one_of_the_guide(citations: list[str], told: str) -> None:
    """Where no entry of a list is cited, nothing is said of any."""
    cited = [replace(ASK, id=f"q{at}", citation=each) for at, each in enumerate(citations)]
    page = guide_page(small_guide(*cited), BUNDLED, Layout())
    assert (told in page) if told else ("With a dot" not in page)
