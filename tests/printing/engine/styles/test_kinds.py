"""Elements of a kind: each has the style that WeasyPrint by itself gives it, to the last value."""

from contextlib import ExitStack
from typing import Any

import pytest
from cssselect2 import Matcher  # type: ignore[import-untyped]

from studyguide.printing.engine.styles.kinds import styled_by_kind
from studyguide.printing.engine.styles.style_sheets import html_class
from studyguide.printing.engine.styles.values import had_at_once
from studyguide.printing.press.pdf import load
from tests.table import rows

LIST = "<ul><li>1<li class=a>2<li>3<li class=a>4</ul>" * 2
ROWS = "<table>" + "<tr><th scope=row>ebb<td>1<td class=a>2" * 3 + "</table>"
DEEP = "<section><h2>One</h2><p>It <b>turns</b>.<p class=a>It <b>stops</b>.</section>" * 2
LINKS = "<p><a href='#x'>x</a> <a>y</a> <a href='https://a.example'>z</a> <a href='#x'>x</a>"

PAGES = {
    "names and classes": ("li { color: red } .a { margin: 1em } p.a b { font-size: 2em }", LIST + DEEP),
    "beside": ("p + p { text-indent: 1em } li ~ li.a { color: red } h2 + p b { color: blue }", LIST + DEEP),
    "first and last": ("li:first-child { color: red } li:last-child { color: blue } td:nth-child(3) { width: 1em }", LIST + ROWS),
    "of a type": ("p:last-of-type { color: red } p:first-of-type b { margin: 1em } :only-of-type { top: 1px }", DEEP),
    "counted from behind": ("li:nth-last-child(2n) { color: red } li:nth-child(1 of .a) { color: blue }", LIST),
    "that has": ("section:has(.a) { color: red } p:has(+ .a) { color: blue } h2:has(~ .a) { margin: 0 }", DEEP),
    "empty": ("p:empty { height: 1em } b:not(:empty) { color: red }", "<p><p>x<p><b></b><b>y</b>" * 2),
    "not, is and where": ("li:not(.a) { color: red } :is(b, li).a { color: blue } :where(p) b { margin: 0 }", LIST + DEEP),
    "attributes": ("[scope=row] { color: red } [data-x^=a] { top: 1px } [data-x$=b i] { left: 1px } [data-x~=c] { right: 1px }",
                   ROWS + "<p data-x=ab>x<p data-x='B c'>x<p data-x=ab>x<p data-y=ab>x"),
    "addresses": (":link { color: red } a[href='#x'] { top: 1px } a[href^=https] { left: 1px } :any-link b { margin: 0 }", LINKS),
    "identifiers": ("#one b { color: red } #two + p { color: blue }", "<p id=one><b>x</b><p id=two><b>x</b><p><b>x</b><p id=three><b>x</b>"),
    "languages": (":lang(fr) { color: red } [lang|=de] b { top: 1px }",
                  "<p lang=fr><b>x</b><p><b>x</b><p lang=de-at><b>x</b><p lang=de-at><b>x</b><div xml:lang=fr><b>x</b></div>"),
    "styles of their own": ("p { color: red } p b { color: inherit }", "<p style='color: blue'><b>x</b><p><b>x</b><p style='color: blue'><b>x</b>"),
    "before and behind": ("li::before { content: 'x'; color: red } .a::after { content: attr(class) } li::marker { color: blue }", LIST),
    "first line and letter": ("p::first-line { color: red } p.a::first-letter { font-size: 2em; direction: rtl }", DEEP + DEEP),
    "fields": ("input:checked { color: red } :disabled { top: 1px } :enabled { left: 1px }",
               "<fieldset disabled><input><input type=checkbox checked></fieldset><input><input type=radio checked><input disabled>"),
    "drawings": ("rect { fill: red } rect + rect { fill: blue } svg|rect { width: 2px }",
                 "<svg width=9 height=9><rect width=9 /><rect width=9 /><title>t</title></svg>" * 2),
    "comments": ("p:first-child { color: red } p + p { color: blue }", "<div><!-- none --><p>x<!-- none --><p>y</div>" * 2),
    "quirks of case": ("LI { color: red } .A { color: blue } P.a { top: 1px }", LIST + "<P CLASS=A>x<p class=a>y"),
    "important and layered": ("@layer a, b; @layer b { li { color: red } } @layer a { li { color: blue !important } }", LIST),
    "variables and sums": (":root { --x: 2em } li { margin: var(--x); width: calc(50% - 1em) } .a { --x: 3px; padding: max(1em, 2px) }", LIST),
    "otherwise than written": ("li { margin-inline-start: 1em } .a { direction: rtl; padding-block: 2px; border-inline: 1px solid }", LIST + ROWS),
    "tables whose borders are one": ("table { border-collapse: collapse; padding: 1em } td { margin: 1em; border: 1px solid }", ROWS + ROWS),
    "decorated": ("p { text-decoration: underline red } b { text-decoration: line-through }", DEEP),
    "inherited, initial": ("p { all: unset } b { color: inherit; margin: inherit } .a { font: inherit; top: initial }", DEEP),
    "named pages": ("section { page: far } b { page: auto } h2 { float: left } .a { position: absolute; display: inline }", DEEP),
    "with notes": ("b { float: footnote } b::footnote-call { color: red }", DEEP),
}  # fmt: skip
"""Style and body."""


def styles(page: str, *contexts: Any) -> list[tuple[object, ...]]:
    """Give all values of all elements of a page, and of their parts, as WeasyPrint computes them with contexts."""
    weasyprint = load()
    css = weasyprint.css
    html = html_class(weasyprint, page)(string=page, base_url="file:///x", url_fetcher=None)
    with ExitStack() as stack:
        for context in contexts:
            stack.enter_context(context(css))
        styled = css.get_all_computed_styles(html, page_rules=[], layers=[])
        asked = [
            (number, part, style)
            for number, element in enumerate(html.etree_element.iter())
            for part in sorted(css.PSEUDO_ELEMENTS, key=str)
            if (style := styled(element, part)) is not None
        ]
        names = sorted(css.INITIAL_VALUES)
        return [
            (number, part, [(name, _told(style[name])) for name in names])
            for number, part, style in asked
        ]


def _told(value: object) -> object:
    """Give what a value is made of: those of a formula are told by where they are."""
    return value.serialize() if hasattr(value, "serialize") else value


@rows("name", PAGES, ids=PAGES)
def test_all_values_are_the_same(name: str) -> None:
    own, body = PAGES[name]
    page = f"<html lang=en><title>t</title><style>{own}</style>{body}"
    assert styles(page, styled_by_kind, had_at_once) == styles(page)


def matched(body: str) -> int:
    """Tell how many elements are matched with selectors."""
    weasyprint = load()
    page = f"<style>li ~ li {{ top: 1px }}</style>{body}"
    html = html_class(weasyprint, page)(string=page, base_url="file:///x", url_fetcher=None)
    with pytest.MonkeyPatch.context() as patch, styled_by_kind(weasyprint.css):
        match, found = Matcher.match, []
        patch.setattr(Matcher, "match", lambda *of: found.append(of) or match(*of))
        weasyprint.css.get_all_computed_styles(html, page_rules=[], layers=[])
    return len(found)


def test_more_of_a_kind_are_not_matched() -> None:
    assert matched(LIST * 99) == matched(LIST)


def test_first_lines_have_styles_of_their_own() -> None:
    weasyprint = load()  # which goes through what was asked of them so far
    style = "<style>p::first-line { color: red } b::before { content: 'x' }</style>"
    page = f"{style}<p>A mill<p>An <b>ebb</b>, a <b>flow</b>"
    html = html_class(weasyprint, page)(string=page, base_url="file:///x", url_fetcher=None)
    with styled_by_kind(weasyprint.css):
        styled = weasyprint.css.get_all_computed_styles(html, page_rules=[], layers=[])
    one, other = html.etree_element.iter("p")
    assert styled(other[0], "before") is styled(other[1], "before")
    assert styled(one, "first-line") is not styled(other, "first-line")
