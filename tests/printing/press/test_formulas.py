"""Formulas on paper: drawn where the deck asks for it, as written where they cannot be."""

import re
import time
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import fromstring

import page as page_validation
import pytest

from studyguide.deck.cloze import parse
from studyguide.deck.markup import read_markup
from studyguide.printing.book.pdf import write_guide
from studyguide.printing.cutout.imposition import PAPERS, sheet
from studyguide.printing.cutout.pdf import write_cards
from studyguide.printing.press.formulas import with_formulas
from studyguide.printing.press.options import Layout
from studyguide.printing.press.parted_formulas import torn_formulas, whole_parts
from tests.printing.book.test_pdf import BUNDLED
from tests.printing.reading import colours, entry, figures, small_guide, text_of
from tests.table import rows

DRAWN = {
    "letter": "x",
    "power": "E=mc^2",
    "fraction": r"\frac{-b\pm\sqrt{b^2-4ac}}{2a}",
    "sum": r"\sum_{i=1}^n i",
    "integral": r"\int_0^\infty e^{-x}\,dx",
    "matrix": r"\begin{pmatrix}1&0\\0&1\end{pmatrix}",
    "comparison": "x<y",
    "accents": r"\vec{a}\hat{b}",
    "struck and framed": r"\cancel{x}\boxed{y}",
    "words in Cyrillic": r"\text{жук}",
    "two lines of YAML": "a\n+ b",
}
AS_WRITTEN = {
    "no end of a group": r"\frac{a",
    "nothing": " ",
    "two subscripts": "x_1_2",
    "bare operator": "^",
    "an ampersand": "x&y",
    "no end of a bracket": r"\left(",
    "calls itself": r"\def\a{\a\a}\a",
    "no such letter in the face": r"\text{א}",
    "a ground of colour": r"\colorbox{red}{x}",
    "huge": r"\rule{9999em}{9999em}",
    "chemistry": r"\ce{H2O}",
    "a slip": r"\fracc{1}{2}",
    "a unit": r"\SI{5}{\metre}",
    "an environment that nobody knows": r"\begin{foo}a\end{foo}",
    "a command in words": r"\text{a \bfoo}",
    "wide": r"\hspace{99999em}x",
    "long": "x" * 301,
    "very long": "x+" * 1500 + "x",
    "long, a part of it a slip": "x+" * 200 + r"\fracc{1}{2}",
    "long, over another": "x+" * 200 + r"\over 2",
    "deep fractions": r"\frac{1}{" * 30 + "x" + "}" * 30,
    "deep brackets": r"\left(" * 30 + "x" + r"\right)" * 30,
    "deep groups": "{" * 140 + "x" + "}" * 140,
    "deep without groups": r"\sqrt" * 40 + "x",
}
STYLE = re.compile(r"width: ([\d.]+)em; height: ([\d.]+)em; vertical-align: (-?[\d.]+)em")


@rows("tex", DRAWN.values(), ids=DRAWN)
@rows("marks", [r"\({}\)", r"\[{}\]"], ids=["inline", "display"])
def test_a_formula_is_drawn(tex: str, marks: str) -> None:
    drawn = with_formulas(marks.replace("{}", tex))
    svg = fromstring(re.search("<svg.*</svg>", drawn, re.DOTALL)[0])
    title, *shapes = svg
    assert title.text == " ".join(tex.split())
    assert {each.tag.partition("}")[2] for each in shapes} <= {"path", "rect"}
    assert shapes
    inks = {each.get(key) for each in shapes for key in ("fill", "stroke")}
    assert inks <= {None, "none", "#000"}
    width, height, rise = map(float, STYLE.search(svg.attrib["style"]).groups())
    assert 0.3 < width < 12
    assert 0.3 < height < 6
    assert -height < rise < 0.1


@rows("tex", AS_WRITTEN.values(), ids=AS_WRITTEN)
def test_what_cannot_be_drawn_stays_as_it_was_written(tex: str) -> None:
    text = rf"a \({tex}\) b"
    start = time.process_time()
    assert with_formulas(text).unescape() == text
    assert time.process_time() - start < 5


NO_FORMULAS = (
    "a path C:\\x",
    r"an open \(x",
    r"a closed x\)",
    r"\[x\)",
    "$x$",
    r"\(\)",
    "<b> & “q”",
)


@rows("text", NO_FORMULAS)
def test_what_is_no_formula_stays_text(text: str) -> None:
    found = with_formulas(text)
    assert "<" not in found
    assert found.unescape() == text


def test_colours_and_links_are_left_out() -> None:
    drawn = with_formulas(r"\(\color{red}{x}\href{http://example.com}{y}\)")
    without_title = re.sub("<title>.*?</title>", "", drawn).replace("http://www.w3.org", "")
    assert "<path" in drawn
    assert not re.search("red|http|href|<a ", without_title)


def test_a_formula_keeps_to_what_clings_to_it() -> None:
    drawn = with_formulas(r"A 'set' (\(x\)), <b> and \(y\)-axis, 'so'.")
    around = re.sub("<svg.*?</svg>", "○", drawn)
    held = '<span style="white-space: nowrap">{}</span>'
    ends = held.format("(○),"), held.format("○-axis,")
    assert around == f"A ‘set’ {ends[0]} &lt;b&gt; and {ends[1]} ‘so’."


LINES = {
    "narrow": ("a = b = c", 1),
    "wide": (r"ax^2 + bx + c = 0 \Rightarrow x = \frac{-b \pm \sqrt{b^2-4ac}}{2a}", 4),
    "nothing but sums": ("+".join("abcdefghijklmnopq"), 17),
    "a long sum": (
        r"\sum_{i=1}^{n} a_i = " + " + ".join(f"a_{{{i}}} b_{{{i}}}" for i in range(1, 31)),
        31,
    ),
    "signs of numbers": (
        r"xyzuvwst = -1 + (-2) \cdot -3 + aaaaaaaaaaaaaaaaaaaaaaaaaaa^+ + 10^{-9}",
        5,
    ),
    "a short left side": (r"T = \sqrt{aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}", 1),
    "a short left side of a sum": ("T = aaaaaaaaaaaaaaa + bbbbbbbbbbbbbbb = ccccccccccc", 3),
    "nothing but letters": "a" * 40,
    "over another": r"aaaaaaaaaaaaaa + bbbbbbbbbbbbbbbb \over cccccccccccccccccc",
    "within a fence": r"f\left(aaaaaaaa = bbbbbbbbbb = cccccccc = dddddddddd\right)",
    "within a group": r"\sqrt{aaaaaaaa = bbbbbbbbbb = cccccccc = dddddddddd}",
}


@rows("case", LINES.values(), ids=LINES)
def test_a_wide_formula_may_be_broken_before_its_relations_and_signs(
    case: tuple[str, int] | str,
) -> None:
    tex, count = (case, 1) if isinstance(case, str) else case
    drawn = with_formulas(rf"As \({tex}\).")
    assert drawn.count("<svg") == count
    assert drawn.count("&#8203;") == count - 1
    assert "max-width: 100%" in drawn
    assert re.search(r"</svg>\.</span>$", drawn)


def test_a_wide_formula_apart_is_as_large_and_wide_in_parts() -> None:
    terms = ["x = x", *([r"\frac{a}{b}"] * 11)]

    def sizes(tex: str) -> list[tuple[float, float]]:
        found = STYLE.findall(with_formulas(rf"As \[{tex}\]."))
        return [(float(width), float(height)) for width, height, _ in found]

    ((_, height),) = sizes(terms[1])
    first, *others = sizes(" + ".join(terms))
    assert len(others) == len(terms) - 1
    ((width, _),) = sizes(" + ".join(terms[:5]))
    assert others[-1][1] == pytest.approx(height, abs=0.01)
    assert sum(each for each, _ in [first, *others][:5]) == pytest.approx(width, abs=0.6)


def test_a_sign_stands_at_its_number() -> None:
    def wide(tex: str) -> float:
        return float(STYLE.search(with_formulas(rf"\({tex}\)"))[1])

    assert wide("x=-y") - wide("x=y") < wide("x=a-y") - wide("x=ay") - 0.3
    assert wide("(a)-y") - wide("(a)y") == pytest.approx(wide("a-y") - wide("ay"), abs=0.05)


def boxes_in(drawn: str, tag: str) -> list[tuple[float, ...]]:
    """Give left, top, right and bottom of bars (`rect`) or letters (`path`), in tenths of an em."""
    found = []
    for shape in fromstring(re.search("<svg.*</svg>", drawn, re.DOTALL)[0]):
        if shape.tag.endswith("rect") and tag == "rect":
            left, top, wide, tall = (float(shape.get(key)) for key in ("x", "y", "width", "height"))
            found.append((left, top, left + wide, top + tall))
        elif shape.tag.endswith("path") and tag == "path":
            places = [float(each) for each in re.findall(r"-?[\d.]+", shape.get("d"))]
            across, down = places[::2], places[1::2]
            found.append((min(across), min(down), max(across), max(down)))
    return found


FRACTIONS = {
    "two within one": r"\frac{\frac{a}{b}}{\frac{c}{d}}",
    "one above": r"\frac{\frac{x^2-1}{2}+1}{3}",
    "one below": r"\frac{1}{1+\frac{1}{x}}",
    "three levels": r"\frac{1}{\frac{1}{\frac{1}{x}}}",
    "in brackets": r"\frac{\left(\frac{a}{b}\right)}{c}",
    "as large as may be": r"\dfrac{\frac{a}{b}}{c}",
    "in an exponent": r"2^{\frac{1}{2}}",
    "none within": r"\frac{1}{2}",
}


@rows("tex", FRACTIONS.values(), ids=FRACTIONS)
@rows("marks", [r"\({}\)", r"\[{}\]"], ids=["inline", "display"])
def test_a_bar_is_apart_from_what_it_parts_and_longer_than_bars_within(
    tex: str, marks: str
) -> None:
    drawn = with_formulas(marks.replace("{}", tex))
    bars, letters = boxes_in(drawn, "rect"), boxes_in(drawn, "path")
    for left, top, right, bottom in bars:
        others = [each for each in (*bars, *letters) if each[0] < right and each[2] > left]
        gaps = [max(top - each[3], each[1] - bottom) for each in others if each[1] != top]
        assert min(gaps) >= 1
    lengths = sorted(right - left for left, _, right, _ in bars)
    assert all(lengths[-1] - each >= 2 for each in lengths[:-1])


SCRIPTS = {
    "alone": ("b^2", 0.7),
    "within a fraction": (r"\frac{b^2}{1}", 0.55),
    "within one within another": (r"\frac{\frac{b^2}{1}}{1}", 0.55),
    "no exponent": ("b2", 1),
}


@rows(("tex", "share"), SCRIPTS.values(), ids=SCRIPTS)
def test_an_exponent_is_smaller_than_what_it_stands_at(tex: str, share: float) -> None:
    _, whole = boxes_in(with_formulas(r"\(b2\)"), "path")
    _, figure, *_ = boxes_in(with_formulas(rf"\({tex}\)"), "path")
    assert (figure[3] - figure[1]) / (whole[3] - whole[1]) == pytest.approx(share, abs=0.04)


MARKED = """\
See [the *plans*](https://example.org/a_b), H~2~O and \\(\\beta\\):

```python
for a in b:
    c("d" * 2)
```

| *time* | level |
|--------|------:|
| ebb    | **2** |
"""
ITEMS = (
    entry("question", "q", r"How are the roots of \(ax^2+bx+c=0\) found?", r"By \[x=\frac12\]"),
    entry("term", "t", r"The \(t\)", r"\(u\)", note=r"As \(n\) is; but \(\frac{a\)"),
    entry("question", "list", "Which?", r"\(v\)", r"\(w\)"),
    entry("question", "m", read_markup("*Which* `code`?"), read_markup(MARKED)),
    entry("cloze", "c", r"A circle with radius \(r\) has {{c1::\(\pi r^2\)}}."),
)
WORDS = {r"\beta", "ax^2+bx+c=0", r"x=\frac12", "t", "u", "n", "v", "w", "r", r"\pi r^2"}


@pytest.fixture(scope="module", params=["guide", "cards"])
def prints(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Print the items with formulas, and cards of them also without."""
    folder = tmp_path_factory.mktemp("formulas")
    if request.param == "guide":
        write_guide(replace(small_guide(*ITEMS), math=True), BUNDLED, Layout(), folder / "guide")
        return [folder / "guide"]
    paths = [folder / "drawn", folder / "written"]
    for path in paths:
        made = replace(small_guide(*ITEMS), math=path.name == "drawn")
        assert write_cards(made, BUNDLED, sheet("grid", PAPERS["a4"]), path) == ()
    return paths


CUT: dict[str, tuple[str, list[str], list[bool]]] = {
    "all of it": (r"a \({{c1::x^{2}}}\) b", ["a ", r"\(x^{2}\)", " b"], [False]),
    "one side": (r"\(E={{c1::mc^2}}\).", [r"\(E=\)", r"\(mc^2\)", "."], [False]),
    "two": (r"\({{c1::a}}+{{c2::b}}\)", ["", r"\(a\)", r"\(+\)", r"\(b\)", ""], [False]),
    "a root": (r"\(\sqrt{ {{c1::ab}} }\)", [r"\(\sqrt{ ", "ab", r" }\)"], [True]),
    "an index": (r"\(x_{{c1::1}}\)", [r"\(x_", "1", r"\)"], [True]),
    "whole": (r"{{c1::\(a\)}} \(b\)", [r"\(a\)", r" \(b\)"], []),
    "none": ("a {{c1::b}}", ["a ", "b"], []),
}


@rows(("sentence", "parts", "torn"), CUT.values(), ids=CUT)
def test_a_formula_that_a_blank_cuts_is_one_in_each_part(
    sentence: str, parts: list[str], torn: list[bool]
) -> None:
    pieces, _ = parse(sentence)
    texts = [piece if isinstance(piece, str) else piece.text for piece in pieces]
    assert "|".join(whole_parts(texts)).strip("|") == "|".join(parts).strip("|")
    assert torn_formulas(pieces) == torn


def test_a_print_has_formulas_with_their_words(prints: list[Path]) -> None:
    drawn, *written = prints
    assert {*figures(drawn)} >= WORDS
    for path in written:
        assert not WORDS & {*figures(path)}
        assert r"\(ax^2+bx+c=0\)" in re.sub(r"\s", "", text_of(path))
    as_drawn = re.sub(r"\s", "", text_of(drawn))
    assert r"\(ax" not in as_drawn
    for words in ("theplans(example.org/a_b),H2O", 'forainb:c("d"*2)', "timelevelebb2"):
        assert words in as_drawn
    assert r"\(\frac{a\)" in as_drawn
    assert page_validation.is_pdf_compliant(drawn, profile="ua1")
    assert all(len({*colour}) == 1 for colour in colours(drawn))
