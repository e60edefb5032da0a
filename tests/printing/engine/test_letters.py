"""Letters of drawings that are shaped once: the same PDF comes of it, to the byte."""

from studyguide.printing.engine.drawing import writing
from tests.printing.engine.both_ways import told_apart

FACE = "font-family='Guide Source Sans' font-size='9'"
TEXTS = {
    "one drawing": f"<text x='3' y='9' {FACE}>Meissen tells all</text>",
    "two sizes": f"<text x='3' y='9' {FACE}>All</text><text x='3' y='30' font-family='Guide Source Sans' font-size='14'>All</text>",
    "two faces": f"<text x='3' y='9' {FACE}>All</text><text x='3' y='30' font-family='Guide Source Serif' font-size='9'>All</text>",
    "heavier and slanted": f"<text x='3' y='9' {FACE}>All<tspan font-weight='600'>All</tspan><tspan font-style='italic'>All</tspan></text>",
    "turned": f"<text x='3' y='9' {FACE} rotate='0 20'>Allee</text>",
    "spread": f"<text x='3' y='9' {FACE} textLength='90'>Allee</text><text x='3' y='40' {FACE} letter-spacing='3'>Allee</text>",
    "placed one by one": f"<text x='3 20 40' y='9' {FACE}>Allee</text>",
    "from the right": f"<text x='60' y='9' {FACE} direction='rtl'>שלום all</text>",
    "no letters": f"<text x='3' y='9' {FACE}> </text><text x='3' y='9' {FACE}></text>",
}


def drawn(told: str) -> str:
    drawing = f"<svg xmlns='http://www.w3.org/2000/svg' width='200' height='60'>{told}</svg>"
    return f"{drawing * 2}<p>All{drawing}"


def test_the_same_comes_of_it() -> None:
    pages = {name: ("", drawn(told)) for name, told in TEXTS.items()}
    style = "html { font-family: Guide Source Serif }"
    assert told_apart(writing, "of_drawings_once", style, pages) == []
