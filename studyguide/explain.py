"""One item under the glass: its passage, and what each rule said of it."""

from collections.abc import Iterator

from studyguide.check import rules_for
from studyguide.deck import Item
from studyguide.finding import Finding
from studyguide.support import Case


def explain(case: Case) -> Iterator[str]:
    """Yield lines: the item, its passage with the quoted words marked, and rule by rule the verdict."""
    yield from _item(case.item)
    yield ""
    yield from passage(case)
    yield ""
    for rule, findings in rules_for(case):
        yield f"{_mark(findings)} {_purpose(rule)}"
        for finding in findings:
            yield f"    {finding.severity}: {finding.message} [{finding.code}]"
            yield f"    help: {finding.help}"


def _item(item: Item) -> Iterator[str]:
    place = item.file.within(item.id)
    yield f"{item.id.value} ({item.kind}, {place.path}:{place.line})"
    yield f"  {item.prompt.value.strip()}"
    for answer in item.answers:
        yield f"  → {answer.value.strip()}"
    for key, value in item.wording:
        yield f"  “{key.value}” stands for “{value.value}”"


def passage(case: Case) -> Iterator[str]:
    """Yield the sentences of the passage; what is quoted stands between ‹ and ›."""
    found, text = case.passage, case.source.text
    for first, last in found.sentences:
        label = found.section.paragraph_of(first).label
        opens = {runs[0] for quotation in found.quotations for runs in quotation}
        closes = {runs[1] - 1 for quotation in found.quotations for runs in quotation}
        shown, at = "", found.section.words[first].start
        for index in range(first, last):
            word = found.section.words[index]
            shown += text[at : word.start] + "‹" * (index in opens)
            shown += text[word.start : word.end] + "›" * (index in closes)
            at = word.end
        yield f"  §{found.section.number} {label}: {' '.join(shown.split())}"


def _mark(findings: list[Finding]) -> str:
    if any(finding.is_error for finding in findings):
        return "✗"
    return "!" if findings else "✓"


def _purpose(rule: object) -> str:
    """Say what a rule asks, by its own docstring."""
    return (rule.__doc__ or "").split("\n")[0]
