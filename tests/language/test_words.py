"""Words: what counts as the same, and that every offset points into the original."""

import tracemalloc
import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from studyguide.language.words import Word, forms, windows, words
from tests.table import rows

SAME = {
    "curly apostrophe": ("workers’ lamps don’t", "workers' lamps don't"),
    "opening mark as apostrophe": ("don‘t", "don't"),
    "acute accent as apostrophe": ("don´t", "don't"),
    "prime as apostrophe": ("don′t", "don't"),
    "quotation marks": ("“Light” «for» „all“", '"Light" "for" "all"'),
    "single quotation marks": ("‘passing’ cloud", "'passing' cloud"),
    "case": ("ADA KESTREL", "Ada Kestrel"),
    "sharp s": ("STRASSE", "straße"),
    "soft hyphen": ("lamp\u00adlighter", "lamplighter"),
    "soft hyphens all over": ("\u00adla\u00admp\u00ad", "lamp"),
    "zero-width space": ("lamp\u200blighter", "lamplighter"),
    "byte order mark inside": ("lamp \ufefflighter", "lamp lighter"),
    "no-break space": ("12\u00a0pence", "12 pence"),
    "narrow no-break space": ("12\u202fpence", "12 pence"),
    "line break": ("12\npence", "12 pence"),
    "decomposed": (unicodedata.normalize("NFD", "Cafés à Malmö"), "Cafés à Malmö"),
    "decomposed syllables": (unicodedata.normalize("NFD", "한글"), "한글"),
    "ligatures": ("ﬁve oﬃcers", "five officers"),
    "full-width figures": ("１９１１", "1911"),
    "en dash": ("democratically–run", "democratically-run"),
    "no-break hyphen": ("democratically‑run", "democratically-run"),
    "hyphen and space": ("democratically- run", "democratically run"),
    "hyphen at the end of a line": ("democratically-\nrun", "democratically run"),
    "no hyphen": ("democratically-run", "democratically run"),
    "dash between words": ("lamps—ours—stay", "lamps ours stay"),
    "thousands": ("1,200 pence", "1200 pence"),
    "millions": ("2,000,000", "2000000"),
    "years": ("1911-12", "1911 1912"),
    "years with a dash": ("1911–12", "1911-1912"),
    "years with a stroke": ("1911/12", "1911 1912"),
    "punctuation": ("(lamps), lamps!", "lamps lamps"),
    "underscores": ("_lamps_", "lamps"),
    "brackets inside a word": ("lamp[s]", "lamp s"),
    "elision before a figure": (
        "dall'1 gennaio, plus d’11, l'8 marzo",
        "dall 1 gennaio plus d 11 l 8 marzo",
    ),
    "elision before an old-style share": ("All'85 % e nell’1,5", "all 85 e nell 1,5"),
    "the number of something": ("engine No. 224, № 5, n° 3", "engine Nr. 224 nº 5 no. 3"),
    "footnote mark": ("the lamps¹ went out", "the lamps went out"),
}

DIFFERENT = {
    "numbers": ("35 men", "36 men"),
    "years": ("1911", "1912"),
    "decade": ("1911s", "1911"),
    "thousands and a fraction": ("1,200", "1.200"),
    "a fraction is no digit": ("2½", "21 2"),
    "a footnote mark is no digit": ("in 1911²", "in 19112"),
    "years apart": ("1911 12", "1911 1912"),
    "years that go back": ("1999-00", "1999 1900"),
    "no year before the hyphen": ("35-36", "35 3536"),
    "word order": ("lamps light", "light lamps"),
    "inflection": ("lamp", "lamps"),
    "joined": ("gasworks", "gas works"),
    "no number, a no": ("engine no 224", "engine no. 224"),
    "a cut year": ("class of'68", "class of 68"),
    "a letter's prime and a figure": ("f'2", "f 2"),
    "accent": ("resume", "résumé"),
    "vowel signs": ("की", "के"),
    "negation": ("can", "can't"),
}


@rows(("one", "other"), SAME.values(), ids=SAME)
def test_same(one: str, other: str) -> None:
    assert forms(one) == forms(other)


@rows(("one", "other"), DIFFERENT.values(), ids=DIFFERENT)
def test_different(one: str, other: str) -> None:
    assert forms(one) != forms(other)


PLACES = {
    "plain": ("Ada Kestrel", ["Ada", "Kestrel"]),
    "quotation marks": ("“Ada”, ‘Ada’", ["Ada", "Ada"]),
    "possessive": ("Selby’s, lamplighters’", ["Selby’s", "lamplighters"]),
    "soft hyphens": ("a lamp\u00adlighter came", ["a", "lamp\u00adlighter", "came"]),
    "decomposed": ("e\u0301te\u0301 a\u0300", ["e\u0301te\u0301", "a\u0300"]),
    "ligature at the end": ("oﬀ, ﬁve", ["oﬀ", "ﬁve"]),
    "after things that vanish": ("\u200b\u200bﬁve\u200b lamps", ["ﬁve", "lamps"]),
    "years": ("1911–12.", ["1911", "12"]),
    "thousands": ("(1,200)", ["1,200"]),
    "footnote mark": ("lamps¹ go", ["lamps", "go"]),
    "dots": ("J.P. Fenn", ["J", "P", "Fenn"]),
    "emoji": ("😀 lamps 😀ours", ["lamps", "ours"]),
}


@rows(("text", "expected"), PLACES.values(), ids=PLACES)
def test_places(text: str, expected: list[str]) -> None:
    assert [text[word.start : word.end] for word in words(text)] == expected


def test_a_year_that_is_written_short_is_written_out() -> None:
    assert words("in 1911–12") == (Word("in", 0, 2), Word("1911", 3, 7), Word("1912", 8, 10))


def test_no_words() -> None:
    assert words("") == words(" … “!” — \u200b\n") == ()


SIGNS = st.lists(
    st.one_of(
        st.sampled_from("aZé’'‘-–\u00ad\u200b\u0301\u00a0 \n1239,.½²ﬁßİ가\u1100\u1161कि“\u202f_"),
        st.sampled_from(["e\u0301", "1911-12", "1,200", "\u00adlamp", "o\u0308", "s’ ", "\u0301"]),
        st.characters(exclude_categories=("Cs",)),
    ),
    max_size=20,
).map("".join)


@given(SIGNS)
def test_every_offset_points_to_the_word_in_the_original(text: str) -> None:
    last = Word("", 0, 0)
    for word in words(text):
        assert last.start <= word.start < word.end <= len(text)
        assert last.end <= word.end
        last = word
        again = "".join(forms(text[word.start : word.end]))
        assert word.form in again or word.form[2:] in again  # 12 of 1911-12 is 1912


@given(SIGNS)
@example("ǽ ǣ Ǽ")
def test_decomposed_text_has_the_same_words(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert forms(unicodedata.normalize("NFD", composed)) == forms(composed)


@given(st.lists(st.sampled_from(["Ada", "lamp’s", "1911", "36", "thirty", "été"]), max_size=12))
def test_words_that_are_joined_by_spaces_come_apart_again(parts: list[str]) -> None:
    text = " \n".join(parts)
    assert [text[word.start : word.end] for word in words(text)] == parts


@given(
    st.lists(
        st.sampled_from([*"aZsl'`1.,-/ \n[]_?(", "qu'", "dell'a", "1980-81", "1'250", "2 500", "Lyon.1 It", "a[3]"]),
        max_size=12,
    ).map("".join)
)  # fmt: skip
def test_plain_text_has_the_same_words_beside_a_letter_that_is_not(text: str) -> None:
    assert words(text) == words(f"{text} ; é")[:-1]


@rows("length", [1, 3, 40, 41, 50, 51])
def test_runs_in_a_row_are_all_of_them(length: int) -> None:
    run = tuple(map(str, range(50)))
    expected = [run[at : at + length] for at in range(50) if at + length <= 50]
    assert [*windows(run, length)] == expected


def test_long_runs_take_little_memory() -> None:
    """A deck may allow a run of thousands of words, and its text have a million."""
    run = ("a",) * 20_000
    tracemalloc.start()
    count = sum(1 for _ in windows(run, 2_000))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (count, most < 2_000_000) == (18_001, True)
