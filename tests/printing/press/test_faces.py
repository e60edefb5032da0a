"""Faces beyond ours: the deck's own, then Noto, then boxes; from files that may be anybody's."""

import re
import struct
from functools import cache
from io import BytesIO
from pathlib import Path

import page as page_validation
import pikepdf
import pytest
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable

from studyguide.errors import StudyGuideError
from studyguide.guide.guide import Guide
from studyguide.printing.book.pdf import write_guide
from studyguide.printing.cutout.imposition import PAPERS, sheet
from studyguide.printing.cutout.pdf import write_cards
from studyguide.printing.press import faces, fonts, noto
from studyguide.printing.press.faces import boxed_in, content_of, unreadable_in, with_faces
from studyguide.printing.press.font_files import UnreadableError, alone, characters_of, faces_in
from studyguide.printing.press.fonts import USUAL, undrawable
from studyguide.printing.press.missing_glyphs import face_of_boxes, with_marks_in_place
from studyguide.printing.press.options import Layout
from studyguide.printing.press.pdf import open_press
from studyguide.printing.press.resources import Resources
from studyguide.templates import Templates
from studyguide.workflows.check import Texts
from studyguide.workflows.order import Order
from studyguide.workflows.release import release_of
from tests.printing.languages import LANGUAGES, write
from tests.printing.reading import entry, pages_of, small_guide, text_of
from tests.table import rows

HEBREW, JAPANESE = "אבגדהוזחטיכלמנסעפצקרשתםןףץך", "水門を閉"


@cache
def face(family: str, characters: str, weight: int = 400) -> bytes:
    """Make a face that has these characters."""
    font = TTFont(
        BytesIO(face_of_boxes(characters, fonts.path_of(fonts.SANS))), recalcTimestamp=False
    )
    for record in font["name"].names:
        record.string = family
    font["OS/2"].usWeightClass = weight
    return saved(font)


def saved(font: TTFont | TTCollection) -> bytes:
    made = BytesIO()
    font.save(made)
    return made.getvalue()


def collection(*families: str) -> bytes:
    made = TTCollection()
    made.fonts = [TTFont(BytesIO(face(each, JAPANESE))) for each in families]
    return saved(made)


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of Noto that has nothing yet."""
    folder = tmp_path / "noto"
    folder.mkdir()
    monkeypatch.setattr(noto, "FOLDERS", (folder,))
    noto._installed.cache_clear()
    faces._installed.cache_clear()
    yield folder
    noto._installed.cache_clear()
    faces._installed.cache_clear()


def guide(text: str, language: str = "en") -> Guide:
    return small_guide(entry("term", "a", text, "b"), language=language)


def chosen(folder: Path, text: str, language: str = "en") -> list[tuple[str, int]]:
    templates = with_faces(Templates.of(folder), guide(text, language), folder)
    return [(each.name, each.weight) for each in templates.faces]


def own(folder: Path, **files: bytes) -> Path:
    (folder / "fonts").mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / "fonts" / name.replace("_", ".")).write_bytes(data)
    return folder


def test_ours_have_what_no_file_is_opened_for() -> None:
    every = frozenset().union(
        *(
            TTFont(fonts.path_of(each.file), lazy=True).getBestCmap()
            for each in fonts.FACES
            if each.family != fonts.CODE
        )
    )
    assert {each for each in USUAL if ord(each) not in every} <= {"\n"}


def test_nothing_is_needed_for_what_ours_have(installed: Path, tmp_path: Path) -> None:
    own(tmp_path, a_ttf=face("Mine", "Łя"))
    assert chosen(tmp_path, "Łódź, Ωμέγα, я, e\u0302, ½ →") == []


def test_own_faces_come_first_then_noto_then_boxes(installed: Path, tmp_path: Path) -> None:
    (installed / "NotoSerifHebrew-Regular.ttf").write_bytes(face("Noto Serif Hebrew", "אב"))
    (installed / "NotoSerifHebrew-Bold.ttf").write_bytes(face("Noto Serif Hebrew", "אב", 700))
    (installed / "NotoSansHebrew-Regular.ttf").write_bytes(face("Noto Sans Hebrew", "אבג"))
    (installed / "NotoSansThai-Regular.ttf").write_bytes(face("Noto Sans Thai", "ก"))
    own(tmp_path, a_ttf=face("Mine", "א"), b_otf=face("Mine", "א", 700), c_ttf=face("Idle", "я"))
    assert chosen(tmp_path, "אבגד") == [
        ("Mine", 400),
        ("Mine", 600),
        ("Noto Serif Hebrew", 400),
        ("Noto Serif Hebrew", 600),
        ("Noto Sans Hebrew", 400),
        ("Boxes", 400),
    ]
    assert boxed_in(with_faces(Templates.of(tmp_path), guide("אבגד"), tmp_path)) == {"ד"}


def test_signs_of_raised_figures_are_no_boxes(installed: Path, tmp_path: Path) -> None:
    found = with_faces(Templates.of(tmp_path), guide("10⁻⁹ Na⁺ k₋₁ k₊ 水"), tmp_path)
    assert boxed_in(found) == {"水"}
    with TTFont(BytesIO(face("Boxes", "⁺⁻₊₋水"))) as made:
        shapes = {sign: made["glyf"][made.getBestCmap()[ord(sign)]] for sign in "⁺⁻₊₋水"}
    assert shapes["⁻"].yMin > 600
    assert shapes["⁺"].yMin > 450
    assert -300 < shapes["₋"].yMin < shapes["₋"].yMax < 100
    assert shapes["₊"].yMax < 200
    assert shapes["水"].yMin < -250


@pytest.mark.parametrize(
    ("language", "family"),
    [
        pytest.param("ja", "Noto Serif CJK JP", id="japanese"),
        pytest.param("zh", "Noto Serif CJK SC", id="chinese"),
        pytest.param("zh-Hant", "Noto Serif CJK TC", id="traditional"),
        pytest.param("zh-HK", "Noto Serif CJK HK", id="of Hong Kong"),
        pytest.param("ko", "Noto Serif CJK KR", id="korean"),
        pytest.param("en", "Noto Serif CJK JP", id="a word in English"),
    ],
)
def test_chinese_signs_have_the_form_of_the_language(
    installed: Path, tmp_path: Path, language: str, family: str
) -> None:
    names = [f"Noto Serif CJK {each}" for each in ("JP", "KR", "SC", "TC", "HK")]
    (installed / "NotoSerifCJK-Regular.ttc").write_bytes(collection(*names))
    templates = with_faces(Templates.of(tmp_path), guide("水", language), tmp_path)
    assert templates.faces[0].name == family
    (named,) = faces_in(content_of(templates.faces[0]))
    assert named.family == family


def test_a_name_of_ours_is_not_taken_from_us(installed: Path, tmp_path: Path) -> None:
    own(tmp_path, a_ttf=face("Source Serif", "א"))
    found = with_faces(Templates.of(tmp_path), guide("א"), tmp_path).faces
    assert re.findall('font-family: "([^"]+)"', fonts.face_rules(found)) == [
        "Guide own Source Serif"
    ]
    assert fonts.stack("Guide Source Serif", "Guide Source Sans", found).count("Source Serif") == 2


def bomb(form: int) -> bytes:
    """Make a face whose table of characters tells of billions."""
    font = TTFont(BytesIO(face("Bomb", "א")))
    many = 4000
    if form == 12:
        groups = struct.pack(">LLL", 0, 0x10FFFF, 1) * many
        table = struct.pack(">HHLLL", 12, 0, 16 + len(groups), 0, many) + groups
    else:
        ends, starts = struct.pack(">H", 0xFFFF) * many, struct.pack(">H", 1) * many
        rest = struct.pack(">H", 1) * many + struct.pack(">H", 0) * many
        size = 16 + len(ends) * 4
        table = (
            struct.pack(">HHHHHHH", 4, size, 0, 2 * many, 0, 0, 0) + ends + b"\0\0" + starts + rest
        )
    data = struct.pack(">HHHHL", 0, 1, 3, 10 if form == 12 else 1, 12) + table
    font["cmap"] = raw = DefaultTable("cmap")
    raw.data = data
    return saved(font)


def packed() -> bytes:
    """A face as the web has it, whose tables unpack to whatever size."""
    file = BytesIO()
    with TTFont(BytesIO(face("Packed", "א"))) as font:
        font.flavor = "woff"
        font.save(file)
    return file.getvalue()


def crowded(count: int) -> bytes:
    """A face that tells of so many tables of characters, all of them one."""
    font = TTFont(BytesIO(face("Crowded", "א")))
    table = struct.pack(">HHLLL", 12, 0, 16, 0, 0)
    records = struct.pack(">HHL", 3, 10, 4 + 8 * count) * count
    font["cmap"] = raw = DefaultTable("cmap")
    raw.data = struct.pack(">HH", 0, count) + records + table
    return saved(font)


def sized(em: int, **lines: int) -> bytes:
    """A face that says of its em, or of its lines, what its glyphs are not drawn to."""
    font = TTFont(BytesIO(face("Sized", "א")))
    font["head"].unitsPerEm = em
    for name, value in lines.items():
        setattr(font["hhea"], name, value)
    return saved(font)


DAMAGED = {
    "an em of no units": sized(0),
    "an em of one unit": sized(1),
    "an em of few units": sized(40),
    "an em of too many units": sized(65_535),
    "an em of as many as may be, for glyphs of a thousand": sized(16_384),
    "lines of twenty ems": sized(1000, ascent=20_000),
    "packed, for the web": packed(),
    "too many tables of characters": crowded(65),
    "empty": b"",
    "no face": b"GIF89a" * 40,
    "cut": face("Cut", "א")[:900],
    "a collection of too many": b"ttcf\0\1\0\0\xff\xff\xff\xff",
    "a collection that ends": collection("A", "B")[:60],
    "ranges in groups": bomb(12),
    "ranges in segments": bomb(4),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_file_is_told_and_passed_over(installed: Path, tmp_path: Path, name: str) -> None:
    own(tmp_path, bad_ttf=DAMAGED[name], good_ttf=face("Good", "א"))
    assert chosen(tmp_path, "א") == [("Good", 400)]
    (found,) = unreadable_in(tmp_path)
    assert (found.code, found.is_error) == ("font-unreadable", False)
    assert found.location.path.name == "bad.ttf"


def test_a_false_em_is_named() -> None:
    with pytest.raises(UnreadableError, match="an em has 40 units, but its letters are 25 em"):
        characters_of(sized(40))
    for em in (500, 1000, 2048, 4096):  # as wide or narrow as letters are
        assert characters_of(sized(em))


def test_one_face_of_a_collection_is_a_file_of_its_own() -> None:
    data = collection("A B", "C D")
    assert [each.family for each in faces_in(data)] == ["A B", "C D"]
    single = alone(data, 1)
    assert faces_in(single)[0].family == "C D"
    assert characters_of(single) == {ord(each) for each in JAPANESE + " \u00a0"}
    with pytest.raises(UnreadableError):
        alone(data[:40], 1)


def test_no_link_out_of_the_folder_is_followed(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.ttf").write_bytes(face("Secret", "א"))
    folder = own(tmp_path / "deck")
    (folder / "fonts" / "a.ttf").symlink_to(tmp_path / "secret.ttf")
    assert chosen(folder, "א") == [("Boxes", 400)]
    assert [each.code for each in unreadable_in(folder)] == ["font-unreadable"]


def test_another_file_in_its_place_is_refused(installed: Path, tmp_path: Path) -> None:
    own(tmp_path, a_ttf=face("A", "א"))
    (found,) = with_faces(Templates.of(tmp_path), guide("א"), tmp_path).faces
    own(tmp_path, a_ttf=face("B", "א"))
    with pytest.raises(StudyGuideError, match="changed meanwhile"):
        content_of(found)


def everything(tag: str) -> str:
    """Give all that a guide in a language shows and ours lack."""
    table = (Path("templates") / "words" / f"{tag}.yaml").read_text(encoding="utf-8")
    return "".join(undrawable("".join(LANGUAGES[tag].values()) + table + "״׳。：（）"))


def edition(tmp_path: Path, tag: str) -> tuple[Guide, Templates]:
    bold = {"bold.ttf": face("Own", everything(tag), 700)} if tag == "he" else {}
    folder = write(tmp_path / tag, tag, {"own.ttf": face("Own", everything(tag)), **bold})
    result, made = release_of(folder, Texts(None, None, for_one=True), Order(), lambda _: None)
    assert made is not None, result.report.findings
    return made.guide, made.templates


def test_a_guide_from_right_to_left(installed: Path, tmp_path: Path) -> None:
    made, templates = edition(tmp_path, "he")
    assert boxed_in(templates) == frozenset()
    path, again = tmp_path / "a.pdf", tmp_path / "b.pdf"
    write_guide(made, templates, Layout(), path)
    with pikepdf.open(path) as document:
        assert (str(document.Root.Lang), document.Root.ViewerPreferences.Direction) == (
            "he",
            "/R2L",
        )
    assert page_validation.validate_pdf(path, profile="ua1").failures == []
    shown = text_of(path)
    assert {"תוכן", "העניינים"} <= {*re.findall("[א-ת]+", shown)}
    assert "Contents" not in shown
    write_guide(made, templates, Layout(), again)
    assert path.read_bytes() == again.read_bytes()


def test_cards_in_japanese(installed: Path, tmp_path: Path) -> None:
    made, templates = edition(tmp_path, "ja")
    path = tmp_path / "cards.pdf"
    assert write_cards(made, templates, sheet("grid", PAPERS["a4"]), path) == ()
    assert page_validation.validate_pdf(path, profile="ua1").failures == []
    assert "どの用語？" in text_of(path)


def test_a_print_that_is_broken_off_takes_its_faces_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where what printed is still there: the frame of what was broken off, in a process that ends at once."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    kept = []
    with (  # noqa: PT012, what is held is what comes behind it
        pytest.raises(KeyboardInterrupt),
        open_press(Resources.of([], Templates.bundled()), "guide/guide.html") as press,
    ):
        kept.append(press)
        assert [path for path in tmp_path.rglob("*") if path.is_file()]
        raise KeyboardInterrupt
    assert kept
    assert [*tmp_path.iterdir()] == []


def test_code_is_printed_alike_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its face is made for the weights that are used, and tells when."""
    page = "<html lang=en><title>x</title><body style='font-family: Guide Source Code'>a <b>b</b>"
    prints = set()
    for second in ("1", "2"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", second)
        with open_press(Resources.of([], Templates.bundled()), "guide/guide.html") as press:
            prints.add(press.printed(press.laid_out(page), pdf_identifier=b"x"))
    assert len(prints) == 1


MARKS = {
    "an ogonek and a diaeresis": ("ǫ̈", "o\u200c\u0328\u0308"),
    "written in three": ("o\u0328\u0308", "o\u200c\u0328\u0308"),
    "of Lithuanian": ("ė́ ū̃", "e\u200c\u0307\u0301 u\u200c\u0304\u0303"),
    "a capital": ("Ç̌", "C\u200c\u0327\u030c"),
    "a dot below": ("ạ̈", "a\u200c\u0323\u0308"),
    "a plain letter": ("m̃", "m̃"),
    "one in one": ("o\u0308 ǟ", "o\u0308 ǟ"),
    "the dot of an i": ("į́", "į́"),
    "a cedilla where no face has it": ("ģ̌", "ģ̌"),
    "Cyrillic": ("й̈ б̈", "й̈ б̈"),
    "a tag": ('<p title="ǫ̈">', '<p title="ǫ̈">'),
}


@rows(("text", "shown"), MARKS.values(), ids=MARKS)
def test_a_marked_letter_with_another_mark_is_parted(text: str, shown: str) -> None:
    assert with_marks_in_place(f"<title>ǫ̈</title><body>{text}") == f"<title>ǫ̈</title><body>{shown}"


def test_another_mark_stands_over_its_letter(tmp_path: Path) -> None:
    made = small_guide(entry("term", "t", "flǫ̈d", "mūd in ė́bb"))
    write_guide(made, Templates.of(tmp_path), Layout(), tmp_path / "guide.pdf")
    chars = [char for page in pages_of(tmp_path / "guide.pdf") for char in page.chars]
    marks = [(at, char) for at, char in enumerate(chars) if char["text"] in ("\u0308", "\u0301")]
    assert len(marks) >= 2
    for at, mark in marks:
        letter = next(char for char in reversed(chars[:at]) if char["text"] in ("o", "e"))
        middle = (mark["x0"] + mark["x1"]) / 2
        assert letter["x0"] < middle < letter["x1"]
