"""What English texts call by one word behind "the"."""

from studyguide.language.language import Language
from studyguide.language.names import tokens_of
from studyguide.printing.index.names.behind_the import behind_the
from tests.table import rows

ACT = "Vane Bridge Act"
BARON = "Baron Otto von Orme"

SHORT: dict[str, tuple[list[str], list[str], dict[str, str]]] = {
    "a law": ([ACT], ["What did the Act forbid?"], {"Act": ACT}),
    "first in a sentence": ([ACT], ["The Act forbids it."], {"Act": ACT}),
    "a body, of which something is": (["Land Tribunal"], ["the Tribunal’s clerk"], {"Tribunal": "Land Tribunal"}),
    "two laws": ([ACT, "Schools Act"], ["What did the Act forbid?"], {}),
    "a part of a longer name": ([ACT], ["They passed the Orrin Act."], {}),
    "another one": ([ACT], ["What did the Act of 1707 do, and what the Act?"], {}),
    "any of them": ([ACT], ["The Act was an Act that no Act had been."], {}),
    "told by itself": ([ACT, "Act"], ["What did the Act forbid?"], {}),
    "without its article": ([ACT], ["What did Act forbid?"], {}),
    "an adjective": (["Supreme Soviet"], ["the Soviet miners"], {}),
    "what no body ends with": (["Vane Hill"], ["They climbed the Hill."], {}),
    "a peer": ([BARON], ["A Baron came. What did the Baron say?"], {"Baron": BARON}),
    "a rank": (["Admiral Ada Vane"], ["the Admiral’s ships"], {"Admiral": "Admiral Ada Vane"}),
    "two of a rank": (["Admiral Ada Vane", "Admiral Tom Orme"], ["the Admiral’s ships"], {}),
    "a king": (["King George III"], ["They held it for the King."], {}),
    "an office": (["Mayor Tom Vane"], ["Who elects the Mayor?"], {}),
    "of a place": ([BARON], ["What did the Baron of Selby say?"], {}),
}  # fmt: skip


@rows(("names", "texts", "short"), SHORT.values(), ids=SHORT)
def test_one_word_is_short_for_a_name(
    names: list[str], texts: list[str], short: dict[str, str]
) -> None:
    told = {name: name for name in names}
    assert behind_the([*map(tokens_of, texts)], told, Language("en")) == short


def test_in_no_other_language() -> None:
    assert behind_the([tokens_of("The Act.")], {ACT: ACT}, Language("de")) == {}
