"""One item under the glass: its passage, and what each rule said of it."""

from collections.abc import Iterator

from studyguide.check.examine import verdicts
from studyguide.deck.deck import Part, Section
from studyguide.deck.item import Item
from studyguide.evidence.case import Case
from studyguide.finding import Finding


def explain(case: Case) -> Iterator[str]:
    """Yield lines: the item, its passage with the quoted words marked, rule by rule the verdict."""
    yield from item_lines(case.item)
    yield ""
    yield from passage_lines(case)
    yield ""
    for purpose, findings in verdicts(case):
        yield f"{_mark(findings)} {purpose}"
        for finding in findings:
            yield f"    {finding.severity}: {finding.message} [{finding.code}]"
            yield f"    help: {finding.help}"


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


def passage_lines(case: Case, *, around: bool = False) -> Iterator[str]:
    """Yield the sentences of the passage, or its paragraphs; what is quoted stands in ‹ ›."""
    passage = case.passage
    runs = passage.sentences
    if around:
        runs = tuple((part.first, part.last) for part in passage.paragraphs)
    for first, last in runs:
        label = passage.section.paragraph_of(first).label
        yield f"  §{passage.section.number} {label}: {_marked(case, first, last)}"


def _marked(case: Case, first: int, last: int) -> str:
    passage, text = case.passage, case.source.text
    quoted = [run for quotation in passage.quotations for run in quotation]
    opens, closes = {run[0] for run in quoted}, {run[1] - 1 for run in quoted}
    shown, at = "", passage.section.words[first].start
    for index in range(first, last):
        word = passage.section.words[index]
        shown += text[at : word.start] + "‹" * (index in opens)
        shown += text[word.start : word.end] + "›" * (index in closes)
        at = word.end
    return " ".join(shown.split())


def _mark(findings: tuple[Finding, ...]) -> str:
    if any(finding.is_error for finding in findings):
        return "✗"
    return "!" if findings else "✓"
