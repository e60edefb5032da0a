"""What letters alone tell of how many lines an entry of an index takes."""

from studyguide.printing.index.line_counts import Measure, counted
from tests.table import rows

OPEN = None
AT = '<a href="#x">'
COUNTED: dict[str, tuple[str, int | None]] = {
    "one line": (f"Dam,\u00a0\u200b{AT}4</a>", 1),
    "two lines": (f"Dam of Hill, {AT}4</a>", 2),
    "where the first line begins is room, too": ("Dam of Hil", 1),
    "three lines": ("Dam of the hill and sea", 3),
    "about as wide as a line": ("Dam of Hill", OPEN),
    "a break without width": ("Dams,\u200bHills,\u200bS", 2),
    "a space that nothing breaks at": ("Dam\u00a0of Hills", 2),
    "a word longer than a line": ("Damsandhills", OPEN),
    "may be parted at its dash, or not": ("Dam 1234–123", OPEN),
    "parted or not all the same": ("Dam 12–1", 1),
    "letters that are not known": ("Dam ж", OPEN),
    "a picture": ('Dam <img alt="">', OPEN),
    "as it is written": ("Dam &amp; seas of", 2),
}
"""Told in an entry eight letters wide whose first line begins two letters further left; a letter is a tenth wider at most."""


def _extent(word: str) -> tuple[float, float] | None:
    return (len(word), len(word) * 1.1) if "ж" not in word else None


@rows(("told", "lines"), COUNTED.values(), ids=COUNTED)
def test_lines_are_counted_where_letters_tell_them(told: str, lines: int | None) -> None:
    first, entry = '<p class="entry opens">A</p>\n', f'<p class="entry">{told}</p>\n'
    found = counted(f"<h2>I</h2>{first}{entry}</div>", Measure(8, 2, 0), _extent)
    assert found.lines == [None, lines]
    assert found.page == f"<h2>I</h2>{first}{'' if lines else entry}</div>"


def test_lines_of_a_sub_heading_are_shorter_and_letters_are_left_out() -> None:
    page = '<p class="letter">A</p><p class="entry">A</p><p class="sub">Dam of s</p>'
    found = counted(page, Measure(8, 2, 4), _extent)
    assert (found.page, found.lines) == ('<p class="entry">A</p>', [None, 2])
