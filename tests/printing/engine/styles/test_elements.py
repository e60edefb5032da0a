"""Elements that are met again: selectors find the same ones as of those that are made anew each time."""

from cssselect2 import ElementWrapper  # type: ignore[import-untyped]
from tinycss2 import parse_component_value_list  # type: ignore[import-untyped]

from studyguide.markup.page_tree import tree_of
from studyguide.printing.engine.styles.elements import element_class
from tests.table import rows

TREE = tree_of(
    "<html><title>t</title><section lang=de dir=ltr id=one class='a  b\tc'><h2>One</h2><p class=a>It turns.</p>"
    "<p>It <b lang=fr>stops</b>.</p><p class='b a\u00a0c'>It floats.</p></section>"
    "<ul><li>1<li class=a>2<li>3</ul><DIV Class=B><!-- no element --><i>x</i></DIV><p><u></u></p>"
    "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>"
)
SELECTORS = (
    "*", "p", "svg", "rect", ".a", ".b.a", ".c", ".B", "#one", "[lang]", ":lang(fr)", "[class~=a]", "p:has(+ .b)", "h2:has(~ .b)",
    "section:has(b)", "h2 + p", "h2 ~ p", "section > p", "li:first-child", "li:last-child", "li:nth-child(2)", "li:nth-last-child(2)",
    "p:nth-of-type(2)", "p:last-of-type", "i:only-child", "i:first-child", ":empty", "p:not(.a)", "div", "DIV", ":is(b, i)", ":root",
)  # fmt: skip


@rows("selector", SELECTORS, ids=SELECTORS)
def test_the_same_are_found(selector: str) -> None:
    ours, other = (
        kind.from_html_root(TREE, content_language=None)
        for kind in (element_class(), ElementWrapper)
    )
    asked = parse_component_value_list(selector)
    found = [each.etree_element for each in other.query_all(asked)]
    assert found
    assert [each.etree_element for each in ours.query_all(asked)] == found
    # and when they are met again
    assert [each.etree_element for each in ours.query_all(asked)] == found


@rows(
    "names",
    [("title", "meta"), ("style", "link"), ("svg", "LI"), ("b", ".a"), ("nothing",)],
    ids=str,
)
def test_the_same_are_found_by_name(names: tuple[str, ...]) -> None:
    drawn = (
        "<svg><title>t</title><style>rect { fill: red }</style></svg><style>b { top: 0 }</style>"
    )
    page = tree_of(f"<title>t</title><meta name=a><!-- none --><p class=a>A <b>mill</b>{drawn}")
    ours, other = (
        kind.from_html_root(page, content_language=None)
        for kind in (element_class(), ElementWrapper)
    )
    found = [each.etree_element for each in other.query_all(*names)]
    assert [each.etree_element for each in ours.query_all(*names)] == found
