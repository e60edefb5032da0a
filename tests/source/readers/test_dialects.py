"""What writers put into Markdown beyond CommonMark is read as their programs show it, and programs are left alone."""

from studyguide.source.readers import read_bytes
from tests.table import rows


def parts(text: str) -> list[str]:
    """Give the parts behind a heading, each on one line; footnotes begin with a dagger."""
    document = read_bytes(f"# Lime\n\n{text}\n".encode(), "a.md")
    return [
        "†" * (block.kind == "footnote") + " ".join(document.text[block.start : block.end].split())
        for block in document.blocks[1:]
    ]


READ = {
    "a box to tick": ("- [x] coal\n- [ ] wood", ["coal", "wood"]),
    "links of a wiki": ("The [[Kiln|old kiln]] at [[Sea Wall#Gate]].", ["The old kiln at Sea Wall."]),
    "what is shown of another file": ("![[kiln.png]]\n\nIt burns.", ["It burns."]),
    "a remark": ("It %%not yet%% burns.\n\n%%\nof mine\n%%\n\nEnd.", ["It burns.", "End."]),
    "marked with a pen": ("It ==burns== well.", ["It burns well."]),
    "struck out": ("It ~~burned~~ burns.", ["It burned burns."]),
    "a kind of remark": ("> [!note] Mind\n> It burns.", ["Mind It burns."]),
    "GitHub's": ("> [!TIP]\n> It burns.", ["It burns."]),
    "the name of a part": ("It burns. ^a1b2c3", ["It burns."]),
    "parts between colons": ("::: {.note}\nIt burns.\n:::", ["It burns."]),
    "what is cited": ("It burns [see @brown1911, p. 3; @green].", ["It burns."]),
    "a note in the text": ("It burns.^[Coal, that is.] End.", ["It burns. End.", "†Coal, that is."]),
    "raised and lowered": ("H~2~O and 10^9^ sacks", ["H2O and 10⁹ sacks"]),
    "short codes": ("{{< figure src=a >}}\n\nIt {{% x %}}burns.\n{: .lead}\n\n{% include b %}", ["It burns."]),
    "a break in a line": ("one<br>two", ["one two"]),
    "HTML": ("<style>p { x: y }</style>\n\n<table><tr><td>a&nbsp;b<td>c</table>\n\n<script>\nd\n</script>", ["a b c"]),
    "headings of HTML": ("<h2>Kilns</h2>\n\nIt burns.", ["Kilns", "It burns."]),
}  # fmt: skip
LEFT = {
    "a test of a shell": "if [[ -f x ]]; then",
    "two signs of equality": "a == b and c==d",
    "per cent, twice": "50%% of%% it",
    "a power": "2^10 and x^2",
    "an address": "Write to [ada@kiln.org] or @ada.",
    "a word in brackets": "[x] marks a kiln"[3:],
    "braces": "{{ name }} and {a}",
    "waves": "about ~40 or ~50 sacks",
    "a colon": "They say: it burns.",
}


@rows(("text", "expected"), READ.values(), ids=READ)
def test_marks_of_other_dialects_are_no_text(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@rows("text", LEFT.values(), ids=LEFT)
def test_what_only_looks_like_them_is_text(text: str) -> None:
    assert parts(text) == [" ".join(text.split())]


def test_programs_are_left_as_they_are() -> None:
    code = "[[a|b]] ==c== %%d%% {% e %} ^[f] ~~g~~ - [x] h"
    assert parts(f"`{code}`\n\n```\n::: i\n{code}\n```") == [code, f"::: i {code}"]
