"""Verdicts as a person reads them: what was refused and why, what is open, and the counts."""

from collections.abc import Iterator, Mapping

from studyguide.drafts.judge import Judged
from studyguide.plurals import counted

_MARKS = {"supported": "✓", "warned": "!", "unsupported": "✗", "unreadable": "✗"}
_LONGEST = 100


def lines(judged: Judged) -> Iterator[str]:
    """Yield what there is to say of one draft; nothing of one that passes."""
    draft = judged.draft
    shown = " ".join(draft.prompt.split())
    shown = shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
    head = f"{_MARKS[judged.verdict]} card {draft.index}: {_short(shown)}"
    if judged.known:
        yield f"= card {draft.index}: is there already: {judged.known}"
    elif judged.verdict == "unreadable":
        place = f"line {draft.line}" if draft.line > 1 or draft.index == 1 else "unreadable"
        yield f"✗ card {draft.index} ({place}): cannot be read: {_short(judged.reason)}"
    elif judged.verdict == "unsupported":
        yield head
        told = dict.fromkeys([judged.reason, *(f.message for f in judged.findings if f.is_error)])
        yield from (f"    {_short(each)}" for each in told if each)
        if judged.citation:
            yield f"    nearest: {judged.citation}: {_short(' / '.join(judged.evidence))}"
    elif judged.verdict == "warned":
        yield f"{head} ({judged.citation})"
        yield from (f"    {_short(each.message)} [{each.code}]" for each in judged.findings)


def summary(
    counts: Mapping[str, int], known: int, left: Mapping[str, int], more: Mapping[str, int]
) -> Iterator[str]:
    """Yield the counts, so that one sees at a glance what came of it, and what was not taken.

    `left` counts fields by their names, `more` what an item has no place for.
    """
    total = sum(counts.values())
    yield (
        f"{counted(total, 'card')}: {counts.get('supported', 0)} supported, "
        f"{counts.get('warned', 0)} with warnings, "
        f"{counts.get('unsupported', 0)} not supported by the text, "
        f"{counts.get('unreadable', 0)} unreadable"
        + (f"; {known} are there already" if known else "")
    )
    if left:
        yield f"  fields that were not taken: {_listed(left)}; --map Field=note takes one"
    if more:
        yield (
            f"  not taken: {_listed(more)}: a side has one picture and one recording, "
            "a question is asked one way"
        )


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{_short(name)} ({count})" for name, count in sorted(counts.items())[:20])


def _short(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= 4 * _LONGEST else shown[: 4 * _LONGEST] + "…"
