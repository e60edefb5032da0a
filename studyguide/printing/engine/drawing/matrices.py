"""Matrices: they are multiplied without a generator for each figure; each link, drawing and turned box takes some.

Figures are added by `sum`, as WeasyPrint adds them: newer versions of Python add so with less rounding than `+`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from studyguide.printing.engine.instead import instead


@contextmanager
def multiplied_at_once(matrix: Any) -> Iterator[None]:
    """Multiply so while a block runs; what it takes is WeasyPrint's class of matrices."""
    with (
        instead(matrix, "__matmul__", lambda before: _product(matrix, before)),
        instead(matrix, "transform_point", lambda _: _moved),
    ):
        yield


def _product(matrix: Any, before: Any) -> Any:
    def product(one: Any, other: Any) -> Any:
        if len(one) != 3:
            return before(one, other)
        columns = [*zip(*other, strict=True)]
        rows = [[sum((x * a, y * b, z * c)) for a, b, c in columns] for x, y, z in one]
        return matrix(matrix=rows)

    return product


def _moved(matrix: Any, x: float, y: float) -> list[float]:
    """Give the place to which a matrix moves a point."""
    (a, b, _), (c, d, _), (e, f, _) = matrix
    return [sum((x * a, y * c, e)), sum((x * b, y * d, f))]
