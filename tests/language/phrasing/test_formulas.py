r"""Formulas: one is the same in TeX, with raised and lowered figures, and on a keyboard; another is another."""

from studyguide.language.phrasing.formulas import formulas_in, has_formula
from tests.table import rows

THERE = {
    "a power": (r"\(P = RI^2\)", "The power lost is P = RI² there."),
    "a power in dollars": ("$P = RI^2$", "The power lost is P = RI² there."),
    "a product with points": (r"\(P = R \cdot I^2\)", "the power P = R · I²"),
    "of a source in TeX": ("P = RI²", r"the power \(P = R\,I^{2}\) is lost"),
    "a lowered figure": ("n_1", "the index n₁ of glass"),
    "a lowered figure, set": ("n₁", "the index n_1 of glass"),
    "a lowered figure, beside it": (r"\(n_{1}\)", "the index n1 of glass"),
    "a lowered letter": (r"\(U_\mathrm{max}\)", "the tension U_max was"),
    "more lowered letters": (r"\(U_{eff}\)", "the tension U_{eff} was"),
    "a fraction": (r"\(v = \frac{s}{t}\)", "its speed v = s/t is"),
    "a fraction of sums": (r"\(m = \frac{a + b}{2}\)", "the mean m = (a + b)/2 is"),
    "a fraction within": (r"\(f = \frac{1}{2\pi\sqrt{LC}}\)", "at f = 1/(2π√(LC)) it rings"),
    "a half": (r"\(s = \frac12 at^2\)", "the way s = ½at² is"),
    "Greek": (r"\(\omega = 2\pi f\)", "the rate ω = 2πf of"),
    "a large Greek letter": (r"\(\Omega\)", "written with an Ω there"),
    "another shape of a letter": (r"\(\varphi\)", "the angle φ is"),
    "a formula of a stuff": (r"\(\mathrm{CaCO_3}\)", "lime is CaCO₃, which"),
    "a charge": (r"\(\mathrm{SO_4^{2-}}\)", "the ion SO₄²⁻ is"),
    "an arrow": (r"\(\mathrm{A \to B}\)", "it runs A → B in the"),
    "a minus in a power": (r"\(10^{-6}\) ", "it is 10⁻⁶ of a metre"),
    "a bound": (r"\(x \leq 4\)", "for x ≤ 4 it is"),
    "a root": (r"\(c = \sqrt{a^2 + b^2}\)", "so c = √(a² + b²) holds"),
    "a function": (r"\(y = \sin x\)", "the curve y = sin x is"),
    "a mean": (r"\(\bar{x}\)", "the mean x̄ is"),
    "degrees": (r"\(90^\circ\)", "an angle of 90° is"),
}  # fmt: skip
NOT_THERE = {
    "another power": (r"\(P = RI^3\)", "The power lost is P = RI² there."),
    "no power": (r"\(P = RI\)", "The power lost is P = RI² there."),
    "another index": ("n_2", "the index n₁ of glass"),
    "no index": (r"\(n\)", "the index n₁ of glass"),
    "turned round": (r"\(v = \frac{t}{s}\)", "its speed v = s/t is"),
    "another letter": (r"\(\omega = 2\pi t\)", "the rate ω = 2πf of"),
    "a letter of a word": (r"\(a\)", "an index of glass"),
    "another case": (r"\(p = RI^2\)", "The power lost is P = RI² there."),
    "another stuff": (r"\(\mathrm{CaCO_2}\)", "lime is CaCO₃, which"),
    "another charge": (r"\(\mathrm{Na}^-\)", "the ion Na⁺ is"),
    "another sign": (r"\(m = a - b\)", "the sum m = a + b is"),
    "no minus": (r"\(10^{6}\)", "it is 10⁻⁶ of a metre"),
    "another bound": (r"\(x \geq 4\)", "for x ≤ 4 it is"),
    "less of it": (r"\(c = a^2\)", "so c = a² + b² holds"),
    "a factor less": (r"\(c = a^2\)", "so c = a²b holds"),
}  # fmt: skip
NO_FORMULA = {
    "prices": "It cost $5 and later $6 a day.",
    "prices of a ship": "It was sold for $900,000 in May and $1,200,000 in June.",
    "a name in code": "the function read_all_lines of the module",
    "a path": r"the folder C:\new\cards on the disk",
    "a word between": "gaps ___ to be filled",
    "plain words": "The mill had two wheels.",
}  # fmt: skip


@rows(("written", "text"), THERE.values(), ids=THERE)
def test_it_is_the_same_however_it_is_written(written: str, text: str) -> None:
    (formula,) = formulas_in(written)
    assert has_formula(text, formula), formula


@rows(("written", "text"), NOT_THERE.values(), ids=NOT_THERE)
def test_another_formula_is_another(written: str, text: str) -> None:
    (formula,) = formulas_in(written)
    assert not has_formula(text, formula), formula


@rows("text", NO_FORMULA.values(), ids=NO_FORMULA)
def test_what_is_no_formula(text: str) -> None:
    assert formulas_in(text) == ()
