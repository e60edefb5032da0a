"""Code, short formulas and rows: what tells one line from another, and what counts as an entry of a list."""

from studyguide.finding import Finding
from tests.syntax.test_built import Case, qa
from tests.table import rows

TALLY = "def tally(rows, limit):\n    total = 0\n    for k in range(len(rows)):\n        if rows[k] >= limit:\n            total += rows[k] // 2\n        last = rows[k - 1]\n    return total, rows[k:]"
STRICT = "In the loop the sign > keeps the order; with >= equal rows would change places."
REST = "The sign % gives the rest, the sign // the whole part of it."
SHELL = "To keep the list, type:\n\ngrep -v done list.txt | sort > rest.txt\n\nThen git reset --hard throws all away, git commit --amend changes the last."
CALL = "Names are put in order so:\n\nprint(sorted(names, key=str.lower))\n\nThe call is short."
PROSE = "The tank holds 9 litres (a pail) and, at noon, 4 of it go to the pump."
BRIDGE = "The pull is told by the law below.\n\np = √(gh)\n\nMarin found it in 1781. Two ropes, two masts."
ROWS = "Here are the depths.\n\nDepth\tSpeed\tPace\n\n4000 m\t198\t713\n\n100 m\t31.3\t113\n\n10 m\t9.9\t36"
TABLE = "| Depth | Speed | Pace |\n|---|---|---|\n| 4000 m | 198 | 713 |\n| 100 m | 31.3 | 113 |\n| 10 m | 9.9 | 36 |"
QUOTED = ("Depth Speed Pace", "4000 m 198 713", "100 m 31.3 113", "10 m 9.9 36")
ALL = ("def tally … return total, rows[k:]",)
CONDITION = "if rows[k] >= limit"


def held(text: str, question: str, answer: str, *evidence: str) -> Case:
    lines = "".join(f"\n  {line}" for line in answer.split("\n"))
    quoted = "".join(f"\n- '{each}'" for each in evidence)
    return Case(text, f"question: '{question}'\nanswer: |{lines}\nevidence:{quoted}")


def code(line: str) -> Case:
    return held(TALLY, "How does tally go on?", f"```python\n{line}\n```", *ALL)


def inline(line: str) -> Case:
    return held(TALLY, "How does tally go on?", f"it has `{line}`", *ALL)


def bare(line: str) -> Case:
    return held(TALLY, "How does tally go on?", line, *ALL)


def blank(sign: str) -> Case:
    return Case(
        STRICT,
        f"cloze: 'The sign {{{{c1::`{sign}`}}}} keeps the order.'\nevidence: sign > keeps the order",
    )


RIGHT = {
    "a line as it is": ("sign", code("        if rows[k] >= limit:")),
    "with other blanks": ("sign", code("for k in range( len(rows) ):")),
    "two lines": ("sign", code("total = 0\nreturn total, rows[k:]")),
    "a part of a line": ("sign", inline("rows[k] // 2")),
    "the sign of print": ("sign", inline("rows[k] ≥ limit")),
    "a function by its name": ("sign", inline("tally()")),
    "one name": ("sign", inline("limit")),
    "without a mark": ("sign", bare("total += rows[k] // 2")),
    "keys": ("sign", held("Press Ctrl-C to stop it.", "What stops it?", "`Ctrl+C`", "Press Ctrl-C to stop it")),
    "a key and its value in prose": ("sign", held("The names are key, limit and total.", "Which name is for the key?", "it is `key = limit`", "names are key, limit and total")),
    "prose without its brackets": ("sign", held(PROSE, "What holds the tank?", "9 litres, a pail, and at noon 4 of it go", "tank holds 9 … to the pump")),
    "the sign that is asked": ("sign", blank(">")),
    "a sign alone": ("sign", held(STRICT, "Which sign keeps the order?", "`>`", "sign > keeps the order")),
    "one of two signs behind one word": ("sign", Case(REST, "cloze: 'The rest is given by the sign {{c1::`%`}}.'\nevidence: sign % gives the rest")),
    "a command": ("sign", held(SHELL, "How is the last commit changed?", "`git commit --amend`", "git commit --amend changes the last")),
    "a stop inside a name": ("answer-unsupported", held(CALL, "Which call puts names in order?", "sorted(names, key=str.lower)", "sorted(names, key=str.lower)")),
    "the same in code": ("answer-unsupported", held(CALL, "Which call puts names in order?", "`sorted(names, key=str.lower)`", "sorted(names, key=str.lower)")),
    "a formula is a paragraph": ("evidence-short", qa(BRIDGE, "What is the law?", "p = √(gh)", "p = √(gh)")),
    "one of two signs": ("evidence-ambiguous", held("k + 1 is first.\n\nThen comes k -= 1 in it.\n\nk += 1 is last.", "What comes then?", "`k -= 1`", "k -= 1")),
    "a blank for a border": ("evidence-ambiguous", held(ROWS, "How fast is it at 100 m?", "31.3", "100 m 31.3 113")),
    "numbers of two rows": ("answer-number", held(ROWS, "How fast is it by depth?", TABLE, *QUOTED)),
    "so many rows": ("question-number", held(ROWS, "What are the three depths and their speeds?", TABLE, *QUOTED)),
    "and they are a list": ("list-length", held(ROWS, "Which three depths are there?", TABLE, *QUOTED)),
    "lines of code": ("list-length", held(TALLY, "Which two lines open tally?", "```\ndef tally(rows, limit):\n    total = 0\n```", *ALL)),
}  # fmt: skip
WRONG = {
    "another comparison": ("sign", code("if rows[k] <= limit:")),
    "without the equal": ("sign", code("if rows[k] > limit:")),
    "one stroke of two": ("sign", code("total += rows[k] / 2")),
    "minus for plus": ("sign", code("total -= rows[k] // 2")),
    "plus for minus": ("sign", code("last = rows[k + 1]")),
    "of several lines one": ("sign", code("total = 0\nfor k in range(len(rows)):\n    if rows[k] == limit:")),
    "in a line of words": ("sign", inline("rows[k] <= limit")),
    "not marked": ("sign", bare("total -= rows[k] // 2")),
    "another name": ("sign", code("total += limit[k] // 2")),
    "another name in brackets": ("sign", code("for k in range(len(total)):")),
    "the sign beside": ("sign", blank(">=")),
    "the other sign alone": ("sign", held(STRICT, "Which sign keeps the order?", "`>=`", "sign > keeps … change places")),
    "the other behind one word": ("sign", Case(REST, "cloze: 'The rest is given by the sign {{c1::`//`}}.'\nevidence: sign % gives the rest, the sign // the whole")),
    "files exchanged": ("sign", held(SHELL, "What is typed?", "`grep -v done rest.txt | sort > list.txt`", "grep -v done … rest.txt")),
    "the option of another command": ("sign", held(SHELL, "What throws all away?", "`git reset --amend`", "git reset --hard throws all away")),
    "two words": ("evidence-short", qa(BRIDGE, "What are there?", "two ropes", "Two ropes")),
    "signs of a name": ("evidence-short", qa("They wrote it in C++ at once.", "In what?", "C++", "in C++")),
    "the same sign twice": ("evidence-ambiguous", held("k -= 1 is first.\n\nThen comes k -= 1 in it.", "What comes then?", "`k -= 1`", "k -= 1")),
    "a row too few": ("list-length", held(ROWS, "Which four depths are there?", TABLE, *QUOTED)),
    "a line too few": ("list-length", held(TALLY, "Which three lines open tally?", "```\ndef tally(rows, limit):\n    total = 0\n```", *ALL)),
    "a number of no rows": ("list-length", held(ROWS, "What are the five depths and their speeds?", TABLE, *QUOTED)),
}  # fmt: skip


def found(desk, each: Case) -> list[Finding]:
    desk.deck(markup="yes", math="yes", quotation="{share: 1, run: 60}")
    desk.section(each.body)
    return [*desk.check(f"Author\n\nA Text\n\n1. A Part\n\n{each.text}\n").findings]


@rows(("code", "each"), RIGHT.values(), ids=RIGHT)
def test_what_is_honest_passes(desk, code: str, each: Case) -> None:
    assert [every.message for every in found(desk, each) if every.code == code] == []


@rows(("code", "each"), WRONG.values(), ids=WRONG)
def test_a_mistake_of_the_same_build_is_told(desk, code: str, each: Case) -> None:
    codes = [every.code for every in found(desk, each)]
    assert code in codes, codes
