"""A draft held against the text: its evidence, what the rules say, and the verdict of both."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Literal

from studyguide.anchor.anchor import Anchored
from studyguide.anchor.in_words import citation, reasons
from studyguide.anchor.propose import propose
from studyguide.anchor.word_index import Index
from studyguide.checking.budget import Shown
from studyguide.checking.examine import of_itself
from studyguide.deck.deck import Deck, Section
from studyguide.deck.file import File, Text
from studyguide.deck.item import Image, Item, Sound
from studyguide.drafts.draft import Draft
from studyguide.drafts.hints import Hints
from studyguide.drafts.ids import Ids
from studyguide.drafts.yaml import item_lines
from studyguide.evidence.passage import Passage
from studyguide.finding import Finding, Location
from studyguide.loading.diagnostics import Diagnostics
from studyguide.loading.nodes import Branch, parse
from studyguide.loading.schema_item import read_item
from studyguide.loading.typed_keys import Fields
from studyguide.loading.value_limits import within_item
from studyguide.rules.verbatim import long_runs_are_not_copied

Verdict = Literal["supported", "warned", "unsupported", "unreadable"]
VERDICTS: tuple[Verdict, ...] = ("supported", "warned", "unsupported", "unreadable")


@dataclass(frozen=True, slots=True)
class Judged:
    """A draft with its verdict; `evidence` as it would be written, `passage` where it stands.

    Of an unsupported draft these are the nearest there are. `known` is the id of the item that asks
    the same already, `reason` why the draft is refused, in a sentence.
    """

    draft: Draft
    id: str
    verdict: Verdict
    section: int = 0
    evidence: tuple[str, ...] = ()
    citation: str = ""
    findings: tuple[Finding, ...] = ()
    passage: Passage | None = None
    item: Item | None = None
    known: str = ""
    reason: str = ""

    @property
    def is_taken(self) -> bool:
        """Whether it becomes an item."""
        return self.verdict in ("supported", "warned") and not self.known


@dataclass(frozen=True)
class Bench:
    """What drafts are judged by: a deck, its text, and what all drafts before have taken.

    `name` is what their file is called; `is_deck` says whether the deck is a real one, whose limits of
    quotation hold, and which takes a card but once.
    """

    deck: Deck
    index: Index
    ids: Ids
    name: str
    is_deck: bool = True
    shown: Shown = field(default_factory=Shown)

    @cached_property
    def hints(self) -> Hints:
        """What drafts may name the sections of the text by."""
        return Hints(self.deck, self.index)

    def judge(self, draft: Draft) -> Judged:
        """Give a draft's verdict."""
        if draft.fault:
            return Judged(draft, "", "unreadable", reason=draft.fault)
        known = self.ids.known(draft) if self.is_deck else ""
        id = known or self.ids.new(draft)
        place = Location(Path(self.name), draft.line)
        item, slips = _item(draft, id)
        if item is None:
            findings = tuple(each._replace(location=place, item=id) for each in slips)
            reason = slips[0].message if slips else "it cannot be read"
            return Judged(draft, id, "unreadable", findings=findings, known=known, reason=reason)
        found = self._found(draft, item)
        findings = tuple(each._replace(location=place) for each in self._said(found))
        judged = self._judged(draft, id, found, findings)
        if known:
            return replace(judged, known=known)
        if judged.is_taken and judged.passage:
            runs = [run for quotation in judged.passage.quotations for run in quotation]
            self.shown.add(judged.section, runs)
            self.ids.take(draft, id)
        return judged

    def _found(self, draft: Draft, item: Item) -> Anchored:
        """Look where the draft says that it belongs, if it says so, and else everywhere."""
        for within in self.hints.of(draft):
            own = Anchored(item, propose(item, self.deck, self.index, self.shown, within))
            if own.is_found:
                return own
        return Anchored(item, propose(item, self.deck, self.index, self.shown))

    def _said(self, found: Anchored) -> Iterator[Finding]:
        """Yield all that there is to say of a draft: of its form, of its evidence, of what it copies."""
        item = found.proposal.item if found.proposal else found.item
        yield from of_itself(item, self.index.language)
        if found.proposal:
            yield from found.proposal.findings
        if self.is_deck:
            section = Section(item.file, item.section, Text("", 0), Text("", 0), (item,))
            alone = self.deck._replace(sections=(section,), introduction=None, discussion=())
            yield from long_runs_are_not_copied(alone, self.index.source)

    def _judged(
        self, draft: Draft, id: str, found: Anchored, findings: tuple[Finding, ...]
    ) -> Judged:
        proposal = found.proposal
        if proposal is None:
            return Judged(draft, id, "unsupported", findings=findings, reason=next(reasons(found)))
        errors = [each for each in findings if each.is_error]
        verdict: Verdict = "warned" if findings else "supported"
        reason = ""
        if errors or not found.is_found:
            verdict = "unsupported"
            reason = errors[0].message if errors else next(reasons(found))
        return Judged(
            draft,
            id,
            verdict,
            proposal.passage.section.number,
            proposal.quotations,
            citation(proposal),
            findings,
            proposal.passage,
            proposal.item,
            reason=reason,
        )


def _item(draft: Draft, id: str) -> tuple[Item | None, list[Finding]]:
    """Read a draft as the item that it would be; whatever a curator's file would be told is told here."""
    text = "\n".join(item_lines(draft, id, ()))
    root, problems = parse(text, 0, len(text))
    diagnostics = Diagnostics(File(Path("draft"), text))
    if isinstance(root, Branch):
        problems += (each for item in root.children for each in within_item(item))
    for problem in problems:
        diagnostics.wrong(problem, id)
    if not isinstance(root, Branch) or len(root.children) != 1 or problems:
        return None, diagnostics.findings
    item = read_item(diagnostics, root.children[0], _NoMedia())
    return item, diagnostics.findings


class _NoMedia:
    """Leaves pictures and recordings aside: they say nothing about the text."""

    def image(self, fields: Fields, name: Text, alt: Text | None) -> Image | None:  # noqa: ARG002
        """Give no picture."""
        return None

    def sound(self, fields: Fields, name: Text) -> Sound | None:  # noqa: ARG002
        """Give no recording."""
        return None
