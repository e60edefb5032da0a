"""An item's passage as a curator is shown it: whole sentences, every quoted word marked."""

from studyguide.checking.examine import examine
from studyguide.checking.explain import _ABOUT, passage_lines
from studyguide.checking.registry import ITEM_RULES, PASSAGE_RULES, SOURCE_RULES
from studyguide.language.language import Language
from studyguide.loading.load import load
from studyguide.source.source import read
from tests.conftest import HARBOUR, Desk
from tests.table import rows

SHOWN = {
    "each part between ellipses": ("The lamps … wrote … the dark",
        "“‹The lamps› are ours,” ‹wrote› Kestrel, “and ‹the dark› is theirs.”"),
    "up to the closing mark": ("the dark is theirs",
        "“The lamps are ours,” wrote Kestrel, “and ‹the dark is theirs›.”"),
    "two that overlap": ("[lamps are ours wrote, are ours wrote Kestrel]",
        "“The ‹lamps are ours,” wrote Kestrel›, “and the dark is theirs.”"),
    "one inside another": ("[The lamps are ours, lamps are]",
        "“‹The lamps are ours›,” wrote Kestrel, “and the dark is theirs.”"),
    "two side by side": ("[the lamps are ours, wrote Kestrel and]",
        "“‹The lamps are ours,” wrote Kestrel, “and› the dark is theirs.”"),
    "on into the next sentence": ("dark is theirs By June",
        "“The lamps are ours,” wrote Kestrel, “and the ‹dark is theirs›.” / ‹By June› 1911 the walkout had spread to Dunmere, to Orrin in the Farrow Hills, and to both banks of the river."),
}  # fmt: skip


@rows(("evidence", "expected"), SHOWN.values(), ids=SHOWN)
def test_a_passage_is_shown(desk: Desk, evidence: str, expected: str) -> None:
    desk.section(f"question: Whose are the lamps?\nanswer: ours\nevidence: {evidence}")
    deck, _ = load(desk.folder)
    assert deck
    source, language = read(HARBOUR), Language("en")
    (item,) = deck.items
    case, _ = examine(item, deck, source, language)
    assert case
    lines = [*passage_lines(case)]
    assert " / ".join(line.partition(": ")[2] for line in lines) == expected


def test_every_module_of_rules_has_a_word() -> None:
    """A module that is called otherwise takes its word along: else its file's name is told."""
    rules = (*ITEM_RULES, *SOURCE_RULES, *PASSAGE_RULES)
    assert {rule.__module__.rpartition(".")[2] for rule in rules} == {*_ABOUT}
