"""The source: where sections, paragraphs and sentences begin, and what counts as one edition."""

from pathlib import Path
from textwrap import wrap

from hypothesis import given
from hypothesis import strategies as st

from studyguide.language.words import forms
from studyguide.lock.digests import edition_of, sections_that_differ
from studyguide.source.open import open_source
from studyguide.source.sentences import sentences_in
from studyguide.source.source import Source, read
from tests.conftest import HARBOUR
from tests.places import ROOT
from tests.table import rows


def firsts(source: Source) -> dict[int, str]:
    """Give the first two words of each section."""
    return {
        number: " ".join(word.form for word in section.words[:2])
        for number, section in source.sections.items()
    }


def units(source: Source, number: int = 1) -> list[tuple[str, str]]:
    """Give each paragraph's label and its text on one line."""
    return [
        (
            part.label,
            " ".join(source.text[part.sentences[0].start : part.sentences[-1].end].split()),
        )
        for part in source.sections[number].paragraphs
    ]


def sentences(text: str) -> list[str]:
    source = read(text)
    return [
        " ".join(source.text[sentence.start : sentence.end].split())
        for section in source.sections.values()
        for sentence in section.sentences
    ]


SECTIONS = {
    "numbers": ("1. Aye one.\n\n2. Bee two.\n\n3. Cee three.", {1: "aye one", 2: "bee two", 3: "cee three"}),
    "a title before": ("A Title\n\n1. Aye one.", {1: "aye one"}),
    "numbers alone on their lines": ("1.\n\nAye one.\n\n2\n\nBee two.", {1: "aye one", 2: "bee two"}),
    "a number above its paragraph": ("1.\nAye one.\n\n2\nBee two.", {1: "aye one", 2: "bee two"}),
    "indented numbers": ("  1. Aye one.\n\n\t2. Bee two.", {1: "aye one", 2: "bee two"}),
    "only the next number opens": ("1. Aye one.\n\n3. Three.\n\n2. Bee two.", {1: "aye one", 2: "bee two"}),
    "a year opens nothing": ("1. Aye one.\n\n1911. A year.", {1: "aye one"}),
    "a number within a line opens nothing": ("1. Aye one. 2. Bee two.", {1: "aye one"}),
    "a number without a point is a word": ("1. Aye one.\n\n2 lamps went out.", {1: "aye one"}),
    "a decimal opens nothing": ("1. Aye one.\n\n2.5 lamps.", {1: "aye one"}),
    "first section has to be 1": ("2. Bee two.\n\n3. Cee three.", {1: "2 bee"}),
    "headings of two long words and a few small ones": (
        "1. Disclaimer of Warranty.\n\nAye one.\n\n2. Interpretation of Sections 1 and 3.\n\nBee two.",
        {1: "aye one", 2: "bee two"},
    ),
    "no numbers at all": ("Aye one.\n\nBee two.", {1: "aye one"}),
    "a list on lines of its own": (
        "1. Aye one:\n\n1. alpha\n2. beta\n3. gamma\n\n2. Bee two.",
        {1: "aye one", 2: "bee two"},
    ),
    "a list of paragraphs in the first section": (
        "1. Aye one:\n\n1. alpha\n\n2. beta\n\n3. gamma\n\n2. Bee two.\n\n3. Cee three.",
        {1: "aye one", 2: "bee two", 3: "cee three"},
    ),
    "a list of paragraphs in the second section": (
        "1. Aye one.\n\n2. Bee two:\n\n1. alpha\n\n2. beta\n\n3. gamma\n\n4. delta\n\n3. Cee three.",
        {1: "aye one", 2: "bee two", 3: "cee three"},
    ),
    "a list of paragraphs in the last section": (
        "1. Aye one.\n\n2. Bee two:\n\n1. alpha\n\n2. beta",
        {1: "aye one", 2: "bee two"},
    ),
    "two lists": (
        "1. Aye one:\n\n1. alpha\n\n2. beta\n\nAnd:\n\n1. gamma\n\n2. delta\n\n2. Bee two.",
        {1: "aye one", 2: "bee two"},
    ),
    "a list that begins at once": (
        "1. - Aye one.\n- Aye two.\n\n2. Bee two.",
        {1: "aye one", 2: "bee two"},
    ),
    "no blank lines": ("1. Aye one.\n2. Bee two.", {1: "aye one", 2: "bee two"}),
    "blank lines only at the end": ("1. Aye one.\n2. Bee two.\n\n\n", {1: "aye one", 2: "bee two"}),
    "blank lines only at the start": ("\n\n1. Aye one.\n2. Bee two.\n", {1: "aye one", 2: "bee two"}),
    "carriage returns": ("1. Aye one.\r\n\r\n2. Bee two.\r\n", {1: "aye one", 2: "bee two"}),
    "old carriage returns": ("1. Aye one.\r\r2. Bee two.\r", {1: "aye one", 2: "bee two"}),
    "form feeds": ("1. Aye one.\f2. Bee two.\f", {1: "aye one", 2: "bee two"}),
    "articles that have sections of their own": (
        "A Charter\n\nArticle I\n\nSection 1\n\nAye one.\n\nSection 2\n\nBee one.\n\nArticle II\n\nSection 1\n\nAye two.\n\nSection 2\n\nBee two.\n\nArticle III\n\nCee three.",
        {1: "aye one", 2: "aye two", 3: "cee three"},
    ),
    "articles and sections that count on": (
        "Section I\n\nArticle 1\n\nAye one.\n\nArticle 2\n\nBee two.\n\nSection II\n\nArticle 3\n\nCee three.",
        {1: "aye one", 2: "bee two", 3: "cee three"},
    ),
    "titles of a law": (
        "Statut\n\nTITRE PREMIER\nDes moulins\n\nAye one.\n\nTITRE II\nDes digues\n\nBee two.",
        {1: "aye one", 2: "bee two"},
    ),
    "articles that begin again below each title": (
        "Titel I. Mühlen\n\nArtikel 1\n\nAye one.\n\nArtikel 2\n\nBee two.\n\nTitel II. Wehre\n\nArtikel 1\n\nCee three.\n\nArtikel 2\n\nDee four.\n\nArtikel 3\n\nEe five.",
        {1: "aye one", 2: "bee two", 3: "cee three", 4: "dee four", 5: "ee five"},
    ),
    "an introduction and a conclusion": (
        "Of Lamps\n\nIntroduction\n\nOh nought.\n\n1. Of Oil\n\nAye one.\n\n2. Of Gas\n\nBee two.\n\nConclusion\n\nCee three.",
        {0: "oh nought", 1: "aye one", 2: "bee two", 3: "cee three"},
    ),
    "Einleitung und Schluss": (
        "Einleitung\n\nOh nought.\n\nKapitel 1: Öl\n\nAye one.\n\nKapitel 2: Gas\n\nBee two.\n\nSchluss\n\nCee three.",
        {0: "oh nought", 1: "aye one", 2: "bee two", 3: "cee three"},
    ),
    "an introduction in the contents": (
        "Contents\n\nIntroduction\n\n1. Of Oil\n\n2. Of Gas\n\nConclusion\n\n1. Of Oil\n\nAye one.\n\n2. Of Gas\n\nBee two.",
        {1: "aye one", 2: "bee two"},
    ),
    "a conclusion inside numbered paragraphs": ("1. Aye one.\n\nConclusion\n\n2. Bee two.", {1: "aye one", 2: "bee two"}),
    "a title that goes on opens nothing": ("1. Aye one.\n\nTitle 2 of the code says more of mills than that.\n\n2. Bee two.", {1: "aye one", 2: "bee two"}),
    "annexes count on behind the last chapter": (
        "Chapter 1. The Pay\n\nAye one (see Appendix B).\n\nChapter 2. The Dark\n\nBee two.\n\nAppendix A. Of Lamps\n\nCee three.\n\nAppendix B. Of Oil\n\nDee four.",
        {1: "aye one", 2: "bee two", 3: "cee three", 4: "dee four"},
    ),
    "an annex that a chapter begins with opens nothing": (
        "Chapter 1\n\nAye one.\n\nAppendix A lists the lamps, and much more.\n\nChapter 2\n\nBee two.",
        {1: "aye one", 2: "bee two"},
    ),
    "amendments in Roman numerals": (
        "Article I\n\nAye one.\n\nArticle II\n\nBee two.\n\nAmendment I\n\nCee three.\n\nAmendment II\n\nDee four.",
        {1: "aye one", 2: "bee two", 3: "cee three", 4: "dee four"},
    ),
    "capitals over indented text": (
        "LAMPS(1)  Manual  LAMPS(1)\n\nNAME\n    lamps - light\n\nUSE\n    Turn it.\n\n    And off.\n\nSEE ALSO\n    oil(5)",
        {1: "lamps light", 2: "turn it", 3: "oil 5"},
    ),
    "capitals that stand alone": (
        "OF PAY\n\nAye one.\n\nMore of it.\n\nOF THE DARK\n\nBee two.\n\nMore of it.\n\nOF OIL\n\nCee three.",
        {1: "aye one", 2: "bee two", 3: "cee three"},
    ),
    "two words in capitals open nothing": ("Aye one.\n\nSTOP\n\nBee two.\n\nGO\n\nCee three.", {1: "aye one"}),
    "capitals between numbers open nothing": (
        "1. Aye one.\n\nNOTE\n\nBee.\n\nALSO\n\nCee.\n\nEND\n\nDee.\n\n2. Bee two.",
        {1: "aye one", 2: "bee two"},
    ),
    "Korean": ("1장. 물레방아\n\nAye one.\n\n제2장 댐\n\nBee two.\n\n부록 A. 기름\n\nCee three.", {1: "aye one", 2: "bee two", 3: "cee three"}),
    "Romanian": ("Cap. 1. Mori\n\nAye one.\n\nCapitolul 2. Baraje\n\nBee two.\n\nAnexa A. Ulei\n\nCee three.", {1: "aye one", 2: "bee two", 3: "cee three"}),
    "Vietnamese": ("Chương 1. Cối xay\n\nAye one.\n\nChương 2. Đập\n\nBee two.", {1: "aye one", 2: "bee two"}),
    "contents with those below each number": (
        "1. OF MILLS\n1.1. Wheels\n1.2. Weirs\n\n2. OF OIL\nLAMPS\n2.1. Wicks\n2.2. Why smoke?\n\n1. OF MILLS\n\nAye one.\n\n2. OF OIL\n\nBee two.\n\n3. WHY STOP?\n\nCee three.",
        {1: "aye one", 2: "bee two", 3: "cee three"},
    ),
    "headings below numbers of their own": (
        "I.\n\nOF LAMPS\n\nAye one.\n\nII.\n\nOf Weirs\n\nBee two.\n\nIII.\n\nOf Oil\n\nCee three.",
        {1: "aye one", 2: "bee two", 3: "cee three"},
    ),
    "below one of two numbers there is none": (
        "Chapter 1\n\nOf Lamps\n\nAye one.\n\nChapter 2\n\nBee two.\n\nMore of it.",
        {1: "of lamps", 2: "bee two"},
    ),
    "a short line that is all of a section": ("I\n\nOf lamps\n\nII\n\nOf weirs", {1: "of lamps", 2: "of weirs"}),
    "Chinese": ("磨坊\n\n一、轮\n\nAye one.\n\n二、坝\n\nBee two.\n\n三、油\n\nCee three.", {1: "aye one", 2: "bee two", 3: "cee three"}),
    "Japanese": ("一　水車\n\nAye one.\n\n二　堰\n\nBee two.", {1: "aye one", 2: "bee two"}),
    "Chinese numbers that open nothing": ("Aye one.\n\n一人の男。\n\n二、三日後。", {1: "aye one"}),
    "units": ("Unit One\n\nAye one.\n\nUnit 2: Weirs\n\nBee two.", {1: "aye one", 2: "bee two"}),
    "a unit that is told of": ("1. Aye one.\n\nUnit 2 of the mill was shut down, and nobody knows why.\n\n2. Bee two.", {1: "aye one", 2: "bee two"}),
    "the number of a page at the end": ("Aye one.\n\nBee two.\n\n1", {1: "aye one"}),
    "titles in the lines of a law": (
        "Mühlengesetz\n\n§ 1\nMühlen\n(1) Aye one of it.\n(2) More.\n\n§ 2\nWehre\n(1) Bee two of it.\n(2) More.",
        {1: "1 aye", 2: "1 bee"},
    ),
    "titles over longer lines": ("Chapter 1\nMills\nAye one and much more of it.\n\nChapter 2\nWeirs\nBee two and much more of it.", {1: "aye one", 2: "bee two"}),
    "the last title is called a conclusion": (
        "§ 1\n\nMühlen\n\n(1) Aye one.\n\n§ 2\n\nWehre\n\n(1) Bee two.\n\n§ 3\n\nSchluss\n\n(1) Cee three.",
        {1: "1 aye", 2: "1 bee", 3: "1 cee"},
    ),
    "a sura": ("Sura 1\n\nAye one.\n\nSura 2\n\nBee two.", {1: "aye one", 2: "bee two"}),
    "sections in Hindi": ("धारा 1. भट्ठी\n\nAye one.\n\nधारा 2. समुद्र\n\nBee two.", {1: "aye one", 2: "bee two"}),
    "ordinals in figures": ("Article 1er\n\nAye one.\n\nArticle 2\n\nBee two.\n\nArticle 3\n\nCee three.", {1: "aye one", 2: "bee two", 3: "cee three"}),
    "Russian ordinals in figures": ("Глава 1-я\n\nAye one.\n\nГлава 2-я\n\nBee two.", {1: "aye one", 2: "bee two"}),
    "blank lines with spaces": ("1. Aye one.\n \t\n2. Bee two.", {1: "aye one", 2: "bee two"}),
}  # fmt: skip


K, F, S = (
    "Aye the kiln stood at the edge of the town, and burned.",
    "Bee they burned coal, and wood when there was none of it.",
    "Cee the sea was cold in winter, and nobody went down to it.",
)
_CUT = {1: "aye the", 2: "bee they", 3: "cee the"}
_WHOLE = {1: "aye the"}


def three(*labels: str, title: str = "Of Lime") -> str:
    """Give a text whose three paragraphs stand below lines of their own."""
    return "\n\n".join(
        [title, *(f"{label}\n\n{part}" for label, part in zip(labels, (K, F, S), strict=True))]
    )


LESSER = {
    "brackets behind": (three("1) Kilns", "2) Coal", "3) Sea"), _CUT),
    "brackets behind points": (three("1.) Kilns", "2.) Coal", "3.) Sea"), _CUT),
    "brackets around": (three("(1) Kilns", "(2) Coal", "(3) Sea"), _CUT),
    "brackets that begin the text": (f"Of Lime\n\n1) {K}\n\n{S}{F}{K}\n\n2) {F}\n\n{S}{F}{K}\n\n3) {S}\n\n{S}{F}{K}", _CUT),
    "brackets of China": (three("（一）窑", "（二）煤", "（三）海"), _CUT),
    "circles": (three("① Kilns", "② Coal", "③ Sea"), _CUT),
    "letters": (three("A. Kilns", "B. Coal", "C. Sea"), _CUT),
    "Cyrillic letters": (three("А) Печь", "Б) Уголь", "В) Море"), _CUT),
    "numerals with brackets": (three("I) Kilns", "II) Coal", "III) Sea"), _CUT),
    "small numerals": (three("i. Kilns", "ii. Coal", "iii. Sea"), _CUT),
    "numerals without a sign": (three("I Kilns", "II Coal", "III Sea"), _CUT),
    "figures without a sign": (three("1 Kilns", "2 Coal", "3 Sea"), _CUT),
    "figures, wide apart": (three("1   Kilns", "2\tCoal", "3  Sea"), _CUT),
    "figures with a dash or colon": (three("1 – Kilns", "2 – Coal", "3 – Sea"), _CUT),
    "figures above nested ones": (f"1 Kilns\n\n1.1 Fuel\n\n{K}\n\n1.2 Draught\n\n{S}\n\n2 Coal\n\n{F}\n\n3 Sea\n\n{S}", _CUT),
    "figures behind their contents": (f"Contents\n\n1 Kilns\n\n2 Coal\n\n3 Sea\n\n1 Kilns\n\n{K}\n\n2 Coal\n\n{F}\n\n3 Sea\n\n{S}", _CUT),
    "titles over their lines": (f"1 Kilns\n{K}\n\n2 Coal\n{F}\n\n3 Sea\n{S}", _CUT),
    "steps": (three("Step 1: Kilns", "Step 2: Coal", "Step 3: Sea"), _CUT),
    "days": (three("Day 1", "Day 2", "Day 3"), _CUT),
    "questions": (three("Q1: What is a kiln?", "Q2: What burns?", "Q3: Where is the sea?"), _CUT),
    "numbers": (three("№ 1", "№ 2", "№ 3"), _CUT),
    "brackets over lists of their own": (f"1) Kilns\n\n{K}\n\n1. Coal.\n\n2. Wood.\n\n2) Coal\n\n{F}\n\n3) Sea\n\n{S}", _CUT),
    "letters over numbers that begin again": (f"A. Kilns\n\n1. Old\n\n{K}\n\n2. New\n\n{K}\n\nB. Coal\n\n1. Old\n\n{F}\n\nC. Sea\n\n{S}", {1: "1 old", 2: "1 old", 3: "cee the"}),
    "paragraphs of a law": (f"Lime Act\n\n§ 1 {K}\n\n(1) More.\n\n§ 2 {F}\n\n§ 3 {S}", _CUT),
    "articles of a law, with lists": (f"Lime Act\n\nArt. 1. {K}\n\n1. Coal.\n\n2. Wood.\n\nArt. 2. {F}\n\nArt. 3. {S}", _CUT),
    "numerals that begin paragraphs": (f"I. {K}\n\n{S}{F}{K}{F}\n\nII. {F}\n\n{S}{F}{K}{F}\n\nIII. {S}\n\n{S}{F}{K}{F}", _CUT),
    "a list in prose": (f"{K}\n\n{F}\n\n1) Coal\n\n2) Wood\n\n3) Lime\n\n{S}\n\n{F}", _WHOLE),
    "a list with points": (f"{K}\n\n{F}\n\n1.) Coal\n\n2.) Wood\n\n3.) Lime\n\n{S}\n\n{F}", _WHOLE),
    "a list behind a colon": (f"{K} They burned:\n\n(1) Coal\n\n{F}\n\n(2) Wood\n\n{F}\n\n(3) Lime\n\n{S}", _WHOLE),
    "a list of sentences": (f"{K}\n\n(1) {F}\n\n(2) {S}\n\n(3) {F}\n\n{S}", _WHOLE),
    "steps of a recipe": ("Bread\n\n500 g of flour\n\n1) Aye mix it.\n\n2) Bee knead it.\n\n3) Cee bake it.", {1: "bread 500"}),
    "verses": ("1 Aye the kiln stood at the edge of the town.\n\n2 And its smoke rose.\n\n3 And men came.", {1: "1 aye"}),
    "years": (three("1917 The Last Fire", "1918 The Sea", "1919 The Men", title="Aye the kiln"), _WHOLE),
    "rows of a table": ("Aye the kiln\n\n1 Anna 12\n\n2 Berta 9\n\n3 Carl 7", _WHOLE),
    "what is counted": (f"{K}\n\n1 egg\n\n2 cups of flour\n\n3 spoons of salt\n\n{F}", _WHOLE),
    "only two": (f"{K}\n\n1) Kilns\n\n{F}\n\n2) Sea\n\n{S}", _WHOLE),
    "a gap": (three("1) Kilns", "2) Coal", "4) Sea", title=K), _WHOLE),
    "captions": (three("Figure 1: Kilns", "Figure 2: Coal", "Figure 3: Sea", title=K), _WHOLE),
    "references behind the text": (f"{K}\n\n{F}\n\n{F}\n\n{S}\n\n(1) Ada Brown wrote of kilns, and of much else.\n\n(2) Ben Green did not, as far as one knows.\n\n(3) Carl.", _WHOLE),
    "initials": ("A. Smith came to the kiln.\n\nB. Jones did not come to it.\n\nC. Brown sold it all.", {1: "a smith"}),
    "a list in a chapter": (f"Chapter 1\n\n{K}\n\n1) Coal\n\n{F}\n\n2) Wood\n\n{F}\n\n3) Lime\n\n{F}\n\nChapter 2\n\n{F}", {1: "aye the", 2: "bee they"}),
    "numbers that count on below letters": (f"A. Kilns\n\n1. Old\n\n{K}\n\nB. Coal\n\n2. New\n\n{F}\n\nC. Sea\n\n3. End\n\n{S}", _CUT),
    "ordinals of many languages": (three("الفصل الأول", "الفصل الثاني", "الفصل الثالث"), _CUT),
    "Hebrew ordinals": (three("פרק ראשון", "פרק שני", "פרק שלישי"), _CUT),
    "Turkish ordinals": (three("Birinci Bölüm", "İkinci Bölüm", "ÜÇÜNCÜ BÖLÜM"), _CUT),
    "Greek numerals": (three("Κεφάλαιο Α΄", "Κεφάλαιο Β΄", "Κεφάλαιο Γ΄"), _CUT),
    "Thai": (three("บทที่ 1", "บทที่ 2 ถ่าน", "บทที่ 3"), _CUT),
    "Ukrainian ordinals": (three("Розділ перший", "Розділ другий", "Розділ третій"), _CUT),
    "articles in Chinese": ("第一条 Aye the kiln.\n\n第二条 Bee they burned.\n\n第三条 Cee the sea.", _CUT),
    "Chinese sections below chapters": (f"第一章 窑\n\n第一节 火\n\n{K}\n\n第二节 水\n\n{K}\n\n第二章 海\n\n第一节 船\n\n{F}", {1: "aye the", 2: "bee they"}),
    "Korean articles": (three("제1조(목적)", "제2조(정의)", "제3조"), _CUT),
}  # fmt: skip


@rows(("text", "expected"), LESSER.values(), ids=LESSER)
def test_sections_at_numbers_of_lists(text: str, expected: dict[int, str]) -> None:
    assert firsts(read(text)) == expected


KEPT = {
    "entries of minutes": "1. Kilns\n\n2.1 The kiln was repaired.\n\n2.2 The sea was not.\n\n2. Sea\n\nCee three.",
    "entries that are no sentences": "1. Kilns\n\n1.1 Kiln repaired\n\n1.2 Sea calm\n\n2. Sea\n\nCee three.",
    "what tells of an article": "1. Aye one.\n\nArticle 5 applies.\n\n2. Bee two.",
    "a short article": "Art. 1. Burn lime\n\nMore of it.\n\nArt. 2. Sell lime\n\nMore of it.\n\nArt. 3. Pay for it\n\nMore of it.",
}  # fmt: skip


@rows("text", KEPT.values(), ids=KEPT)
def test_no_words_are_lost_between_sections(text: str) -> None:
    source = read(text)
    told = [form for each in source.sections.values() for form in each.forms]
    headings = " ".join(each.heading for each in source.sections.values())
    lost = {form for form in source._forms if form.isalpha()} - {*told} - {*forms(headings)}
    assert lost <= {"art"}


@rows(("text", "expected"), SECTIONS.values(), ids=SECTIONS)
def test_sections(text: str, expected: dict[int, str]) -> None:
    assert firsts(read(text)) == expected


OPENINGS = {
    "by their first words": (
        "Contents\n\nThe Pay\n\nAye one.\n\nThe Dark\n\nBee two.",
        {1: "The Pay", 2: "The dark"},
        {1: "aye one", 2: "bee two"},
    ),
    "after a number": ("1 The Pay\n\n2 The Dark", {1: "The Pay", 2: "The Dark"}, {1: "the pay", 2: "the dark"}),
    "only some": ("1. Aye one.\n\nThe Dark came.\n\n3. Cee three.", {2: "The Dark"}, {1: "aye one", 2: "the dark", 3: "cee three"}),
    "against a number that misleads": ("1. Aye one.\n\n2. alpha\n\nThe Dark", {2: "The Dark"}, {1: "aye one", 2: "the dark"}),
    "not within a paragraph": ("1. Aye one. The Dark came.", {2: "The Dark"}, {1: "aye one"}),
    "in another spelling": ("“The Day’s” End", {1: "The day's end"}, {1: "the day's"}),
    "a heading over the lines of its section": (
        "Titles\n\nPAY\n    Aye one and more of it.\n\nDARK\n    Bee two and more of it.",
        {1: "Pay", 2: "Dark"},
        {1: "aye one", 2: "bee two"},
    ),
    "headings over their lines, behind a table of contents": (
        "Contents\n\nPAY\n\nDARK\n\nPAY\n    Aye one and more of it.\n\nDARK\n    Bee two and more of it.",
        {1: "PAY", 2: "DARK"},
        {1: "aye one", 2: "bee two"},
    ),
    "the first line of a paragraph is no heading": (
        "The lamps of the town and\nits harbour.\n\nBee two.",
        {1: "The lamps of the town and"},
        {1: "the lamps"},
    ),
    "counted otherwise than the text": (
        "The Pay\n\nSection 1\n\nAye one.\n\nSection 2\n\nBee one.\n\nThe Dark\n\nSection 3\n\nCee two.\n\nSection 4\n\nDee two.",
        {1: "The Pay", 2: "The Dark"},
        {1: "aye one", 2: "cee two"},
    ),
    "not there": ("Aye one.", {1: "The Dark"}, {1: "aye one"}),
}  # fmt: skip


@rows(("text", "openings", "expected"), OPENINGS.values(), ids=OPENINGS)
def test_openings(text: str, openings: dict[int, str], expected: dict[int, str]) -> None:
    assert firsts(read(text, openings)) == expected


UNITS = {
    "paragraphs": ("1. Aye one.\n\nBee two.", [("¶1", "Aye one."), ("¶2", "Bee two.")]),
    "hard-wrapped lines": ("1. Aye\none.\n\nBee\ntwo.", [("¶1", "Aye one."), ("¶2", "Bee two.")]),
    "indented lines": ("  1. Aye\n  one.\n\n  Bee two.", [("¶1", "Aye one."), ("¶2", "Bee two.")]),
    "a paragraph a line": ("1. Aye one.\nBee two.", [("¶1", "Aye one."), ("¶2", "Bee two.")]),
    "carriage returns": ("1. Aye\r\none.\r\n\r\nBee two.", [("¶1", "Aye one."), ("¶2", "Bee two.")]),
    "form feed": ("1. Aye one.\fBee two.", [("¶1", "Aye one."), ("¶2", "Bee two.")]),
    "bullets": ("1. Aye one.\n\n• Bee!\n• Cee!", [("¶1", "Aye one."), ("•1", "Bee!"), ("•2", "Cee!")]),
    "bullets as paragraphs": ("1. Aye.\n\n• Bee!\n\n• Cee!", [("¶1", "Aye."), ("•1", "Bee!"), ("•2", "Cee!")]),
    "hyphens": ("1. Aye.\n\n- Bee\n- Cee", [("¶1", "Aye."), ("•1", "Bee"), ("•2", "Cee")]),
    "asterisks and dashes": ("1. Aye.\n\n* Bee\n– Cee", [("¶1", "Aye."), ("•1", "Bee"), ("•2", "Cee")]),
    "a wrapped entry": ("1. Aye.\n\n• Bee\n  two\n• Cee", [("¶1", "Aye."), ("•1", "Bee two"), ("•2", "Cee")]),
    "text goes on after a list": (
        "1. Aye.\n\n• Bee\n\nCee three.\n\n• Dee",
        [("¶1", "Aye."), ("•1", "Bee"), ("¶2", "Cee three."), ("•2", "Dee")],
    ),
    "a list after a form feed": ("1. Aye.\f• Bee\n• Cee", [("¶1", "Aye."), ("•1", "Bee"), ("•2", "Cee")]),
    "a dash within a line": ("1. Aye - one.", [("¶1", "Aye - one.")]),
    "a rule is nothing": ("1. Aye one.\n\n* * *\n\nBee two.", [("¶1", "Aye one."), ("¶2", "Bee two.")]),
    "a numbered list": (
        "1. Aye:\n\n1. alpha\n\n2. beta\n\n2. Bee.",
        [("¶1", "Aye:"), ("¶2", "1. alpha"), ("¶3", "2. beta")],
    ),
}  # fmt: skip


@rows(("text", "expected"), UNITS.values(), ids=UNITS)
def test_units(text: str, expected: list[tuple[str, str]]) -> None:
    assert units(read(text)) == expected


SENTENCES = {
    "plain": "He left. | She stayed! | Why? | Nobody knows.",
    "title": "Dr. Fenn came. | He left.",
    "title inside": "He met Mr. Brand and Mrs. Fenn. | They left.",
    "initials": "J. P. Fenn came with T. S. Brand. | They left.",
    "initials without spaces": "J.P. Fenn came. | He left.",
    "country": "The U.S. Army came. | It left.",
    "for example": "Lamps, e.g. Lanterns, went out. | All did, i.e. Every one.",
    "versus": "It was Fenn vs. Brand. | Fenn won.",
    "saint": "He lived in St. Petersburg. | He died there.",
    "number": "See no. 5 of the paper. | It has it.",
    "number in capitals": "See No. 5 there. | It has it.",
    "no at the end": "She said no. | They went.",
    "figure at the end": "There were 5. | Then there were 6. | It was 1911. | They went.",
    "label": "12. The lamps went. | They stayed dark.",
    "decimal": "It took 2.5 hours. | They went.",
    "quotation": "“It is dark.” | “So it is,” he said. | She left.",
    "quotation that goes on": "“Dark!” he said. | “Why?” she asked. | They left.",
    "several in one quotation": "“It is dark. | Light it. | Go.” | She left.",
    "straight quotation marks": '"It is dark." | "So it is," he said.',
    "single quotation marks": "‘It is dark.’ | ‘So it is,’ he said.",
    "brackets": "It is dark. | (It was.) | [Note.] | It is.",
    "ellipsis": "It is … dark. | It was… | So it was.",
    "dots": "It is... dark. | It was. | So.",
    "small letter goes on": "He came at 5 p.m. and left.",
    "line breaks": "It is\ndark. | It\nwas.",
    "figure begins": "It is dark. | 40 constables came.",
    "cyrillic": "Темно. | И т.е. Так. | Да.",
    "no full stop": "It is dark. | It is late",
    "a German day": "Am 3. Mai 1761 brannte es, am 5. August nicht. | Im Mai war es still.",
    "a German century": "Im 18. und XIX. Jahrhundert kam Salz. | Es war teuer.",
    "counted in German": "Der 2. Weltkrieg endete vor dem 3. Stock der 6. Armee. | Zum 10. Geburtstag sang er.",
    "led to in German": "Er stieg vom 4. Rang zum 1. Bürgermeister auf. | Dort blieb er.",
    "a number that ends a German sentence": "Es waren 12. | Der Rest kam 1742. | Dann waren es 13. | Mehr nicht.",
    "a chapter": "Mehr steht in Kapitel 3. | Die Tafel zeigt es.",
    "a king": "So was Louis XIV. | He died. | It was about him.",
    "an English number": "She was 12. | August was hot. | I am 13. | My age.",
    "a French number": "C’est l’un des 12. | Les autres partirent. | Il en vint 5. | Mais qui ?",
    "shillings and pence": "It cost 3s. 4d. each, or £2. 10s. the score. | A cart was 1s. 2½d. | They paid.",
    "halfpence": "The toll was 1s. 2 1/2d. for a cart. | It rose to 2s. ½d. in May.",
    "pence that end a sentence": "The toll was 4d. | 12 carts came. | Rope cost 3s. | 40 men pulled it.",
    "a Portuguese hour": "Antes das 12. | A porta abriu.",
    "degrees with a hyphen": "So Dr.-Ing. Karl Meyer und Dipl.-Kfm. Anna Vogt. | Min.-Dir. Beck schwieg.",
    "degrees behind a doctor": "Dr. phil. Hans Abel und Dr. med. dent. Ida Abel kamen. | Prof. Dr. rer. nat. Kern kam nie.",
    "a degree of more parts": "So Dr.-Ing. habil. Karl Meyer und Dipl.-Ing. (FH) Anna Vogt. | Mehr nicht.",
    "a church": "Die St.-Petri- und die St.-Annen-Kirche brannten. | Der Dom nicht.",
    "ranks": "He met Lt. Brown, Maj.-Gen. Pike and the Hon.-Sec. Mary Cole. | They left.",
    "offices": "Gov. Ann Hale, Sen. Bob Ray and the Rev. John Smith came. | Mt. Ararat was white.",
    "a firm": "Hill & Co. Ltd. built it. | Then Black & Co. | The firm failed. | Hill Ltd. | It failed, too.",
    "titles in Spanish": "D. José Ruiz y Dña. Ana Pons vieron al Ing. Luis Mora. | Él quería ir. | Luego no.",
    "titles in Italian": "Era dell’ing. Mario Neri e del dott. Ugo Bini. | Poi no.",
    "titles in Polish": "Opracował dr inż. Jan Nowak i prof. hab. Ewa Lis. | Potem nic.",
    "titles in Russian": "Его открыл акад. Иванов. | Потом ул. Мира закрыли.",
    "a street and its number": "Er wohnte Bahnhofstr. 5 in Ulm. | Dann zog er fort.",
    "short words that end": "It was med. | It weighed 3 kg. | It took 5 lbs. | Boats etc. | The pier was full.",
    "honours": "The Rt. Hon. Anna Roth, Sir Wm. Hale and Cllr. Ann Poole spoke. | They left.",
    "degrees with points": "So M.Sc. Anna Roth, B.Eng. Tom Hale and Ph.D. Ida Kern said. | They left.",
    "ranks of two": "Brig. Gen. Pike, Flt. Lt. Hale and Asst. Prof. Anna Kern came. | They left.",
    "before a number": "See fig. 3, ch. 4 and Abb. 5. | It weighed approx. 3 kg and cost approx. £30. | It held max. 30.",
    "no words": "Vgl. Meyer in Bd. 2, zzgl. Porto und inkl. Steuer. | Die Gebr. Stork kamen.",
    "months": "It burned on Sept. 12 and on 12 Dec. 1850. | Le 3 janv. 1850 il partit. | Am 3. Okt. 1850 auch.",
    "millions": "Es waren 3 Mio. Euro und 20 Tsd. Mark. | Es waren 3 Mio. | Dann fiel es.",
    "a letter that marks a thing": "The wall stops below Bed G. | It is a dyke. | So is Pier B. | There it ends.",
    "metres": "The bed was washed out to 3.2 m. | Such scour threatens any pier. | Sie war 12 m. | Dann sank sie.",
    "letters that end a sentence": "He came from the U.S. | They asked. | It was 5 p.m. | The pier was full. | So was his Ph.D. | He left.",
    "before what begins none": "Smith Bros. & Co. built it. | It failed.",
    "no short form": "It weighed 3 kg. | Anna left. | Wait 5 min. | 12 come. | Buy it by the kg. | Anna did. | It was on TV. | Anna saw.",
    "short names that end": "He met Ann. | Tom left. | Is it so? | No. 5 was. | It rained. | 1917 was dry. | John Hale Jr. | Anna knew.",
    "titles in Spanish, written out": "El Excmo. Sr. D. José Mora y el Gral. Ruiz hablaron en la pág. 12. | Luego nada.",
    "titles in small letters": "Przyszli ks. Jan Lis i abp. Ryś. | Il sig. Neri e mons. Bini no. | Завод им. Ленина и тов. Иванов.",
    "before Christ": "Es war 44 v. Chr. | Der Turm ist jünger. | Im Jahr 44 v. Chr. wurde er gebaut.",
}  # fmt: skip


@rows("text", SENTENCES.values(), ids=SENTENCES)
def test_sentences(text: str) -> None:
    expected = [" ".join(part.split()) for part in text.split("|")]
    plain = " ".join(part.strip() for part in text.split("|"))
    assert sentences(f"1. {plain}\n\nEnd.") == [*expected, "End."]
    assert sentences(f"Title\n\n1. One.\n\n{plain}") == ["One.", *expected]


SAID = (
    "The kiln stood at the edge of the village, and its smoke could be seen from the sea on most days of the year, as the baker said.",
    "They burned coal that came by cart from the south, and wood when there was none of it. It took three days to heat and four to cool.",
    "The sea was cold in winter, and nobody went down to the boats for months on end, not even for the fish that they had caught before.",
)  # fmt: skip
POEM = "I saw a kiln beside the sea\nAnd nobody was there with me\nAnd all the night the fire burned\nuntil the tide had turned"


def broken(between: str, indent: str = "") -> str:
    """Give paragraphs as lines of some sixty letters, with or without blank lines between all of them."""
    lines = [wrap(part, 60, initial_indent=indent) for part in SAID]
    return between.join(line for each in lines for line in each)


BROKEN = {
    "lines, indented where a paragraph begins": ("Chapter 1\n" + broken("\n", "   ") + "\nChapter 2\n" + broken("\n", "   "), 3),
    "lines, not indented": ("1. Kilns\n" + broken("\n") + "\n2. Sea\n" + broken("\n"), 3),
    "a blank line between all lines": ("Chapter 1\n\n" + broken("\n\n") + "\n\nChapter 2\n\n" + broken("\n\n"), 3),
    "a paragraph a line": ("Chapter 1\n" + "\n".join(SAID) + "\nChapter 2\n" + "\n".join(SAID), 3),
    "verses": (f"Chapter 1\n{POEM}\n{POEM}\nChapter 2\n{POEM}\n{POEM}", 8),
    "short lines": ("Chapter 1\n" + "coal\nwood\nlime\n" * 4 + "Chapter 2\n" + "coal\nwood\nlime\n" * 4, 12),
}  # fmt: skip


@rows(("text", "count"), BROKEN.values(), ids=BROKEN)
def test_lines_of_a_paragraph_are_put_together(text: str, count: int) -> None:
    source = read(text)
    assert [len(each.paragraphs) for each in source.sections.values()] == [count, count]


def test_a_scene_is_no_title_of_its_act() -> None:
    text = "ACT I\n\nSCENE I. A kiln.\n\nAye one.\n\nACT II\n\nSCENE I. A sea.\n\nBee two."
    assert [each.heading for each in read(text).sections.values()] == ["", ""]


WITHOUT_STOPS = {
    "clauses": ("the lamps went out, and nobody lit them; ", 9000, ("; ", ", ")),
    "words": ("lamps ", 9000, (" ",)),
    "lines": ("lamps went\nout ", 9000, ("\n",)),
    "letters of words without blanks": ("燈滅", 9000, ("燈", "滅")),
}


@rows(("part", "count", "ends"), WITHOUT_STOPS.values(), ids=WITHOUT_STOPS)
def test_a_text_without_full_stops_is_divided(part: str, count: int, ends: tuple[str, ...]) -> None:
    text = part * count
    parts = [*sentences_in(text, 0, len(text))]
    assert 2 < len(parts) < 200
    assert [at for _, at in parts[:-1]] == [at for at, _ in parts[1:]]
    assert all(text[start:end].endswith(ends) for start, end in parts[:-1])


@rows(
    "text",
    ["and so they went, " * 400, "a" * 20_000, "A word. " * 2000],
    ids=["long", "a word", "sentences"],
)
def test_nothing_else_is_divided(text: str) -> None:
    assert len([*sentences_in(text, 0, len(text))]) == text.count(".") or 1


SAME_EDITION = {
    "straight quotation marks": (("“", '"'), ("”", '"'), ("’", "'")),
    "a space after a hyphen": (("democratically-run", "democratically- run"),),
    "no hyphen": (("democratically-run", "democratically run"),),
    "line ends": (("\n", "\r\n"),),
    "other line breaks": (("Ada Kestrel", "Ada\nKestrel"),),
    "other bullets": (("• ", "- "),),
    "no-break spaces": (("40 constables", "40\u00a0constables"),),
    "soft hyphens": (("lamplighters", "lamp\u00adlighters"),),
    "figures without commas": (("1,200", "1200"),),
    "a dash for a comma": (("back. Hundreds", "back — Hundreds"),),
}

OTHER_EDITION = {
    "a number": ("35 were", "36 were", [2]),
    "a year": ("1912", "1913", [1]),
    "a name": ("Tobias", "Thomas", [2]),
    "a word left out": ("every lamp in the town was lit", "every lamp was lit", [3]),
    "a word more": ("It was cold.", "It was not cold.", [1]),
    "a word in its place": ("It was late.", "Late it was.", [1]),
    "a section more": ("rose.\n", "rose.\n\n4. The end.\n", [4]),
    "a section less": ("\n3. Every", "\nEvery", [2, 3]),
    "a title before the sections": ("The Harbour Papers", "The Papers", []),
    "a decade": ("In 1911 the", "In the 1910s the", [1]),
}


@rows("changes", SAME_EDITION.values(), ids=SAME_EDITION)
def test_same_edition(changes: tuple[tuple[str, str], ...]) -> None:
    text = HARBOUR
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    assert read(text).digest == read(HARBOUR).digest
    assert sections_that_differ(read(text), edition_of(read(HARBOUR))) == []


@rows(("old", "new", "differing"), OTHER_EDITION.values(), ids=OTHER_EDITION)
def test_other_edition(old: str, new: str, differing: list[int]) -> None:
    text = HARBOUR.replace(old, new).replace(old.capitalize(), new.capitalize())
    assert read(text).digest != read(HARBOUR).digest
    assert sections_that_differ(read(text), edition_of(read(HARBOUR))) == differing


def test_words_of_the_title_and_section_numbers_are_counted() -> None:
    source = read("The Papers\n\n1. Aye one.\n\n2. Bee two.")
    assert source.words == 8
    assert sum(len(section.words) for section in source.sections.values()) == 4


def test_names_are_told_by_capitals_inside_sentences() -> None:
    source = read(HARBOUR)
    assert all(map(source.is_written_large, ("ada", "kestrel", "orrin")))
    assert not any(
        map(source.is_written_large, ("nobody", "tobias", "zanzibar"))
    )  # only ever first
    assert source.is_written_small("council")
    assert not any(map(source.is_written_small, ("kestrel", "zanzibar")))


def test_every_run_of_words_is_found_where_it_stands() -> None:
    section = read(HARBOUR).sections[1]
    run = tuple(word.form for word in section.words)
    for start in range(0, len(run) - 5, 3):
        assert start in section.find(run[start : start + 5])
    assert list(section.find(())) == []
    assert list(section.find(("nowhere",))) == []
    assert list(section.find(("the", "walkout"), 30, 40)) == []


@given(st.text(st.sampled_from("aB1. \n\r\f•-*“”…!2\t\u2028"), max_size=60))
def test_any_text_can_be_read_and_its_parts_follow_each_other(text: str) -> None:
    source = read(text)
    assert [*source.sections] == list(range(1, len(source.sections) + 1))
    for section in source.sections.values():
        spans = [(sentence.first, sentence.last) for sentence in section.sentences]
        assert [first for first, _ in spans] == [0, *(last for _, last in spans[:-1])][: len(spans)]
        assert not spans or spans[-1][1] == len(section.words)
        for index, word in enumerate(section.words):
            sentence = section.sentence_of(index)
            assert sentence.first <= index < sentence.last
            assert sentence.start <= word.start < word.end <= sentence.end
            assert sentence in section.paragraph_of(index).sentences
        starts = [sentence.start for sentence in section.sentences]
        assert starts == sorted(starts)


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "source.txt"
    path.write_text(HARBOUR, encoding="utf-8-sig")
    assert open_source(path).text == HARBOUR


def test_the_real_text(real_source: Source) -> None:
    labels = [
        part.label for section in real_source.sections.values() for part in section.paragraphs
    ]
    assert len(real_source.sections) == 7
    assert len(labels) == 42
    assert [label for label in labels if label.startswith("•")] == ["•1", "•2", "•3"]
    assert real_source.sections[7].paragraphs[-1].label == "•3"
    assert sum(len(section.sentences) for section in real_source.sections.values()) == 94
    assert real_source.words == 2373


def test_the_real_text_is_the_edition_that_the_deck_was_checked_against(
    real_source: Source,
) -> None:
    from studyguide.lock.on_disk import open_lock

    folder = ROOT / "cards" / "soviet-miners"
    edition = open_lock(folder / "deck.lock").source
    assert edition == edition_of(real_source)


def test_long_texts_are_read_in_proportion_to_their_length() -> None:
    text = "".join(f"{number}. The lamps of {number} went out.\n\n" for number in range(1, 3000))
    assert len(read(text).sections) == 2999
    text = "1. One.\n\n" + "1. alpha\n\n2. beta\n\n" * 5000 + "\f" * 50_000
    assert len(read(text).sections) == 2
