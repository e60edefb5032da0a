"""The report on cards in a real browser: it fetches nothing, can be searched, read aloud and printed."""

import json
import re
from pathlib import Path

import pytest
from reviewer import chromium

from tests.coverage.test_coverage import contrast
from tests.drafts.shapes import COUNT, LEADER, PENCE
from tests.drafts.test_shapes import folder, run  # noqa: F401  (a fixture)
from tests.places import ROOT

EVIL = "</script><script>document.title='x'</script><img src=x onerror=\"document.title='x'\">"
CARDS = [
    {"question": COUNT[0], "answer": "40"},
    {"question": LEADER[0], "answer": "Bea Kestrel"},
    {"cloze": PENCE},
    {"question": f"What is {EVIL}?", "answer": EVIL},
    "broken",
]


@pytest.fixture
def page(folder: Path, tmp_path: Path) -> Path:  # noqa: F811
    given = tmp_path / "given.jsonl"
    given.write_text("".join(f"{json.dumps(each)}\n" for each in CARDS), encoding="utf-8")
    result = run(
        "import", given, "--source", folder / "source.txt", "--dry-run", "--format", "html"
    )
    path = tmp_path / "report.html"
    path.write_text(result.stdout, encoding="utf-8")
    return path


def test_the_page_in_a_browser(page: Path) -> None:
    with chromium() as browser:
        tab = browser.new_page(viewport={"width": 1180, "height": 900})
        asked: list[str] = []
        said: list[str] = []
        tab.on("request", lambda request: asked.append(request.url))
        tab.on("console", lambda message: said.append(message.text))
        tab.on("pageerror", lambda error: said.append(str(error)))
        tab.goto(page.as_uri())
        assert asked == [page.as_uri()]
        assert said == []
        assert tab.title() == "given.jsonl – Verification"
        assert "40 constables" in tab.inner_text("#card-1 mark")
        assert "Nearest" in tab.inner_text("#card-2 .where")
        assert "`Bea` stands neither" in tab.inner_text("#card-2 .findings")
        assert tab.inner_text("#card-3 .prompt u") == "1,200 pence"
        assert tab.inner_text("#card-4 .answer") == EVIL
        assert "this is no mapping" in tab.inner_text("#card-5 .findings")
        _searches(tab)
        _fits(tab)
        _prints(tab)


def _searches(tab) -> None:
    assert tab.inner_text("#shown") == "5 of 5 cards shown"
    tab.get_by_label("Search cards and passages").fill("kestrel quay")
    assert (
        tab.inner_text("#shown") == "2 of 5 cards shown"
        or tab.inner_text("#shown") == "1 of 5 cards shown"
    )
    tab.get_by_label("Search cards and passages").fill("")
    tab.get_by_role("checkbox", name="not found").uncheck()
    assert tab.locator("article:visible").count() == 2
    tab.get_by_role("checkbox", name="not found").check()


def _fits(tab) -> None:
    """Nothing is wider than a telephone; every control has a name; each card is headed."""
    tab.set_viewport_size({"width": 360, "height": 700})
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
    assert tab.locator("article h2").count() == 5
    assert tab.evaluate("document.documentElement.lang") == "en"
    for control in tab.locator("input").all():
        assert control.evaluate("e => e.labels.length") == 1


def _prints(tab) -> None:
    """On paper everything is there, whatever was searched for, and the form is not."""
    tab.get_by_label("Search cards and passages").fill("kestrel")
    tab.emulate_media(media="print")
    assert tab.locator("article:visible").count() == 5
    assert tab.locator("form:visible").count() == 0


@pytest.mark.parametrize("mode", [0, 1], ids=["by day", "by night"])
def test_text_can_be_read_by_day_and_by_night(mode: int) -> None:
    css = (ROOT / "templates" / "verification" / "verification.css").read_text(encoding="utf-8")
    rules = re.findall(r":root \{(.*?)\}", css, re.DOTALL)[mode]
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", rules))
    for name in ("ink", "quiet", "supported", "doubtful", "missing"):
        assert contrast(colours[name], colours["paper"]) >= 4.5, name
    assert contrast(colours["ink"], colours["mark"]) >= 4.5


@pytest.mark.parametrize("by", ["--source", "--into"])
def test_no_template_of_a_deck_or_of_the_current_folder_gets_into_the_page(
    folder: Path,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    by: str,
) -> None:
    given = tmp_path / "given.jsonl"
    given.write_text(f"{json.dumps(CARDS[0])}\n", encoding="utf-8")
    about = ("--into", folder) if by == "--into" else ("--source", folder / "source.txt")
    words = ("import", given, *about, "--dry-run", "--format", "html")
    page = run(*words).stdout
    own = folder / "templates" / "verification"
    own.mkdir(parents=True)
    (own / "verification.html").write_text("{% for _ in range(10**9) %}{% endfor %}", "utf-8")
    (own / "verification.js").write_text("document.title = 'x'", "utf-8")
    monkeypatch.chdir(folder)
    assert run(*words).stdout == page != ""
