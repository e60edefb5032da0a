"""Lines of one text: the same PDF comes of them, to the byte, as of lines that WeasyPrint makes."""

from typing import Any

from studyguide.printing.engine import once
from tests.printing.engine.both_ways import printed_both_ways
from tests.table import rows

LONG = "The miller waits until the ebb has begun, then opens the sluice by hand and lets the wheel turn for four hours."

PAGES = {
    "a text": ("", f"<p>{LONG}</p>"),
    "in the middle": ("p { text-align: center }", f"<p>{LONG}</p>"),
    "at the end": ("p { text-align: right }", f"<p>{LONG}</p>"),
    "as wide as the page": ("p { text-align: justify; text-align-last: center }", f"<p>{LONG}</p>"),
    "indented": ("p { text-indent: 9mm; padding-left: 3mm }", f"<p>{LONG}</p>"),
    "hanging": ("p { text-indent: -4mm; padding-left: 4mm }", f"<p>{LONG}</p>"),
    "from the right": ("p { direction: rtl }", f"<p>{LONG}</p>"),
    "a line from the right": ("i { direction: rtl; display: inline-block; width: 20mm }", f"<p>{LONG} <i>{LONG}</i></p>"),
    "on one line": ("p { white-space: nowrap }", f"<p>{LONG}</p>"),
    "ended lines": ("p { white-space: nowrap }", "<p>The miller waits\u2028until the ebb\u2028has begun </p>"),
    "as it is written": ("p { white-space: pre-wrap }", f"<p>  {LONG}\n  {LONG}  </p>"),
    "lines kept": ("p { white-space: pre-line }", f"<p>{LONG}\n  {LONG}</p>"),
    "parted by others": ("b { font-size: 16pt }", f"<p>{LONG} <b>{LONG}</b> {LONG}</p>"),
    "short before another": ("", "<p>The <b>miller</b> waits</p>"),
    "another, and a short one": ("", "<p><b>The miller</b> waits </p>"),
    "nothing but blanks": ("", "<p> <b></b> </p><p>The</p>"),
    "as wide as they are": ("i { display: inline-block; text-align: right }", "".join(f"<p><i>{LONG[at : at + 19]}</i> " for at in range(40))),
    "a blank at the end": ("p { text-align: right }", "<p>The miller </p><p><b>The</b> miller </p>"),
    "blanks at both ends": ("p { text-align: right }", f"<p>   {LONG}   <b>x</b>   </p>"),
    "broken": ("", "<p>The miller<br>waits<br></p>"),
    "raised and lowered": ("sup { vertical-align: super; font-size: 6pt } i { vertical-align: -3mm }", f"<p>{LONG}<sup>1</sup> <i>{LONG}</i></p>"),
    "placed": ("b { position: relative; top: 2mm } p { position: relative; left: 3mm }", f"<p>{LONG}</p><p><b>{LONG}</b></p>"),
    "beside what floats": ("i { float: left; width: 20mm; height: 9mm; background: #ccc }", f"<p><i></i>{LONG} {LONG}</p>"),
    "a first line": ("p::first-line { font-weight: 700 }", f"<p>{LONG}</p>"),
    "a first letter": ("p::first-letter { font-size: 20pt }", f"<p>{LONG}</p>"),
    "tall lines": ("p { line-height: 3; font-size: 9pt }", f"<p>{LONG}</p>"),
    "other words in it": ("p { word-spacing: 2mm; letter-spacing: .2mm }", f"<p>{LONG}</p>"),
    "parted words": ("p { hyphens: auto; width: 20mm }", f"<p lang=en>{LONG} circumstances notwithstanding</p>"),
    "soft hyphens": ("p { width: 12mm }", "<p>notwith\u00adstanding circum\u00adstances</p>"),
    "a link": ("", "<p><a href='#x' id=x>1.12</a></p>"),
    "a link at the end": ("p { text-align: right }", "<p> <a href='#x' id=x>1.12 </a> </p>"),
    "a link that begins with a blank": ("p { text-align: right }", "<p><a href='#x' id=x> 1.12</a></p>"),
    "a link of more than a line": ("", f"<p><a href='#x' id=x>{LONG}</a></p>"),
    "a link that is indented": ("p { text-indent: 7mm }", "<p><a href='#x' id=x>1.12</a></p>"),
    "a taller link": ("a { line-height: 3; font-size: 7pt }", "<p><a href='#x' id=x>1.12</a></p><p>x</p>"),
    "a link in a frame": ("a { border: 1pt solid; margin: 2mm; padding: 1mm }", "<p><a href='#x' id=x>1.12</a></p><p>x</p>"),
    "a raised link": ("a { vertical-align: super }", "<p><a href='#x' id=x>1.12</a></p><p>x</p>"),
    "a link, and a raised one": (".up { vertical-align: super }", "<p><a href='#x' id=x>1.12</a></p><p><a class=up href='#x'>1.12</a></p><p>x</p>"),
    "a link from the right": ("a { direction: rtl }", "<p><a href='#x' id=x>1.12</a></p><p>x</p>"),
    "a link with a picture": ("", "<p><a href='#x' id=x>1.12<svg width='9' height='9'/></a></p><p>x</p>"),
    "a link in another": ("b { font-size: 7pt }", "<p><a href='#x' id=x><b>1.12</b></a></p><p>x</p>"),
    "a link with a place": ("a { position: relative; top: 1mm }", "<p><a href='#x' id=x>1.12</a></p><p>x</p>"),
    "a link in a cell": ("td { width: 9mm; text-align: right }", "<table><tr><td><a href='#x' id=x>1.12</a><td>It turns.</table>"),
    "numbers of a box": (".n { display: inline-block; width: 9mm; line-height: 0 }", "<p><span class=n><a href='#x' id=x>1.12</a></span>It turns.</p>"),
    "too long": ("p { width: 12mm; overflow-wrap: anywhere }", "<p>notwithstanding circumstances</p>"),
    "too long, whole": ("p { width: 12mm }", "<p>notwithstanding circumstances</p>"),
    "leaders": ("a::after { content: leader('.') '9' }", "<p><a>The miller</a></p>"),
    "lists": ("", f"<ul><li>{LONG}<li>{LONG}</ul>"),
    "cells": ("td { width: 30mm; text-align: center }", f"<table><tr><td>{LONG}<td>{LONG}</table>"),
    "columns": ("div { columns: 2 }", f"<div><p>{LONG}</p><p>{LONG}</p><p>{LONG}</p></div>"),
    "over pages": ("p { orphans: 1; widows: 1; line-height: 20mm }", f"<p>{LONG}</p>"),
    "no size": ("b { font-size: 0 }", f"<p><b>{LONG}</b>{LONG}</p>"),
    "other scripts": ("", "<p>Мельник ждёт отлива, потом открывает шлюз. Ο μυλωνάς περιμένει.</p>"),
}  # fmt: skip


@rows("style, body", PAGES.values(), ids=PAGES)
def test_the_same_comes_of_it(style: str, body: str) -> None:
    page = f"<html lang=en><title>t</title><style>@page {{ size: A6; margin: 15mm }} html {{ font-family: Guide Source Serif }} {style}</style>{body}"

    def as_before(_: Any, before: Any) -> Any:
        return before

    ours, other = printed_both_ways(once, "OneText", page, stand_in=as_before)
    assert ours == other
