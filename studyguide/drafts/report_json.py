"""Verdicts as JSON: one object, or a line each for programs that wait for them."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from studyguide.drafts.judge import VERDICTS, Judged
from studyguide.finding import Finding


def as_record(judged: Judged, deck: str) -> dict[str, Any]:
    """Give one verdict as a program reads it."""
    draft = judged.draft
    record: dict[str, Any] = {
        "index": draft.index,
        "id": judged.id,
        "kind": draft.kind,
        "verdict": judged.verdict,
        "section": judged.section or None,
        "evidence": [*judged.evidence],
        "citation": judged.citation,
        "findings": [_finding(each, deck, judged.id) for each in judged.findings],
    }
    record |= {"known": judged.known} if judged.known else {}
    record |= {"reason": judged.reason} if judged.reason else {}
    left = [*draft.left, *draft.more]
    return record | ({"left": left} if left else {})


def _finding(finding: Finding, deck: str, id: str) -> dict[str, Any]:
    about = {"deck": deck, "item": finding.item or id, "section": finding.section}
    return finding.record | about


def summary(counts: Mapping[str, int], source: str) -> dict[str, Any]:
    """Give the counts as a program reads them."""
    found: dict[str, int] = {verdict: counts.get(verdict, 0) for verdict in VERDICTS}
    return {"drafts": sum(found.values()), **found, "source": source}


def line(record: Mapping[str, Any]) -> str:
    """Write a record on one line."""
    return json.dumps(record, ensure_ascii=False)


def whole(records: Iterable[Mapping[str, Any]], told: Mapping[str, Any]) -> str:
    """Write all records and the summary as one object."""
    return json.dumps({"drafts": [*records], "summary": told}, ensure_ascii=False, indent=2)
