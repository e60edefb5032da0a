"""Pages read as XML: the tree is the one that a parser of HTML makes, or there is none."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5  # type: ignore[import-untyped]

from studyguide.markup.page_tree import tree_of

HEAD = '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Tide &amp; ebb</title>\n<style>a > b { color: red }</style>\n</head>\n<body>\n'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


def page(body: str, head: str = HEAD) -> str:
    return f"{head}{body}\n</body>\n</html>\n"


def told(element: Element) -> Iterator[object]:
    """Tell all that a tree says; where a drawing is from is in the name of its elements."""
    yield element.tag, element.text or ""
    yield {name: said for name, said in element.attrib.items() if not name.endswith("}xmlns")}
    for each in element:
        yield from told(each)
        is_last = each.tag == "body" or (element.tag == "body" and each is element[-1])
        yield (each.tail or "").rstrip() if is_last else each.tail or ""


READ = {
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

NOT_READ = {
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


@pytest.mark.parametrize("body", READ.values(), ids=READ)
def test_the_tree_is_that_of_html(body: str) -> None:
    tree = tree_of(page(body))
    assert tree is not None
    of_html = tinyhtml5.parse(page(body), namespace_html_elements=False)
    assert [*told(tree)] == [*told(of_html)]


@pytest.mark.parametrize("body", NOT_READ.values(), ids=NOT_READ)
def test_what_html_may_read_otherwise_is_left_to_it(body: str) -> None:
    assert tree_of(page(body)) is None


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_so_is_a_page_that_begins_otherwise(head: str) -> None:
    assert tree_of(page("<p>a</p>", head)) is None
