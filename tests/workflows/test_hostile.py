"""Any bytes as deck, source or lock end in findings or in one sentence: no trace, no hang."""

import resource
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyguide.cli import report
from studyguide.errors import StudyGuideError
from studyguide.workflows.check import Texts, check_folder
from tests.places import KEPT, ROOT

TIDE_MILLS = ROOT / "cards" / "tide-mills"
FILES = ("deck.yaml", "2-for-and-against.yaml", "source.txt", "deck.lock")
SECONDS, MEBIBYTES = 10, 512
IS_TORTURE = settings.get_current_profile_name() == "torture"
EXAMPLES = 5_000 if IS_TORTURE else settings().max_examples  # of each file

SNIPPETS = [b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\t", b"\x1f", b"{{c1::", b"}}", b"::", b"- ", b": ", b"&a ", b"*a", b"!!python/object:os.system ", b"---\n", b"%YAML 9.9\n", "…".encode(), "\u202e".encode(), "́".encode() * 9, b"\xed\xa0\x80", "²½１".encode(), b"1e999", b"-1", b"null", b"[[[[", b'{"a":', b"<<<<<<< x\n", b"=======\n", b">>>>>>> y\n", b"99. ", b"\n2. ", b"# ", b'"', b"'", b"|\n", b">\n"]  # fmt: skip


def outcome(folder: Path) -> str:
    """Check a folder as the command line would; give what a user reads."""
    texts = Texts(None, None, for_one=True)
    try:
        result = check_folder(folder, texts, lambda _: None)
    except StudyGuideError as error:
        return str(error)
    report.as_json([result])
    return "\n".join(report.as_text([result], lambda text, **_: str(text)))


@st.composite
def edited(draw: st.DrawFn, data: bytes) -> bytes:
    """Cut, double and insert here and there; or make up something else altogether."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.binary(max_size=300))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        upto = min(len(data), at + draw(st.sampled_from([0, 0, 1, 3, 20, 200])))
        new = draw(
            st.one_of(st.sampled_from(SNIPPETS), st.binary(max_size=4), st.just(data[at:upto] * 2))
        )
        data = data[:at] + new + data[upto:]
    return data


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile")


@pytest.mark.parametrize("name", FILES)
@settings(deadline=SECONDS * 1000, max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_bytes_end_in_findings_or_a_sentence(
    folder: Path, name: str, data: st.DataObject
) -> None:
    for each in FILES:
        shutil.copyfile(TIDE_MILLS / each, folder / each)
    content = data.draw(edited((TIDE_MILLS / name).read_bytes()))
    (folder / name).write_bytes(content)
    try:
        said = outcome(folder)
        assert "Traceback" not in said
        assert not list(folder.glob("*.part"))
    except BaseException:
        if IS_TORTURE:  # the last that fails is the smallest
            KEPT.mkdir(parents=True, exist_ok=True)
            (KEPT / f"hostile-{name}").write_bytes(content)
        raise


BOMBS = {
    "a million ellipses": ("2-for-and-against.yaml", "evidence: {}", "… the " * 200_000),
    "runs that stand everywhere": ("2-for-and-against.yaml", "evidence: {}", "the … a … the … a … the … a … the … a"),
    "cloze upon cloze": ("2-for-and-against.yaml", "cloze: '{}'\n    evidence: of the tide is", "{{c1::" * 20_000),
    "closing braces": ("2-for-and-against.yaml", "cloze: '{}'\n    evidence: of the tide is", "}}" * 20_000),
    "hints": ("2-for-and-against.yaml", "cloze: '{}'\n    evidence: of the tide is", "{{c1::a" + "::b" * 20_000 + "}}"),
    "quotation marks": ("2-for-and-against.yaml", "question: '{}'\n    answer: x\n    evidence: of the tide is", "“" * 50_000),
    "one long word": ("2-for-and-against.yaml", "question: '{}'\n    answer: x\n    evidence: of the tide is", "a" * 500_000),
    "many words": ("2-for-and-against.yaml", "question: '{}'\n    answer: x\n    evidence: of the tide is", "the tide " * 50_000),
    "many names": ("2-for-and-against.yaml", "question: '{}'\n    answer: x\n    evidence: of the tide is", "x Tide " * 20_000),
    "nested lists": ("2-for-and-against.yaml", "answer: {}", "[" * 100_000),
    "accents": ("2-for-and-against.yaml", "answer: {}", "e" + "\u0301" * 200_000),
    "a sentence without an end": ("source.txt", "{}", "the tide and the mill " * 60_000),
    "a text of one letter": ("source.txt", "{}", "a " * 300_000),
    "full stops": ("source.txt", "{}", ". " * 300_000),
    "line ends": ("source.txt", "{}", "\n \n" * 200_000),
    "sections without end": ("source.txt", "{}", "\n\n".join(f"{n}. x" for n in range(1, 9_000))),
    "a number of 5,000 figures": ("2-for-and-against.yaml", "question: 'Which 0001{} mills?'\n    answer: x\n    evidence: of the tide is", "0" * 5_000),
    "twenty and a number of 5,000 figures": ("2-for-and-against.yaml", "question: 'Which twenty-{}1 mills?'\n    answer: x\n    evidence: of the tide is", "0" * 5_000),
    "figures in the text": ("source.txt", "1. There were twenty-{}1 wheels.", "0" * 100_000),
    "a thousand parts of a quotation": ("2-for-and-against.yaml", "answer: x\n    question: q\n    evidence: '{}'", "the … " * 1_200),
    "full stops of short forms": ("source.txt", "1. {}", "e.g. A. No. 1 " * 50_000),
    "exclamation marks": ("source.txt", "1. Oh{}", "!" * 500_000),
    "half a lock": ("deck.lock", "{}", '{"items": {' + '"a": {' * 50_000),
}  # fmt: skip


@pytest.mark.parametrize(("name", "shape", "bomb"), BOMBS.values(), ids=BOMBS)
def test_no_input_takes_all_time_or_memory(
    tmp_path: Path, name: str, shape: str, bomb: str
) -> None:
    for each in FILES:
        shutil.copyfile(TIDE_MILLS / each, tmp_path / each)
    text = shape.replace("{}", bomb)
    if name.startswith("2"):
        text = f"section: 2\ntitle: T\nsummary: S.\nitems:\n  - id: bomb\n    {text}\n"
    (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "deck.lock").unlink() if name != "deck.lock" else None
    before = resource.getrusage(resource.RUSAGE_SELF)
    assert "Traceback" not in outcome(tmp_path)
    after = resource.getrusage(resource.RUSAGE_SELF)
    assert after.ru_utime - before.ru_utime < SECONDS
    assert (after.ru_maxrss - before.ru_maxrss) / 1024 < MEBIBYTES
