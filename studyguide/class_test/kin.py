"""Words of one family, of which one helps with another."""

from collections.abc import Iterable

from studyguide.language.names import is_of_one_place
from studyguide.language.paraphrase import is_same_family


def kin_of(stems: Iterable[str]) -> dict[str, str]:
    """Give for each stem the first of its family: a place and its people are one."""
    first = dict[str, str]()
    known: dict[str, list[str]] = {}
    for stem in sorted(stems):
        alike = known.setdefault(stem[:3], [])
        kin = next(
            (each for each in alike if is_same_family(each, stem) or is_of_one_place(each, stem)),
            stem,
        )
        first[stem] = first.get(kin, kin)
        alike.append(stem)
    return first
