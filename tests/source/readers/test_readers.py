"""Each format gives the same sections; what is no text is left out; what cannot be read says why."""

import importlib.util
import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from studyguide.errors import StudyGuideError
from studyguide.source.readers import format_of, read_bytes
from studyguide.source.readers.document import DocumentError
from studyguide.source.readers.text import document_of
from studyguide.source.source import Source
from studyguide.system.process import Limits, in_background
from tests.source.readers.damage import faults
from tests.table import rows


def _made() -> Any:
    spec = importlib.util.spec_from_file_location(
        "documents", Path(__file__).with_name("documents.py")
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


made = _made()
each_format = pytest.mark.parametrize("form", made.ALL)


def source_of(data: bytes) -> Source:
    return Source("", {}, lambda: read_bytes(data))


def read(data: bytes) -> list[tuple[str, str]]:
    """Give each part's kind, and its text on one line."""
    document = read_bytes(data)
    return [
        (block.kind, " ".join(document.text[block.start : block.end].split()))
        for block in document.blocks
    ]


@each_format
def test_every_format_is_told_and_cut_alike(form: str) -> None:
    data = made.ALL[form]()
    assert format_of(data) == form
    source = source_of(data)
    assert [section.heading for section in source.sections.values()] == ["Of Birds", "Of Fishes"]
    firsts = [" ".join(section.forms[:3]) for section in source.sections.values()]
    assert firsts == ["most birds can", "most fishes breathe"]
    assert [part.label for part in source.sections[2].paragraphs] == ["¶1", "¶2"]


CLOSED = {
    "a page break": ('<p>a<span epub:type="pagebreak" title="5"/> b</p>', "a b"),
    "a script": ("<script src='x'/><p>a b</p>", "a b"),
    "an anchor, a raised nothing": ("<p><a id='x'/>a<sup/> b</p>", "a b"),
    "a break is void": ("<p>a<br/>b</p>", "a b"),
    "none: a mark in an attribute, and in a text": ("<p title='a/>'>a /> b</p>", "a /> b"),
}


@rows(("body", "text"), CLOSED.values(), ids=CLOSED)
def test_what_xml_closes_as_it_opens_swallows_nothing(body: str, text: str) -> None:
    page = made.page(body).replace("<title>Animals</title>", "<title/>")
    assert read(made.epub(page))[:1] == [("paragraph", text)]


BARE = {
    "a title, no head": ("<title>Of Mills</title><p>a b", "Of Mills", "a b"),
    "a title behind a remark": ("<!-- a > b -->\n<meta charset=utf-8><title>Of Mills</title><p>a b", "Of Mills", "a b"),
    "a late title": ("<p>a b<title>Of Mills</title>", "Of Mills", "a b"),
    "that of a drawing is none": ("<p>a<svg><title>Arrow</title></svg> b", "", "a b"),
    "only blocks": ("<center>a b</center>", "", "a b"),
    "only words": ("<font size=3>a b</font>", "", "a b"),
    "a program before it": ("<?php if (1 > 0) { echo '>'; } ?>\n<title>Of Mills</title><p>a b", "Of Mills", "a b"),
    "a program in it": ("<p>a <?= $x > 2 ? '>' : '<' ?>b", "", "a b"),
    "a program that never ends": ("<p>a b<?php if (1 > 0) exit;", "", "a b"),
    "a sheet of styles": ('<?xml version="1.0"?><?xml-stylesheet href="a>b"?><html><title>Of Mills</title><p>a b</p></html>', "Of Mills", "a b"),
    "an instruction that XML would not end": ('<?xml version="1.0"><html><p>a b?></p></html>', "", "a b?>"),
    "entities of its own": ('<!DOCTYPE html [ <!ENTITY x "b>c"> ]><title>Of Mills</title><p>a b', "Of Mills", "a b"),
}  # fmt: skip


@rows(("page", "title", "text"), BARE.values(), ids=BARE)
def test_a_page_needs_no_html_around_it(page: str, title: str, text: str) -> None:
    document = read_bytes(page.encode())
    assert (document.format, document.title, document.text) == ("html", title, text)


TOLD = {
    "tags that adorn Markdown": ("<p align=center><img src=a></p>\n\n# Of Mills\n\na\n\n" + "b\n\n" * 20, "", "markdown"),
    "its name says Markdown": ("<div>\n\n*a*\n\n</div>", "README.md", "markdown"),
    "a remark of a shell in a page": ("<div><pre>\n# make\n</pre><p>a</p></div>\n", "", "html"),
    "a tag in a text": ("The tag <p> opens a paragraph.\n", "", "text"),
    "what a shell is told in a text": ("Of mills\n\nSay\n# make\nor this:\n# make all\n\n# sync\n\n" * 3, "", "text"),
    "remarks in its lists": ("Of mills\n\nmill: 1\n# the weir\nweir: 2\n\n# the dam\ndam: 3\n", "", "text"),
    "questions behind a sign": ("Of mills\n\n# turn\nturns it\n\n# stop\nstops it\n", "", "text"),
    "chapters behind a preface": ("A preface.\n\n# Of Mills\n\na\n\n# Of Weirs\n\nb\n", "", "markdown"),
    "remarks inside fences": ("# Of Mills\n\n```\n# make\n# sync\n# exit\n```\n\n## Of Weirs\nb\n\na\n\nb\n", "", "markdown"),
    "less than": ("<3 mills were left.\n", "", "text"),
    "what begins like an archive": ("PKW stehen vor der Mühle.\n", "", "text"),
    "what tells of PDF": ("A file that begins with %PDF-1.7 is none.\n", "", "text"),
    "lines with colons": ("Title: Of Mills\nMIME: no\n\nMIME-Version: no\n", "", "text"),
    "a time": ("12\n00:12:00 said the clock of the mill.\n", "", "text"),
    "a line of TeX": ("\\textbf is a word of TeX.\n\nNo more of it.\n", "", "text"),
    "a point at first": (".TH is a word of manual pages.\n"[1:], "", "text"),
    "braces": ('{Enter "Ada": she turns the wheel.}\n', "", "text"),
    "XHTML": ("<?xml version='1.0'?><html xmlns='x'><p>a</p></html>", "", "html"),
}  # fmt: skip


@rows(("text", "name", "form"), TOLD.values(), ids=TOLD)
def test_html_is_told_from_what_has_tags_in_it(text: str, name: str, form: str) -> None:
    assert format_of(text.encode(), name) == form


PAGES = {
    "inline tags do not split a word": ("<p>lay <b>eg</b>gs</p>", [("paragraph", "lay eggs")]),
    "block tags do": ("<div>lay<div>eggs</div></div>", [("paragraph", "lay"), ("paragraph", "eggs")]),
    "a drop cap": ('<p><span class="d">M</span>ost</p>', [("paragraph", "Most")]),
    "what is not shown": ('<p style="color: red; display:none">b</p><p style="color: none">a</p>', [("paragraph", "a")]),
    "a formula that a picture shows": ("<p>a <span style='display: none'><math><mi>b</mi></math></span></p>", [("paragraph", "a b")]),
    "a link for editing": ("<h2>Mills<span class='mw-editsection'>[<a>edit</a>]</span></h2>", [("heading", "Mills")]),
    "what stands beside the main part": ("<header>b</header><main><p>a, and more of it</p></main><aside><p>c</p></aside><footer>d</footer>", [("paragraph", "a, and more of it")]),
    "a main part that is a small one": ("<main><p>a</p></main><p>b, and more of it</p>", [("paragraph", "a"), ("paragraph", "b, and more of it")]),
    "what only a reader of screens says": ("<a class='skip-link' href='#a'>b</a><p>a</p>", [("paragraph", "a")]),
    "a heading by its role": ("<div role='heading' aria-level='3'>Mills</div><p>a</p>", [("heading", "Mills"), ("paragraph", "a")]),
    "a heading that is a picture": ("<h2><img alt='Mills'></h2><h2><img alt='A sign'> Weirs</h2>", [("heading", "Mills"), ("heading", "Weirs")]),
    "scripts": ("<p>a</p><script>b</script><style>c</style>", [("paragraph", "a")]),
    "navigation": ("<nav><a href='x'>b</a></nav><p>a</p>", [("paragraph", "a")]),
    "the next page, by what the link is": ("<p>[<a rel='prev' href='x'>Of Weirs</a>] | <a rel='next' href='y'>Of Oil</a></p><p>a</p>", [("paragraph", "a")]),
    "the next page, by its key": ("<table><tr><td><a accesskey='n' href='y'>Of Oil</a><td>&gt;</table><p>a</p>", [("paragraph", "a")]),
    "the next page, in a sentence": ("<p>Of the oil you read more in <a rel='next' href='y'>Of Oil</a>.</p>", [("paragraph", "Of the oil you read more in Of Oil.")]),
    "what is said to be navigation": ("<div class='navheader'><table><tr><th>Of Weirs</table></div><p>a</p>", [("paragraph", "a")]),
    "a row of buttons": ("<table><tr><td>[ &lt; ]<td>[ &gt; ]<td>[<a href=x>Up</a>]<td>[Top]<td>[Index]</table><p>[a] b</p>", [("paragraph", "[a] b")]),
    "a list of links": (
        "<ul><li><a href='#a'>b</a><li><a href='#c'>c</a><li><a href='#d'>d</a></ul><p>a</p>",
        [("paragraph", "a")],
    ),
    "a mark of a footnote": ("<p>rules<sup><a href='#n'>2</a></sup> were</p>", [("paragraph", "rules were")]),
    "the link of a heading to itself": (
        '<h2>Mills<a class="headerlink" href="#m">¶</a></h2><p>a</p>', [("heading", "Mills"), ("paragraph", "a")]
    ),
    "a power is none": ("<p>10<sup>-9</sup> m<sup>2</sup></p>", [("paragraph", "10⁻⁹ m²")]),
    "a footnote": (
        '<p>a</p><aside epub:type="footnote"><p><a href="#r">1</a> b</p></aside>',
        [("paragraph", "a"), ("footnote", "b")],
    ),
    "entries": ("<ol><li>a<li><p>b</p></ol>", [("entry", "a"), ("entry", "b")]),
    "a hard hyphen at a line's end": ("<p>recom-\nmended</p>", [("paragraph", "recom\u00admended")]),
}  # fmt: skip


@rows(("body", "expected"), PAGES.values(), ids=PAGES)
def test_pages(body: str, expected: list[tuple[str, str]]) -> None:
    assert read(made.page(body).encode()) == expected


DEFINED = {
    "a term": ("<dl><dt>Sluice</dt><dd>A gate.</dd><dt>Weir</dt><dd>A dam.</dd></dl>", [("entry", "Sluice: A gate."), ("entry", "Weir: A dam.")]),
    "paragraphs in both": ("<dl><dt><p>Sluice</p></dt><dd><p>A gate.</p><p>Old.</p></dd></dl>", [("entry", "Sluice: A gate."), ("entry", "Old.")]),
    "two terms": ("<dl><dt>Sluice<dt>Gate<dd>A door.</dl>", [("entry", "Sluice, Gate: A door.")]),
    "two definitions": ("<dl><dt>Bank<dd>A shore.<dd>A house.</dl>", [("entry", "Bank: A shore."), ("entry", "A house.")]),
    "groups": ("<dl><div><dt>Weir</dt> <dd><div>A dam.</div></dd></div></dl>", [("entry", "Weir: A dam.")]),
    "a hyphen at the end of a term's line": ("<dl><dt>mill-\npond<dd>A lake.</dl>", [("entry", "mill\u00adpond: A lake.")]),
    "one in another": (
        "<dl><dt>Mill<dd>A house.<dl><dt>Wheel<dd>It turns.</dl><dt>Weir<dd>A dam.</dl>",
        [("entry", "Mill: A house."), ("entry", "Wheel: It turns."), ("entry", "Weir: A dam.")],
    ),
    "a list defines it": ("<dl><dt>Mills<dd><ul><li>old<li>new</ul></dl>", [("paragraph", "Mills"), ("entry", "old"), ("entry", "new")]),
    "a program defines it": ("<dl><dt>turn<dd><pre>a b</pre></dl>", [("paragraph", "turn"), ("text", "a b")]),
    "nothing defines it": ("<dl><dt>Weir</dl><p>a</p>", [("paragraph", "Weir"), ("paragraph", "a")]),
    "an empty definition": ("<dl><dt>Weir<dd><dt>Dam<dd>A wall.</dl>", [("paragraph", "Weir"), ("entry", "Dam: A wall.")]),
    "a heading of terms": ("<dl><dt><h2>Of Weirs</h2><dd>A dam.</dl>", [("heading", "Of Weirs"), ("entry", "A dam.")]),
    "a sign behind the term": ("<dl><dt>Who?<dd>Ada.<dt>Weir:<dd>A dam.</dl>", [("entry", "Who? Ada."), ("entry", "Weir: A dam.")]),
    "no list": ("<dt>Weir<p>a</p>", [("paragraph", "Weir, a")]),
    "a term never closed": (f"<dl><dt>Weir<p>{made.LONGER * 4}<p>{made.LONGER * 4}</dl>", [("paragraph", "Weir"), *[("paragraph", (made.LONGER * 4).strip())] * 2]),
    "a page begins in it": ('<dl><dt>Weir<dd>A <span epub:type="pagebreak" title="5"></span>dam.</dl>', [("entry", "Weir: A dam.")]),
}  # fmt: skip


@rows(("body", "expected"), DEFINED.values(), ids=DEFINED)
def test_a_term_is_one_entry_with_what_defines_it(
    body: str, expected: list[tuple[str, str]]
) -> None:
    page = made.page(body)
    assert read(page.encode()) == expected
    assert read(made.epub(page)) == expected


def test_a_term_is_quoted_with_what_defines_it() -> None:
    body = '<dl><dt>package-</dt><dd>Removes <span epub:type="pagebreak" title="5"></span>it.</dd></dl><p>Next.</p>'
    section = source_of(made.epub(made.page(f"<h1>One</h1>{body}"))).sections[1]
    assert [(each.label, len(each.sentences)) for each in section.paragraphs] == [
        ("•1", 1),
        ("¶1", 1),
    ]
    assert [section.page_of(at) for at in range(4)] == ["", "", "5", "5"]


TERMS_IN_MARKDOWN = {
    "on the next line": ("Sluice\n: A gate.\n\nWeir\n: A dam.", ["Sluice: A gate.", "Weir: A dam."]),
    "behind a blank line": ("Sluice\n\n:   A gate\n    of oak.\n\nWeir\n\n:   A dam.", ["Sluice: A gate of oak.", "Weir: A dam."]),
    "two definitions": ("Bank\n\n: A shore.\n\n: A house.", ["Bank: A shore.", ": A house."]),
    "a heading": ("# Sluice\n\n: A gate.", ["Sluice", ": A gate."]),
    "a colon at the end": ("They saw:\n\n: A gate.", ["They saw:", ": A gate."]),
    "a face": ("A gate.\n\n:) it said", ["A gate.", ":) it said"]),
    "a table": ("|a|b|\n|:-|:-|\n|c|d|", ["a b", "c d"]),
}  # fmt: skip


@rows(("text", "parts"), TERMS_IN_MARKDOWN.values(), ids=TERMS_IN_MARKDOWN)
def test_a_term_in_markdown_is_one_part_with_what_defines_it(text: str, parts: list[str]) -> None:
    assert [each for _, each in read(f"# Book\n\n{text}\n".encode())][1:] == parts


FRONT = {
    "a list": ("title: Of Mills\nauthor: [Ada, 'Ben']", "Of Mills", "Ada, Ben"),
    "a list, line by line": (
        "title: Of Mills\nauthors:\n  - Ada\n- name: Ben\n  mail: x\nlang: en",
        "Of Mills",
        "Ada, Ben",
    ),
    "one person": ("Title: Of Mills\nauthor: {name: Ada}", "Of Mills", "Ada"),
    "lines that are folded": ("title: >-\n  Of\n  Mills\nauthor: Ada", "Of Mills", "Ada"),
    "remarks": ("title: Of C# # a draft\nauthor: 'Ada' # or Ben", "Of C#", "Ada"),
    "none": ("titles: Of Mills\ncoauthor: Ada", "", ""),
}


@rows(("front", "title", "author"), FRONT.values(), ids=FRONT)
def test_what_a_markdown_says_of_itself(front: str, title: str, author: str) -> None:
    document = read_bytes(f"---\n{front}\n---\n\n# Of Mills\n\nThey turn.\n".encode())
    assert (document.title, document.author) == (title, author)


def test_what_a_markdown_says_of_itself_in_toml() -> None:
    told = b'+++\ntitle = "Of Mills"\nauthors = ["Ada", "Ben"]\n+++\n\n# Of Mills\n\nThey turn.\n'
    document = read_bytes(told)
    assert (document.title, document.author) == ("Of Mills", "Ada, Ben")
    assert document.text == "Of Mills\n\nThey turn."


_NOTE_BELOW = {
    "a Sphinx list": '<dl class="footnote brackets"><dt id="id7"><a href="#id1">7</a></dt><dd><p>b</p></dd></dl>',
    "a Sphinx note": '<aside class="footnote" id="id7" role="doc-footnote"><span>[<a href="#id1">7</a>]</span><p>b</p></aside>',
    "a list of notes": '<section class="footnotes"><ol><li id="id7" class="footnote"><p>b</p></li></ol></section>',
}
MARKS = {
    "class, a blank before": ('iron <a class="footnote-reference brackets" href="#id7">7</a> and', "iron and"),
    "class, none": ('iron<a class="footnote-reference" href="#id7">7</a> and', "iron and"),
    "class of what holds it": ('iron <span class="fnref"><a href="#x7">7</a></span> and', "iron and"),
    "class: fn": ('iron<a class="fn" href="#x7">b</a> and', "iron and"),
    "class: noteref": ('iron<a class="noteref" href="notes.html#x7">*</a> and', "iron and"),
    "where it leads": ('iron<a href="#id7">7</a> and', "iron and"),
    "where it leads, a sign": ('iron <a href="#id7">§</a> and', "iron and"),
    "an id that says it": ('iron<a href="notes.xhtml#fn7">7</a> and', "iron and"),
    "a link to something else": ('part <a href="#part7">7</a> and', "part 7 and"),
    "to a table, with a class": ('table <a class="reference internal" href="#t7">7</a> and', "table 7 and"),
    "a word": ('the <a href="#id7">seven notes</a> and', "the seven notes and"),
    "a word, with a class": ('the <a class="footnote-reference" href="#id7">mills</a> and', "the mills and"),
    "a year": ('in <a class="footnote-reference" href="#id7">1911</a> and', "in 1911 and"),
    "no link": ('the <b class="fn">7</b> and', "the 7 and"),
    "the number of a note that is named": ('see note <a href="#id7">7</a> and', "see note 7 and"),
}  # fmt: skip


@rows("note", _NOTE_BELOW.values(), ids=_NOTE_BELOW)
@rows(("body", "text"), MARKS.values(), ids=MARKS)
def test_marks_of_footnotes_are_no_text(note: str, body: str, text: str) -> None:
    parts = read(made.page(f'<p>{body}</p>{note}<h2 id="part7">c</h2>').encode())
    assert parts == [("paragraph", text), ("footnote", "b"), ("heading", "c")]


def test_a_page_that_has_footnotes_is_none() -> None:
    body = '<main class="has-footnotes"><p id="a">See <a href="#a">7</a>.</p></main>'
    assert read(made.page(body).encode()) == [("paragraph", "See 7.")]


def test_an_epub_has_the_pages_of_the_printed_book() -> None:
    mark = '<span epub:type="pagebreak" title="{}"></span>'
    body = f"<h1>One</h1><p>{mark.format(37)}The sea was calm. </p><p>It {mark.format(38)}rose later.</p>"
    source = source_of(made.epub(made.page(body)))
    section = source.sections[1]
    pages = [section.page_of(at) for at in range(len(section.words))]
    assert pages == ["37"] * 5 + ["38"] * 2


def with_contents(points: str, *pages: str) -> bytes:
    """Make a book of pages `c0.xhtml`, … with a table of contents of points."""
    data = made.epub(
        *map(made.page, pages), more={"O/t.ncx": f"<ncx><navMap>{points}</navMap></ncx>"}
    )
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    files["O/p.opf"] = (
        files["O/p.opf"]
        .replace("<spine>", '<spine toc="n">')
        .replace(
            "<manifest>",
            '<manifest><item id="n" href="t.ncx" media-type="application/x-dtbncx+xml"/>',
        )
    )
    return made.zipped(files)


def point(title: str, target: str, below: str = "") -> str:
    label = f"<navLabel><text>{title}</text></navLabel>"
    return f'<navPoint>{label}<content src="{target}"/>{below}</navPoint>'


def test_a_chapter_without_a_heading_has_that_of_the_contents() -> None:
    points = point("The Sea", "c0.xhtml") + point("The Land", "c1.xhtml")
    data = with_contents(points, "<p>The Sea</p><p>It was wet.</p>", "<p>It was dry.</p>")
    sections = source_of(data).sections
    assert [each.heading for each in sections.values()] == ["The Sea", "The Land"]
    assert sections[1].forms == ("it", "was", "wet")


RANKED = {
    "a mark inside a heading": '<h1><a id="a"></a>Wheels</h1>',
    "a heading": '<h1 id="a">Wheels</h1>',
    "what holds a heading": '<div id="a"><h1>Wheels</h1></div>',
    "no heading": '<p id="a">Of old.</p>',
}


@rows("shape", RANKED.values(), ids=RANKED)
def test_a_book_is_cut_at_chapters_whose_parts_have_headings_as_large(shape: str) -> None:
    pages = [f"<h1>{name}</h1><p>It falls.</p>{shape}<p>It turns.</p>" for name in ("Sea", "Land")]
    points = "".join(
        point(name, f"c{at}.xhtml", point("Wheels", f"c{at}.xhtml#a"))
        for at, name in enumerate(("Sea", "Land"))
    )
    book = point("The Book", "title.xhtml", points)
    for contents in (points, book):
        sections = source_of(with_contents(contents, *pages)).sections
        assert [each.heading for each in sections.values()] == ["Sea", "Land"]
        assert all(each.forms[-2:] == ("it", "turns") for each in sections.values())


def test_a_list_of_links_to_chapters_is_no_text_of_a_book() -> None:
    links = "".join(
        f'<li><a href="c{at}.xhtml#a">Of {name}</a>'
        for at, name in enumerate(("Mills", "Weirs", "Oil"))
    )
    told = read(
        made.epub(
            made.page(
                f"<ol>{links}</ol><ul><li><a href='http://a.b'>Of tides</a></ul><p>It turns.</p>"
            )
        )
    )
    assert [text for _, text in told if "Mills" in text or "tides" in text or "turns" in text] == [
        "Of tides",
        "It turns.",
    ]


def test_a_list_of_links_to_places_is_no_text_of_a_docx() -> None:
    link = '<w:p><w:hyperlink w:anchor="a"><w:r><w:t>Of {}</w:t></w:r></w:hyperlink></w:p>'
    see = '<w:p><w:r><w:t>See </w:t></w:r><w:hyperlink w:anchor="a"><w:r><w:t>Of it</w:t></w:r></w:hyperlink></w:p>'
    body = "".join(map(link.format, ("mills", "weirs", "oil"))) + see + link.format("tides")
    assert [text for _, text in read(made.docx(body))] == ["See Of it", "Of tides"]


def test_the_heading_of_a_whole_is_not_cut_at_beside_a_title() -> None:
    chapters = "".join(f"<h2>{name}</h2><p>{'It turns. ' * 40}</p>" for name in ("Mills", "Weirs"))
    page = f"<title>x</title><h1>The Book</h1><p>Next</p><h1>Of Water</h1>{chapters}"
    headings = [each.heading for each in source_of(page.encode()).sections.values()]
    assert headings == ["Mills", "Weirs"]


def test_a_title_that_names_its_chapter_is_not_cut_at() -> None:
    parts = (
        f"<h3>12.{at}. {title}</h3><p>{text}</p>"
        for at, (title, text) in enumerate(made.CHAPTERS, 1)
    )
    body = "<h1>Chapter 12. Animals</h1><p>In short.</p><h2>Chapter 12. Animals</h2>" + "".join(
        parts
    )
    sections = source_of(made.page(body).encode()).sections
    assert [each.heading for each in sections.values()] == ["Of Birds", "Of Fishes"]


def test_a_docx_reads_as_if_every_change_were_accepted() -> None:
    body = (
        "<w:p><w:r><w:t>The mill </w:t></w:r><w:del><w:r><w:delText>was</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>is</w:t></w:r></w:ins><w:r><w:t> old.</w:t></w:r>"
        '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
        "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>flour</w:t></w:r></w:p>"
    )
    notes = '<w:footnote w:id="2"><w:p><w:r><w:t>Very old.</w:t></w:r></w:p></w:footnote>'
    assert read(made.docx(body, notes)) == [
        ("paragraph", "The mill is old."),
        ("footnote", "Very old."),
        ("entry", "flour"),
    ]


LIME, COAL, SEA = (
    "The kiln stood at the edge of the town, and burned.",
    "They burned coal, and wood when there was none.",
    "The sea was cold in winter, and nobody went down.",
)
NAMED = {"Kilns": LIME, "Coal and Wood": COAL, "Sea": SEA}
BOLD_IN_HTML = {
    "b": "<p><b>{}</b></p><p>{}</p>",
    "strong, with a colon": "<div><strong>{}</strong>:</div><p>{}</p>",
    "underlined": "<p><u>{}</u></p><p>{}</p>",
    "a style": "<p style='font-weight: bold'>{}</p><p>{}</p>",
    "a style inside": "<p><span style='font-weight:700'>{}</span></p><p>{}</p>",
    "large": "<p><font size='+2'>{}</font></p><p>{}</p>",
    "in the middle": "<center><b><i>{}</i></b></center><p>{}</p>",
    "over a line": "<p><b>{}</b><br>{}</p>",
    "between lines": "<b>{}</b><br><br>{}<br><br>",
}
NOT_BOLD_IN_HTML = {
    "run in": "<p><b>{}.</b> {}</p>",
    "slanted": "<p><i>{}</i></p><p>{}</p>",
    "small": "<p><font size='2'>{}</font></p><p>{}</p>",
    "in a list": "<ul><li><b>{}</b></ul><p>{}</p>",
    "sentences": "<p><b>{} are here.</b></p><p>{}</p>",
}


@rows("shape", BOLD_IN_HTML.values(), ids=BOLD_IN_HTML)
def test_bold_lines_of_a_page_without_headings_cut_it(shape: str) -> None:
    page = made.page(*(shape.format(*each) for each in NAMED.items()))
    assert {
        each.heading: each.forms[-1] for each in source_of(page.encode()).sections.values()
    } == {
        "Kilns": "burned",
        "Coal and Wood": "none",
        "Sea": "down",
    }
    headed = made.page("<h1>One</h1><p>a</p><h1>Two</h1><p>b</p>", page)
    assert [*source_of(headed.encode()).sections] == [1, 2]


@rows("shape", NOT_BOLD_IN_HTML.values(), ids=NOT_BOLD_IN_HTML)
def test_other_lines_of_a_page_do_not(shape: str) -> None:
    page = made.page(*(shape.format(*each) for each in NAMED.items()))
    assert [*source_of(page.encode()).sections] == [1]


def test_what_is_said_by_turns_is_cut_nowhere() -> None:
    turns = "".join(f"<p><b>{name}</b></p><p>{LIME}</p>" for name in ("Ada", "Ben") * 3)
    assert [*source_of(made.page(turns).encode()).sections] == [1]


BOLD_IN_MARKDOWN = {
    "stars": ("**{}**\n\n{}", 3),
    "over a line": ("**{}**\n{}", 3),
    "underscores and a colon": ("__{}__:\n\n{}", 3),
    "tags": ("<b>{}</b>\n\n{}", 3),
    "run in": ("**{}.** {}", 1),
    "slanted": ("*{}*\n\n{}", 1),
    "in a list": ("- **{}**\n\n{}", 1),
}


@rows(("shape", "count"), BOLD_IN_MARKDOWN.values(), ids=BOLD_IN_MARKDOWN)
def test_bold_lines_of_markdown_cut_it(shape: str, count: int) -> None:
    text = "\n\n".join(shape.format(*each) for each in NAMED.items())
    for whole in (text, f"# Of Lime\n\n{text}"):
        source = Source("", {}, lambda whole=whole: read_bytes(whole.encode(), "a.md"))
        assert len(source.sections) == count
        assert {"kiln", "burned", "sea"} <= {*source._forms}
    if shape.startswith("**{}**"):
        assert len(source_of(text.encode()).sections) == count


def _bold(title: str, text: str, mark: str, style: str = "") -> str:
    of = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = f"<w:r><w:rPr>{mark}</w:rPr><w:t>{title}</w:t></w:r>"
    return f"<w:p>{of}{run}</w:p><w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


BOLD_IN_WORD = {
    "bold": ("<w:b/>", "", 3),
    "underlined": ("<w:u w:val='single'/>", "", 3),
    "by its style": ("", "Fett", 3),
    "not, against its style": ("<w:b w:val='0'/>", "Fett", 1),
    "not": ("<w:b w:val='false'/>", "", 1),
    "slanted": ("<w:i/>", "", 1),
    "large": ("<w:sz w:val='32'/>", "", 3),
    "hardly larger": ("<w:sz w:val='24'/>", "", 1),
}


@rows(("mark", "style", "count"), BOLD_IN_WORD.values(), ids=BOLD_IN_WORD)
def test_bold_lines_of_a_docx_cut_it(mark: str, style: str, count: int) -> None:
    body = "".join(_bold(*each, mark, style) for each in NAMED.items())
    assert len(source_of(made.docx(body)).sections) == count


BROKEN_LINES = {
    "one": ("<p>a<br>b</p>", [("paragraph", "a b")]),
    "two": ("<p>a<br>\n<br>b<br><br><br>c</p>", [("paragraph", "a"), ("paragraph", "b"), ("paragraph", "c")]),
    "blank lines alone": ("<p>a\n\nb</p>", [("paragraph", "a b")]),
    "in a heading": ("<h2>A<br><br>B</h2>", [("heading", "A B")]),
    "in an entry": ("<ul><li>a<br><br>b</ul>", [("entry", "a"), ("entry", "b")]),
    "in a cell": ("<table><tr><td>a<br><br>b<td>c</table>", [("paragraph", "a b c")]),
}  # fmt: skip


@rows(("body", "expected"), BROKEN_LINES.values(), ids=BROKEN_LINES)
def test_two_breaks_of_a_line_part_paragraphs(body: str, expected: list[tuple[str, str]]) -> None:
    assert read(made.page(body).encode()) == expected


SIGNED = {
    "AsciiDoc": ("= Of Lime\n\nBy us.\n\n== Kilns\n\n{}\n\n== Sea\n\n{}", ["Kilns", "Sea"]),
    "a wiki": ("== Kilns ==\n{}\n\n=== Old ===\n{}\n\n== Sea ==\n{}", ["Kilns", "Sea"]),
    "DokuWiki": (
        "====== Kilns ======\n\n{}\n\n===== Old =====\n\n{}\n\n====== Sea ======\n\n{}",
        ["Kilns", "Sea"],
    ),
    "Textile": ("h1. Kilns\n\n{}\n\nh2. Old\n\n{}\n\nh1(#b). Sea\n\n{}", ["Kilns", "Sea"]),
    "Org": ("#+TITLE: Of Lime\n\n* Kilns\n{}\n** Old\n{}\n* Sea\n{}", ["Kilns", "Sea"]),
    "lines without blank ones": ("== Kilns\n{}\n== Sea\n{}", ["Kilns", "Sea"]),
    "a list of stars": ("* Kilns\n\n{}\n\n* Sea\n\n{}", [""]),
    "a sum": ("{}\n\n= 5 + 3\n\n{}\n\n= 8\n\n{}", [""]),
    "only one": ("{}\n\n== Kilns\n\n{}", [""]),
}


@rows(("shape", "headings"), SIGNED.values(), ids=SIGNED)
def test_lines_with_a_sign_before_them_are_headings_of_a_text(
    shape: str, headings: list[str]
) -> None:
    source = source_of(shape.format(LIME, COAL, SEA).encode())
    assert [each.heading for each in source.sections.values()] == headings
    lost = {*source._forms} - {form for each in source.sections.values() for form in each.forms}
    assert lost <= {"of", "lime", "kilns", "old", "sea", "by", "us", "title", "h1", "h2", "b"}


def test_a_page_of_the_title_is_no_section() -> None:
    title = "<h1>Animals</h1><p>A. Writer</p>"
    for data in (
        made.page(title, *(made.chapter(*each) for each in made.CHAPTERS)).encode(),
        made.epub(made.page(title), *(made.page(made.chapter(*each)) for each in made.CHAPTERS)),
    ):
        headings = [each.heading for each in source_of(data).sections.values()]
        assert headings == ["Of Birds", "Of Fishes"]
    named = made.page(
        made.chapter("Animals", made.LONGER * 4), *map(str, (made.chapter(*made.CHAPTERS[0]),) * 2)
    )
    assert len(source_of(named.encode()).sections) == 3


_RUN = "<w:r><w:t>Beside it.</w:t></w:r>"
_CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
_PARAGRAPH = "<w:p><w:r><w:t>Fill in.</w:t></w:r></w:p>"
_RUBY = "<w:ruby><w:rt><w:r><w:t>かま</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>窯</w:t></w:r></w:rubyBase></w:ruby>"
_CAP = "<w:p><w:pPr><w:framePr w:dropCap='drop'/></w:pPr><w:r><w:t>T</w:t></w:r></w:p>"
IN_WORD = {
    "a field that is filled in": (_CONTROL.format("", _PARAGRAPH), ["Fill in."]),
    "one that is not": (_CONTROL.format("<w:showingPlcHdr/>", _PARAGRAPH) + f"<w:p>{_RUN}</w:p>", ["Beside it."]),
    "one within a line": (f"<w:p>{_RUN}{_CONTROL.format('<w:showingPlcHdr/>', '<w:r><w:t>Fill in.</w:t></w:r>')}</w:p>", ["Beside it."]),
    "how a sign is read": (f"<w:p><w:r>{_RUBY}</w:r></w:p>", ["窯"]),
    "a drop cap": (_CAP + "<w:p><w:r><w:t>he kiln.</w:t></w:r></w:p>", ["The kiln."]),
    "a drop cap over nothing": (_CAP, ["T"]),
}  # fmt: skip


@rows(("body", "parts"), IN_WORD.values(), ids=IN_WORD)
def test_what_word_shows_is_read(body: str, parts: list[str]) -> None:
    assert [text for _, text in read(made.docx(body))] == parts


_BOX = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>"
BOXES = {
    "a drawing": f"<w:p>{_RUN}<w:r><w:drawing>{_BOX}</w:drawing></w:r></w:p>",
    "a picture of old": f"<w:p><w:r><w:pict>{_BOX}</w:pict></w:r>{_RUN}</w:p>",
    "either of two": f"<w:p><w:r><mc:AlternateContent xmlns:mc='x'><mc:Choice><w:drawing>{_BOX}</w:drawing></mc:Choice>"
    f"<mc:Fallback><w:pict>{_BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>{_RUN}</w:p>",
    "in a cell": f"<w:tbl><w:tr><w:tc><w:p>{_RUN}<w:r><w:drawing>{_BOX}</w:drawing></w:r></w:p></w:tc></w:tr></w:tbl>",
}


@rows("body", BOXES.values(), ids=BOXES)
def test_what_stands_in_a_box_is_a_paragraph_of_its_own(body: str) -> None:
    assert read(made.docx(body)) == [("paragraph", "Beside it."), ("paragraph", "In a box.")]


def _cells(*texts: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    cells = (
        f"<w:tc><w:tcPr/><w:p>{named}<w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in texts
    )
    return f"<w:tbl><w:tr>{''.join(cells)}</w:tr></w:tbl>"


ROWS = {
    "short cells are one": (_cells("Sunday", "700"), ["Sunday 700"]),
    "long ones are text side by side": (_cells("Mills. " * 30, "Weirs. " * 30), 2),
    "a heading stands alone": (_cells("Of Birds", "700", style="Überschrift1"), ["Of Birds", "700"]),
    "one cell is a frame": (_cells("Sunday"), ["Sunday"]),
    "raised figures, and none behind them": (
        '<w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r><w:r><w:t>3 of 10</w:t></w:r></w:p>',
        ["²3 of 10"],
    ),
}  # fmt: skip


@rows(("body", "parts"), ROWS.values(), ids=ROWS)
def test_a_row_of_a_docx_is_one_part(body: str, parts: list[str] | int) -> None:
    told = [text for _, text in read(made.docx(body))]
    assert (len(told) if isinstance(parts, int) else told) == parts


def _entry_of_contents(field: str) -> str:
    return f"<w:p><w:r><w:t>Of Birds</w:t><w:tab/><w:instrText> {field} </w:instrText><w:t>3</w:t></w:r></w:p>"


_GALLERY = "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='{}'/></w:docPartObj></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
CONTENTS = {
    "a block": (_GALLERY.format("Table of Contents", f"<w:p>{_RUN}</w:p>"), 0),
    "lines with pages": (_entry_of_contents("PAGEREF _a \\h"), 0),
    "another block": (_GALLERY.format("Cover Pages", f"<w:p>{_RUN}</w:p>"), 1),
    "a line with another field": (_entry_of_contents("SEQ Figure"), 1),
    "a sentence that refers to a page": (
        f"<w:p>{_RUN}<w:r><w:t> See page </w:t><w:instrText>PAGEREF _a</w:instrText><w:t>3</w:t></w:r></w:p>",
        1,
    ),
}


@rows(("body", "kept"), CONTENTS.values(), ids=CONTENTS)
def test_a_table_of_contents_of_a_docx_is_no_text(body: str, kept: int) -> None:
    read_of = read(made.docx(f"{body}<w:p><w:r><w:t>The end.</w:t></w:r></w:p>"))
    assert len(read_of) == 1 + kept
    assert read_of[-1] == ("paragraph", "The end.")


def test_a_pdf_has_pages_and_no_running_heads() -> None:
    source = source_of(made.pdf())
    assert "running" not in source.text
    assert [section.page_of(0) for section in source.sections.values()] == ["1", "2"]
    assert source.words == len(source_of(made.html())._forms)


def test_a_pdf_puts_the_pieces_of_a_line_together() -> None:
    """Drop caps, numbers of entries and raised figures, which a file has elsewhere, or smaller."""
    cap = "<p style='clear: both'><span style='float: left; font-size: 40pt; line-height: 1'>{}</span>{}</p>"
    parts = (
        "<h1>Of Mills</h1>"
        + cap.format("T", "he mill has 10<sup>9</sup> wheels. " + made.LONGER * 2),
        "<h1>Of Weirs</h1>" + cap.format("A", "weir falls. No weir does not. " + made.LONGER * 2),
        "<h1>Of Lists</h1><ol><li>Wheels.<li>Sails.</ol>" + f"<p>The end.{made.LONGER}</p>",
    )
    told = [text for kind, text in read(made.pdf(*parts)) if kind != "heading"]
    assert [text[:20] for text in told] == [
        "The mill has 10⁹ whe", "A weir falls. No wei", "1. Wheels.", "2. Sails.", "The end. Nobody has ",
    ]  # fmt: skip


_FULL = "The keepers of the oldest mill on this bank then bought a Big Wheel"
_INSIDE = "margin-left: 40pt; text-indent: -10pt"
DASHES = {
    "a sentence broken before a dash": ("", [_FULL, "— a wheel of oak that nobody had yet seen turning."], 1),
    "a shorter dash": ("", [_FULL, "– a wheel of oak that nobody had yet seen turning."], 1),
    "an entry broken before one": ("", ["• " + _FULL, "— a wheel of oak that nobody had yet seen."], 1),
    "an entry of dashes, its lines set in": (_INSIDE, ["– " + _FULL[:-12], "— a wheel of oak that nobody had seen."], 1),
    "in brackets before it": ("", [_FULL[:-5] + "(old)", "— a wheel of oak that nobody had yet seen turning."], 1),
    "a list behind a colon": ("", [_FULL + ":", "– of oak", "– of ash"], 3),
    "a list of short lines": ("", ["What they bought", "– wheels", "– sails"], 3),
    "entries that end in a full stop": ("", ["– " + _FULL + ".", "– " + _FULL + "."], 2),
    "full entries without one": ("", ["– " + _FULL, "– " + _FULL], 2),
    "a talk": ("", ["— Who has bought such a big wheel for so old a mill as this one?", "— Nobody."], 2),
    "a point behind a full line": ("", [_FULL, "• of oak"], 2),
    "a hyphen behind a full line": ("", [_FULL, "- of oak"], 2),
}  # fmt: skip


def test_a_dash_that_begins_a_line_of_a_sentence_begins_no_entry() -> None:
    style = "<style>@page { size: 148mm 900mm } p { font: 9.5pt serif; white-space: pre; margin: 0 0 30pt }</style>"
    parts = [
        f'<p style="{css}">{"<br>".join(lines)}</p><p>End {at}.</p>'
        for at, (css, lines, _) in enumerate(DASHES.values())
    ]
    prose = f'<p style="white-space: normal">{made.LONGER * 20}</p><p>End of it.</p>'
    counts, count = [], 0
    for kind, text in read(made.pdf(prose, *parts, style=style)):
        if text.startswith("End "):
            counts.append(count)
            count = 0
        elif kind == "text" and not text.isdecimal():
            count += 1
    assert dict(zip(DASHES, counts[1:], strict=True)) == {
        name: n for name, (*_, n) in DASHES.items()
    }


ACCENTS = {
    "before its letter": ('f<span style="margin-right: -0.5em">¨</span>ur alle', "für alle"),
    "behind its letter": ('fu<span style="margin-left: -0.5em">¨</span>r alle', "für alle"),
    "below its letter": ('wst<span style="margin-right: -0.45em">˛</span>ep', "wstęp"),
    "none: for an apostrophe": ("it´s there", "it´s there"),
    "none: a sign by itself": ("the ˜ and the ¨ are signs", "the ˜ and the ¨ are signs"),
}  # fmt: skip


@rows(("body", "text"), ACCENTS.values(), ids=ACCENTS)
def test_an_accent_that_stands_over_a_letter_is_of_it(body: str, text: str) -> None:
    style = "<style>p { font: 20pt 'DejaVu Sans Mono', monospace }</style>"
    told = [words for _, words in read(made.pdf(f"<p>{body}</p><p>{made.LONGER}</p>", style=style))]
    assert text in " ".join(told)


@rows("last", ["mill.", "#endif", "so it turns", "the weir 7."])
def test_the_last_line_before_a_heading_is_no_number_of_it(last: str) -> None:
    told = read(
        made.pdf(
            f"<h1>Of Mills</h1><p>It turns {made.LONGER}<br>{last}</p><h1>Of Weirs</h1><p>It falls.</p>"
        )
    )
    assert [text for kind, text in told if kind == "heading"] == ["Of Mills", "Of Weirs"]


@rows("number", ["Chapter IV", "4.", "IV.", "Chapter Two"])
def test_a_line_before_a_heading_may_be_its_number(number: str) -> None:
    style = "<style>p { font: 10pt serif } h1 { bookmark-label: 'Of Weirs' }</style>"
    told = read(
        made.pdf(
            f"<p>It turns {made.LONGER}</p><h1>{number}<br>Of Weirs</h1><p>It falls.</p>",
            style=style,
        )
    )
    assert [text for kind, text in told if kind == "heading"] == [f"{number} Of Weirs"]


PRINTED = {
    "bold lines of one size": ("<p class=b>{}</p><p>{}</p>", ".b { font-weight: bold }", 3),
    "bold lines before their text": ("<p><b>{}</b> {}</p>", "", 1),
    "slanted lines": ("<p><i>{}</i></p><p>{}</p>", "", 1),
    "letters set apart": ("<h1>{}</h1><p>{}</p>", "h1 { letter-spacing: 3pt }", 3),
    "a raised first letter": ("<p class=b>{}</p><p class=r>{}</p>", ".b { font-weight: bold } .r::first-letter { font-size: 24pt }", 3),
}  # fmt: skip


@rows(("shape", "style", "count"), PRINTED.values(), ids=PRINTED)
def test_a_pdf_without_bookmarks_is_cut_at_what_looks_like_headings(
    shape: str, style: str, count: int
) -> None:
    css = f"<style>@page {{ size: A5 }} h1 {{ bookmark-level: none; break-before: auto }} p {{ font: 10pt serif }} {style}</style>"
    parts = [shape.format(title, text + made.LONGER * 2) for title, text in NAMED.items()]
    source = source_of(made.pdf(*parts, style=css))
    told = [each.heading for each in source.sections.values()]
    assert told == ([*NAMED] if count > 1 else [""])
    words = " ".join(source._forms)
    assert all(f"{' '.join(text.lower().split()[:2])} " in words for text in NAMED.values())


def test_letters_set_apart_are_words_and_single_letters_are_not() -> None:
    apart = "<span style='letter-spacing: 2pt'>gesperrt gedruckt</span>"
    told = read(made.pdf(f"<p>It is {apart} here. A B C D E are letters. {made.LONGER}</p>"))
    assert told[0][1].startswith("It is gesperrt gedruckt here. A B C D E are letters.")


def test_titles_of_slides_that_differ_in_a_figure_are_no_running_heads() -> None:
    style = "<style>@page { size: A5 landscape; @top-center { content: none } } p { font-size: 10pt }</style>"
    slides = [f"<h1>Results {at}</h1><p>The kiln burned {made.LONGER}</p>" for at in range(4)]
    assert len(source_of(made.pdf(*slides, style=style)).sections) == 4


def test_prose_among_much_small_print_is_no_heading() -> None:
    small = f'<p style="font-size: 8pt">{made.LONGER * 3}</p>'
    told = read(
        made.pdf(
            *([f"<p>{made.LONGER}</p>", small] * 4),
            "<h1>Of Weirs</h1>",
            style="<style>p { font-size: 12pt }</style>",
        )
    )
    assert [text for kind, text in told if kind == "heading"] == ["Of Weirs"]


def test_columns_are_read_one_after_the_other() -> None:
    text = source_of(made.columns(by_rows=False)).text
    assert text.index("Left 39 ") < text.index("Right 0 ")


def test_a_pdf_that_only_its_owner_may_change_is_read() -> None:
    assert read(made.locked("")) == read(made.pdf())


AIRY = ((20, ("Upper mill", "The monks of", "Rye and some barley")), (11, ("at the old", "the abbey, then", "for bakers of the")),
        (11, ("weir", "the town", "whole harbour")), (20, ("Lower mill", "A widow who let", "Bark for all of the")),
        (11, ("below the", "it to the town", "tanners")), (20, ("Bone mill", "Monks", "Bones")))  # fmt: skip
TIGHT = ((20, ("/etc/passwd", "monks of abbeys", "rye and some barley")), (11, ("/etc/shadow", "widows of towns", "bark for tanners")),
         (11, ("/etc/group", "bakers of towns", "bones for the field")))  # fmt: skip
CELLS = {
    "rows apart": (AIRY, "Upper mill at the old weir The monks of the abbey, then the town Rye and some barley for bakers of the whole harbour"),
    "the next row": (AIRY, "Lower mill below the A widow who let it to the town Bark for all of the tanners"),
    "a row of a line": (AIRY, "Bone mill Monks Bones"),
    "rows no farther apart than lines": (TIGHT, "/etc/shadow widows of towns bark for tanners /etc/group bakers"),
    "only one cell goes on": ((*TIGHT, (11, ("/etc/hosts", "millers of towns", "rye, barley and")), (11, ("", "", "oats"))), "/etc/hosts millers of towns rye, barley and oats"),
    "no words": (tuple((11 + 9 * (at % 2), ("1911", "25 000", "17")) for at in range(6)), "1911 25 000 17 1911 25 000 17"),
}  # fmt: skip


@rows(("rows", "words"), CELLS.values(), ids=CELLS)
def test_no_cell_of_a_table_is_interrupted_by_its_neighbour(
    rows: tuple[tuple[float, tuple[str, ...]], ...], words: str
) -> None:
    assert words in " ".join(read_bytes(made.by_lines(*rows)).text.split())


TABLE = "".join(f"<tr><td>Mill {at}<td>A mill that stands on the river" for at in range(40))


@pytest.mark.parametrize("body", [made.LONGER * 30, f"<table>{TABLE}</table>"])
def test_wide_blanks_are_no_columns(body: str) -> None:
    assert source_of(
        made.pdf(f"<p>{body}</p>", style="<style>p { text-align: justify }</style>")
    ).words


BROKEN = {
    "no zip": (b"PK\3\4 nothing", "damaged"),
    "an archive": (made.zipped({"a": "b"}), "unpack it"),
    "XML": (b"<?xml version='1.0'?>\n<doc><p>a</p></doc>", "it is XML"),
    "XML that does not say so": (b"<Book xmlns='x'><p>a</p></Book>", "it is XML"),
    "TeX": (b"% of mills\n\\documentclass[a4paper]{book}\n", "it is TeX"),
    "TeX behind its options": (b"% a\n\\PassOptionsToPackage{unicode}{hyperref}\n\\documentclass[\n]{book}\n", "it is TeX"),
    "Texinfo": (b"\\input texinfo\n@settitle Lime\n", "it is TeX"),
    "a manual page": (b'.\\" by hand\n.if n .x\n.TH LIME 1\n.SH NAME\n', "manual page"),
    "FictionBook": (b"<?xml version='1.0'?>\n<FictionBook xmlns='x'><body/></FictionBook>", "as EPUB"),
    "a book for the Kindle": (b"Lime" + b"\0" * 56 + b"BOOKMOBI", "as EPUB"),
    "PostScript": (b"%!PS-Adobe-3.0\n", "as PDF"),
    "an odt in one file": (b"<?xml version='1.0'?><office:document xmlns:office='x'/>", "DOCX"),
    "a file in a file": (lambda: made.docx("<w:altChunk/>"), "save it again"),
    "subtitles": (b"1\r\n00:00:01,000 --> 00:00:04,200\r\nMills turn.\r\n", "it is subtitles"),
    "subtitles of the web": ("\ufeffWEBVTT\n\n00:01.000 --> 00:04.200\nMills turn.".encode(), "it is subtitles"),
    "data": (b'{\n "cells": []}', "JSON"),
    "a list of data": (b'[{"q": "a"}]', "JSON"),
    "a mail": (b"From: a\nSubject: of\n mills\nMIME-Version: 1.0\n\nMills =C3=A4", "it is a mail"),
    "a presentation": (made.zipped({"ppt/presentation.xml": "b"}), "as PDF"),
    "nothing to be seen": (" \u200b\n\t…\n".encode(), "no text"),
    "an odt": (made.zipped({"content.xml": "b"}), "DOCX"),
    "no text": (b"\0\1\2", "no text"),
    "utf-16 that does not say so": ("Глава 1. The mill".encode("utf-16-le"), "save it as UTF-8"),
    "latin": ("Größe".encode("latin-1"), "save it as UTF-8"),
    "empty": (b"", "no text"),
    "old word": (b"\xd0\xcf\x11\xe0 x", "DOCX"),
    "half a pdf": (lambda: made.pdf()[:500], "damaged"),
    "pictures only": (lambda: made.pdf("<p></p>"), "no text"),
    "entities": (made.epub(more={"O/p.opf": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "entities"),
    "entities in UTF-16": (
        made.zipped({"META-INF/container.xml": '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16")}),
        "entities",
    ),
    "lists in lists": (b"<html>" + b"<ul><li>a " * 300, "nested"),
    "no set of characters": (b'<html><meta charset="undefined"><p>Gr\xf6', "undefined"),
    "a codec that is no set of characters": (b'<html><meta charset="idna"><p>Gr\xf6', "idna"),
    "a broken way of packing": (made.zipped({"word/document.xml": "abc" * 99}).replace(b"\x08\0", b"\x0e\0"), "damaged"),
    "a bomb": (lambda: made.docx("<w:p><w:r><w:t>" + "0" * (65 * 2**20) + "</w:t></w:r></w:p>"), "larger"),
    "a pdf with a password": (lambda: made.locked("secret"), "without a password"),
    "columns that are torn": (lambda: made.columns(by_rows=True), "columns that cannot be told apart"),
    "drm": (
        made.epub(more={"META-INF/encryption.xml": '<e><EncryptionMethod Algorithm="aes"/></e>'}),
        "encrypted",
    ),
}  # fmt: skip


@rows(("data", "sentence"), BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_read_says_why_in_a_sentence(
    data: bytes | Callable[[], bytes], sentence: str
) -> None:
    with pytest.raises(DocumentError) as caught:
        read_bytes(data() if callable(data) else data)
    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)


def test_lists_in_lists_are_read() -> None:
    assert len(read_bytes(b"<html>" + b"<ul><li>a" * 200).blocks) == 200


def test_a_note_is_read_once_however_often_a_document_refers_to_it() -> None:
    part = '<w:p><w:r><w:t>Wheels</w:t><w:footnoteReference w:id="1"/></w:r></w:p>'
    note = '<w:footnote w:id="1"><w:p><w:r><w:t>Spokes</w:t></w:r></w:p></w:footnote>'
    assert read_bytes(made.docx(part * 300, note)).text.count("Spokes") == 1


@rows("level", ["9" * 5000, "²", "9"])
def test_a_level_that_no_heading_has_is_none(level: str) -> None:
    of = f'<w:pPr><w:outlineLvl w:val="{level}"/></w:pPr>'
    document = read_bytes(made.docx(f"<w:p>{of}<w:r><w:t>Wheels</w:t></w:r></w:p>"))
    assert [block.kind for block in document.blocks] == ["paragraph"]


ENCODED = {
    "utf-8": ("Größe".encode(), "Größe"),
    "a mark": ("Größe".encode("utf-8-sig"), "Größe"),
    "utf-16": ("Größe".encode("utf-16"), "Größe"),
    "utf-32": ("Größe".encode("utf-32"), "Größe"),
    "utf-32, the other way round": (b"\0\0\xfe\xff" + "Größe".encode("utf-32-be"), "Größe"),
    "latin-1 that says so": (
        '<html><meta charset="iso-8859-1"><p>Größe'.encode("latin-1"),
        "Größe",
    ),
}


@rows(("data", "text"), ENCODED.values(), ids=ENCODED)
def test_encodings_that_are_certain_are_read(data: bytes, text: str) -> None:
    assert [shown for _, shown in read(data)] == [text]


def faults_of(documents: dict[str, bytes]) -> list[str]:
    with in_background(Limits(60, 2 * 1024**3), faults, documents, 30) as outcome:
        return outcome()


def test_damage_gives_a_document_or_a_sentence() -> None:
    """What reads PDF may bring its process to a sudden end: that, too, is told in a sentence."""
    documents = {form: make() for form, make in made.ALL.items()}
    try:
        found = faults_of(documents)
    except StudyGuideError:
        found = faults_of({form: data for form, data in documents.items() if form != "pdf"})
    assert found == []


def test_a_paragraph_on_one_long_line_is_read_in_time() -> None:
    begun = time.process_time()
    (block,) = document_of("word " * 20_000).blocks
    assert block.kind == "text"
    assert time.process_time() - begun < 2  # a quarter of it took 2 s where each place was tried


def test_openings_of_several_ranks_end_at_headings_not_below_them() -> None:
    text = "# Sea\n\nIt falls.\n\n## Tides\n\nIt rises.\n\n## Waves\n\nIt breaks.\n\n# Land\n\nIt stays.\n\n# Air\n\nIt blows.\n"
    openings = {1: "Sea", 2: "Waves", 3: "Land"}
    source = Source("", openings, lambda: read_bytes(text.encode(), "a.md"))
    told = {number: " ".join(each.forms) for number, each in source.sections.items()}
    assert told == {1: "it falls it rises", 2: "it breaks", 3: "it stays"}


LONG = " ".join(["The tide rises in the harbour, and falls again."] * 24)


@rows(
    ("text", "numbers"),
    [
        (f"# Tides\n\n{LONG}\n\n## Ebb\n\nIt falls.\n\n## Flood\n\nIt rises.\n", [0, 1, 2]),
        (f"# Tides\n\nBy nobody.\n\n## Ebb\n\n{LONG}\n\n## Flood\n\nIt rises.\n", [1, 2]),
        (f"## Licence\n\n{LONG}\n\n## 1 Ebb\n\nIt falls.\n\n## 2 Flood\n\n{LONG}\n", [1, 2]),
        (f"# Contents\n\n{LONG}\n\n## 1 Ebb\n\n{LONG}\n\n## 2 Flood\n\nIt rises.\n", [1, 2]),
    ],
    ids=["an introduction", "the page of the title", "of the same rank", "a table of contents"],
)
def test_a_long_text_under_the_heading_of_all_is_section_0(text: str, numbers: list[int]) -> None:
    assert [*source_of(text.encode()).sections] == numbers


@rows("name", ["O/c%201.xhtml", "O/C 1.XHTML", "O\\c 1.xhtml", "O/./c 1.xhtml"])
def test_a_page_of_a_book_is_found_as_it_was_packed(name: str) -> None:
    book = made.epub(made.page("<h1>Of Mills</h1><p>a</p>"), made.page("<h1>Of Weirs</h1><p>b</p>"))
    with zipfile.ZipFile(io.BytesIO(book)) as packed:
        files = {each: packed.read(each) for each in packed.namelist()}
    files[name] = files.pop("O/c1.xhtml")
    files["O/p.opf"] = files["O/p.opf"].replace(b'"c1.xhtml"', b'"c%201.xhtml"')
    assert [text for _, text in read(made.zipped(files))] == ["Of Mills", "a", "Of Weirs", "b"]


def test_pages_of_a_book_may_be_named_with_a_place_in_them() -> None:
    book = made.epub()
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    package = files["O/p.opf"].replace(b'.xhtml"', b'.xhtml#o1"')
    assert read_bytes(made.zipped(files | {"O/p.opf": package}), "a.epub") == read_bytes(
        book, "a.epub"
    )


@rows("title", ["M", "MCMXI", "1911 Lamps"])
def test_a_heading_that_is_but_a_large_number_opens_a_section(title: str) -> None:
    sections = source_of(f"# {title}\n\nThe lamps went out.\n".encode()).sections
    assert [(number, each.forms[-1]) for number, each in sections.items()] == [(1, "out")]
