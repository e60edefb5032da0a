"""Verbatim inside quotation marks, and outside of them no long run of the source."""

from studyguide.checking.check import check
from studyguide.loading.load import load
from studyguide.lock.lock import Lock
from studyguide.source.readers import read_bytes
from studyguide.source.source import Source
from tests.conftest import unmarked
from tests.table import rows

EVIDENCE = "\nevidence: called the walkout “a passing cloud”"

ALTERED = {
    "in a question": "question: What was {}?\nanswer: a cloud",
    "in an answer": "question: What was it?\nanswer: it was {}",
    "in a list": "question: Which two?\nanswer:\n  - cloud\n  - {}",
    "in a definition": "term: cloud\ndefinition: what was {}",
    "in a term": "term: '{}'\ndefinition: cloud",
    "in a note": "question: What was it?\nanswer: a cloud\nnote: Brand said {}.",
    "in a cloze": "cloze: The {{{{c1::walkout}}}}, {}.",
}


@rows("text", ALTERED.values(), ids=ALTERED)
def test_in_every_field(desk, text: str) -> None:
    codes = [code for code, *_ in desk.errors(text.format("“a passing walkout”") + EVIDENCE)]
    assert "quotation-altered" in codes
    codes = [code for code, *_ in desk.errors(text.format("“a passing cloud”") + EVIDENCE)]
    assert "quotation-altered" not in codes


NOTE = "question: As what was it seen?\nanswer: a cloud\nnote: {}" + EVIDENCE

MARKS_WRONG = {
    "curly": "It was “▸a walkout◂”.",
    "straight": 'It was "▸a walkout◂".',
    "single": "It was ‘▸a walkout◂’.",
    "guillemets": "It was «▸a walkout◂».",
    "guillemets turned round": "It was »▸a walkout◂«.",
    "German": "It was „▸a walkout◂“.",
    "another inflection": "It was “▸passing clouds◂”.",
    "a word left out": "Brand “▸called walkout◂” it.",
    "a word left out silently": "Brand called it “▸a cloud◂”.",
    "second of two": "“The walkout” was “▸a walkout◂”.",
    "from elsewhere": "It was “▸cold◂”.",
    "a part after a gap": "It was “▸a passing … storm◂”.",
    "parts the wrong way round": "It was “▸a passing … walkout◂”.",
    "another number": "It was “▸40◂”.",
}

MARKS_RIGHT = {
    "none": "It was a walkout.",
    "curly": "It was “a passing cloud”.",
    "straight": 'It was "a passing cloud".',
    "single": "It was ‘a passing cloud’.",
    "guillemets": "It was «a passing» »cloud«.",
    "another case": "“The Walkout” it was.",
    "a gap": "He “called … a passing cloud”.",
    "across the words that are quoted": "He “called the walkout ‘a passing cloud’”.",
    "other punctuation": "It was “Mayor Julius Brand — not the council”.",
    "an apostrophe": "The walkout’s and the workers’ end.",
    "two apostrophes": "The ’tis and the ’twas of it.",
    "nothing": "It was “…”.",
    "outside the quotation, inside the sentence": "“Mayor Julius Brand” it was.",
}


@rows("note", MARKS_WRONG.values(), ids=MARKS_WRONG)
def test_altered(desk, note: str) -> None:
    desk.fires("quotation-altered", NOTE.format(note))


@rows("note", MARKS_RIGHT.values(), ids=MARKS_RIGHT)
def test_verbatim(desk, note: str) -> None:
    assert desk.errors(NOTE.format(note)) == []


ASKED = "question: What of “{}” is told?\nanswer: He left\nevidence: In 1912 he left; in"
NAMED = {
    "a sentence before": ("a passing cloud", 0),
    "of another case": ("A Passing Cloud", 0),
    "behind it": ("It was cold", 0),
    "one word of the section": ("constables", 0),
    "another inflection of one word": ("constabulary", 1),
    "words of another paragraph": ("One constable", 1),
    "words of another section": ("night shift", 1),
    "one word of another section": ("bookshop", 1),
    "a word altered": ("a passing fog", 1),
    "a word left out": ("a cloud", 1),
}


@rows(("words", "count"), NAMED.values(), ids=NAMED)
def test_a_question_names_what_its_paragraph_names(desk, words: str, count: int) -> None:
    codes = [code for code, *_ in desk.errors(ASKED.format(words))]
    assert codes.count("quotation-altered") == count


OVER = {
    "above the passage": ("Idle Wheels", 0),
    "altered": ("Old Wheels", 1),
    "the section’s": ("The Ebb of May", 0),
    "a part of it": ("Ebb of", 0),
    "a word left out": ("The Ebb May", 1),
    "the other way round": ("Wheels Idle", 1),
    "two of them": ("The Ebb of May Idle Wheels", 1),
    "below the passage": ("New Sails", 1),
    "another section’s": ("Old Mills", 1),
    "the title of the text": ("Book of Tides", 0),
    "the title, altered": ("Book of Mills", 1),
}
TIDES = "# Book of Tides\n\n## The Ebb of May\n\nIt falls.\n\n### Idle Wheels\n\nThey stood still at slack water.\n\n### New Sails\n\nThey tore.\n\n## Old Mills\n\nThey rose.\n"
QUOTING = {
    "a question": "question: What does “{}” tell of?\nanswer: slack water",
    "an answer": "question: Of what is told?\nanswer: of slack water, in “{}”",
    "a note": "question: Of what is told?\nanswer: slack water\nnote: So it is in “{}”.",
}


def codes_of(desk, text: str) -> list[str]:
    """Check a deck against a text in Markdown."""
    source = Source("", {}, lambda: read_bytes(text.encode()))
    deck, loaded = load(desk.folder)
    assert deck
    return [each.code for each in check(deck, loaded, source, Lock(), 1000).findings]


@rows("item", QUOTING.values(), ids=QUOTING)
@rows(("words", "count"), OVER.values(), ids=OVER)
def test_an_item_quotes_the_headings_above_it(desk, words: str, count: int, item: str) -> None:
    desk.section(f"{item.format(words)}\nevidence: stood still at slack water")
    codes = codes_of(desk, TIDES)
    assert codes.count("quotation-altered") == count
    assert "evidence-missing" not in codes


OF_A_SECTION = {
    "its own": ("The Ebb of May", 0, 0),
    "within it": ("New Sails", 0, 0),
    "altered": ("New Mills", 1, 1),
    "another section’s": ("Old Mills", 1, 0),
    "the title of the text": ("Book of Tides", 0, 0),
}


@rows(("words", "count", "in_parts"), OF_A_SECTION.values(), ids=OF_A_SECTION)
def test_summaries_and_parts_quote_headings(desk, words: str, count: int, in_parts: int) -> None:
    desk.section(title=f"“{words}” — of wheels", summary=f"So it is in “{words}”.")
    assert codes_of(desk, TIDES).count("quotation-altered") == 2 * count
    desk.section()
    desk.deck(introduction=f'"So it is in “{words}”."')
    assert codes_of(desk, TIDES).count("quotation-altered") == in_parts


CLOZES = {
    "across a deletion": ("“a {{c1::passing}} cloud”", []),
    "within a deletion": ("{{c1::“a passing cloud”}}", []),
    "altered across a deletion": ("“a {{c1::passing}} walkout”", ["quotation-altered"]),
    "altered within a deletion": ("{{c1::“passing clouds”}}", ["quotation-altered"]),
    "in a hint": ("{{c1::cloud::a “passing cloud”}}", ["cloze-given-away"]),
    "altered in a hint": ("{{c1::cloud::a “passing walkout”}}", ["quotation-altered"]),
    "marks of a hint do not pair with others": ("“a passing {{c1::cloud::”weather}}”", []),
}


@rows(("cloze", "codes"), CLOZES.values(), ids=CLOZES)
def test_clozes(desk, cloze: str, codes: list[str]) -> None:
    text = f"cloze: Brand saw {cloze} in it.{EVIDENCE}"
    assert [code for code, *_ in desk.errors(text)] == codes


def test_a_quotation_may_go_on_into_the_next_sentence_of_the_evidence(desk) -> None:
    text = "question: Who gave way?\nanswer: Nobody\nnote: “{}”\nevidence: late. Nobody gave way"
    assert desk.errors(text.format("It was late. Nobody gave way")) == []
    desk.fires("quotation-altered", text.format("▸It was cold. It was late◂"))


SUMMARIES = {
    "verbatim in the section": ("title", "“A passing cloud”", []),
    "verbatim in the summary": ("summary", "It was “a passing cloud”.", []),
    "no quotation": ("summary", "It was a passing fog.", []),
    "altered": ("summary", "It was “▸a passing fog◂”.", ["quotation-altered"]),
    "with a gap": ("summary", "Brand’s “walkout … passing” it was.", []),
    "parts the wrong way round": ("summary", "A “▸passing … walkout◂”.", ["quotation-altered"]),
    "altered in the title": ("title", "“▸A passing fog◂”", ["quotation-altered"]),
    "from another section": ("summary", "He “▸opened a bookshop◂”.", ["quotation-altered"]),
    "another inflection": ("summary", "It was “▸passing clouds◂”.", ["quotation-altered"]),
}


@rows(("key", "text", "codes"), SUMMARIES.values(), ids=SUMMARIES)
def test_summaries(desk, key: str, text: str, codes: list[str]) -> None:
    text, start, length = unmarked(text)
    desk.section(**{key: text})
    found = desk.found()
    assert [each.code for each in found] == codes
    for each in found:
        assert each.location.line == (2 if key == "title" else 3)
        assert each.location.column == len(f"{key}: ") + start + 1
        assert each.location.length == length
        assert each.section == 1


SIXTEEN = "the walkout had spread to Dunmere, to Orrin in the Farrow Hills, and to both banks of the river"
FIFTEEN = " ".join(SIXTEEN.split()[:15])

COPIED = {
    "in a note": (NOTE, f"It says ▸{' '.join(SIXTEEN.split()[:16])}◂."),
    "in other spelling": (NOTE, f"▸{' '.join(SIXTEEN.split()[:16]).replace(',', ' —').upper()}◂"),
    "in the middle of a longer one": (
        NOTE,
        f"▸{' '.join(SIXTEEN.split()[:16])}◂ banks of the river",
    ),
    "in quotation marks": (NOTE, f"“▸{' '.join(SIXTEEN.split()[:16])}◂”"),
}
NOT_COPIED = {
    "fifteen words": (NOTE, FIFTEEN),
    "a word changed in the middle": (NOTE, SIXTEEN.replace("to Orrin", "and Orrin")),
    "a word left out": (NOTE, SIXTEEN.replace("Farrow ", "")),
    "two shorter ones": (NOTE, f"{FIFTEEN}; {FIFTEEN}"),
}


@rows(("text", "note"), COPIED.values(), ids=COPIED)
def test_copied(desk, text: str, note: str) -> None:
    note, start, length = unmarked(note)
    found = desk.errors(text.format(note))
    assert ("quotation-run", 8, len("    note: ") + start + 1, length) in found


@rows(("text", "note"), NOT_COPIED.values(), ids=NOT_COPIED)
def test_not_copied(desk, text: str, note: str) -> None:
    assert desk.errors(text.format(note)) == []


def test_copied_across_a_deletion(desk) -> None:
    words = " ".join(SIXTEEN.split()[:16]).replace("Dunmere", "{{c1::Dunmere}}")
    text = f"cloze: {words}\nevidence: walkout had spread to Dunmere"
    assert [code for code, *_ in desk.errors(text)] == ["quotation-run"]


@rows("key", ["title", "summary"])
def test_copied_into_a_title_or_summary(desk, key: str) -> None:
    desk.section(**{key: "It says that " + SIXTEEN})
    (finding,) = desk.found()
    assert (finding.code, finding.location.column) == (
        "quotation-run",
        len(f"{key}: It says that ") + 1,
    )
    desk.section(**{key: "It says that " + FIFTEEN})
    assert desk.found() == ()


def test_the_limit_is_the_decks(desk) -> None:
    desk.deck(quotation="{share: 1, run: 5}")
    evidence = "\nevidence: called the … cloud"
    text = "question: As what was it seen?\nanswer: a cloud\nnote: {}" + evidence
    assert desk.errors(text.format("in the Farrow Hills, and")) == []
    desk.fires("quotation-run", text.format("▸in the Farrow Hills, and to◂ it"))


SIGNS = "1. Signs\n\nA plain gate is drawn as → on the plan. Of the gates 30 % leak, and the sign for that is ≠."
OF_SIGNS = "question: What is the sign?\nanswer: '{}'\nevidence: {}"
ALONE = {
    "a sign of the sentence": ("→", "gate is drawn as → on", ()),
    "two, and what sets them apart": ("→.", "gate is drawn as → on", ()),
    "that behind the last word": ("≠", "the sign for that is", ()),
    "a sign at a figure": ("%", "Of the gates 30 %", ()),
    "in a formula": (r"\(\neq\)", "the sign for that is", ()),
    "another, in a formula": (r"\(\leq\)", "the sign for that is", ("answer-unsupported",)),
    "a sign of another sentence": ("→", "Of the gates 30 %", ("answer-unsupported",)),
    "a picture": ("🔥", "gate is drawn as → on", ("answer-unsupported",)),
    "a dash for an answer": ("—", "gate is drawn as → on", ("answer-unsupported",)),
}


@rows(("answer", "evidence", "codes"), ALONE.values(), ids=ALONE)
def test_an_answer_of_signs_alone(desk, answer: str, evidence: str, codes: tuple[str, ...]) -> None:
    desk.section(OF_SIGNS.format(answer, evidence))
    assert tuple(each.code for each in desk.found(SIGNS)) == codes
