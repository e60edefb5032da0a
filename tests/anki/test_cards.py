"""Cards as a learner sees them: on Anki's own page, in a real browser, measured and photographed."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from anki.collection import Card  # type: ignore[attr-defined]
from PIL import Image, ImageChops, ImageFilter
from playwright.sync_api import Browser
from reviewer import DESKTOP, PHONE, Reviewer, chromium

from studyguide.anki.note_types import note_types
from tests.anki.collection import BUNDLED, Learner, guide, learner, package
from tests.anki.gallery import CARDS, CODE, SECTION, gallery
from tests.anki.test_write import HOSTILE, hostile_section, written
from tests.table import rows

PICTURES = Path(__file__).parent / "pictures"
SIZES = {"phone": PHONE, "desktop": DESKTOP}
EACH_SIZE = ["phone", pytest.param("desktop", marks=pytest.mark.torture)]
"""What moves or is too wide is so on a phone first."""
IN_USE = [name for name in CARDS if "withdrawn" not in name]

BACKGROUNDS = [
    pytest.param(False, "#ffffff", id="white"),
    pytest.param(False, "", id="day"),
    pytest.param(True, "", id="night"),
    pytest.param(True, "#000000", id="black", marks=pytest.mark.torture),
]


class Seen(NamedTuple):
    """A question and its answer, each as `MEASURES` measures it."""

    asked: dict[str, Any]
    answered: dict[str, Any]


class Stage(NamedTuple):
    """The gallery's cards by name, on a reviewer's page; what was measured of each is kept."""

    reviewer: Reviewer
    cards: dict[str, Card]
    kept: dict[tuple[str, str, bool, str], Seen]

    def seen(self, name: str, size: str = "phone", night: bool = False, canvas: str = "") -> Seen:
        key = (name, size, night, canvas)
        if key not in self.kept:
            self.reviewer.open(SIZES[size], night=night, canvas=canvas)
            self.ask(name)
            asked = self.run(MEASURES)
            self.answer(name)
            self.kept[key] = Seen(asked, self.run(MEASURES))
        return self.kept[key]

    def ask(self, name: str) -> None:
        self.reviewer.ask(self.cards[name])

    def answer(self, name: str) -> None:
        self.reviewer.answer(self.cards[name], typed=CARDS[name].typed)

    def run(self, script: str, argument: object = None) -> Any:
        return self.reviewer.page.evaluate(script, argument)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Reviewer]:
    """Give the reviewer of someone who has imported every hostile text in every place."""
    folder = tmp_path_factory.mktemp("hostile")
    sections = tuple(hostile_section(n, text) for n, text in enumerate(HOSTILE.values(), 1))
    with learner(folder) as someone:
        someone.take(package(guide(sections=sections), folder / "hostile.apkg"))
        yield Reviewer(browser, someone.collection)


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Stage]:
    folder = tmp_path_factory.mktemp("gallery")
    with learner(folder) as someone:
        made = gallery(folder)
        types = note_types(made.id, BUNDLED, markup=True)
        someone.take(package(made, folder / "gallery.apkg", types))
        positions = {entry.id: number for number, entry in enumerate(made.entries, 1)}
        cards = {
            name: _card(someone, positions[each.id], each.card) for name, each in CARDS.items()
        }
        yield Stage(Reviewer(browser, someone.collection), cards, {})


def _card(someone: Learner, position: int, number: int) -> Card:
    return next(card for card in someone.cards(f"prop:pos={position}") if card.ord == number)


class TestNothingShifts:
    @rows("size", EACH_SIZE)
    @rows("name", CARDS)
    def test_between_question_and_answer(self, stage: Stage, name: str, size: str) -> None:
        asked, answered = stage.seen(name, size)
        assert answered["places"] == asked["places"]
        assert answered["scrolled"] == 0
        assert len(asked["places"]) == 2 + name.startswith("typed")

    def test_the_answer_to_what_fills_the_window_is_scrolled_to(self, stage: Stage) -> None:
        stage.reviewer.open({"width": 412, "height": 300})
        stage.ask("long")
        stage.answer("long")
        top = stage.run("document.getElementById('answer').getBoundingClientRect().top")
        assert 0 < top <= 300 * 0.6 + 1

    def test_lines_of_a_typed_answer_stand_where_it_was_typed(self, stage: Stage) -> None:
        """So a word typed right does not move by more than the border of its field."""
        stage.reviewer.open(PHONE)
        stage.ask("typed-right")
        asked = stage.run("document.getElementById('typeans').getBoundingClientRect().height")
        stage.answer("typed-right")
        shown = stage.run("document.getElementById('typeans').getBoundingClientRect().height")
        assert abs(asked - shown) < 1


@rows("size", EACH_SIZE)
@rows("name", CARDS)
def test_nothing_is_wider_than_the_page(stage: Stage, name: str, size: str) -> None:
    for side in stage.seen(name, size):
        assert side["wide"] <= side["page"]


CONTRASTS = """() => {
    const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const linear = (c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    const luminance = (rgb) => [0.2126, 0.7152, 0.0722]
        .reduce((sum, weight, i) => sum + weight * linear(rgb[i] / 255), 0);
    const behind = (element) => {
        for (let at = element; at; at = at.parentElement) {
            const colour = channels(getComputedStyle(at).backgroundColor);
            if (colour.length === 3 || colour[3] === 1) return colour;
            if (colour[3] > 0) throw new Error("half transparent");
        }
        throw new Error("no background");
    };
    const ratio = (a, b) => {
        const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
        return (high + 0.05) / (low + 0.05);
    };
    const found = {};
    const walker = document.createTreeWalker(document.getElementById("qa"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || !element.getClientRects().length) continue;
        const style = getComputedStyle(element);
        const name = element.closest("[class]").className || element.tagName;
        const value = ratio(channels(style.color), behind(element));
        found[name] = Math.min(found[name] ?? 21, value);
    }
    for (const field of document.querySelectorAll("input")) {
        found.field = ratio(channels(getComputedStyle(field).borderTopColor), behind(field)) * 1.5;
    }
    return found;
}"""
"""The least contrast of the text of each class; that of a field's border counts as if 3 were 4.5."""

MEASURES = f"""() => {{
    const places = [".kind", ".prompt", "#typeans"].flatMap((selector) =>
        [...document.querySelectorAll(selector)].map((element) => {{
            const box = element.getBoundingClientRect();
            return [selector, box.left, box.top, box.width];
        }}));
    const part = (selector) => {{
        const element = document.querySelector(selector);
        if (!element) return null;
        const box = element.getBoundingClientRect(), size = getComputedStyle(element).fontSize;
        return {{top: box.top, bottom: box.bottom, size: parseFloat(size), text: element.innerText}};
    }};
    const {{scrollWidth: wide, clientWidth: page}} = document.documentElement;
    return {{
        places, wide, page, scrolled: scrollY, text: document.body.innerText,
        prompt: part(".prompt"), footer: part("footer"), contrasts: ({CONTRASTS})(),
    }};
}}"""
"""Where what must not move stands, how wide all is, what is read, and with which contrast."""


def that_show_all(stage: Stage) -> list[str]:
    """Choose cards that have all that is read on any card."""
    shown: set[str] = set()
    chosen = []
    for name in CARDS:
        found = {what for side in stage.seen(name) for what in side["contrasts"]}
        if found - shown:
            chosen.append(name)
            shown |= found
    return chosen


class TestContrast:
    @pytest.mark.parametrize(("night", "canvas"), BACKGROUNDS)
    def test_of_everything_that_is_read(self, stage: Stage, night: bool, canvas: str) -> None:
        least: dict[str, float] = {}
        is_usual = not night and not canvas
        for name in CARDS if is_usual else that_show_all(stage):
            for side in stage.seen(name, night=night, canvas=canvas):
                for what, contrast in side["contrasts"].items():
                    least[what] = min(contrast, least.get(what, 21))
        assert {what: round(c, 2) for what, c in least.items() if c < 4.5} == {}
        seen = {"prompt", "answer", "cloze", "note", "passage", "kind", "citation", "section"}
        assert seen | {"source", "typeGood", "typeBad", "typeMissed", "field"} <= least.keys()

    def test_too_little_is_noticed(self, stage: Stage) -> None:
        stage.reviewer.open(PHONE)
        stage.ask("question")
        stage.answer("question")
        stage.run("document.querySelector('.answer').style.color = '#8a8a8a'")
        assert 3 < stage.run(CONTRASTS)["answer"] < 4.5


class TestWhatIsShown:
    @rows("name", IN_USE)
    def test_section_and_citation_in_a_corner_below_the_answer(
        self, stage: Stage, name: str
    ) -> None:
        asked, answered = stage.seen(name)
        assert SECTION not in asked["text"]
        above, corner = answered["prompt"], answered["footer"]
        assert above["bottom"] < corner["top"]
        assert corner["size"] < 0.65 * above["size"]
        assert SECTION in corner["text"]

    @rows(
        ("name", "formulas"),
        [
            pytest.param("formula", 3, id="question"),
            pytest.param("formula-cloze", 2, id="cloze"),
            pytest.param("question", 0, id="none"),
        ],
    )
    def test_formulas_are_typeset(self, stage: Stage, name: str, formulas: int) -> None:
        stage.reviewer.open(PHONE)
        stage.ask(name)
        stage.answer(name)
        assert stage.run("document.querySelectorAll('mjx-container').length") == formulas
        assert not stage.run("document.querySelectorAll('mjx-merror').length")

    def test_markup_is_set(self, stage: Stage) -> None:
        stage.reviewer.open(PHONE)
        stage.ask("markup")
        stage.answer("markup")
        lines = stage.run("document.querySelector('.code-block').innerText").splitlines()
        assert lines == CODE.splitlines()[1:4]
        assert stage.run("[...document.querySelectorAll('.cell')].map(e => e.innerText)") == [
            *("time", "level", "ebb", "1.5")
        ]
        assert stage.run("document.querySelector('.note a').href") == "https://example.org/a_(b)"
        stage.ask("markup-cloze")
        assert stage.run(READ, ".prompt") == "The [a word] of [...], x."
        stage.answer("markup-cloze")
        assert stage.run("[...document.querySelectorAll('.cloze')].map(e => e.innerHTML)") == [
            *("<em>ebb</em>", "10<sup>9</sup>")
        ]

    def test_what_only_looks_like_a_formula_is_shown_as_written(self, stage: Stage) -> None:
        stage.reviewer.open(PHONE)
        stage.ask("formula")
        stage.answer("formula")
        note = stage.run("document.querySelector('.note').innerText")
        assert note == r"The path C:\(old) is none, nor is a < b."

    @rows("name", ["typed-right", "typed-wrong", "typed-nothing"])
    def test_a_typed_answer_is_compared_and_not_said_again(self, stage: Stage, name: str) -> None:
        assert stage.seen(name).answered["text"].count("the pond") == 1

    @rows(
        ("name", "selector", "side"),
        [
            pytest.param("hebrew", ".prompt", "right", id="hebrew"),
            pytest.param("hebrew", ".kind", "right", id="label"),
            pytest.param("hebrew", ".passage", "right", id="passage"),
            pytest.param("arabic-cloze", ".prompt", "right", id="arabic"),
            pytest.param("hebrew-answer", ".prompt", "left", id="english"),
            pytest.param("hebrew-answer", ".answer", "right", id="hebrew-in-english"),
            pytest.param("typed-hebrew", "#typeans", "right", id="typed"),
        ],
    )
    def test_text_begins_at_its_own_side(
        self, stage: Stage, name: str, selector: str, side: str
    ) -> None:
        stage.reviewer.open(PHONE)
        stage.ask(name)
        stage.answer(name)
        left, right = stage.run(
            """(selector) => {
                const element = document.querySelector(selector), range = document.createRange();
                range.selectNodeContents(element);
                const text = range.getBoundingClientRect(), box = element.parentElement
                    .closest(".sheet").getBoundingClientRect();
                return [text.left - box.left, box.right - text.right];
            }""",
            selector,
        )
        assert (left if side == "left" else right) < 20
        assert (right if side == "left" else left) > 20

    def test_what_is_transparent_in_a_picture_stays_light_by_night(self, stage: Stage) -> None:
        stage.reviewer.open(PHONE, night=True)
        stage.ask("picture")
        stage.answer("picture")
        plate = stage.run("getComputedStyle(document.querySelector('.image img')).backgroundColor")
        assert plate == "rgb(230, 227, 221)"


class TestHostileText:
    """What a curator wrote is what stands on the page, once its scripts and MathJax have run."""

    @rows("name", [name for name in HOSTILE if name != "long"])
    def test_is_read_as_written(self, hostile: Reviewer, name: str) -> None:
        alerts: list[str] = []
        hostile.page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
        hostile.open(PHONE)
        first = list(HOSTILE).index(name) * 5  # withdrawn cards come after all others
        cards = Learner(hostile.collection).cards()[first : first + 5]
        text = " ".join(written(HOSTILE[name]).split())
        hostile.ask(*cards)
        term, *_, cloze, other = hostile.page.evaluate(READ_ALL, ".prompt")
        assert term == text
        assert cloze == f"[{text}] and z and {text}"
        assert other == f"{text} and [...] and {text}"
        assert hostile.page.evaluate(LIVE) == 0
        hostile.answer(*cards)
        assert hostile.page.evaluate(READ_ALL, ".answer")[:2] == [text, f"{text} other"]
        assert hostile.page.evaluate(READ_ALL, ".prompt")[3:] == [
            f"{text} and z and {text}",
            f"{text} and z and {text}",
        ]
        assert hostile.page.evaluate(LIVE) == 0
        assert alerts == []


LIVE = "document.querySelectorAll('mjx-container, #qa script').length"
READ_ALL = """(selector) => [...document.querySelectorAll(selector)].map((element) =>
    element.innerText.trim().split(/\\s+/u).join(" "))"""
READ = """(selector) => (document.querySelector(selector)?.innerText ?? "").trim()
    .split(/\\s+/u).join(" ")"""


REFERENCES = [
    ("question", "phone", False),
    ("cloze", "phone", False),
    ("typed-wrong", "phone", False),
    ("all-at-once", "phone", False),
    ("markup", "phone", False),
    ("term-reverse", "desktop", False),
    ("formula", "desktop", False),
    ("list", "phone", True),
    ("typed-wrong", "phone", True),
    ("picture", "phone", True),
    ("withdrawn", "phone", True),
    ("cloze", "desktop", True),
    ("markup", "desktop", True),
]
"""Those by day, then those by night: for each turn the page is loaded anew."""


def difference(one: Image.Image, other: Image.Image) -> float:
    """Give the share of a picture in which another differs, but for how edges are smoothed."""
    if one.size != other.size:
        return 1.0
    soft = [each.convert("RGB").filter(ImageFilter.GaussianBlur(2)) for each in (one, other)]
    red, green, blue = ImageChops.difference(*soft).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return sum(most.histogram()[24:]) / (one.width * one.height)


def photographed(stage: Stage, name: str, size: str, night: bool) -> Image.Image:
    stage.reviewer.open(SIZES[size], night=night)
    stage.ask(name)
    stage.answer(name)
    return Image.open(io.BytesIO(stage.reviewer.picture()))


class TestPictures:
    @pytest.mark.parametrize(("name", "size", "night"), REFERENCES)
    def test_look_as_they_did(
        self, stage: Stage, name: str, size: str, night: bool, request: pytest.FixtureRequest
    ) -> None:
        path = PICTURES / f"{name}-{size}-{'night' if night else 'day'}.png"
        shot = photographed(stage, name, size, night)
        if request.config.getoption("--new-pictures"):
            path.parent.mkdir(exist_ok=True)
            shot.convert("RGB").quantize(48).save(path, optimize=True)
        assert difference(shot, Image.open(path)) < 0.002

    @rows(
        "change",
        [
            pytest.param("document.querySelector('footer').remove()", id="no-footer"),
            pytest.param("document.querySelector('.prompt').style.marginTop = '4px'", id="moved"),
            pytest.param("document.querySelector('.answer').style.fontSize = '19px'", id="smaller"),
            pytest.param("document.querySelector('.answer').style.color = '#a00'", id="colour"),
        ],
    )
    def test_a_change_is_noticed(self, stage: Stage, change: str) -> None:
        before = photographed(stage, "question", "phone", night=False)
        stage.run(f"{{ {change} }}")
        after = Image.open(io.BytesIO(stage.reviewer.picture()))
        assert difference(before, after) > 0.002

    def test_every_reference_is_of_a_test(self) -> None:
        names = {
            f"{name}-{size}-{'night' if night else 'day'}.png" for name, size, night in REFERENCES
        }
        assert {path.name for path in PICTURES.iterdir()} == names
