"""Evidence: an exact run of the section's words, there once, of sane length."""

from tests.conftest import serious, unmarked
from tests.table import rows

PAY = "question: Over what did the lamplighters walk out?\nanswer: pay\nevidence: "

FIRES = {
    "one word": ("evidence-short", PAY + "▸pay◂"),
    "two words": ("evidence-short", PAY + "▸over pay◂"),
    "two words and a gap": ("evidence-short", PAY + "▸over … pay◂"),
    "no words": ("evidence-short", PAY + '▸"…"◂'),
    "thirteen words": (
        "evidence-long",
        PAY + "▸In 1911 the lamplighters of Port Selby walked out over pay. Their leader◂",
    ),
    "thirteen words and a gap": (
        "evidence-long",
        PAY + "▸In 1911 the lamplighters of Port Selby … out over pay. Their leader, Ada◂",
    ),
    "not there": ("evidence-missing", PAY + "▸walked out over hours◂"),
    "a number that is not there": ("evidence-missing", PAY + "▸In 1912 the lamplighters◂"),
    "a word left out": ("evidence-missing", PAY + "▸lamplighters of Selby walked out◂"),
    "words changed over": ("evidence-missing", PAY + "▸out walked over pay◂"),
    "from one paragraph to the next": ("evidence-missing", PAY + "▸1,200 pence. “The lamps◂"),
    "another section": ("evidence-section", PAY + "▸gave way in 1913◂"),
    "another section, with a gap": ("evidence-section", PAY + "▸Tobias Fenn … bookshop◂"),
    "parts in two sentences": ("evidence-apart", PAY + "▸walked out over … twenty-seven years◂"),
    "parts the wrong way round": ("evidence-apart", PAY + "▸over pay … the lamplighters◂"),
    "parts that overlap": ("evidence-apart", PAY + "▸walked out … out over pay◂"),
    "second of two": (
        "evidence-missing",
        PAY + "\n  - walked out over pay\n  - ▸paid by the hour◂",
    ),
    "in quotation marks of YAML": ("evidence-missing", PAY + "▸'over the council''s pay'◂"),
}

PASSES = {
    "three words": "out over pay",
    "twelve words": "1911 the lamplighters of Port Selby walked out over pay. Their leader",
    "with a gap": "In 1911 … over pay",
    "with two gaps": "In 1911 … walked out … over pay",
    "with dots for a gap": "In 1911 ... over pay",
    "with a gap in brackets": "In 1911 […] over pay",
    "with a gap at the ends": "… walked out over pay …",
    "with a gap for nothing": "walked out … over pay",
    "small letters": "the LAMPLIGHTERS of port selby … over pay",
    "across two sentences": "over pay. Their leader",
    "a gap beside a first word that stands elsewhere, too": "the lamplighters … pay",
    "other hyphens and spaces": "lamplighters of Port‑Selby  walked out … pay",
    "in a list of one": "[walked out over pay]",
    "straight quotation marks": "In 1911 … 'over' pay",
    "a soft hyphen": "the lamp\u00adlighters … over pay",
    "no-break spaces": "walked\u00a0out\u00a0over\u00a0pay",
    "two quotations": "[In 1911 the lamplighters, walked out over pay]",
    "punctuation left out": "walked out over pay Their leader Ada Kestrel had",
}

TWICE = "question: What happened to every lamp?\nanswer: {}\nevidence: {}"
AMBIGUOUS = {
    "in two paragraphs": ("▸lamp in the town◂", "2 times in §3: ¶1, ¶2"),
    "in one sentence, by a gap": ("▸the council … rose◂", "2 times in §3: ¶2"),
    "by two gaps": ("▸the … the … rose◂", "2 times in §3: ¶2"),
}


@rows(("code", "body"), FIRES.values(), ids=FIRES)
def test_fires(desk, code: str, body: str) -> None:
    assert desk.fires(code, body)


@rows("evidence", PASSES.values(), ids=PASSES)
def test_passes(desk, evidence: str) -> None:
    assert desk.errors(PAY + evidence) == []


@rows(("evidence", "said"), AMBIGUOUS.values(), ids=AMBIGUOUS)
def test_ambiguous(desk, evidence: str, said: str) -> None:
    assert said in desk.fires("evidence-ambiguous", TWICE.format("lit again", evidence), number=3)


def test_only_so_many_places_are_counted(desk) -> None:
    desk.section("question: What is it?\nanswer: day\nevidence: day by day")
    (finding,) = desk.found("1. " + "It is day by day. " * 30)
    assert finding.message == "these words stand 9 times or more in §1: ¶1"


SAME_SPAN = {
    "a word between that stands there twice": ("Of the wheels one of oak, and one of old oak, was sold.", "Of the wheels … oak … was sold", 0),
    "in capitals, too": ("The mill Oak (of the OAK firm) was shut last.", "The mill … oak … was shut last", 0),
    "three times": ("A bell, a bell and a bell rang for the late ferry.", "a bell … bell … late ferry", 2),
    "two words between": ("Both north gate and south gate were shut by night.", "Both … gate … shut by night", 0),
    "two ends": ("A tide fell, and then the tide fell again.", "A … tide fell", 2),
    "two beginnings": ("The gate by the gate was shut.", "the gate … was shut", 2),
    "another sentence": ("The mill of oak was shut. The mill of ash was shut.", "The mill … was shut", 2),
}  # fmt: skip


@rows(("text", "evidence", "count"), SAME_SPAN.values(), ids=SAME_SPAN)
def test_one_span_is_one_place(desk, text: str, evidence: str, count: int) -> None:
    desk.section(f"question: What is told?\nanswer: that\nevidence: {evidence}")
    found = [each for each in desk.found(f"1. {text}") if each.code.startswith("evidence")]
    assert [each.message[:25] for each in found] == ["these words stand 2 times"] * (count > 1)


def test_a_word_or_two_more_make_it_unambiguous(desk) -> None:
    assert desk.errors(TWICE.format("lit again", "in the town was lit again"), number=3) == []


SAYS = {
    "the nearest text": (PAY + "▸walkd out over pays◂", "“walked out over pay” (§1 ¶1)"),
    "the nearest text to a wrong number": (
        PAY + "▸send 41 constables to the◂",
        "send 40 constables",
    ),
    "the whole sentence where words are skipped": (PAY + "▸In 1911 … over wages◂", "“In 1911 the"),
    "nothing where nothing is near": (PAY + "▸xylophone quartz jukebox◂", "copy the words"),
    "the other section": (PAY + "▸recognised the democratically-run◂", "stand in §2 ¶1, not in §1"),
    "how many words": (PAY + "▸pay◂", "1 quoted word cannot tell"),
    "how many words at least": (PAY + "▸over pay◂", "2 quoted words cannot tell"),
}


@rows(("body", "said"), SAYS.values(), ids=SAYS)
def test_says(desk, body: str, said: str) -> None:
    code = "evidence-section" if "recognised" in body else "evidence-missing"
    code = "evidence-short" if "quoted word" in said else code
    assert said in desk.fires(code, body)


def test_a_shorter_quotation_is_given(desk) -> None:
    long = "The ferry that was built in Orrin crossed the sound twice a day until the spring"
    desk.section(f"question: Until when did it cross?\nanswer: the spring\nevidence: {long}")
    found = serious(desk.check(f"Author\n\nA Text\n\n1. {long}, when the ice broke.\n"))
    assert [each.help for each in found if each.code == "evidence-long"] == [
        "quote as much with fewer words: The ferry that … until the spring"
    ]


def test_many_gaps_in_a_long_sentence_take_no_time(desk) -> None:
    desk.section("question: What is it?\nanswer: day\nevidence: " + "the … " * 8 + "night")
    report = desk.check("1. " + "the day and " * 80 + "that.\n\nIt is night.")
    assert [finding.code for finding in serious(report)] == ["evidence-apart"]


def test_nothing_near_in_an_empty_section(desk) -> None:
    desk.section("question: What is it?\nanswer: day\nevidence: day by day")
    assert [each.code for each in desk.found("1. …\n\n2. Day by night.")] == ["evidence-missing"]


@rows(
    "text",
    [
        "question: What stayed dark?\nanswer: thousands of l▸а◂mps\nevidence: Hundreds of thousands of lamps",
        "question: What stayed dark?\nanswer: thousands of lamps\nevidence: Hundreds of thousands of l▸а◂mps",
        "question: Which person led them?\nanswer: ▸А◂da Kestrel\nevidence: Their leader, Ada Kestrel",
    ],
    ids=["in an answer", "in the evidence", "in a name"],
)
def test_a_letter_of_another_script_is_named(desk, text: str) -> None:
    body, start, length = unmarked(text)
    path = desk.section(body)
    (found,) = [each for each in desk.check().findings if each.code == "letter-foreign"]
    assert found.is_error
    assert "Cyrillic" in found.message
    line = path.read_text("utf-8").splitlines()[found.location.line - 1]
    assert line[found.location.column - 1] == body[start : start + length]


@rows("word", ["lamps", "löwe", "µm", "δ"])
def test_letters_of_one_script_are_let_be(desk, word: str) -> None:
    desk.section(f"question: What?\nanswer: {word}\nevidence: Hundreds of thousands of lamps")
    assert "letter-foreign" not in [each.code for each in desk.check().findings]


SPLIT = {
    "a quotation": ("answer: pay\nevidence: [over pay. Their leader, Ada Kestrel]", 1),
    "a bracket": ("answer: [pay (hours, lamps), oil]\nevidence: walked out over pay", 1),
    "a thousand": ("answer: [1,200 pence, pay]\nevidence: walked out over pay", 1),
    "two quotations": ("answer: pay\nevidence: [In 1911 the lamplighters, walked out over pay]", 0),
    "a full stop between": ("answer: pay\nevidence: [walked out over pay, Their leader]", 0),
    "in quotation marks": ('answer: pay\nevidence: ["over pay. Their leader", "Ada Kestrel"]', 0),
    "a line each": ("answer: pay\nevidence:\n  - over pay. Their leader\n  - Ada Kestrel", 0),
    "true entries": ("answer: [12, 120, pay (hours), oil]\nevidence: walked out over pay", 0),
}


@rows(("body", "count"), SPLIT.values(), ids=SPLIT)
def test_commas_that_split_one_entry(desk, body: str, count: int) -> None:
    desk.section(f"question: Over which two things did they walk out?\n{body}")
    codes = [finding.code for finding in desk.check().findings]
    assert codes.count("list-comma") == count


def test_a_list_too_long_says_why(desk) -> None:
    desk.section(
        "question: Which two?\nanswer: [Dunmere, a town, Orrin]\nevidence: walked out over pay"
    )
    (help,) = (each.help for each in desk.check().findings if each.code == "list-length")
    assert 'needs quotation marks: ["…, …", …]' in help
