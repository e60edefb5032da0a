"""Space around signs of formulas, as MathML has them."""

from xml.etree.ElementTree import fromstring

from studyguide.printing.spacing.signs import give_space
from tests.table import rows

JOINED, RELATED = "mediummathspace", "thickmathspace"
SIGNS = {
    "or": ("<mi>p</mi><mo>∨</mo><mi>q</mi>", [JOINED]),
    "or, taken for a name": ("<mi>p</mi><mi>∨</mi><mi>q</mi>", [JOINED]),
    "or not": ("<mi>p</mi><mo>∨</mo><mi>¬</mi><mi>q</mi>", [JOINED]),
    "behind a bracket": ("<mo>(</mo><mi>p</mi><mo>)</mo><mo>∧</mo><mi>q</mi>", [JOINED]),
    "before a bracket": ("<mi>p</mi><mo>∧</mo><mo>(</mo><mi>q</mi><mo>)</mo>", [JOINED]),
    "plus or minus between": ("<mi>a</mi><mi>±</mi><mi>b</mi>", [JOINED]),
    "an arrow": ("<mi>p</mi><mi>⟹</mi><mi>q</mi>", [RELATED]),
    "a part of": ("<mi>A</mi><mo>⊂</mo><mi>B</mi>", [RELATED]),
    "in a fraction's row": ("<mfrac><mrow><mi>p</mi><mo>∨</mo><mi>q</mi></mrow><mi>r</mi></mfrac>", [JOINED]),
    "two": ("<mi>p</mi><mo>∨</mo><mi>q</mi><mo>→</mo><mi>r</mi>", [JOINED, RELATED]),
    "in an index": ("<msub><mi>x</mi><mrow><mi>p</mi><mo>∨</mo><mi>q</mi></mrow></msub>", []),
    "a sign of a number": ("<mi>x</mi><mo>=</mo><mi>±</mi><mn>2</mn>", []),
    "at the beginning": ("<mo>∨</mo><mi>q</mi>", []),
    "at the end": ("<mi>p</mi><mo>→</mo>", []),
    "not": ("<mi>p</mi><mi>¬</mi><mi>q</mi>", []),
    "plus, which is known": ("<mi>a</mi><mo>+</mo><mi>b</mi>", []),
    "a letter": ("<mi>a</mi><mi>b</mi><mi>c</mi>", []),
}  # fmt: skip


@rows("row, spaces", SIGNS.values(), ids=SIGNS)
def test_signs_between_two_things_have_their_space(row: str, spaces: list[str]) -> None:
    tree = fromstring(f"<math><mrow>{row}</mrow></math>")
    give_space(tree)
    found = [each for each in tree.iter() if "lspace" in each.attrib]
    assert [each.get("lspace") for each in found] == spaces
    assert all(each.get("rspace") == each.get("lspace") and each.tag == "mo" for each in found)
