"""Tags that are made in less time: the same PDF comes of it, to the byte."""

from studyguide.printing.engine.drawing import writing
from tests.printing.engine.both_ways import told_apart

PAGES = {
    "paragraphs": ("", "<h1>Mills</h1><section><p>A <b>mill</b> turns.</p><blockquote>It <i>does</i>.</blockquote></section>"),
    "headings": ("", "<main><article><h2>A</h2><h3>B</h3><h4>C</h4><h5>D</h5><h6>E</h6></article></main>"),
    "lists": ("", "<ul><li>A mill<li><p>An ebb</p><p>and flood</p></ul><ol><li>A mill</ol>"),
    "lists in lists": ("", "<ul><li>A<ul><li>B<ol><li>C</ol></ul><li>D</ul>"),
    "lists without marks": ("ul { list-style: none }", "<ul><li>A<li>B<ul><li>C</ul></ul>"),
    "lists of terms": ("", "<dl><dt>A mill<dd>turns<dt>An ebb<dd><p>falls</p></dl>"),
    "marks within lists": ("ul { list-style-position: inside }", "<ul><li>A<li>B</ul>"),
    "tables": ("", "<table><caption>Mills</caption><thead><tr><th>no<th scope=col>what<tbody><tr><th scope=row>1<td>a <b>mill</b><tr><td>2<td>an ebb</table>"),
    "cells that span": ("", "<table><tr><th colspan=2>A<tr><td rowspan=2>B<td>C<tr><td>D</table>"),
    "tables in cells": ("", "<table><tr><td>A<table><tr><td>B</table></table>"),
    "links": ("", "<p id=a>A <a href='#a'>mill <b>that</b> turns</a> and <a href='https://example.org'>ebbs</a>"),
    "links over lines": ("p { width: 2cm }", "<p id=a>A <a href='#a'>mill that turns with the tide</a>"),
    "blocks that are links": ("a { display: block }", "<a href='#b'>A <b id=b>mill</b></a>"),
    "links of rows": ("", "<table><tr><td><a href='#b'>A</a><td id=b>B</table>"),
    "figures": ("", "<p>A <svg xmlns='http://www.w3.org/2000/svg' width=9 height=9><title>mill</title><rect width=9 height=9 /></svg>"),
    "figures apart": ("svg { display: block }", "<svg xmlns='http://www.w3.org/2000/svg' width=9 height=9><rect width=9 height=9 /></svg>"),
    "in another place": ("b { position: absolute; top: 3mm }", "<p>A <b>mill</b> turns.</p>"),
    "in the margins": ("@page { @top-left { content: 'A mill' } }", "<p>A mill</p>"),
    "boxes in a line": ("b { display: inline-block }", "<p>A <b>mill <i>turns</i></b></p>"),
    "what is cited": ("p::before { content: 'see ' }", "<p>a mill</p>"),
    "drawn letters": ("p::first-letter { font-size: 2em }", "<p>A mill</p>"),
    "fields": ("", "<form><p>A <input name=a> <textarea name=b></textarea> <input type=checkbox name=c></p></form>"),
    "parted between pages": ("@page { size: 60mm 20mm; margin: 2mm } p { orphans: 1; widows: 1 }", "<div><p>A mill<br>turns<br>with<br>the<br>tide</p></div>"),
    "in columns": ("div { columns: 2 }", "<div><p>A mill</p><p>An ebb</p></div>"),
}  # fmt: skip


def test_the_same_comes_of_it() -> None:
    style = "@page { size: A6 } html { font-family: Guide Source Serif }"
    assert told_apart(writing, "made_directly", style, PAGES) == []
