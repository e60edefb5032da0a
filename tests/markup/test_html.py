"""Markup as HTML: what it says, and that nothing a curator wrote is more than text."""

import re
import time
from html.parser import HTMLParser

from studyguide.anki.field_html import shown
from studyguide.deck.marked import Marked, Table
from studyguide.deck.markup import read_markup
from studyguide.markup.code import coloured
from studyguide.printing.press.typesetting import Typesetter
from studyguide.vocabulary.vocabulary import Vocabulary
from tests.anki.test_write import HOSTILE
from tests.table import rows

PAPER = Typesetter(Vocabulary())

SET = {
    "emphasis": ("*a* **b**", "<em>a</em> <strong>b</strong>"),
    "figures": ("H~2~O 10^-9^", "H<sub>2</sub>O 10<sup>−9</sup>"),
    "code": ("`a<b`", "<code>a&lt;b</code>"),
    "link": ("[a](https://x.org/?b=1&c=%23)", '<a href="https://x.org/?b=1&amp;c=%23">a</a>'),
    "braces in a link": ("[a](https://x.org/{b})", '<a href="https://x.org/%7Bb%7D">a</a>'),
    "lines of code": (
        "```c\n#a\n\n  b\n```",
        '<code class="code-block"><span class="c">#a<br></span><br>  b</code>',
    ),
    "code in no language": ("```\n a\n```", '<code class="code-block"> a</code>'),
}


@rows(("raw", "html"), SET.values(), ids=SET)
def test_in_anki(raw: str, html: str) -> None:
    assert shown(read_markup(raw)) == html


def test_on_paper_quotes_are_curled_but_not_in_code_and_addresses_are_shown() -> None:
    text = read_markup('"*a*" `"b"` [c](https://www.x.org/d/)')
    assert PAPER.formulas(text) == (
        "“<em>a</em>” <code>&#34;b&#34;</code> "
        '<a href="https://www.x.org/d/">c</a> <span class="address">(www.x.org/d)</span>'
    )
    assert "<wbr>" in PAPER.formulas(read_markup(f"`{'a' * 30}`"))


LINES = {
    "indented": ("a\n  b", 'line hang-2">a</span>|line hang-4">  b</span>'),
    "a comment": ("  # b", 'line hang-4"><span class="c">  # b</span></span>'),
    "empty": ("a\n\nb", 'line hang-2">a</span>|line hang-2"></span>|line hang-2">b</span>'),
    "of blanks": (
        "a\n   \nb",
        'line hang-2">a</span>|line hang-5">   </span>|line hang-2">b</span>',
    ),
    "deep": (f"{' ' * 20}a", f'line hang-10">{" " * 20}a</span>'),
    "a long word": (
        'a.startswith("#")',
        'line hang-2">a.startswith(<wbr><span class="s">&#34;#&#34;</span><wbr>)</span>',
    ),
    "over lines": (
        'a("""b\n c""")',
        'line hang-2">a(<span class="s">&#34;&#34;&#34;b</span></span>|line hang-3"><span class="s"> c&#34;&#34;&#34;</span>)</span>',
    ),
}


@rows(("code", "html"), LINES.values(), ids=LINES)
def test_on_paper_each_line_of_code_goes_on_deeper(code: str, html: str) -> None:
    shown = PAPER.formulas(read_markup(f"```python\n{code}\n```"))
    wanted = "".join(f'<span class="{line}' for line in html.split("|"))
    assert shown == f'<code class="code-block">{wanted}</code>'


def test_the_line_end_of_a_part_stays() -> None:
    for text in ("a\n", read_markup("`a`\n")):
        assert PAPER.formulas(text, is_part=True).endswith("<br>")
        assert not PAPER.formulas(text).endswith("<br>")


class Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(f"{tag} {sorted(name for name, _ in attrs)}")

    def handle_data(self, data: str) -> None:
        self.words += data


@rows("frame", ["*{}*", "`{}`", "```html\n{}\n```", "| a | {} |\n|--|--|\n| *b* | c |"])
def test_what_is_hostile_is_text(frame: str) -> None:
    allowed = r"(?:em|strong|sub|sup|code|br|wbr|span|a) \[(?:'(?:class|dir|role|href)'(?:, )?)*\]"
    for name in HOSTILE.keys() - {"long"}:
        text = read_markup(frame.format(HOSTILE[name]))
        if not isinstance(text, Marked):
            continue
        for html in (shown(text), str(PAPER.formulas(text))):
            assert [tag for tag in Tags(html).tags if not re.fullmatch(allowed, tag)] == [], name
        assert "{{" not in shown(text), name


SLOW = (
    '"' + "\\" * 1900,
    "'" + "\\" * 1900,
    "a" * 1900,
    " " * 1900,
    '" \n' * 600,
    "a<" * 900,
    "${" * 900,
    "/*" * 900,
)


@rows(
    "language",
    ["fish", "scala", "factor", "maple", "lilypond", *("python", "c", "html", "console")],
)
def test_no_code_takes_long_to_colour(language: str) -> None:
    """Some languages are read in a time that doubles with each sign: those have no colours."""
    begun = time.process_time()
    assert all("".join(part for _, part in coloured(code, language)) == code for code in SLOW)
    assert time.process_time() - begun < 5


def test_code_is_cut_into_kinds_whatever_its_language() -> None:
    assert coloured("def f(): return 'a' # b", "python")[0] == ("k", "def")
    assert {kind for kind, _ in coloured("def f(): return 'a' # b 1", "python")} == set("kscn") | {
        ""
    }
    assert coloured("def", "no such language") == (("", "def"),)
    for language in ("python", "html", "sql", "tex", "console"):
        assert "".join(part for _, part in coloured("<a>\t\\b'\r\n", language)) == "<a>\t\\b'\r\n"


def _rows_of(raw: str, form: str) -> list[str]:
    text = read_markup(raw)
    assert isinstance(text, Marked)
    blocks = tuple(each._replace(form=form) for each in text.blocks if isinstance(each, Table))
    shown_so = str(PAPER.formulas(Marked(str(text), blocks, text.raw, text.places)))
    assert f'class="{f"pipe-table {form}".rstrip()}" role="table"' in shown_so
    parts = shown_so.replace('<span class="named">', "^").split('<span class="row')[1:]
    return [re.sub(r"^[^>]*>|<[^>]+>", "", each).strip(" ") for each in parts]


FORMS = {
    "as it is": ("| a | b |\n|---|---|\n| c | d |", "", ["a b", "c d"]),
    "turned": ("| a | b |\n|---|---|\n| c | d |", "turned", ["a c", "b d"]),
    "in lines": ("| a | b |\n|---|---|\n| c | *d* |", "in-lines", ["^a c\u00a0· ^b d"]),
    "two rows in lines": ("| a | b |\n|---|---|\n| c | d |\n| e | f |", "in-lines", ["^a c\u00a0· ^b d", "^a e\u00a0· ^b f"]),
    "a row without a head": ("| | b |\n|---|---|\n| c | d |", "in-lines", ["c\u00a0· ^b d"]),
    "a cell without words": ("| a | b |\n|---|---|\n| | d |", "in-lines", ["^b d"]),
    "a cell too few": ("| a | b |\n|---|---|\n| c |", "in-lines", ["^a c"]),
    "heads alone": ("| a | b |\n|---|---|", "in-lines", ["a\u00a0· b"]),
}  # fmt: skip


@rows(("raw", "form", "said"), FORMS.values(), ids=FORMS)
def test_a_table_is_written_as_it_is_to_be_set(raw: str, form: str, said: list[str]) -> None:
    assert _rows_of(raw, form) == said
