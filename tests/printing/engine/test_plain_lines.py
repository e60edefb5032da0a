"""Lines of texts, links and blocks among them: the same PDF comes of them, to the byte, as of lines that WeasyPrint makes."""

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
    "links among words": ("", f"<p>The miller, <a href='#x' id=x>12</a>–<a href='#x'>14</a>; <b>waits</b>, <a href='#x'>{LONG}</a> and {LONG}</p>"),
    "links in the middle": ("p { text-align: center } b { font-size: 14pt }", f"<p>The <a href='#x' id=x>12</a> {LONG} <b>waits</b></p>"),
    "links as wide as the page": ("p { text-align: justify }", f"<p>{LONG} <a href='#x' id=x>12</a> <b>{LONG}</b></p>"),
    "a comma that has no room": ("p { width: 17.3mm } b { font-size: 9pt }", "".join(f"<p style='width: {wide / 10}mm'><b>The miller</b>, waits <b>here</b>. <i>Now</i>” he</p>" for wide in range(150, 260, 7))),
    "what is in one another": ("b { font-size: 15pt } i { line-height: 2 }", f"<p>It <b>turns <i>for <a href='#x' id=x>four {LONG}</a></i> hours</b>, <i><b>and</b></i> rests</p>"),
    "numbers behind words": (".n { display: inline-block; width: 9mm; line-height: 0; text-align: right }", f"<p>{LONG} <span class=n>1</span> <span class=n>2</span>, <b>{LONG}</b> <span class=n>3</span></p>"),
    "blocks without room": (".n { display: inline-block; width: 49mm; border: 1pt solid }", f"<p>The <span class=n>1</span><span class=n>{LONG}</span> miller</p>"),
    "blocks with what is placed": (".n { display: inline-block; position: relative } b { position: absolute; top: 3mm }", "<p>The <i class=n>1<b>2</b></i> miller <span style='display: inline-block'>3<b>4</b></span></p>"),
    "raised and lowered blocks": (".n { display: inline-block; vertical-align: top; height: 9mm }", "<p>The <i class=n>1</i> miller</p><p>The <i class=n style='vertical-align: baseline'>1</i> miller</p>"),
    "a link apart among words": ("a { margin-left: 2mm; padding-right: 1mm }", f"<p>The <a href='#x' id=x>12</a> {LONG} <a href='#x'>{LONG}</a></p>"),
    "what cannot be parted among words": ("b { white-space: nowrap }", f"<p>{LONG} <b>{LONG[:60]}</b> {LONG} <b>{LONG[:30]}</b></p>"),
    "blanks between parts": ("p { text-align: right }", f"<p> <b> The </b> <i> miller </i> <a href='#x' id=x> {LONG} </a> </p>"),
    "words from the right among others": ("i { direction: rtl }", f"<p>The <i>miller <b>waits</b></i> until {LONG}</p>"),
    "a block in columns": ("div { columns: 2 } .n { display: inline-block; width: 6mm; margin-left: -6mm } p { padding-left: 6mm }", "<div>" + f"<p><span class=n>1</span>{LONG} <b>12</b></p>" * 4 + "</div>"),
    "parted words among others": ("p { hyphens: auto; width: 22mm }", f"<p lang=en>The <b>circumstances</b>, notwithstanding <a href='#x' id=x>{LONG} circumstances</a></p>"),
    "a broken link": ("", "<p>The <a href='#x' id=x>miller<br>waits</a> <b>until</b><br><i>the ebb</i></p>"),
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

    ours, other = printed_both_ways(once, "PlainLines", page, stand_in=as_before)
    assert ours == other
