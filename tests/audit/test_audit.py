"""Planted errors: every class plants what can be read, the check finds it, the result tells where."""

import json
import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from studyguide.audit.audit import Audit, audit
from studyguide.audit.mutations import CERTAIN, MUTATIONS, names_and_numbers
from studyguide.audit.specimen import Mutant, specimen_of
from studyguide.deck.cloze import parse
from studyguide.deck.deck import Deck
from studyguide.deck.item import Item
from studyguide.evidence.case import Case
from studyguide.evidence.passage import locate
from studyguide.language.language import Language
from studyguide.loading.load import load
from studyguide.lock.digests import content_digest
from studyguide.lock.on_disk import open_lock
from studyguide.source.source import Source
from studyguide.workflows.check import Texts
from studyguide.workflows.open import open_deck
from tests import forked
from tests.places import ROOT

TIDE_MILLS = ROOT / "cards" / "tide-mills"
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "STUDYGUIDE_SOURCE"}


def opened(folder: Path = TIDE_MILLS) -> tuple[Deck, Source]:
    return open_deck(folder, Texts(None, None, for_one=True))


@cache
def audited(seed: int = 1) -> Audit:
    return audit(*opened(), seed, lambda: None)


def planted(deck: Deck, source: Source, seed: int = 1) -> list[tuple[str, Item, Mutant]]:
    """Plant all errors; give the class, the item as it was, and the wrong copy."""
    language = Language(deck.language)
    pools = names_and_numbers(source, language)
    found = []
    for item in deck.items:
        passage = locate(item, source.sections[item.section], language)
        assert passage
        specimen = specimen_of(Case(item, deck, source, language, passage), *pools, seed)
        for name, mutation in MUTATIONS.items():
            found += [(name, item, mutant) for mutant in mutation(specimen)]
    return found


@pytest.fixture(scope="module")
def mutants() -> list[tuple[str, Item, Mutant]]:
    return planted(*opened())


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(TIDE_MILLS, tmp_path / "cards" / "tide-mills")
    return tmp_path


def run(project: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    known = {**ENVIRONMENT, "COLUMNS": "120", **variables}
    done = forked.run(project, "audit", *arguments, env=known)
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture(scope="module")
def printed(tmp_path_factory) -> tuple[Path, str, dict]:
    """Run the command in both formats, in a process of other hashes, too; give where, and what it said."""
    project = tmp_path_factory.mktemp("printed")
    folder = project / "cards" / "tide-mills"
    shutil.copytree(TIDE_MILLS, folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    command = [sys.executable, "-m", "studyguide", "audit"]
    known = {**ENVIRONMENT, "COLUMNS": "120", "PYTHONHASHSEED": "2"}
    table = subprocess.run(
        command, cwd=project, env=known, capture_output=True, text=True, check=False
    )
    data = run(project, "--format", "json")
    assert (table.returncode, data.returncode) == (0, 0)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert [path.name for path in project.iterdir()] == ["cards"]
    return project, table.stdout, json.loads(data.stdout)


def test_the_same_seed_plants_the_same_errors(printed) -> None:
    _, text, data = printed  # two processes that hash differently, and this one
    result = audited(1)
    missed = [(each.mutation, each.what) for each in result.survivors]
    assert [(each["mutation"], each["what"]) for each in data["survivors"]] == missed
    assert re.findall(r"^\S+\.yaml:\d+: (.+?): (.+)$", text, re.MULTILINE) == missed
    assert data["summary"]["planted"] == result.planted


def test_another_seed_may_plant_others(mutants) -> None:
    whats = [what for _, _, (_, what) in mutants]
    assert whats == [what for _, _, (_, what) in planted(*opened(), seed=1)]
    assert whats != [what for _, _, (_, what) in planted(*opened(), seed=2)]


@pytest.mark.parametrize("seed", [1, 2])
def test_what_has_to_be_caught_is_caught(seed: int) -> None:
    result = audited(seed)
    assert {each.mutation: each.share for each in result.tallies if each.mutation in CERTAIN} == {
        each.mutation: 1 for each in result.tallies if each.mutation in CERTAIN
    }
    assert not {survivor.mutation for survivor in result.survivors} & CERTAIN
    assert result.swaps.share > 0.97
    assert result.meanings.share > 0.7


def test_sums_are_those_of_the_classes() -> None:
    result = audited()
    assert result.planted == sum(each.planted for each in result.tallies)
    assert result.caught == result.planted - len(result.survivors)
    assert all(0 <= each.errors <= each.caught <= each.planted for each in result.tallies)
    assert result.mean == pytest.approx(
        sum(each.caught / each.planted for each in result.tallies) / len(result.tallies)
    )


def test_each_tick_is_an_item(tmp_path: Path) -> None:
    ticks: list[None] = []
    deck, source = small(tmp_path)
    audit(deck, source, 1, lambda: ticks.append(None))
    assert len(ticks) == len(deck.items)


def test_certain_classes_are_classes() -> None:
    assert set(MUTATIONS) >= CERTAIN


EXTRA = {
    "extra-number": "cloze: About {{c1::two}} filled it.\n    evidence: about two … and ten",
    "extra-swap": (
        "question: Which two of the ten came to Eling from Bruges?\n    answer:\n      - Ada\n"
        "      - Ned\n    evidence: Ada and Ned … from Bruges"
    ),
    "extra-denial": (
        "question: Why did nobody not wait?\n    answer: it was not cold\n"
        "    evidence: it was not cold"
    ),
    "extra-both": "question: What did two see?\n    answer: two\n    evidence: two saw ten",
    "extra-signs": (
        "question: What did 30 % lose at 10^-9 metres?\n    answer: more than 5 °C\n"
        "    evidence: lost more than 5 °C"
    ),
    "extra-plan": (
        "question: If the tide allows, what will Ned probably build?\n    answer: a mill\n"
        "    evidence: Ned will probably build a mill"
    ),
    "extra-speaker": (
        "question: What does the author say was not safe?\n    answer: it was not the old mill of Eling\n"
        "    evidence: not the old mill of Eling"
    ),
}
TEXT = """1. It took about two days to fill it, and ten to empty it again. Then two saw ten of them.
Ada and Ned came to Eling, all the way from Bruges. They waited, for it was not cold.

2. In 1911 others went on to Orrin by way of Dunmere, and three stayed. Three of forty stayed on.

3. At 10^-9 metres 30 % lost more than 5 °C. If the tide allows, Ned will probably build a mill.
It was not the old mill of Eling, but the new one that was safe.
"""


def small(folder: Path) -> tuple[Deck, Source]:
    """Open a deck with numbers, names and denials in its questions, for the rarer classes."""
    head = "id: small\ntitle: Small\nauthor: Nora\nwork: Papers\nlanguage: en\nrights: mine\n"
    (folder / "deck.yaml").write_text(head, encoding="utf-8")
    for number, ids in ((1, [*EXTRA][:4]), (3, [*EXTRA][4:])):
        items = "".join(f"  - id: {id}\n    {EXTRA[id]}\n" for id in ids)
        head = f"section: {number}\ntitle: One\nsummary: Words.\nitems:\n"
        (folder / f"{number}-one.yaml").write_text(head + items, encoding="utf-8")
    (folder / "source.txt").write_text(TEXT, encoding="utf-8")
    return opened(folder)


def test_every_class_plants_something(mutants, tmp_path: Path) -> None:
    names = {name for name, _, _ in mutants}
    names |= {name for name, _, _ in planted(*small(tmp_path))}
    assert set(MUTATIONS) - names == set()


def test_every_copy_is_another_item_that_can_be_read(mutants, tmp_path: Path) -> None:
    for name, item, (mutant, what) in mutants + planted(*small(tmp_path)):
        assert mutant != item, (name, what)
        assert what, name
        assert mutant.id == item.id, name
        assert mutant.kind == item.kind, name
        texts = (mutant.prompt, *mutant.answers, *mutant.evidence)
        assert all(text.value.strip() for text in texts), (name, what)
        if mutant.kind == "cloze":
            pieces, problem = parse(mutant.prompt.value)[:2]
            assert mutant.pieces == pieces, (name, what)
            assert not problem, (name, what)


@pytest.mark.parametrize("step", [4, pytest.param(1, marks=pytest.mark.torture)])
def test_a_copy_written_down_loads(mutants, project: Path, step: int) -> None:
    """Every fourth copy, or every one."""
    folder = project / "cards" / "tide-mills"
    for name, item, (mutant, what) in mutants[::step]:
        if name in ("wrong section", "another item's evidence", "another item's answer"):
            continue  # these move whole texts that have been read already
        pairs = zip(
            (item.prompt, *item.answers, *item.evidence),
            (mutant.prompt, *mutant.answers, *mutant.evidence),
            strict=False,
        )
        path = folder / item.file.path.name
        before = path.read_text(encoding="utf-8")
        changed = [(old.value, new.value) for old, new in pairs if old != new]
        text = before
        for old, new in changed:
            at = text.index(old, text.index(f"id: {item.id.value}\n"))
            text = text[:at] + new + text[at + len(old) :]
        path.write_text(text, encoding="utf-8")
        try:
            _, findings = load(folder)
        finally:
            path.write_text(before, encoding="utf-8")
        assert findings == (), (name, what)
        assert changed or len(mutant.answers) < len(item.answers), (name, what)


def test_without_the_text_each_planted_error_shows_as_stale(mutants) -> None:
    lock = open_lock(TIDE_MILLS / "deck.lock")
    for name, item, (mutant, what) in mutants:
        receipt = lock.items[item.id.value]
        assert receipt.digest == content_digest(item), item.id.value
        assert receipt.digest != content_digest(mutant), (name, what)


def test_table_and_json_say_the_same(printed) -> None:
    _, table, data = printed
    assert list(data) == ["classes", "survivors", "summary"]
    rows = re.findall(r"^(\S.*?) +(\d+) +(\d+) +(\d+)% +(\d+)\s*$", table, re.MULTILINE)
    assert {
        name: {"planted": int(planted), "caught": int(caught), "errors": int(errors)}
        for name, planted, caught, _, errors in rows
    } == {
        name: {key: each[key] for key in ("planted", "caught", "errors")}
        for name, each in data["classes"].items()
    }
    for group in ("swaps", "meanings"):
        found = re.search(rf"^{group} +(\d+) +(\d+) +([\d.]+)%", table, re.MULTILINE)
        assert found
        figures = data["summary"][group]
        assert (int(found[1]), int(found[2])) == (figures["planted"], figures["caught"])
        own = [each for each in data["classes"].values() if each["group"] == group[:-1]]
        assert sum(each["planted"] for each in own) == figures["planted"]
    assert f"no rule can see, so read for it: {'; '.join(data['summary']['unseen'])}" in table
    total = re.search(r"^all +(\d+) +(\d+) +([\d.]+)%", table, re.MULTILINE)
    assert total
    assert (int(total[1]), int(total[2])) == (data["summary"]["planted"], data["summary"]["caught"])
    mean = re.search(r"^mean over classes +([\d.]+)%", table, re.MULTILINE)
    assert mean
    assert float(mean[1]) / 100 == pytest.approx(data["summary"]["mean"], abs=0.0006)


def test_survivors_name_their_place(printed) -> None:
    project, text, data = printed
    lines = re.findall(r"^(\S+\.yaml):(\d+): (.+?): (.+)$", text, re.MULTILINE)
    assert lines == [
        (each["path"], str(each["line"]), each["mutation"], each["what"])
        for each in data["survivors"]
    ]
    assert len(lines) == data["summary"]["planted"] - data["summary"]["caught"]
    for each in data["survivors"]:
        line = (project / each["path"]).read_text(encoding="utf-8").splitlines()[each["line"] - 1]
        assert line.strip() == f"- id: {each['item']}"


def test_the_command_takes_the_seed(project: Path) -> None:
    data = json.loads(run(project, "--seed", "2", "--format", "json").stdout)
    assert [each["what"] for each in data["survivors"]] == [
        survivor.what for survivor in audited(2).survivors
    ]


def test_an_audit_needs_the_text(project: Path) -> None:
    (project / "cards" / "tide-mills" / "source.txt").unlink()
    done = run(project)
    assert done.returncode == 2
    assert "needs the source text" in done.stderr


def test_an_audit_needs_a_deck_without_mistakes(project: Path) -> None:
    path = project / "cards" / "tide-mills" / "1-how-it-works.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("question:", "qestion:", 1))
    done = run(project)
    assert done.returncode == 2
    assert "see `studyguide check" in done.stderr


def test_an_item_of_many_names_is_given_few_errors_of_a_class(tmp_path: Path) -> None:
    names = ", ".join(f"Xavi{chr(97 + at % 26)}{chr(97 + at // 26)} Brown" for at in range(20))
    item = f"  - id: a\n    question: What did {names} see?\n    answer: a kiln\n    evidence: saw a kiln\n"
    (tmp_path / "deck.yaml").write_text("id: kilns\ntitle: Kilns\nlanguage: en\n")
    (tmp_path / "1-a.yaml").write_text(f"section: 1\ntitle: A\nsummary: A kiln.\nitems:\n{item}")
    (tmp_path / "source.txt").write_text("1. Ada Brown saw a kiln, and Ben Green saw none.\n")
    tallies = {
        each.mutation: each.planted for each in audit(*opened(tmp_path), 1, lambda: None).tallies
    }
    assert tallies["name of the question, from outside"] == 12
