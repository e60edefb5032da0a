"""Random histories of a deck: whoever imports each edition ends with the curator's last words.

A learner in the real Anki back end imports every edition of a deck that is edited, reverted, merged,
renamed, stripped of its lock and built by wrong clocks, and loses no review and gets no note twice.
"""

import random
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from studyguide.workflows.build import pack
from studyguide.workflows.check import Texts
from studyguide.workflows.order import Order
from studyguide.workflows.release import release_of
from tests.anki.collection import Learner, learner
from tests.conftest import DECK

TEXT = (
    "1. The mill has 40 stones. Ada Kestrel built the mill in 1912 near Dunmere. The wheel broke in 1913. "
    "The council paid 1,200 pence for it. The gate is 17 feet wide.\n"
)
ITEMS = {
    "stones": ("How many {}stones has the mill?", "40", "The mill has 40 stones"),
    "year": ("In which year was the {}mill built?", "1912", "built the mill in 1912"),
    "wheel": ("In which year did the {}wheel break?", "1913", "The wheel broke in 1913"),
    "pence": ("How many {}pence did the council pay?", "1,200", "paid 1,200 pence for it"),
    "feet": ("How many feet wide is the {}gate?", "17", "gate is 17 feet wide"),
}
"""Items by their first ids; an answer tells a note again, whatever has become of its id."""

WORDS = ("", "old ", "round ", "heavy ", "small ", "wet ", "dark ", "loud ")
STEPS = 8
NOBODY = ("-c", "user.name=a", "-c", "user.email=a@b", "-c", "merge.conflictStyle=merge")


class History:
    """A curator at work, who publishes what passes, and takes back what does not."""

    def __init__(self, folder: Path, seed: int, set_clock: Callable[[str, str], None]) -> None:
        self.random, self.set_clock = random.Random(seed), set_clock
        self.deck, self.clock, self.told = folder / "deck", 1_700_000_000, [f"seed {seed}"]
        self.deck.mkdir()
        (self.deck / "deck.yaml").write_text("".join(f"{key}: {it}\n" for key, it in DECK.items()))
        (self.deck / "source.txt").write_text(TEXT)
        self.git("init", "-q")
        self.write({key: ((key,), "") for key in list(ITEMS)[:4]})
        self.git("add", "-A")
        self.git("commit", "-qm", "begun")

    def git(self, *words: str) -> bool:
        command = ["git", "-C", str(self.deck), *NOBODY, *words]
        return subprocess.run(command, check=False, capture_output=True).returncode == 0

    def write(self, items: dict[str, tuple[tuple[str, ...], str]]) -> None:
        """Write items: by their first id all their ids, and the word in their question."""
        lines = ["section: 1", "title: Mills", "summary: The mill.", "items:"]
        for key, (ids, word) in items.items():
            question, answer, evidence = ITEMS[key]
            lines += [f"  - id: {ids[-1]}", f"    question: {question.format(word)}"]
            lines += [f'    answer: "{answer}"', f"    evidence: {evidence}"]
            lines += [f"    was: [{', '.join(ids[:-1])}]"] if ids[1:] else []
        (self.deck / "1-mills.yaml").write_text("\n".join(lines) + "\n")

    def read(self) -> dict[str, tuple[tuple[str, ...], str]]:
        """Read the items back, whatever git has made of them; none where that is nonsense."""
        from studyguide.loading.load import load

        loaded, findings = load(self.deck)
        if loaded is None or findings:
            return {}
        found = {}
        for item in loaded.items:
            key = next((k for k, it in ITEMS.items() if it[1] == item.answers[0].value), "")
            start, _, end = ITEMS[key][0].partition("{}")
            word = item.prompt.value.removeprefix(start).removesuffix(end)
            found[key] = ((*(old.value for old in item.was), item.id.value), word)
        return found

    def edit(self) -> None:
        items = self.read()
        for key in self.random.sample([*items], min(len(items), self.random.randint(1, 2))):
            items[key] = (items[key][0], self.random.choice(WORDS))
        self.write(items)

    def rename(self) -> None:
        items = self.read()
        key = self.random.choice([*items])
        items[key] = ((*items[key][0], f"{key}-{self.random.randrange(1000)}"), items[key][1])
        self.write(items)

    def add(self) -> None:
        self.write({"feet": (("feet",), ""), **self.read()})

    def restyle(self) -> None:
        (self.deck / "templates" / "anki").mkdir(parents=True, exist_ok=True)
        colour = self.random.choice(("red", "green", "blue"))
        (self.deck / "templates/anki/cards.css").write_text(f".card {{ color: {colour} }}")

    def revert(self) -> None:
        self.git("revert", "--no-edit", "HEAD") or self.git("revert", "--abort")

    def go_back(self) -> None:
        self.git("checkout", f"HEAD~{self.random.randint(1, 3)}", "--", ".")

    def merge(self) -> None:
        """Publish from a branch that left a while ago, then merge it, or merge into it."""
        main = "kept"
        self.git("branch", "-f", main)
        self.git("checkout", "-q", "--detach", f"HEAD~{self.random.randint(1, 3)}")
        self.random.choice((self.edit, self.rename, self.restyle))()
        self.settle()
        self.git("branch", "-f", "side")
        one, other = self.random.sample((main, "side"), 2)
        self.git("checkout", "-q", "--detach", one)
        how = self.random.choice((("-s", "ours"), ("-X", "ours"), ("-X", "theirs")))
        self.told.append(f"{' '.join(how)} of {other} into {one}")
        if not self.git("merge", "-q", "-m", "merged", *how, other):
            self.git("merge", "--abort")

    def lose(self) -> None:
        (self.deck / "deck.lock").unlink(missing_ok=True)

    def forget_packages(self) -> None:
        shutil.rmtree("dist", ignore_errors=True)
        self.edit()

    def slow_clock(self) -> None:
        self.clock -= self.random.randrange(10**7)
        self.edit()

    def settle(self) -> bool:
        """Build, and commit; where the check finds errors, take it back to what was committed."""
        self.clock += self.random.randrange(10**5)
        self.set_clock("SOURCE_DATE_EPOCH", f"{self.clock}")
        texts = Texts(None, None, for_one=True)
        for anew in (False, True):
            result, release = release_of(self.deck, texts, Order(anew=anew), lambda _: None)
            codes = {each.code for each in result.report.findings if each.is_error}
            if codes == {"lock-missing"} and self.random.random() < 0.5:
                self.told.append("restored")
                self.git("checkout", "HEAD", "--", "deck.lock")
        if release is None:
            self.told.append(f"refused: {sorted(codes)}")
            self.git("reset", "-q", "--hard")
            self.git("reset", "-q", "--hard", self.good)
            return False
        pack(release, Path("dist/harbour.apkg"), lambda _: None)
        self.git("add", "-A")
        self.git("commit", "-qm", "edition", "--allow-empty")
        self.good = subprocess.check_output(
            ["git", "-C", self.deck, "rev-parse", "HEAD"], text=True
        ).strip()
        return True


def fronts(someone: Learner) -> dict[str, list[str]]:
    """Give the questions of all notes that a learner has, by answer."""
    found: dict[str, list[str]] = {}
    for id in someone.collection.find_notes(""):
        note = someone.collection.get_note(id)
        found.setdefault(note["Back"], []).append(note["Front"])
    return found


def styles(someone: Learner) -> set[str]:
    return {type["css"] for type in someone.collection.models.all() if "harbour" in type["name"]}


ACTS = ("edit", "edit", "rename", "add", "restyle", "revert", "revert", "go_back", "merge", "merge", "lose", "forget_packages", "slow_clock")  # fmt: skip


@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(seed, marks=pytest.mark.torture) for seed in range(1, 102))]
)
def test_a_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("STUDYGUIDE_SOURCE", raising=False)
    history = History(tmp_path, seed, monkeypatch.setenv)
    history.good = "HEAD"
    reviews = 0
    with learner(tmp_path / "learner") as someone:
        assert history.settle()
        for step in range(STEPS):
            if step:
                act = history.random.choice(ACTS)
                history.told.append(act)
                getattr(history, act)()
                if not history.settle():
                    continue
            someone.take(Path("dist/harbour.apkg"))
            shown = {
                ITEMS[key][1]: ITEMS[key][0].format(word)
                for key, (_, word) in history.read().items()
            }
            had = fronts(someone)
            assert {answer: had[answer] for answer in shown} == {
                answer: [front] for answer, front in shown.items()
            }, history.told
            assert all(len(each) == 1 for each in had.values()), history.told
            style = history.deck / "templates/anki/cards.css"
            if style.exists():
                assert styles(someone) == {style.read_text()}, history.told
            assert someone.collection.db.scalar("select count() from revlog") == reviews, (
                history.told
            )
            if history.random.random() < 0.5 and someone.collection.sched.get_queued_cards().cards:
                someone.answer_one()
                reviews += 1
