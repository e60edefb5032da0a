"""What links of a page are called by a voice that reads them."""

from io import BytesIO

import pikepdf

from studyguide.printing.press.pdf import open_press
from studyguide.printing.press.resources import Resources
from tests.printing.book.test_pdf import BUNDLED
from tests.table import rows

WORDS = 'data-item="Question …" data-key="… as answer" data-on-page="p. …" data-on-pages="pp. …"'
NAMES = {
    "a question": (WORDS, '<a href="#item-1.2">1.2</a>', ["Question 1.2"]),
    "an answer": (WORDS, '<a href="#key-1.2">1.2</a>', ["1.2 as answer"]),
    "answers": (WORDS, '<a href="#key-1.2">1.2–1.4</a>', ["1.2–1.4 as answer"]),
    "a page with a question": (WORDS, '<a href="#item-1.2">12</a>', ["p. 12"]),
    "pages": (WORDS, '<a href="#part">7–9</a>', ["pp. 7–9"]),
    "a title": (WORDS, '<a href="#part">On <em>tides</em>\n and mills</a>', ["On tides and mills", "tides"]),
    "the key itself": (WORDS, '<a href="#key">Answers</a>', ["Answers"]),
    "nothing that can be read": (WORDS, '<a href="#part" style="display: block">&#32;</a>', ["part"]),
    "on two lines": (WORDS, '<a href="#part">On tides<br>and mills</a>', ["On tides and mills"] * 4),
    "an address": (WORDS, '<a href="https://tide.example/">mills</a>', ["https://tide.example/"]),
    "without words for it": ("", '<a href="#item-1.2">1.2</a> <a href="#part">7</a>', ["1.2", "7"]),
    "none": (WORDS, "nothing", []),
}  # fmt: skip
PAGE = (
    '<!DOCTYPE html><html lang="en"><title>Mills</title><body {}>'
    '<p id="item-1.2">{}<p id="key-1.2"><p id="key"><p id="part">'
)


@rows(("words", "link", "told"), NAMES.values(), ids=NAMES)
def test_a_link_says_what_it_leads_to(words: str, link: str, told: list[str]) -> None:
    with open_press(Resources.of([], BUNDLED, {}), "guide/guide.html") as press:
        printed = press.printed(press.laid_out(PAGE.format(words, link)))
    with pikepdf.open(BytesIO(printed)) as pdf:
        marked = [each for page in pdf.pages for each in page.get("/Annots", ())]
        assert [str(each.Contents) for each in marked] == told
