"""Matrices that are multiplied in less time: the same figures come of it, to the last bit."""

from itertools import product

from weasyprint.matrix import Matrix  # type: ignore[import-untyped]

from studyguide.printing.engine.drawing.matrices import multiplied_at_once
from tests.table import rows

ONES = {
    "as it was": Matrix(),
    "moved": Matrix(e=0.1, f=-3.7),
    "turned": Matrix(
        0.7071067811865476, 0.7071067811865475, -0.7071067811865475, 0.7071067811865476
    ),
    "mirrored": Matrix(d=-1, f=841.8897637795277),
    "of thirds": Matrix(1 / 3, 1e17, -1e17, 1 / 3, 1e-17, 3),
    "to a line": Matrix(a=0, d=-0.0),
}


@rows("one, other", product(ONES.values(), repeat=2), ids=map(" by ".join, product(ONES, repeat=2)))
def test_the_same_figures(one: Matrix, other: Matrix) -> None:
    def asked() -> str:
        moved = one.transform_point(0.1, -7), other.transform_point(-0.0, 1e9)
        return repr((one @ other, moved))

    told = asked()
    with multiplied_at_once(Matrix):
        assert asked() == told
