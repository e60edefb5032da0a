"""Pages as trees: lexbor reads them as the parser of WeasyPrint does."""

from collections.abc import Iterator
from xml.etree.ElementTree import Comment, Element

import tinyhtml5  # type: ignore[import-untyped]

from studyguide.markup.page_tree import tree_of
from tests.table import rows

HEAD = '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Tide &amp; ebb</title>\n<style>a > b { color: red }</style>\n</head>\n<body>\n'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


def page(body: str, head: str = HEAD) -> str:
    return f"{head}{body}\n</body>\n</html>\n"


def told(element: Element) -> Iterator[object]:
    """Tell all that a tree says."""
    if element.tag is not Comment:
        yield element.tag, element.text or "", element.attrib
    for each in element:
        yield from told(each)
        yield each.tail or ""


PLAIN = {
    "words": "<p>The tide &lt;turns&gt; &amp; “ebbs”.</p>",
    "named-characters": "<p>a&nbsp;b&ensp;c&hellip;</p>",
    "nothing-that-is-closed": '<p>a<br>b<br/>c<wbr>d</p><img src="a.png" alt="a">',
    "attributes": "<p class='a \"b\"' data-to=\"#c\" title=\"one\n\ttwo\">x</p>",
    "rows-without-a-body": "<table>\n<tr><th>a</th></tr>\n<tr><td>b</td></tr>\n</table>",
    "rows-with-one": "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
    "no-rows": "<table></table>",
    "lists": "<ul>\n<li>a <b>b</b> c\n<ol><li>d</li></ol></li>\n</ul>",
    "links": '<p><a href="#a">a</a> and <a href="#b"><i>b</i></a></p>',
    "drawings": SVG.format('<title>a</title><g><path d="M0 0\nL1 1"/><text x="1">b</text></g>').replace("\nL", " L"),
    "in-sections": "<section id='a'><h2>a</h2><figure><img src='b' alt=''><figcaption>b</figcaption></figure></section>",
}  # fmt: skip

ASTRAY = {
    "not-closed": "<p>a<p>b",
    "crossed": "<b><i>a</b></i>",
    "paragraph-in-paragraph": "<p>a<p>b</p></p>",
    "list-in-paragraph": "<p>a<ul><li>b</li></ul></p>",
    "list-in-what-is-in-paragraph": "<p><span><div>b</div></span></p>",
    "heading-in-heading": "<h1>a<h2>b</h2></h1>",
    "entry-in-entry": "<ul><li><div><li>a</li></div></li></ul>",
    "link-in-link": '<a href="#a"><b><a href="#b">a</a></b></a>',
    "words-in-table": "<table>a<tr><td>b</td></tr></table>",
    "words-in-row": "<table><tr>a<td>b</td></tr></table>",
    "cell-without-row": "<table><td>b</td></table>",
    "closed-at-once": "<p>a<span/>b</p>",
    "in-capitals": "<P>a</P>",
    "attribute-in-capitals": '<p Class="a">b</p>',
    "attribute-without-quotes": "<p class=a>b</p>",
    "attribute-without-value": "<p hidden>b</p>",
    "spelt-anew": SVG.replace("viewBox", "viewbox").format('<path d="M0 0"/>'),
    "html-in-drawing": SVG.format("<p>a</p>"),
    "drawing-of-no-kind": '<svg><path d="M0 0"/></svg>',
    "unknown": "<tide>a</tide>",
    "word-of-old": "<p>&#150;</p>",
    "no-such-name": "<p>&tidemill;</p>",
    "comment": "<p>a<!-- b --></p>",
    "other-ends-of-lines": "<p>a\r\nb</p>",
    "form": '<form><input name="a"></form>',
    "beginning-with-a-line": "<pre>\na</pre>",
}  # fmt: skip

HEADS = {
    "entities": HEAD.replace("<!DOCTYPE html>", '<!DOCTYPE html [<!ENTITY a "b">]>'),
    "no-type": HEAD.removeprefix("<!DOCTYPE html>"),
    "words": HEAD.replace("<meta", "words<meta"),
    "looks-like-an-entity": HEAD.replace("a > b", "a &gt; b"),
    "addresses-from-elsewhere": HEAD.replace("<meta", '<base href="http://a.b/"><meta'),
    "nothing": "",
}


FOREIGN = {
    "names-in-drawings": SVG.format('<linearGradient id="a"/><use xlink:href="#a" xml:lang="de"/><title>a<b>c</b></title>'),
    "html-within": SVG.format("<foreignObject><p>a</p></foreignObject>"),
    "formula": '<math display="block"><mi>x</mi><mfrac definitionurl="a"><mn>1</mn></mfrac></math>',
    "words-behind-the-end": "</body></html><p>x",
    "no-sign": "a\0b",
}  # fmt: skip


PAGES = {name: page(body) for name, body in {**PLAIN, **ASTRAY, **FOREIGN}.items()} | {
    name: page("<p>a</p>", head) for name, head in HEADS.items()
}


@rows("made", PAGES.values(), ids=PAGES)
def test_the_tree_is_that_of_a_parser_in_python(made: str) -> None:
    of_html = tinyhtml5.parse(made, namespace_html_elements=False)
    assert [*told(tree_of(made))] == [*told(of_html)]
