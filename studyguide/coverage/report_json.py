"""Coverage as programs read it."""

import json
from collections.abc import Iterable

from studyguide.coverage.coverage import Coverage, CoveredParagraph, CoveredSection
from studyguide.coverage.details import STATES, Detail


def as_json(coverages: Iterable[Coverage]) -> str:
    """Give the coverage of some decks as one JSON object."""
    decks = [_deck_record(coverage) for coverage in coverages]
    return json.dumps({"decks": decks}, ensure_ascii=False, indent=2)


def _deck_record(coverage: Coverage) -> dict[str, object]:
    summary = {
        "items": len(coverage.items),
        "paragraphs": len(coverage.paragraphs),
        "without_item": sum(not part.items for part in coverage.paragraphs),
    }
    summary.update((state, coverage.count(state)) for state in STATES)
    return {
        "deck": coverage.deck,
        "source": coverage.held,
        "summary": summary,
        "unplaced": list(coverage.unplaced),
        "sections": [_section_record(section) for section in coverage.sections],
        "findings": [finding.record for finding in coverage.findings],
    }


def _section_record(section: CoveredSection) -> dict[str, object]:
    return {
        "section": section.number,
        "title": section.title,
        "items": list(section.items),
        "paragraphs": [_paragraph_record(part) for part in section.paragraphs],
        "details": [_detail_record(detail) for detail in section.details],
    }


def _paragraph_record(part: CoveredParagraph) -> dict[str, object]:
    known = part.words is not None
    return {
        "label": part.label,
        **({"page": part.page} if part.page else {}),
        "items": list(part.items),
        "quoted": part.quoted_words,
        "words": part.words,
        "sentences": len(part.sentences) if known else None,
        "sentences_used": part.sentences_used if known else None,
    }


def _detail_record(detail: Detail) -> dict[str, object]:
    return {
        "text": detail.shown,
        "sort": detail.sort,
        "state": detail.state,
        "places": [{"label": label, "count": count} for label, count in detail.labels.items()],
        "items": list(detail.items),
        "elsewhere": list(detail.elsewhere),
        "reason": detail.reason or None,
    }
