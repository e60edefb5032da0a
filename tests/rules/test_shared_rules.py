"""Languages without lists: an answer shares words with its quotation, or letters where no blank parts words."""

from studyguide.anchor.quoting import quotation
from studyguide.language.words import forms, length
from studyguide.source.source import read
from tests.conftest import Desk
from tests.table import rows

SWEDISH = """1. En tidvattenkvarn drivs av havets ebb och flod. I dammen sitter en lucka som öppnas mot bassängen.
När vattnet vänder trycker tyngden av det lagrade vattnet igen luckan, så att ingen behöver röra den.
"""
JAPANESE = "1. 潮が変わると、水の重さが水門を閉める。発電所はランス川の河口にある。満潮は一日に二回来る。\n"
CHINESE = "1. 潮水磨坊由海水的涨落驱动。潮水转向时，所蓄之水的重量把闸门压紧。\n"
THAI = "1. กังหันน้ำขึ้นน้ำลงทำงานด้วยน้ำทะเล น้ำหนักของน้ำที่กักไว้ปิดประตูน้ำ\n"

CASES = {
    "sv honest": ("sv", SWEDISH, "Vad stänger luckan?", "tyngden av vattnet",
                  "trycker tyngden av det lagrade vattnet", ()),
    "sv inflected": ("sv", SWEDISH, "Vad drivs av havet?", "tidvattenkvarnar",
                     "En tidvattenkvarn drivs av", ()),
    "sv wrong": ("sv", SWEDISH, "Vad stänger luckan?", "mjölnarens drängar",
                 "trycker tyngden av det lagrade vattnet", ("error",)),
    "sv mostly its own": ("sv", SWEDISH, "Vad stänger luckan?", "vattnet under stora väldiga broar",
                          "trycker tyngden av det lagrade vattnet", ("warning",)),
    "ja honest": ("ja", JAPANESE, "水門を閉めるのは何ですか。", "水の重さ", "水の重さが水門を閉める", ()),
    "ja wrong": ("ja", JAPANESE, "水門を閉めるのは何ですか。", "風の力", "水の重さが水門を閉める", ("error",)),
    "ja same letters elsewhere": ("ja", JAPANESE, "満潮は一日に何回来ますか。", "三回",
                                  "満潮は一日に二回来る", ("error",)),
    "ja katakana": ("ja", JAPANESE, "発電所はどこにありますか。", "ランス川の河口", "発電所はランス川の河口", ()),
    "ja other katakana": ("ja", JAPANESE, "発電所はどこにありますか。", "セーヌ", "発電所はランス川の河口", ("error",)),
    "ja with another ending": ("ja", "1. 筆が大きいほど、低い音になります。\n", "筆が大きいほど音はどうなりますか。",
                               "低くなる", "大きいほど、低い音になります", ()),
    "ja another adjective": ("ja", "1. 筆が大きいほど、低い音になります。\n", "筆が大きいほど音はどうなりますか。",
                             "高く", "大きいほど、低い音になります", ("error",)),
    "zh honest": ("zh", CHINESE, "什么压紧闸门？", "所蓄之水的重量", "所蓄之水的重量把闸门压紧", ()),
    "zh wrong": ("zh-Hant", CHINESE, "什么压紧闸门？", "风的力气", "所蓄之水的重量把闸门压紧", ("error",)),
    "th honest": ("th", THAI, "อะไรปิดประตูน้ำ", "น้ำหนักของน้ำ", "น้ำหนักของน้ำที่กักไว้ปิดประตูน้ำ", ()),
    "th wrong": ("th", THAI, "อะไรปิดประตูน้ำ", "แรงลมเย็น", "น้ำหนักของน้ำที่กักไว้ปิดประตูน้ำ", ("error",)),
}  # fmt: skip


@rows("case", CASES.values(), ids=CASES)
def test_an_answer_shares_words_with_its_quotation(desk: Desk, case: tuple) -> None:
    language, text, question, answer, evidence, severities = case
    desk.deck(language=language, quotation="{share: 1, run: 30}")
    desk.section(f"question: {question}\nanswer: {answer}\nevidence: {evidence}")
    findings = desk.check(text).findings
    assert [(each.code, each.severity) for each in findings] == [
        ("answer-unsupported", severity) for severity in severities
    ]


def test_letters_that_overlap_are_told_once(desk: Desk) -> None:
    desk.deck(language="ja")
    desk.section(
        'question: "何が来ますか。"\nanswer: "大きな白い船と灯台"\nevidence: "満潮は一日に二回来る"'
    )
    told = next(each for each in desk.check(JAPANESE).findings if each.code == "answer-unsupported")
    shown = told.message.partition("`")[2].replace("`, `", "").rstrip("`")
    assert all("大きな白い船と灯台".count(letter) == shown.count(letter) for letter in shown)


def test_a_declared_word_counts(desk: Desk) -> None:
    desk.deck(language="sv", quotation="{share: 1, run: 30}")
    desk.section(
        "question: Vad stänger luckan?\nanswer: vikten\nwording: {vikten: tyngden}\n"
        "evidence: trycker tyngden av det lagrade vattnet"
    )
    assert desk.check(SWEDISH).findings == ()


LENGTHS = {
    "parted": ("the mills of Eling", 4),
    "Japanese": ("水の重さが水門を閉める", 6),
    "Thai": ("น้ำขึ้น", 2),
    "both": ("mill 水の重さ", 3),
    "Korean has blanks": ("한국어 단어", 2),
    "no letter": ("、。", 0),
}


@rows(("text", "words"), LENGTHS.values(), ids=LENGTHS)
def test_length_in_words(text: str, words: int) -> None:
    assert length(forms(text)) == words


def test_a_quotation_is_not_longer_for_having_no_blanks(desk: Desk) -> None:
    desk.deck(language="ja", quotation="{share: 1, run: 15}")
    evidence = "潮が変わると、水の重さが水門を閉める。発電所はランス川の河口にある"
    desk.section(f"question: 何がありますか。\nanswer: 発電所\nevidence: {evidence}")
    long = next(each for each in desk.check(JAPANESE).findings if each.code == "evidence-long")
    assert "31 letters, some 30 are" in long.message
    desk.section(f"question: 何がありますか。\nanswer: 発電所\nevidence: {evidence[7:]}")
    assert desk.check(JAPANESE).findings == ()
    desk.section(
        "question: 何がありますか。\nanswer: 発電所\nevidence: 発電所はランス川の河口にある"
    )
    assert desk.check(JAPANESE).findings == ()


@rows(("note", "codes"), [("水の重さが水門を閉める", ["quotation-run"]), ("水の重さが水門を", [])])
def test_letters_are_copied_as_words_are(desk: Desk, note: str, codes: list[str]) -> None:
    desk.deck(language="ja", quotation="{share: 1, run: 5}")
    desk.section(
        f"question: 水門を閉めるのは何ですか。\nanswer: 水の重さ\nnote: {note}\nevidence: 水の重さが水門を"
    )
    assert [each.code for each in desk.check(JAPANESE).findings] == codes


def test_evidence_that_is_proposed_has_enough_letters() -> None:
    section = read(JAPANESE).sections[1]
    start = next(section.find(forms("水の重さ")))
    shown = quotation(section, (start, start + 4))
    assert 5 <= len(forms(shown)) <= 24
    assert "水の重さ" in shown


def test_a_sentence_ends_at_its_mark_without_a_blank() -> None:
    section = read(JAPANESE).sections[1]
    assert len(section.sentences) == 3
