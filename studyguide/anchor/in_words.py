"""What was found for an item, said in words: the proposal with its sentence, or what the text lacks."""

from collections.abc import Iterator, Sequence

from studyguide.anchor.anchor import Anchored, anchored
from studyguide.anchor.propose import Proposal
from studyguide.anchor.wanted import wanted
from studyguide.anchor.word_index import Index
from studyguide.checking.budget import Shown
from studyguide.deck.deck import Deck
from studyguide.edit.scalars import pair
from studyguide.evidence.passage import Passage
from studyguide.finding import Finding
from studyguide.language.language import Language
from studyguide.language.words import displayed
from studyguide.source.source import Source

_LONGEST = 60
"""Words of a sentence that is shown."""

_HELPED = frozenset(
    ["answer-name", "answer-number", "answer-unsupported", "cloze-unsupported", "evidence-ambiguous", "evidence-apart", "evidence-long", "evidence-missing", "evidence-short"]
)  # fmt: skip
"""What other evidence may mend."""

_TOO_MUCH = "with what other items quote it would show more of the text than may be quoted"

_MOST_HELPED = 300
"""Items of one deck: who has more to mend asks `studyguide anchor`."""


def citation(proposal: Proposal) -> str:
    """Tell where a proposal stands: `§1 ¶4`, each paragraph once."""
    passage = proposal.passage
    labels = dict.fromkeys(part.label for part in passage.paragraphs)
    return f"§{passage.section.number} {', '.join(labels)}"


def sentences(passage: Passage) -> str:
    """Give the sentences of a passage, on one line, the longest cut short."""
    section = passage.section
    shown = []
    for first, last in passage.sentences:
        end = min(last, first + _LONGEST)
        sentence = section.sentence_of(first)
        stop = sentence.end if end == last else section.words[end - 1].end
        text = section.text[sentence.start : stop]
        shown.append(displayed(text) + " …" * (end < last))
    return " … ".join(shown)


def reasons(found: Anchored) -> Iterator[str]:
    """Yield what the nearest passage lacks."""
    if found.proposal is None:
        yield "no sentence of the text has a word of it"
        return
    errors = [each for each in found.proposal.findings if each.is_error]
    yield from dict.fromkeys(each.message for each in errors)
    if not errors and found.proposal.is_too_much:
        yield _TOO_MUCH
    elif not errors:
        yield "most words of the answer stand nowhere near"


def lines(found: Anchored) -> Iterator[str]:
    """Yield lines that tell what was found for an item."""
    place = found.item.file.within(found.item.id)
    where = f"{place.path}:{place.line}: {found.item.id.value}"
    if found.is_found and found.proposal:
        yield f"{where}: {citation(found.proposal)}: {sentences(found.proposal.passage)}"
        if found.proposal.bare:
            listed = "; ".join(map(displayed, found.proposal.bare))
            yield f"  nothing quoted yet says: {listed}"
        return
    yield f"{where}: {_refusal(found)}"
    if found.proposal:
        yield f"  nearest: {citation(found.proposal)}: {sentences(found.proposal.passage)}"
    if found.elsewhere:
        yield f"  {citation(found.elsewhere)} supports it: {sentences(found.elsewhere.passage)}"
    if found.declared:
        yield f"  perhaps: {wording(found)}"


def _refusal(found: Anchored) -> str:
    """Say why there is no evidence: nothing supports the item, or what does may not be quoted."""
    told = [*reasons(found)]
    if told == [_TOO_MUCH]:
        return f"no evidence: {_TOO_MUCH}"
    return f"nothing in §{found.item.section} supports this: {'; '.join(told)}"


def wording(found: Anchored) -> str:
    """Spell the proposed declarations as YAML."""
    pairs = ", ".join(pair(own, [meant]) for own, meant in found.declared)
    return f"wording: {{{pairs}}}"


def helped(findings: Sequence[Finding], deck: Deck, source: Source) -> tuple[Finding, ...]:
    """Give findings about evidence with a help that shows better evidence, if there is any."""
    items = {item.id.value: item for item in deck.items}
    missing = {id for id, item in items.items() if item.lacks_evidence}
    asked = dict.fromkeys(each.item for each in findings if _asks(each, missing))
    index, shown = Index(source, Language(deck.language)), Shown()
    helps: dict[str, Anchored] = {}
    for id in [*asked][:_MOST_HELPED]:
        found = anchored(items[id], deck, index, shown)
        told = wanted(items[id], deck, source, index.language)
        if id in missing or not found.proposal or found.proposal.is_of_one(told, index.rarity):
            helps[id] = found
    return tuple(
        each._replace(help=_help(each, helps[each.item]))
        if each.item in helps and _asks(each, missing)
        else each
        for each in findings
    )


def _asks(finding: Finding, missing: set[str]) -> bool:
    if finding.item in missing:
        return finding.code == "key-missing"
    return finding.is_error and finding.code in _HELPED


def _help(finding: Finding, found: Anchored) -> str:
    if found.is_found and found.proposal:
        written = f"`{pair('evidence', found.proposal.quotations)}` ({citation(found.proposal)})"
        if finding.code == "key-missing":
            return f"add {written}: studyguide anchor --write does it"
        return f"{finding.help}; or quote: {written}"
    if finding.code != "key-missing":
        return finding.help
    said = _refusal(found)
    if found.elsewhere:
        return f"{said}; {citation(found.elsewhere)} does: move the item to that section's file"
    return f"{said}; nearest: {citation(found.proposal)}" if found.proposal else said
