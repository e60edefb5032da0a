"""From which side it is told: A gave way to B, B replaced A; A lent it to B, B borrowed it from A; what one gave, the other got."""

from collections.abc import Iterator
from typing import NamedTuple

from studyguide.evidence.case import Case
from studyguide.evidence.clauses import may_be_a_verb
from studyguide.language.language import Language
from studyguide.language.words import forms
from studyguide.syntax.differs import (
    Differs,
    Words,
    all_said,
    asked_of,
    clauses,
    content,
    first_written,
    phrases_for,
    words_for,
)

_AGENT = 5
"""So many words from a "from" may name of whom it is got."""
_BEFORE = 3
"""So many words before a verb may have what makes it passive, or the "did" of a question."""
_REACH = 12
"""So many words behind a verb may tell to whom or what."""

Stems = frozenset[str]


def told_from_the_other_side(case: Case) -> Iterator[Differs]:
    """Yield what gave way told as what replaced, and a lender told as the borrower."""
    item, language = case.item, case.language
    pairs = _pairs(language)
    if not pairs:
        return
    for text, value, _ in case.said:
        is_asked = text is item.prompt and item.kind == "question"
        run, answer = forms(value), frozenset[str]()
        if is_asked:
            answer = content(language, forms(item.answers[0].value))
        for one, other in pairs:
            here = next(_found(language, run, one, other, is_asked=is_asked), None)
            if not here:
                continue
            here = _answered(language, here, run, answer) if is_asked else here
            for sentence in case.passage.sentences:
                there = [
                    *_found(language, case.passage.section.forms[slice(*sentence)], one, other)
                ]
                is_both = len({each.is_other for each in there}) > 1  # bought and sold
                if there and not is_both and _is_turned(here, there[0]):
                    message = f"around `{there[0].shown}` the passage has it the other way round"
                    yield Differs("order", message, item.answers[0] if is_asked else text)
                    return


class _Told(NamedTuple):
    """A verb of a pair: what stands before it and behind it, how it is written, from which side it tells."""

    before: Stems
    behind: Stems
    shown: str
    is_other: bool


def _pairs(language: Language) -> list[tuple[str, str]]:
    uses = language.words.constructions
    return [(use, f"{use}-back") for use in uses if f"{use}-back" in uses]


def _found(
    language: Language, run: Words, one: str, other: str, *, is_asked: bool = False
) -> Iterator[_Told]:
    """Yield each verb of a pair in a run; of a passive, the two sides are exchanged."""
    lexicon = language.words
    for use in (one, other):
        for found in phrases_for(language, use).find(run):
            near = run[0 if is_asked else max(0, found.start - _BEFORE) : found.start]
            behind = run[found.end : found.end + _REACH]
            did = [at for at in range(found.start) if run[at] in words_for(language, "helping")]
            first = did[0] + 1 if is_asked and did else 0
            before, after = _named(language, run[first : found.start]), _named(language, behind)
            is_done = not lexicon.passives.isdisjoint(near)
            by = lexicon.agents - words_for(language, "from")
            if is_done or not by.isdisjoint(behind[:1]):  # the money lent by the board
                if lexicon.agents.isdisjoint(behind):
                    continue
                before, after = after, before
            yield _Told(before, after, " ".join(run[found.start : found.end]), use is other)


def _named(language: Language, run: Words) -> Stems:
    """Give what a run is told by: "a stone one" counts nothing."""
    return content(language, run) - {"1"}


def put_the_other_way(case: Case) -> Iterator[Differs]:
    """Yield an "A was replaced by B", "replaced A with B" of which the passage has B replaced by A."""
    language, item = case.language, case.item
    section = case.passage.section
    there = [
        put for run in case.passage.sentences for put in _puts(language, section.forms[slice(*run)])
    ]
    for text, value, _ in case.said if there else ():
        is_asked = text is item.prompt and item.kind == "question"
        answer = _named(language, forms(item.answers[0].value)) if is_asked else frozenset[str]()
        for old, new, shown in _puts(language, forms(value), is_asked=is_asked):
            mine = (old, new) if not is_asked else (old | answer, new) if new else (old, answer)
            for one, other, _ in there:
                first, last = one - other, other - one
                if (mine[0] & last and not mine[0] & first) or (
                    mine[1] & first and not mine[1] & last
                ):
                    message = f"around `{shown}` the passage has it the other way round"
                    yield Differs("order", message, item.answers[0] if is_asked else text)
                    return


def _puts(
    language: Language, run: Words, *, is_asked: bool = False
) -> Iterator[tuple[Stems, Stems, str]]:
    """Yield what goes and what comes at each "replaced" of a run that has its "with" or "by"; a question may lack what it asks for."""
    joints = words_for(language, "puts-by")
    for found in phrases_for(language, "puts").find(run):
        shown = " ".join(run[found.start : found.end])
        behind = range(found.end, min(len(run), found.end + _REACH))
        joint = next((at for at in behind if run[at] in joints), None)
        before = next((at for at in reversed(range(found.start)) if run[at] in joints), None)
        if joint is not None:
            is_done = not language.words.passives.isdisjoint(
                run[max(0, found.start - _BEFORE) : found.start]
            )
            old = _named(language, run[: found.start] if is_done else run[found.end : joint])
            new = _named(language, run[joint + 1 : joint + 1 + _AGENT])
        elif before:  # die mechanische durch eine pneumatische ersetzt
            old = _named(language, run[max(0, before - _AGENT) : before])
            new = _named(language, run[before + 1 : found.start])
        elif is_asked and language.is_english and found.start == 1:  # what replaced the wheels?
            old, new = _named(language, run[found.end :]), frozenset()
        else:
            continue
        if is_asked or (old and new):
            yield old, new, shown


def _answered(language: Language, told: _Told, run: Words, answer: Stems) -> _Told:
    """Fill in what a question asks for."""
    if told.before and not words_for(language, "helping").isdisjoint(run[:_BEFORE]):
        return told._replace(behind=told.behind | answer)
    if not (told.before or words_for(language, "whose-part").isdisjoint(run[:1])):
        return told._replace(before=answer)
    return told


def _is_turned(here: _Told, there: _Told) -> bool:
    """Whether what stands before the item's verb is what it must not be, by the side from which each tells."""
    first, last = there.before - there.behind, there.behind - there.before
    if here.is_other is not there.is_other:
        first, last = last, first
    mine, others = here.before - here.behind, here.behind - here.before
    return bool(mine & last and others & first and not mine & first) or bool(
        mine & last and not others and not mine & first
    )


def given_in_return(case: Case) -> Iterator[Differs]:
    """Yield what was given for it as what was got: the charter granted in return for a loan is no loan got."""
    language, returning = case.language, phrases_for(case.language, "in-return")
    runs = [run for run in clauses(case, at_joints=False) if returning.stand_in(run)]
    for each in asked_of(case) if runs else ():
        if not words_for(language, "for it").isdisjoint(each.asked):
            continue
        answer = content(language, each.answer) - content(language, each.asked)
        for run in runs:
            found = next(returning.find(run))
            before, behind = run[: found.start], content(language, run[found.end :])
            shown = " ".join(run[found.start : found.end])
            is_behind = bool(answer) and answer <= behind - content(language, before)
            if is_behind and _is_asked_of_the_giver(language, each.asked, before):
                message = f"the passage has this behind `{shown}`: it was given for what is asked"
                yield Differs("order", message, each.text, each.shown)
                return


def _is_asked_of_the_giver(language: Language, asked: Words, before: Words) -> bool:
    """Whether it is asked what somebody gave, or what was got from them, who gives what stands before an "in return for"."""
    getting, sources = words_for(language, "get"), words_for(language, "from")
    verbs = (form in getting or may_be_a_verb(form, language) for form in before)
    verb = max((at for at, is_verb in enumerate(verbs) if is_verb), default=len(before))
    source = next((at for at, form in enumerate(before) if form in sources), len(before))
    end = verb if verb > source else len(before)
    own, behind = content(language, before[:verb]), content(language, before[source:end])
    is_got = not getting.isdisjoint(before)
    at = next((at for at, form in enumerate(asked) if form in getting), None)
    if at is not None:
        origin = next((at for at, form in enumerate(asked) if form in sources), len(asked))
        if named := content(language, asked[origin : origin + _AGENT]):
            return bool(named & (behind if is_got else own))
        return is_got and bool(content(language, asked[:at]) & own)
    deed = content(language, before[verb : verb + 1])
    places = [at for at, form in enumerate(asked) if content(language, (form,)) & deed]
    return not is_got and bool(places and content(language, asked[: places[0]]) & own)


def to_another(case: Case) -> Iterator[Differs]:
    """Yield what an item has behind an "into", a "to the", a dative's article, where the passage has the other of the two there.

    "Which river flows into the Isk?", the Sava, of which the passage says that the Isk flows into it.
    """
    language, section = case.language, case.passage.section
    texts = [(text, forms(value)) for text, value, _ in case.said]
    mine = [(text, *each) for text, run in texts for each in _aimed(case, run)]
    everything = all_said(case) if mine else frozenset()
    for sentence in case.passage.sentences if mine else ():
        run = section.forms[slice(*sentence)]
        there, told = dict[Words, Stems](), content(language, run)
        for by, named in _aimed(case, run):
            there[by] = there.get(by, frozenset()) | named
        for text, by, named in mine:
            theirs, said = there.get(by, frozenset[str]()), everything - named
            turned = theirs & said
            if turned and named & told and not named & theirs and (said & told) - theirs:
                shown = first_written(text, language, named)
                there_shown = next(form for form in run if content(language, (form,)) & turned)
                message = f"the passage has `{' '.join(by)}` before `{there_shown}`"
                yield Differs("order", f"{message}, and not before `{shown}`", text, shown)
                return


def _aimed(case: Case, run: Words) -> Iterator[tuple[Words, Stems]]:
    """Yield each "into", "to the" of a run, and the next words that say something."""
    language = case.language
    aims, datives = words_for(language, "aim"), words_for(language, "dative")
    bare, asking = words_for(language, "aim bare"), words_for(language, "whose-part", "whom")
    for at, form in enumerate(run):
        behind = run[at + 1 : at + 1 + _BEFORE] if form in aims or form in datives else ()
        if not behind or not asking.isdisjoint(behind[:1]):  # from whom
            continue
        if form in datives and language.words.determiners.isdisjoint(
            behind[:1]
        ):  # dem das Haus gehört
            by: Words = (form,)
        elif form in aims and (form in bare or not language.words.articles.isdisjoint(behind[:1])):
            by = (form,) if language.marks_names else (form, *behind[:1])
        else:
            continue
        if named := content(language, behind):
            yield by, named
