"""What an import writes, what it leaves alone, and what it says."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from studyguide.errors import StudyGuideError
from studyguide.loading.load import load
from tests.conftest import Desk, picture
from tests.drafts.shapes import COUNT, LEADER
from tests.drafts.test_shapes import folder, run  # noqa: F401  (a fixture)
from tests.table import rows

RIGHT = {"question": COUNT[0], "answer": COUNT[1]}
WRONG = {"question": "How many constables did the mayor send?", "answer": "41"}
NOWHERE = {"question": "What is the capital of France?", "answer": "Paris"}
BROKEN = {"cloze": "The council offered {{c1::1,200 {{c2::pence}}}}."}


def cards(tmp_path: Path, *records: object, name: str = "cards.jsonl") -> Path:
    path = tmp_path / "given" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(f"{json.dumps(each)}\n" for each in records), encoding="utf-8")
    return path


def test_what_is_there_stays_as_it_is(desk: Desk, folder: Path, tmp_path: Path) -> None:  # noqa: F811
    path = desk.section(
        f"id: mine  # and stays\nquestion: {LEADER[0]}\nanswer: Ada Kestrel\n"
        "evidence: Their leader, Ada Kestrel"
    )
    before = path.read_text("utf-8")
    told = {"question": LEADER[0], "answer": "Julius Brand"}
    result = run("import", cards(tmp_path, told, RIGHT), "--into", folder)
    assert result.return_value == 0
    assert "card 1: is there already: mine" in result.stdout
    assert path.read_text("utf-8").startswith(before)
    deck, findings = load(folder)
    assert deck
    assert not findings
    assert [item.id.value for item in deck.items] == ["mine", "constables-council-send"]


def test_a_card_imported_before_is_left_even_if_its_question_has_changed(
    folder: Path,  # noqa: F811
    tmp_path: Path,
) -> None:
    given = cards(tmp_path, RIGHT)
    assert run("import", given, "--into", folder).return_value == 0
    path = next(folder.glob("1-*.yaml"))
    path.write_text(path.read_text("utf-8").replace("How many", "What number of"), "utf-8")
    result = run("import", given, "--into", folder)
    assert "is there already" in result.stdout
    assert path.read_text("utf-8").count("- id:") == 1


def test_what_is_refused_can_be_mended_and_imported_again(folder: Path, tmp_path: Path) -> None:  # noqa: F811
    result = run("import", cards(tmp_path, RIGHT, WRONG, NOWHERE, BROKEN), "--into", folder)
    assert result.return_value == 1
    assert (
        "4 cards: 1 supported" in result.stderr or "4 cards: 0 supported, 1 with" in result.stderr
    )
    assert "2 not supported by the text, 1 unreadable" in result.stderr
    refused = folder / "refused" / "cards.yaml"
    text = refused.read_text("utf-8")
    assert "# the number 41 does not stand in the quoted words" in text
    assert "  # nearest: §1 ¶1\n  #   The Selby council’s answer was to send 40 constables" in text
    assert (folder / "refused" / ".gitignore").read_text("utf-8").endswith("*\n")
    assert len(load(folder)[0].items) == 1  # type: ignore[union-attr]
    refused.write_text(text.replace("41", "40"), encoding="utf-8")
    result = run("import", refused, "--into", folder)
    assert len(load(folder)[0].items) == 2  # type: ignore[union-attr]
    left = refused.read_text("utf-8")
    assert "France" in left
    assert "constables" not in left


def test_a_dry_run_writes_nothing(folder: Path, tmp_path: Path) -> None:  # noqa: F811
    before = sorted(path for path in folder.rglob("*") if "given" not in path.parts)
    assert run("import", cards(tmp_path, RIGHT), "--into", folder, "--dry-run").return_value == 0
    assert sorted(path for path in folder.rglob("*") if "given" not in path.parts) == before


def test_json_has_the_shape_that_programs_rely_on(folder: Path, tmp_path: Path) -> None:  # noqa: F811
    given = cards(tmp_path, RIGHT, WRONG, BROKEN)
    result = run(
        "import", given, "--source", folder / "source.txt", "--dry-run", "--format", "json"
    )
    told = json.loads(result.stdout)
    assert [each["verdict"] for each in told["drafts"]][1:] == ["unsupported", "unreadable"]
    keys = {"index", "id", "kind", "verdict", "section", "evidence", "citation", "findings"}
    assert all(keys <= each.keys() for each in told["drafts"])
    assert told["drafts"][0]["citation"] == "§1 ¶1"
    finding = told["drafts"][1]["findings"][0]
    assert {
        "path",
        "line",
        "column",
        "severity",
        "code",
        "message",
        "help",
        "deck",
        "item",
        "section",
    } == finding.keys()
    assert finding["line"] == 2
    assert told["summary"].keys() == {
        "drafts",
        "supported",
        "warned",
        "unsupported",
        "unreadable",
        "source",
    }


def test_each_line_is_answered_at_once(folder: Path) -> None:  # noqa: F811
    command = [sys.executable, "-m", "studyguide", "import", "-", "--dry-run", "--format", "json"]
    with subprocess.Popen(
        [*command, "--source", str(folder / "source.txt")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        errors="surrogateescape",
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write("\udcff\n")  # a byte that is no UTF-8
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["verdict"] == "unreadable"
        for given, verdict in (
            (WRONG, "unsupported"),
            (NOWHERE, "unsupported"),
            ("x", "unreadable"),
        ):
            process.stdin.write(json.dumps(given) + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["verdict"] == verdict
        process.stdin.close()
        assert json.loads(process.stdout.readline())["summary"]["drafts"] == 4
        assert process.wait() == 1


def test_fields_can_be_mapped_and_those_not_taken_are_told(folder: Path, tmp_path: Path) -> None:  # noqa: F811
    record = {"Ask": COUNT[0], "Tell": "40", "Mnemonic": "forty winks", "Odd": "x"}
    given = cards(tmp_path, record)
    result = run("import", given, "--into", folder, "--map", "Mnemonic=note")
    assert "fields that were not taken: Odd (1)" in result.stderr
    item = load(folder)[0].items[0]  # type: ignore[union-attr]
    assert item.note
    assert item.note.value == "forty winks"
    wrong = pytest.raises(Exception, match="maps nothing")
    with wrong:
        run("import", given, "--into", folder, "--map", "Mnemonic=nonsense")


def test_pictures_beside_a_file_of_cards_come_with_it(folder: Path, tmp_path: Path) -> None:  # noqa: F811
    given = tmp_path / "given"
    (given / "img").mkdir(parents=True)
    (given / "img" / "Quay.png").write_bytes(picture())
    (given / "no.png").write_bytes(b"no picture")
    text = f"Q: {COUNT[0]} ![a quay](img/Quay.png)\nA: 40\n\nQ: {LEADER[0]} ![x](no.png)\nA: Ada Kestrel\n\n"
    text += "Q: Where was it cold? ![x](../source.txt)\nA: in the town\n"
    (given / "cards.md").write_text(text, encoding="utf-8")
    result = run("import", given / "cards.md", "--into", folder)
    items = {item.prompt.value: item for item in load(folder)[0].items}  # type: ignore[union-attr]
    image = items[COUNT[0]].asked_picture
    assert image
    assert (image.path.name, image.alt) == ("quay.png", "a quay")
    assert items[LEADER[0]].asked_picture is None
    assert "pictures that cannot be used: no.png" in result.stderr


def test_a_given_quotation_is_no_more_than_a_hint(folder: Path, tmp_path: Path) -> None:  # noqa: F811
    text = "1. In 1911 it was cold. Then it rained for forty days.\n\nIn the war it rained for forty days again."
    (folder / "source.txt").write_text(text, encoding="utf-8")
    ask = {"question": "For how many days did it rain?", "answer": "forty"}
    hint = {
        **ask,
        "question": "For how many days did it rain then?",
        "quote": "war it rained for forty days",
    }
    made_up = {
        **ask,
        "question": "How many days of rain came?",
        "answer": "fifty",
        "quote": "rained for fifty days",
    }
    given = cards(tmp_path, ask, hint, made_up)
    told = json.loads(
        run(
            "import", given, "--source", folder / "source.txt", "--dry-run", "--format", "json"
        ).stdout
    )
    assert [each["citation"] for each in told["drafts"]][:2] == ["§1 ¶1", "§1 ¶2"]
    assert told["drafts"][2]["verdict"] == "unsupported"


def test_without_a_deck_it_only_tells(folder: Path, tmp_path: Path) -> None:  # noqa: F811
    with pytest.raises(Exception, match="--into which deck, or --dry-run"):
        run("import", cards(tmp_path, RIGHT), "--source", folder / "source.txt")


MIRROR = "# Boats\n\nThe ferry crossed at nine.\n\n# Boats again\n\nThe ferry crossed at nine.\n\n# Night\n\nIt rained."
HINTED = {
    "a heading": ("Boats again", 2),
    "a subdeck": ("Harbour::Boats again", 2),
    "numbered as decks are": ("Harbour::02 Boats again", 2),
    "the number of a chapter": ("Harbour::Chapter 2", 2),
    "a wrong one is not believed": ("Night", 1),
    "none": ("Harbour", 1),
    "a number that no section has": ("Chapter 9", 1),
}


@rows(("deck", "section"), HINTED.values(), ids=HINTED)
def test_a_deck_or_heading_is_a_hint_to_the_section(
    tmp_path: Path, deck: str, section: int
) -> None:
    text = tmp_path / "text.md"
    text.write_text(MIRROR, encoding="utf-8")
    card = {"question": "When did the ferry cross?", "answer": "at nine", "deck": deck}
    result = run("import", cards(tmp_path, card), "--source", text, "--dry-run", "--format", "json")
    assert [each["section"] for each in json.loads(result.stdout)["drafts"]] == [section]


SPOKEN = {
    "en": ("Two men rowed the boat over the river.", "Who rowed the boat?", "Two men"),
    "de": ("Der Müller und die zwei Söhne ruderten das Boot.", "Wer ruderte?", "zwei Männer"),
}


@pytest.mark.parametrize("language", SPOKEN)
def test_where_there_is_no_deck_the_language_is_the_documents(
    tmp_path: Path, language: str
) -> None:
    text, question, answer = SPOKEN[language]
    path = tmp_path / "text.md"
    path.write_text(f"# Eins\n\n{text}\n\n# Zwei\n\n{text}\n", encoding="utf-8")
    card = {"question": question, "answer": answer}
    result = run("import", cards(tmp_path, card), "--source", path, "--dry-run", "--format", "html")
    assert f'<p class="prompt" dir="auto" lang="{language}">' in result.stdout


def test_a_second_picture_of_a_side_is_told(folder: Path, tmp_path: Path) -> None:  # noqa: F811
    given = tmp_path / "cards.csv"
    given.write_text(f'{COUNT[0]},"40 <img src=a.png><img src=b.png>"\n', encoding="utf-8")
    result = run("import", given, "--into", folder, "--dry-run")
    assert "not taken: b.png (1): a side has one picture" in result.stderr


def test_a_bar_on_a_terminal_tells_how_far_it_is(folder: Path, tmp_path: Path) -> None:  # noqa: F811
    ours, theirs = pty.openpty()
    given = cards(tmp_path, RIGHT, WRONG)
    command = (sys.executable, "-m", "studyguide", "import", given, "--into", folder, "--dry-run")
    subprocess.run(command, stderr=theirs, stdout=subprocess.DEVNULL, check=False)
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert "holding cards against the text" in shown
    assert "100%" in shown


def test_the_deck_is_made_where_there_is_none(tmp_path: Path) -> None:
    text, into = tmp_path / "page.html", tmp_path / "decks" / "new"
    body = "<html><title>Harbour</title><h1>Harbour</h1><p>The council’s answer was to send 40 constables."
    text.write_text(body, encoding="utf-8")
    told = ("--source", text, "--into", into)
    for given in (tmp_path / "nothing.csv", tmp_path / "cards.exe"):
        with pytest.raises(StudyGuideError, match=r"cannot read|is none of"):
            run("import", given, *told)
    given = cards(tmp_path, RIGHT)
    assert run("import", given, *told, "--dry-run").return_value == 0
    with pytest.raises(StudyGuideError, match="studyguide new DOCUMENT"):
        run("import", given, "--into", into)
    assert not into.exists()
    assert f"made {into} with 1 section\n" in run("import", given, *told).stderr
    deck, _ = load(into)
    assert deck
    assert [(deck.title.value, item.answers[0].value) for item in deck.items] == [("Harbour", "40")]
    assert "made" not in run("import", given, *told).stderr
