"""The benchmarks run: tried on so little that nothing is measured."""

from pathlib import Path

import pytest

from tests.benchmarks import importing, packaging, printing, reading
from tests.benchmarks.__main__ import checking, side_by_side
from tests.printing.reading import entry, small_guide

ONE = small_guide(entry("question", "only", "What is the only question?", "40"))


@pytest.mark.torture
def test_what_is_measured_can_be_measured(tmp_path: Path) -> None:
    measures = [
        *checking(tmp_path, 20, 2_000, 1),
        importing.against_check(tmp_path, 20, 2_000, 1),
        *importing.streaming(tmp_path, 20, 40, 2_000),
        packaging.against_rows(tmp_path, 20),
        packaging.size(tmp_path, 20),
        reading.an_epub(500, 1),
        reading.a_pdf(2, 1),
        printing.boxes(1),
        printing.against_bare(tmp_path, "a guide", lambda path: printing.printed(ONE, path), 1, 1),
        side_by_side(tmp_path, ONE),
    ]
    assert all(each.ratio > 0 and str(each).startswith(each.what) for each in measures)
