"""Where lines end that WeasyPrint would end elsewhere: of code at spaces, before a space that stays behind the last break."""

from functools import cache
from itertools import groupby

from studyguide.printing.press.pdf import open_press
from studyguide.printing.press.resources import Resources
from tests.printing.book.test_pdf import BUNDLED
from tests.table import rows

COMMAND = "find /srv -name x -print0 --no-run-if-empty"
ENDS = {
    "options": (f"<code>{COMMAND}</code>", "find /srv -name x|-print0|--no-run-if-empty"),
    "behind words": ("<p>The sluice is <code>--no-run-if</code>.", "The sluice is|--no-run-if."),
    "in parts": ("<code>sluice <b>'a.log'</b> -mtime +2</code>", "sluice 'a.log'|-mtime +2"),
    "indented": ("<code>    --no-run-if-empty x</code>", "    --no-run-if-|empty x"),
    "a path longer than a line": ("<code>/srv/mill/lathe/wheel/a.log</code>", "/srv/mill/lathe/|wheel/a.log"),
    "an option longer than a line": ("<code>--never-run-if-it-is-empty</code>", "--never-run-if-it-|is-empty"),
    "a word longer than a line": ("<code>--neverrunneverrunneverrun</code>", "--neverrunneverrun|neverrun"),
    "no code": ("<p>The tide well-before-it-ebbs", "The tide well-|before-it-ebbs"),
    "a space that stays": ("<p>À Sault, à 8 : «\u00a0<b>____</b>", "À Sault, à 8 :|«\u00a0____"),
    "of one word": ("<p>Sault\u00a0<b>et-Bréhat-sur-mer</b>", "Sault\u00a0et-Bréhat-|sur-mer"),
}  # fmt: skip
STYLE = (
    "@page { size: A4 } div { width: 100px; font: 12px/1.2 'Guide Source Serif'; overflow-wrap: anywhere }"
    " code { font: 9px/1.2 'Guide Source Code'; white-space: pre-wrap; hyphens: none }"
)


@cache
def ended() -> dict[str, str]:
    """Give all lines, parted by strokes, laid out on one page."""
    blocks = "".join(f"<div id='{name}'>{html}</div>" for name, (html, _) in ENDS.items())
    page = f"<html lang=en><title>x</title><style>{STYLE}</style>{blocks}"
    with open_press(Resources.of([], BUNDLED), "guide/guide.html") as press:
        (made,) = press.laid_out(page).pages
        boxes = [each for each in made._page_box.descendants() if each.element is not None]
        found = dict[str, str]()
        for block in (each for each in boxes if each.element_tag == "div"):
            told = [each for each in block.descendants() if hasattr(each, "pango_layout")]
            lines = groupby(told, key=lambda each: round(each.position_y + each.baseline))
            shown = ("".join(each.text for each in line).rstrip(" ") for _, line in lines)
            found.setdefault(block.element.get("id"), "|".join(shown))  # not a line of it
    return found


@rows(("name", "expected"), [(name, lines) for name, (_, lines) in ENDS.items()], ids=ENDS)
def test_lines_end(name: str, expected: str) -> None:
    assert ended()[name] == expected
