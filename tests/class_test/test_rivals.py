"""Answers that are known by sex, people, rank or form, and those that only knowledge tells from each other."""

from types import SimpleNamespace
from typing import cast

from studyguide.class_test.pool import Pool
from studyguide.class_test.rivals import is_rival
from studyguide.class_test.sorts import DEFINED, Candidate, Sort
from studyguide.class_test.told.persons import in_classes, is_of_woman, is_somebody, traits_of
from studyguide.class_test.told.telling import Telling
from studyguide.deck.item import Item, Kind
from studyguide.language.language import Language
from studyguide.language.phrasing.verbs import opens_with_verb
from tests.printing.reading import entry
from tests.table import rows

WOMEN = (
    ("en", "schoolmistress, daughter of a miller"),
    ("en", "Englishwoman who kept an inn"),
    ("en", "abbess of Askby"),
    ("en", "widow of the reeve"),
    ("en", "left the town with her brother"),
    ("en", "first chairwoman of the union"),
    ("de", "Erste Vorsitzende des Vereins"),
    ("de", "zweite Vorsitzende des Vereins"),
    ("de", "Wiener Malerin"),
    ("de", "Königin von Schweden"),
    ("de", "Schwester des Kaufmanns"),
    ("it", "prima maestra del paese"),
    ("it", "pittrice, che visse a Pisa"),
    ("it", "moglie del mugnaio"),
    ("fr", "compositrice et pianiste"),
    ("fr", "reine de Navarre"),
    ("fr", "veuve du meunier"),
    ("es", "hija de un molinero"),
    ("es", "actriz de Madrid"),
    ("es", "jefa del panel"),
    ("it", "prima maestra"),
    ("fr", "jardinière en chef"),
    ("nl", "weduwe van de molenaar"),
    ("pt", "rainha de Portugal"),
)
NO_WOMEN = (
    ("en", "son of a duchess"),
    ("en", "witness of the fire"),
    ("en", "man of business, whose wife kept the books"),
    ("en", "keeper of the lamp"),
    ("de", "Erster Vorsitzender des Vereins"),
    ("de", "Tierarzt in Berlin"),
    ("de", "Wiener Maler"),
    ("de", "Leiter der Kinderklinik in Wien"),
    ("de", "gewann das Rennen"),
    ("it", "giurista, che scrisse in latino"),
    ("it", "figlio della regina"),
    ("fr", "maître de la princesse"),
    ("es", "pintor de la corte"),
    ("es", "poeta de la corte"),
    ("it", "artista e mercante"),
    ("pt", "pianista do rei"),
)


@rows(("tag", "told"), WOMEN, ids=[told for _, told in WOMEN])
def test_a_definition_tells_that_she_is_a_woman(tag: str, told: str) -> None:
    assert is_of_woman(told, Language(tag))


@rows(("tag", "told"), NO_WOMEN, ids=[told for _, told in NO_WOMEN])
def test_others_do_not(tag: str, told: str) -> None:
    assert not is_of_woman(told, Language(tag))


PEOPLES = (
    ("en", "English surgeon", {"eng"}),
    ("en", "the Scot who built it", {"sco"}),
    ("en", "resident engineer, a Norwegian who built piers", {"nor"}),
    ("en", "around whom Dutch logicians met", {"dut"}),
    ("en", "diver from Zierikzee", {"from"}),
    ("en", "went home from the sea", set()),
    ("es", "comerciante de Génova", {"from"}),
    ("es", "jefa del panel", set()),
    ("de", "Oberst der Schweden", {"sch"}),
    ("de", "Rennfahrer aus Ulm", {"from"}),
    ("en", "son of a miller", set()),
    ("de", "Schottischer Tierarzt", {"sch"}),
    ("de", "englischer Ausdruck", {"eng"}),
    ("de", "Maler und Schriftsteller", set()),
    ("it", "geografo arabo", {"ara"}),
    ("it", "geografo del re", set()),
    ("fr", "ingénieur anglais", {"ang"}),
)


@rows(("tag", "told", "peoples"), PEOPLES, ids=[told for _, told, _ in PEOPLES])
def test_a_definition_tells_of_which_people_somebody_is(
    tag: str, told: str, peoples: set[str]
) -> None:
    assert traits_of("person", "X", told, Language(tag)).peoples == peoples


SOMEBODY = (
    ("it", "chi staccava i fogli", True),
    ("it", "donne che dividevano gli stracci", True),
    ("it", "solaio con finestre", False),
    ("en", "a person of sixteen", True),
    ("en", "charge for a berth", False),
    ("de", "wer ein Rad fährt", True),
    ("de", "der Teil des Rades", False),
)


@rows(("tag", "told", "is_one"), SOMEBODY, ids=[told for _, told, _ in SOMEBODY])
def test_a_term_means_somebody(tag: str, told: str, *, is_one: bool) -> None:
    assert is_somebody(told, Language(tag)) is is_one


DEEDS = (
    ("en", "granted the first charter", True),
    ("en", "was sent with nine ships", True),
    ("en", "head of the council", False),
    ("en", "the clerk", False),
    ("de", "gewann das Rennen", True),
    ("de", "Erste Vorsitzende", False),
    ("it", "fondò una cartiera", True),
    ("it", "funzionario della corte", False),
    ("fr", "construisit le phare", True),
    ("fr", "peintre de la cour", False),
    ("es", "fundó una escuela", True),
)


@rows(("tag", "told", "is_deed"), DEEDS, ids=[told for _, told, _ in DEEDS])
def test_a_definition_opens_with_a_verb(tag: str, told: str, *, is_deed: bool) -> None:
    assert opens_with_verb(told, Language(tag)) is is_deed


GROUPS: dict[str, tuple[Kind, dict[str, str], list[str]]] = {
    "the only woman is left out": (
        "person",
        {"Ada": "widow of the reeve", "Bram": "clerk", "Cole": "smith", "Dunn": "potter"},
        ["Bram", "Cole", "Dunn"],
    ),
    "most of them women": (
        "person",
        {"Ada": "widow of a reeve", "Bea": "abbess", "Cole": "smith", "Edda": "sister of a clerk"},
        ["Ada", "Bea", "Edda"],
    ),
    "the only Scot": (
        "person",
        {"Mac Aulay": "Scot who burnt kelp", "Bram": "clerk", "Cole": "smith", "Dunn": "potter"},
        ["Bram", "Cole", "Dunn"],
    ),
    "two Scots": (
        "person",
        {
            "Mac Aulay": "Scot who burnt kelp",
            "Bram": "Scottish clerk",
            "Cole": "smith",
            "Dunn": "x",
        },
        ["Mac Aulay", "Bram", "Cole", "Dunn"],
    ),
    "each of another people": (
        "person",
        {"Bowman": "English surgeon", "Henle": "German surgeon", "Kolff": "Dutch surgeon"},
        [],
    ),
    "the only admiral": (
        "person",
        {"Admiral Ash": "was sent with ships", "Bram": "clerk", "Cole": "smith", "Dunn": "potter"},
        ["Bram", "Cole", "Dunn"],
    ),
    "each of another rank": (
        "person",
        {"Admiral Ash": "was sent with ships", "Saint Edda": "left", "Cole": "smith", "Dunn": "x"},
        ["Cole", "Dunn"],
    ),
    "two of a rank": (
        "person",
        {"Admiral Ash": "was sent", "Admiral Quist": "sank", "Cole": "smith", "Dunn": "x"},
        ["Admiral Ash", "Admiral Quist", "Cole", "Dunn"],
    ),
    "the only plural": (
        "term",
        {"crinoids": "animals on stalks", "bed": "layer", "dip": "angle", "strike": "direction"},
        ["bed", "dip", "strike"],
    ),
    "two plurals": (
        "term",
        {"crinoids": "animals on stalks", "limbs": "sides", "dip": "angle", "strike": "direction"},
        ["crinoids", "limbs", "dip", "strike"],
    ),
    "the only term that means somebody": (
        "term",
        {
            "citizen": "person of sixteen",
            "berth": "length of quay",
            "dues": "charge",
            "mole": "wall",
        },
        ["berth", "dues", "mole"],
    ),
}


@rows(("kind", "told", "left"), GROUPS.values(), ids=GROUPS)
def test_those_are_matched_whom_only_knowledge_tells_apart(
    kind: Kind, told: dict[str, str], left: list[str]
) -> None:
    group = [entry(kind, name, name, text) for name, text in told.items()]
    classes = in_classes(group, Language("en"))
    assert [each.id for each in max(classes, key=len)] == left


def item_of(kind: Kind, prompt: str, answer: str, id: str = "q") -> Item:
    text = [SimpleNamespace(value=each) for each in (prompt, answer, id)]
    found = SimpleNamespace(kind=kind, prompt=text[0], answers=(text[1],), id=text[2])
    return cast("Item", found)


PERSON: Sort = ("person",)
OF_A_PERSON: Sort = (DEFINED, "person", "", "")
WHERE = "Who kept the first inn in Norway?"
RIVALS: dict[str, tuple[Kind, str, str, Sort, str, str, bool]] = {
    "whom the question names": (
        "question", "Who met Thorn in 1802?", "Ada Pym", PERSON, "Who came?", "Bram Thorn", False
    ),
    "nobody whom it names": (
        "question", "Who met Thorn in 1802?", "Ada Pym", PERSON, "Who came?", "Bram Cole", True
    ),
    "the right one is named as well": (
        "question", "Who of the Thorns left?", "Ada Thorn", PERSON, "Who?", "Bram Thorn", True
    ),
    "of another place": (
        "question", WHERE, "Ola Berg", PERSON, "Who kept a mill?", "Bram Cole", False
    ),
    "of that place": (
        "question", WHERE, "Ola Berg", PERSON, "Who left Norway?", "Per Dal", True
    ),
    "of its people": (
        "question", WHERE, "Ola Berg", PERSON, "Who was a Norwegian smith?", "Per Dal", True
    ),
    "a woman is asked for": (
        "question", "Which woman kept it?", "Ada Pym", PERSON, "Who came?", "Bram Cole", False
    ),
    "a definition of a woman beside a man": (
        "person", "Bram", "clerk", OF_A_PERSON, "Ada", "widow of the reeve", False
    ),
    "of a man": ("person", "Bram", "clerk", OF_A_PERSON, "Cole", "smith of Askby", True),
    "a deed beside what somebody is": (
        "person", "Bram", "clerk", OF_A_PERSON, "Cole", "burnt the mill", False
    ),
    "deeds": ("person", "Bram", "kept the toll", OF_A_PERSON, "Cole", "burnt the mill", True),
    "what an admiral did": (
        "person", "Admiral Ash", "sank", OF_A_PERSON, "Cole", "burnt the mill", False
    ),
    "how something is beside a thing": (
        "term", "doppio", "at twice the speed", (DEFINED, "term", "", ""), "reed", "pipe", False
    ),
}  # fmt: skip


@rows(("kind", "asked", "right", "sort", "theirs", "wrong", "is_one"), RIVALS.values(), ids=RIVALS)
def test_a_wrong_answer_may_be_taken_for_the_right_one(
    kind: Kind, asked: str, right: str, sort: Sort, theirs: str, wrong: str, *, is_one: bool
) -> None:
    language = Language("en")
    items = {"o": item_of("question", theirs, wrong, "o")}
    pool = SimpleNamespace(
        proof=SimpleNamespace(language=language), items=items, telling=Telling([], language)
    )
    item = item_of(kind, asked, right)
    assert is_rival(item, Candidate(wrong, sort, "o"), sort, cast("Pool", pool)) is is_one
