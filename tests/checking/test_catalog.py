"""The catalog: a section for every code, whose examples do what it says; `docs/checks.md` is made of it."""

import ast
import re
import subprocess
import sys
from functools import cache
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pytest

from studyguide.checking import catalog
from studyguide.checking.check import check
from studyguide.coverage.coverage import cover
from studyguide.errors import StudyGuideError
from studyguide.finding import Finding
from studyguide.language.language import Language
from studyguide.loading.load import load
from studyguide.lock.lock import Lock, Stamp
from studyguide.printing.press import fonts, unprintable
from studyguide.source.open import open_source
from tests.conftest import picture
from tests.places import ROOT
from tests.table import rows

TIDE_MILLS = ROOT / "cards" / "tide-mills"

PUT_TOGETHER = {
    *("question-name", "question-number", "summary-name", "summary-number"),
    *("quotation-run", "yaml-anchor", "yaml-tag"),
    *("hedge-lost", "part-lost", "condition-lost", "plan-as-deed"),
}
"""Codes that no call names as they are: made of parts, or handed on with their message."""

_CALLS = {"error", "warning", "error_at", "wrong", "Finding", "Problem", "Fault", "Slip", "_slip"}
_CODE = re.compile(r"[a-z]+(?:-[a-z]+)*")


@cache
def emitted() -> set[str]:
    """Collect the codes with which the package's sources make findings."""
    found = set(PUT_TOGETHER)
    for path in (ROOT / "studyguide").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and _name(call.func) in _CALLS:
                constants = (each.value for each in call.args if isinstance(each, ast.Constant))
                code = next((each for each in constants if isinstance(each, str)), "")
                found |= {code} if _CODE.fullmatch(code) else set()
    return found


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def test_every_code_has_a_section() -> None:
    assert sorted(emitted() - set(catalog.codes())) == []


def test_every_section_is_about_a_code() -> None:
    assert sorted(set(catalog.codes()) - emitted()) == []


def test_every_code_has_one_section() -> None:
    assert len(set(catalog.codes())) == len(catalog.codes())


class Fence(NamedTuple):
    """One fenced text of an example: what it is in, and the words that say where it stands."""

    language: str
    words: tuple[str, ...]
    text: str

    def named(self, key: str) -> str:
        return next((word[len(key) + 1 :] for word in self.words if word.startswith(f"{key}=")), "")


class Section(NamedTuple):
    """A section of the catalog, taken apart: `fences` by `Before`, `Bad` and `Good`."""

    code: str
    severities: list[str]
    prose: str
    fences: dict[str, list[Fence]]


_FENCE = re.compile(r"^```(\w+)(.*)\n((?:.*\n)*?)```$", re.MULTILINE)
_LABEL = re.compile(r"^(Before|Bad|Good):$", re.MULTILINE)


def _section(code: str, text: str) -> Section:
    head, *parts = _LABEL.split(text)
    severity, _, prose = head.strip().partition("\n\n")
    fences = {
        label: [Fence(each[1], tuple(each[2].split()), each[3]) for each in _FENCE.finditer(part)]
        for label, part in zip(parts[::2], parts[1::2], strict=True)
    }
    return Section(code, severity.split(" or "), prose, fences)


SECTIONS = [_section(each.code, each.text) for each in catalog._sections()]
of_each = rows("section", SECTIONS, ids=[each.code for each in SECTIONS])


def test_a_section_has_all_its_parts() -> None:
    for each in SECTIONS:
        severities = (["error"], ["warning"], ["error", "warning"])
        assert each.severities in severities, each.code
        assert 1 <= len(re.findall(r"[.?!](?:\s|$)", each.prose)) <= 4, each.code
        assert [*each.fences][-2:] == ["Bad", "Good"], each.code
        assert all(each.fences.values()), each.code
        assert each.fences["Bad"] != each.fences["Good"], each.code


HEAD = "section: {}\ntitle: A part of the text\nsummary: What this part says.\nitems:\n"
BASE = {
    "deck.yaml": "id: tide-mills\ntitle: Tide Mills\n",
    "1-how-it-works.yaml": HEAD.format(1),
    "2-for-and-against.yaml": HEAD.format(2),
    "3-old-and-new.yaml": HEAD.format(3),
}


PICTURES = {
    "mill.png": picture(),
    "photograph.png": picture("JPEG"),
    "poster.png": picture(size=(8000, 6000)),
    "wheel.png": picture(),
    "sluice.mp3": b"ID3",
}
"""What the `media/` folder of an example holds, of what it names."""


def folder_of(fences: list[Fence], folder: Path) -> Path:
    """Make a deck of an example: its files in place of those of the same number, its items added."""
    given = {name: each.text for each in fences if (name := each.named("file"))}
    numbers = {name[:2] for name in given}
    files = {name: text for name, text in BASE.items() if name[:2] not in numbers} | given
    for each in fences:
        if number := each.named("section"):
            name = next(name for name in files if name.startswith(f"{number}-"))
            files[name] += re.sub(r"^(?=.)", "  ", each.text, flags=re.MULTILINE)
    (folder / "media").mkdir(parents=True)
    named = {
        name
        for text in files.values()
        for name in re.findall(r"(?:image|audio|file): ([^\s,]+)", text)
    }
    named |= {"sluice.mp3" for name in named if name == "gate.mp3"}
    named |= {name for each in fences if (name := each.named("media"))}
    for name, content in PICTURES.items():
        if name in named or (name == "mill.png" and "sluice.png" in named):
            (folder / "media" / name).write_bytes(content)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def findings(section: Section, label: str, folder: Path) -> tuple[Finding, ...]:
    """Check an example after the editions before it."""
    path = TIDE_MILLS / "source.txt"
    source = open_source(path)
    lock, number = Lock(), count()
    for edition in section.fences.get("Before", []):
        deck, loaded = load(folder_of([edition], folder / str(next(number))))
        report = check(deck, loaded, source, lock, 1000)
        assert report.findings == ()
        lock = report.lock.with_all_published._replace(note_types={"question": Stamp("x", 1000)})
    fences = section.fences[label]
    deck, loaded = load(folder_of(fences, folder / str(next(number))))
    if not deck:
        return loaded
    if deck.openings:
        source = open_source(path, deck.opening_words)
    is_blind = any("without-text" in each.words for each in fences)
    report = check(deck, loaded, None if is_blind else source, lock, 2000)
    covered = cover(deck, source, Language("en"), deck.uncovered)
    boxed = frozenset(fonts.undrawable(deck.file.text))
    return (*report.findings, *covered.findings, *unprintable.findings_of(deck, {}, boxed))


def _skip_unless_run(fences: list[Fence]) -> None:
    if any(each.language != "yaml" for each in fences):
        pytest.skip("an example in words")


@of_each
def test_the_bad_example_gives_its_code_only(section: Section, tmp_path: Path) -> None:
    _skip_unless_run(section.fences["Bad"])
    found = findings(section, "Bad", tmp_path)
    assert {each.code for each in found} == {section.code}, found
    assert {each.severity for each in found} <= {*section.severities}


@of_each
def test_the_good_example_gives_nothing(section: Section, tmp_path: Path) -> None:
    _skip_unless_run(section.fences["Good"])
    assert findings(section, "Good", tmp_path) == ()


def test_an_explanation_holds_the_whole_section() -> None:
    for section in SECTIONS:
        code, said = section.code, catalog.explain(section.code)
        assert said.startswith(f"{code}: {' or '.join(section.severities)}\n\n{section.prose}")
        assert "```" not in said, code
        lines = said.splitlines()
        for fence in (each for fences in section.fences.values() for each in fences):
            shown = [f"    {line}" if line else "" for line in fence.text.splitlines()]
            assert any(lines[at : at + len(shown)] == shown for at in range(len(lines))), code
            assert not fence.named("file") or f"  {fence.named('file')}:" in lines, code


def test_a_code_may_be_copied_with_its_brackets() -> None:
    assert catalog.explain("[Answer-Number]") == catalog.explain("answer-number")


UNKNOWN = {
    "a letter missing": ("anser-number", "there is no code `anser-number`; did you mean answer-n"),
    "a word of several": ("evidence", r"did you mean evidence-\w+, evidence-\w+ or evidence-\w+\?"),
    "a word cut off": ("pronou", r"did you mean pronoun\?"),
    "nothing like it": ("qqqqqq", "codes stand in brackets at the end of a finding"),
    "nothing": ("", "codes stand in brackets"),
}


@rows(("code", "said"), UNKNOWN.values(), ids=UNKNOWN)
def test_an_unknown_code_is_refused_kindly(code: str, said: str) -> None:
    with pytest.raises(StudyGuideError, match=said):
        catalog.explain(code)


def test_the_document_is_up_to_date() -> None:
    written = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    renew = "renew it: .venv/bin/python -m studyguide.checking.catalog > docs/checks.md"
    assert written == catalog.as_document(), renew


def test_the_document_has_every_code_in_its_contents_and_as_a_heading() -> None:
    document = catalog.as_document()
    for code in catalog.codes():
        assert document.count(f"[{code}](#{code})") == document.count(f"\n### {code}\n") == 1


def test_the_module_prints_the_document() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "studyguide.checking.catalog"],
        capture_output=True,
        check=True,
        cwd=ROOT,
    )
    assert done.stdout.decode() == catalog.as_document()
