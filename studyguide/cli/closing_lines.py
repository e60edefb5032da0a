"""The closing lines of a run: what was checked against what, what was written, how large."""

from collections.abc import Iterator

from studyguide.checking.budget import told
from studyguide.language.language import Language
from studyguide.language.rule_coverage import asked_of
from studyguide.plurals import counted
from studyguide.workflows.result import Result

_MOST_LISTED = 12


def summary(results: list[Result]) -> Iterator[str]:
    """Yield a few lines for each deck."""
    for result in results:
        report = result.report
        yield f"{result.folder}: {_checked(result)}"
        if report.deck and (left_out := asked_of(Language(report.deck.language)).no):
            yield f"  not asked in the language `{report.deck.language}`: {left_out}"
        if empty := _empty(result):
            yield f"  {empty}"
        if report.findings:
            yield f"  {counted(report.errors, 'error')}, {counted(_warnings(result), 'warning')}"
        if report.accepted:
            yield f"  {counted(report.accepted, 'warning')} accepted in a review"
        for code, reason, count in report.classes:
            found = f"{counted(count, 'warning')} `{code}`" if result.text else f"`{code}`"
            yield f"  {found} accepted for the whole deck: {' '.join(reason.split())}"
        if report.quoted.run:
            yield f"  quoted: {told(report.quoted)}"
        yield from (f"  {note}" for note in result.notes)
        yield from _in_english(result)
        for path in result.written:
            yield f"  wrote {path} ({_size(path.stat().st_size)})"
        for path in result.kept:
            yield f"  {path} is up to date"


def _checked(result: Result) -> str:
    report = result.report
    items = sum(report.states.values())
    if report.deck is None:
        return "could not be read"
    if report.held == "full":
        return f"{counted(items, 'item')} checked against {result.text} ({counted(_words(result), 'word')})"
    return (
        f"{counted(items, 'item')} checked by their receipts, without the source text: "
        f"{report.states['ok']} ok, {report.states['stale']} stale, "
        f"{report.states['unchecked']} unchecked"
    )


def _in_english(result: Result) -> Iterator[str]:
    """Say that there are no words for a deck's language, once something was made of it."""
    deck = result.report.deck
    if not deck or not result.written:
        return
    from studyguide.vocabulary.vocabulary import has_words

    if not has_words(result.folder, deck.language):
        yield (
            f"  what cards and paper say themselves is in English: there are no words in `{deck.language}` yet; "
            f"{result.folder}/templates/words/{deck.language}.yaml may have them"
        )


def _words(result: Result) -> int:
    """Count the words of the text that was given, which need not be the one that receipts are of."""
    edition, source = result.report.lock.source, result.source
    if edition and source and edition.raw != source.raw:
        return source.words
    return edition.words if edition else source.words if source else 0


def _empty(result: Result) -> str:
    """Name the sections that have no items in use, if any: no guide shows what a curator wrote of them."""
    deck = result.report.deck
    empty = [
        str(section.number)
        for section in (deck.sections if deck else ())
        if all(item.retired for item in section.items)
    ]
    listed = ", ".join(empty[:_MOST_LISTED]) + (" …" if len(empty) > _MOST_LISTED else "")
    return (
        f"section{'s' * (len(empty) > 1)} {listed} ha{'ve' if len(empty) > 1 else 's'} no items in use: a guide leaves out the summary, too"
        if empty
        else ""
    )


def _warnings(result: Result) -> int:
    return len(result.report.findings) - result.report.errors


def _size(count: int) -> str:
    return f"{count / 1024:.0f} KiB" if count < 1024**2 else f"{count / 1024**2:.1f} MiB"
