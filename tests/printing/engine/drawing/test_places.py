"""Links, bookmarks and what they lead to, looked for where there may be one: the same PDF comes of it, to the byte."""

from studyguide.printing.engine.drawing import places
from tests.printing.engine.both_ways import told_apart

PAGES = {
    "none": ("", "<p>A <b>mill</b> turns</p>"),
    "links": ("", "<p id=a>A <a href='#a'>mill <b>that</b> turns</a> and <a href='https://example.org'>ebbs</a></p>"),
    "links over lines": ("p { width: 2cm }", "<p id=a>A <a href='#a'>mill that turns <i>with</i> the tide</a></p>"),
    "links of blocks": ("a { display: block }", "<a href='#b'><p>A <b id=b>mill</b></p></a>"),
    "links of rows": ("", "<table><tr><td><a href='#b'>A</a><td id=b>B</table>"),
    "links with pictures": ("", "<p id=a><a href='#a'><svg xmlns='http://www.w3.org/2000/svg' width=9 height=9><rect width=9 height=9 /></svg></a></p>"),
    "headings": ("", "<h1>Mills</h1><section><h2>A</h2><h3>B</h3></section><h2>C</h2>"),
    "headings that are not told": ("h2 { bookmark-level: none }", "<h1>Mills</h1><h2>A</h2>"),
    "bookmarks of other names": ("p { bookmark-level: 2; bookmark-label: 'mill'; bookmark-state: closed }", "<h1>Mills</h1><p>A</p>"),
    "turned": ("p { transform: rotate(3deg) translate(1mm) }", "<h1>A</h1><p id=a>A <a href='#a'>mill</a> <b id=b>turns</b></p>"),
    "turned in what is turned": ("div, p { transform: scale(0.9) }", "<div><h1>A</h1><p id=a><a href='#a'>mill</a></p></div>"),
    "turned within a line": ("b { transform: rotate(3deg) }", "<p>A <b id=a><a href='#a'>mill</a></b></p>"),
    "in another place": ("b { position: absolute; top: 3mm }", "<p>A <b id=a><a href='#a'>mill</a></b></p>"),
    "twice": ("", "<p id=a>A</p><p id=a>B</p><p><a href='#a'>C</a></p>"),
    "parted between pages": ("@page { size: 60mm 20mm; margin: 2mm } p { orphans: 1; widows: 1 }", "<p id=a>A<br>mill<br>turns<br><a href='#a'>with<br>the<br>tide</a></p>"),
    "fields": ("", "<form><p>A <input name=a><textarea name=b></textarea></p></form><p><input name=c></p>"),
    "fields of links": ("", "<a href='#a'><input name=a id=a></a>"),
    "names in the margins": ("@page { @top-left { content: 'A mill' } }", "<p id=a><a href='#a'>A</a></p>"),
}  # fmt: skip


def test_the_same_comes_of_it() -> None:
    style = "@page { size: A6 } html { font-family: Guide Source Serif }"
    assert told_apart(places, "found_where_there_may_be", style, PAGES) == []
