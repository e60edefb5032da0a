"""Boxes that are made in fewer steps: the same PDF comes of them, to the byte."""

from studyguide.printing.press import pdf
from tests.printing.engine.both_ways import told_apart

SIZE = "@page { size: A6; margin: 15mm }"
CELLS = "<table>\n<caption>c</caption><tr>\n<td>1 <td> a mill\n</tr> <tr><th>2<td><p>an ebb</table>"
COLUMNS = "<table><col span=2><colgroup span=2></colgroup>"
SPANS = "<tbody> x <tr><td rowspan=2>1<td>2<tr><td>3</table>"

COUNTED = (
    "body { counter-reset: a } section { counter-reset: b } h2 { counter-increment: a } p { counter-increment: b 2; counter-set: c 3 }"
    " p::before { content: counters(a, '.') ' ' counter(b) ' ' counter(c) } i { counter-reset: a 7 } u::after { content: counters(a, '-') }"
)

PAGES = {
    "spaces": ("", "<p> A  mill \t turns.\n\n</p> <p><b> It </b> <i>\n</i> stops <b></b> .</p>\n"),
    "spaces that stay": ("p { white-space: pre } b { white-space: pre-line } i { white-space: pre-wrap }",
                         "<p> A  mill \n <b> It \n </b>\n<i> a  b \n</i></p><p>\n</p><b>\n</b>"),
    "kept on a line": ("p { white-space: nowrap } i { white-space: normal }", "<p> A\nmill <i>\n</i> <i> turns </i>\r\nx</p>"),
    "two spaces": ("b { white-space: pre }", "<p>It  stops <b> at  </b> <i> ebb</i> <b>  </b></p>"),
    "broken at spaces": ("p { width: 9mm } b { white-space: nowrap }", "<p><b>mill </b><i> </i>turns <b>and </b><i> ebb</i><b> flow </b> <b>x</b></p>"),
    "parted": ("p { width: 9mm } b { hyphens: none } i { hyphens: manual }", "<p><b>tur\u00adning</b> <i>tur\u00adning</i></p>"),
    "letters": ("p { text-transform: uppercase } b { text-transform: capitalize; hyphens: none } i { hyphens: none }",
                "<p>a mill <b>an eb\u00adb</b> <i>tur\u00adns</i></p><p lang=tr>i</p>"),
    "a table": ("td { border: 1px solid }", CELLS),
    "parts of a table": ("b { display: table-cell; border: 1px solid } i { display: table-row } u { display: inline-table }",
                         "<p>A <b>mill</b> <b>turns</b> x <i>row</i> <u>in <b>a</b></u></p><div><td>x</div><b>1</b> <b>2</b>"),
    "columns and heads of a table": ("col { width: 2cm }", f"{COLUMNS}<thead><tr><td>h</thead> <tfoot><tr><td>f</tfoot>{SPANS}"),
    "no cell in a row": ("tr { display: table-row } p { display: table-cell } div { display: table-row-group }",
                         "<div> x <p>1</p> <p>2</p> y </div><p>3</p>"),
    "flexible": ("div { display: flex } p { flex: 1; margin: 1mm; border: 1px solid }", f"<div> A <p>mill</p> <b>turns</b> {CELLS}</div><p>x</p>"),
    "flexible in a line": ("b { display: inline-flex } i { border: 1px solid }", "<p>A <b> x <i>mill</i> <i>y</i></b> turns</p>"),
    "flexible in what runs": ("@page { @top-left { content: element(h) } } h1 { position: running(h) } b { display: flex }",
                              "<h1>A <b> mill <i>x</i></b></h1><p>turns</p>"),
    "blocks in lines": ("", "<p>A <b>mill <div>turns <i>and</i></div> and <div>stops</div></b> x</p><span>y <p>z</p></span>"),
    "places": ("a[href]:not(.b)::after { content: target-counter(attr(href), page) }",
               "<p id=a-1><a href='#a-1'>x</a> <a>z</a> <a class=b href=' #a-1 '>v</a> <a class=b href='#a%2D1'>u</a></p>"),
    "addresses": ("a { border: 1px solid }", "<p><a href='https://a.example/#b'>x</a> <a href='mailto:a@b.example'>y</a> <a href='#n' name=n>z</a></p>"),
    "in a drawing": ("", "<svg viewBox='0 0 9 9'><g id=g><rect width=9 height=9 /></g><a href='#g'><use href='#g' x=3 /></a></svg>"),
    "first letters": ("p::first-letter { font-size: 2em } p::first-line { font-weight: 700 }", "<p> \n A mill turns.</p><p>“It stops.”</p>"),
    "lists": ("li { list-style: inside square } b { display: list-item }", "<ul> <li>A<li> mill \n<li><p>turns</ul><b>x</b>"),
    "notes": ("b { float: footnote } ", "<p>A<b> mill </b> turns</p>"),
    "counted": (
        COUNTED,
        "<section><h2>x</h2><div><p>A</p><b><i>y <u>z</u></i> <u>w</u></b></div><p>B</p></section><section><h2>x</h2><p>C</p></section>",
    ),
    "counted to nothing": ("p { counter-increment: none; counter-reset: none } b::after { content: counter(a) }", "<p>A <b>x</b></p>"),
    "quoted": ("q::before { content: open-quote } q::after { content: close-quote }", "<p>A <q>mill <b><q>turns</q></b></q></p>"),
    "told in the head": ("@page { @top-left { content: string(h) } } b { string-set: h content() }", "<p>A <i><b>mill</b></i></p>"),
    "bookmarks": ("b { bookmark-level: 1; bookmark-label: content() } i { bookmark-level: 2; bookmark-label: 'x' }", "<p>A <b>mill</b> <i>turns</i></p>"),
    "not shown": ("b { display: none }", "<p>A <b>mill <i>x</i></b> turns <b></b> and stops</p>"),
    "comments": ("", "<p>A <!-- x -->mill<b><!-- y --></b> turns<!-- z --></p>"),
    "pictures and fields": ("", "<p>A <img alt=mill> <input value=x> <textarea>y</textarea> <br>turns <wbr>x <object>z</object></p>"),
    "notes in lines": ("b { float: footnote } b::footnote-call { content: counter(footnote) }", "<p>A<b>mill</b> and<b>ebb</b> x</p><ul><li>y</ul>"),
    "beside": ("b { float: left } i { position: absolute }", "<p> <b> A </b> <i> x </i> mill</p>"),
}  # fmt: skip


def test_the_same_pdf() -> None:
    assert told_apart(pdf, "made_plainly", SIZE, PAGES) == []
