"""One item under the glass: its passage, and what the rules say of it."""

from collections.abc import Callable, Iterator
from itertools import groupby
from textwrap import wrap

from studyguide.checking.examine import verdicts
from studyguide.deck.deck import Deck, Part, Section
from studyguide.deck.item import Item
from studyguide.evidence.case import Case
from studyguide.evidence.extent import Run
from studyguide.evidence.passage import Passage
from studyguide.finding import Finding
from studyguide.language.rule_coverage import asked_of
from studyguide.lock.lock import Place, citation_of

_ABOUT = {
    "how_many": "form",
    "formulation": "form",
    "giveaways": "form",
    "evidence": "evidence",
    "answer": "answer",
    "answer_without_lists": "answer",
    "wording": "wording",
    "cloze": "hidden words",
    "question": "question",
    "verbatim": "quoted speech",
    "polarity": "negation and opposites",
    "sequence": "order of names",
    "mix_ups": "other names",
    "signs": "signs and units",
    "qualifiers": "hedges and claims",
    "causes": "causes",
    "speakers": "speaker",
}
"""For each module of rules, in a few words, what it asks."""
_WIDTH = 96


def explain(case: Case) -> Iterator[str]:
    """Yield lines: the item, its passage with the quoted words marked, what is wrong, what held."""
    yield from item_lines(case.item)
    yield ""
    yield from passage_lines(case)
    yield ""
    said = [*verdicts(case)]
    found = sorted({finding for _, findings in said for finding in findings}, key=_worst_first)
    for finding in found:
        yield from _finding_lines(finding, case.deck)
    fired = {about for about, findings in said if findings}
    if case.item.kind != "cloze":
        fired.add("cloze")
    held = dict.fromkeys(_ABOUT.get(about, about) for about, _ in said if about not in fired)
    lead = "Asked, and it held" if found else "Nothing is wrong. Asked"
    yield from wrap(f"{lead}: {', '.join(held)}.", _WIDTH)
    if left_out := asked_of(case.language).no:
        yield from wrap(f"Not asked in the language `{case.language.tag}`: {left_out}.", _WIDTH)


def _worst_first(finding: Finding) -> tuple[bool, Finding]:
    return not finding.is_error, finding


def _finding_lines(finding: Finding, deck: Deck) -> Iterator[str]:
    yield f"{'✗' if finding.is_error else '!'} {finding.message} [{finding.code}]"
    reasons = {code.value: reason.value for code, reason in deck.accept}
    if not finding.is_error and finding.code in reasons:
        yield f"    accepted for the whole deck: {' '.join(reasons[finding.code].split())}"
    elif finding.help:
        yield f"    {finding.help}"


def item_lines(item: Item) -> Iterator[str]:
    """Yield an item as a curator wrote it."""
    place = item.file.within(item.id)
    yield f"{item.id.value} ({item.kind}, {place.path}:{place.line})"
    yield f"  {' '.join(item.prompt.value.split())}"
    for answer in item.answers:
        yield f"  → {' '.join(answer.value.split())}"
    for key, value in item.wording:
        yield f"  `{key.value}` stands for `{value.value}`"


def head_lines(head: Section | Part) -> Iterator[str]:
    """Yield a section's title and summary, or a part of the whole, as a curator wrote them."""
    if isinstance(head, Part):
        place = head.file.within(head.texts[0])
        yield f"{head.key} ({place.path}:{place.line})"
        yield from (f"  {' '.join(text.value.split())}" for text in head.texts)
        return
    section = head
    place = section.file.within(section.title)
    yield f"section {section.number} ({place.path}:{place.line})"
    yield f"  {' '.join(section.title.value.split())}"
    yield f"  {' '.join(section.summary.value.split())}"


def passage_lines(
    case: Case, *, around: bool = False, mark: Callable[[str], str] = str
) -> Iterator[str]:
    """Yield the sentences of the passage, or its paragraphs; what is quoted stands in ‹ ›.

    `mark` sets that off once more, at a terminal.
    """
    passage = case.passage
    runs = passage.sentences
    if around:
        runs = tuple((part.first, part.last) for part in passage.paragraphs)
    for first, last in runs:
        section = passage.section
        place = Place(section.paragraph_of(first).label, first, last, section.page_of(first))
        yield f"  {citation_of(section.number, (place,))}: {_marked(passage, (first, last), mark)}"


def _marked(passage: Passage, run: Run, mark: Callable[[str], str]) -> str:
    """Give sentences whole, with their signs; quoted words that lie beside each other are one stretch."""
    section, (first, last) = passage.section, run
    at, end = section.sentence_of(first).start, section.sentence_of(last - 1).end
    quoted = {index for runs in passage.quotations for each in runs for index in range(*each)}
    shown = ""
    for is_quoted, stretch in groupby(range(first, last), quoted.__contains__):
        if is_quoted:
            indexes = [*stretch]
            start, stop = section.words[indexes[0]].start, section.words[indexes[-1]].end
            shown += section.text[at:start] + mark(f"‹{section.text[start:stop]}›")
            at = stop
    return " ".join((shown + section.text[at:end]).split())
