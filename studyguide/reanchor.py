"""Another edition: where each quotation of a deck stands now. This only proposes; `rewrite` edits.

A quotation that is gone is looked for by its rare words, then by likeness, each of its runs for
itself within one sentence. Likeness finds a place and proves nothing: "35 years" is nearly "36
years". So new words are refused where a number, a name or a negation differs, where words have
changed places or have become other words. Spelling, word breaks and harmless additions may differ.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from heapq import nsmallest
from itertools import accumulate, chain, islice, repeat
from operator import mul
from typing import Literal, NamedTuple

from studyguide.deck import Deck, Item, Text
from studyguide.language import Language
from studyguide.passage import Run, numbers_in, places_of, runs_of
from studyguide.rules.evidence import FEWEST_WORDS, MOST_WORDS
from studyguide.source import Sentence, Source, SourceSection
from studyguide.words import forms, words

LEAST_LIKENESS = 80
"""Percent; what is less alike is shown, but never written."""

_LEAST_SHOWN = 60
_MARGIN = 3  # percent by which a place must be better than any other of its section
_CANDIDATES, _MOST_VOTES, _RARE, _WINDOWS, _WAYS, _SHIFT = 4, 10_000, 1000, 3, 100, 2

_JOINT = re.compile(r"(\s*\[?(?:…|\.\.\.)\]?\s*)")
_OMISSION = re.compile(r"\[?(?:…|\.{3,})\]?")
_LINE_END = re.compile(r"(?<=[^\W\d_])([-‐])[^\S\n]*\n\s*(?=[^\W\d_])")
_FOOTNOTE = re.compile(
    r"(?:(?<=[^\W\d_]{3})|(?<=[.,;:!?\"'”’)]))[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\[(?:\d{1,3}|[a-z])\]"
)
_DAGGER = re.compile(r"(?<=\w)[*†‡]+(?!\w)")
_SIGN = re.compile(r"[%‰°$€£¥]|(?<![\w)])[-−+](?=\d)")

_QUOTES = " \t\n\"'“”‘’«»„([{"

_DENYING_TOO = frozenset(
    ["hardly", "barely", "scarcely", "seldom", "rarely", "unless", "except", "lack", "lacks", "lacked", "lacking", "fail", "fails", "failed", "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "cant", "couldnt", "wont", "wouldnt", "shouldnt", "hasnt", "havent", "hadnt"]
)  # fmt: skip
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "mis", "de", "non", "anti", "counter")
_CONTRACTED = re.compile(r"(.+)n't|(can)not")
_WHOLE = {"ca": "can", "wo": "will", "sha": "shall"}

_UNSEEN = ("Cc", "Cf", "Cn", "Cs")  # categories of characters that no one sees, or YAML refuses
_LEAST_SPELLING = 60  # percent, of two spellings of one word

Sort = Literal["number", "name", "negation", "prefix", "deciding", "word"]
_SORTS = {
    "number": "numbers",
    "name": "names",
    "negation": "negations",
    "prefix": "negations",
    "deciding": "words that decide",
}
"""The sorts of words that may neither come nor go nor change, as a refusal calls them."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """New words for one quotation, `old`, as they stand at `place` (`§1 ¶4`) of the new text.

    `likeness` is that of the run least alike, in percent. `refusal` says why the words must not be
    written, and is empty if they may. Where nothing like it was found, `words` and `place` are empty.
    """

    item: Item
    old: Text
    words: str
    place: str
    likeness: int
    refusal: str


@dataclass(frozen=True)
class _Edition:
    """The new text; its sentences in order, with their sections, and where each word form stands."""

    source: Source
    language: Language

    @cached_property
    def sentences(self) -> tuple[tuple[SourceSection, Sentence], ...]:
        """All sentences in order, each with its section."""
        sections = self.source.sections.values()
        return tuple((section, sentence) for section in sections for sentence in section.sentences)

    @cached_property
    def places(self) -> Mapping[str, list[int]]:
        """For each word form the indices of its sentences, one for each time that it stands there."""
        places: dict[str, list[int]] = {}
        for index, (section, sentence) in enumerate(self.sentences):
            for word in section.words[sentence.first : sentence.last]:
                places.setdefault(word.form, []).append(index)
        return places

    def count(self, form: str) -> int:
        """Tell how often a word form stands in the text."""
        return len(self.places.get(form, ()))


class _Placement(NamedTuple):
    """Where the runs of a quotation may stand; the `mean` and the `least` of their likeness."""

    mean: float
    least: float
    section: int
    runs: tuple[Run, ...]


class _Token(NamedTuple):
    """One word as it is compared: "doesn't" is two, "thirty-six" one; `shown` as it is written."""

    key: str
    sort: Sort
    shown: str


def reanchor(deck: Deck, source: Source, language: Language) -> tuple[Proposal, ...]:
    """Propose new words for each quotation that does not stand exactly once in its section."""
    edition = _Edition(source, language)
    return tuple(
        _proposal(item, quotation, edition)
        for item in deck.items
        for quotation in item.evidence
        if not _stands_once(quotation.value, source.sections.get(item.section))
    )


def _stands_once(quotation: str, section: SourceSection | None) -> bool:
    return section is not None and len([*islice(places_of(quotation, section), 2)]) == 1


def _proposal(item: Item, old: Text, edition: _Edition) -> Proposal:
    """Propose the best place of the item's own section, or one elsewhere that is clearly better."""
    found = _placements(old.value, item.section, edition)
    if not found:
        return Proposal(item, old, "", "", 0, "nothing like it stands in the text")
    own = [each for each in found if each.section == item.section]
    proposal = _judged(item, old, own or found, edition)
    is_better_elsewhere = own and found[0].mean - own[0].mean >= _MARGIN
    if proposal.refusal and is_better_elsewhere:
        return _judged(item, old, found, edition)
    return proposal


def _judged(item: Item, old: Text, found: Sequence[_Placement], edition: _Edition) -> Proposal:
    """Propose the first of some places, and say what speaks against it."""
    best, source = found[0], edition.source
    section = source.sections[best.section]
    pieces = [*_pieces(old.value, section, best.runs, source.text)]
    shown = " ".join("".join(new for _, new in pieces).split())
    refusals = chain(
        _elsewhere(item, best),
        chain.from_iterable(_differences(before, after, edition) for before, after in pieces),
        _denied(best, section, edition.language),
        _unfit(found, shown, section),
    )
    place = f"§{best.section} {section.paragraph_of(best.runs[0][0]).label}"
    return Proposal(item, old, shown, place, int(best.least), next(refusals, ""))


def _elsewhere(item: Item, best: _Placement) -> Iterator[str]:
    """Say so if the best place is in another section."""
    if best.section != item.section and best.least >= LEAST_LIKENESS:
        yield f"it stands in §{best.section} now: whether the item moves there is for you to say"


def _denied(best: _Placement, section: SourceSection, language: Language) -> Iterator[str]:
    """Say so if the word before a run denies what the run says: that may be new."""
    at = section.sentence_of(best.runs[0][0]).first
    for first, last in best.runs:
        for word in section.words[max(at, first - 1) : first]:
            if _sort_of(word.form, language) in ("negation", "prefix"):
                yield f"`{word.form}` stands just before it and may be new"
        at = last


def _unfit(found: Sequence[_Placement], shown: str, section: SourceSection) -> Iterator[str]:
    """Say why the words of the best place will not do as a quotation."""
    best = found[0]
    if best.least < LEAST_LIKENESS:
        yield f"it is {int(best.least)} % alike, {LEAST_LIKENESS} are wanted"
    for other in found[1:]:
        if other.section == best.section and best.mean - other.mean < _MARGIN:
            label = section.paragraph_of(other.runs[0][0]).label
            yield f"another place is as good: §{other.section} {label}"
    count = sum(len(run) for run in runs_of(shown))
    if not FEWEST_WORDS <= count <= MOST_WORDS:
        yield f"it would quote {count} words, not {FEWEST_WORDS} to {MOST_WORDS}"
    places = [*islice(places_of(shown, section), 2)]
    if len(places) != 1 or places[0][0][0] != best.runs[0][0]:
        yield "its words do not stand exactly once in the section"


def _placements(quotation: str, own: int, edition: _Edition) -> list[_Placement]:
    """Find the places that are like a quotation, the best first, no two of them the same."""
    runs = runs_of(quotation)
    found = [
        placement
        for index in _candidates(forms(quotation), own, edition)
        for placement in _within(runs, *edition.sentences[index])
    ]
    found.sort(key=lambda each: (-each.mean, each.section != own, each[2:]))
    apart: list[_Placement] = []
    for each in found:
        if all(_are_apart(each, other) for other in apart):
            apart.append(each)
    return apart


def _are_apart(one: _Placement, other: _Placement) -> bool:
    pairs = zip(one.runs, other.runs, strict=True)
    return one.section != other.section or any(a[1] <= b[0] or b[1] <= a[0] for a, b in pairs)


def _candidates(wanted: Sequence[str], own: int, edition: _Edition) -> list[int]:
    """Choose the sentences that share most words with a quotation; rare words count for more."""
    votes: Counter[int] = Counter()
    left = _MOST_VOTES
    for form in sorted(set(wanted), key=lambda form: (edition.count(form), form)):
        places = edition.places.get(form, [])
        weight = 1 + _RARE // max(len(places), 1)
        votes.update(chain.from_iterable(repeat(places, weight)))
        left -= len(places)
        if left <= 0:
            break
    near = [index for index in votes if edition.sentences[index][0].number == own]
    best = (
        nsmallest(_CANDIDATES, each, key=lambda index: (-votes[index], index))
        for each in (near, votes)
    )
    return [*dict.fromkeys(chain.from_iterable(best))]


def _within(
    runs: tuple[tuple[str, ...], ...], section: SourceSection, sentence: Sentence
) -> Iterator[_Placement]:
    """Yield where all runs may stand in one sentence, in order; a single one may leave it."""
    last = sentence.last
    if len(runs) == 1:
        last = min(last + len(runs[0]), section.paragraph_of(sentence.first).last)
    choices = []
    for run in runs:
        choices.append(_windows(run, section, sentence.first, last))
        if not choices[-1]:
            return
    weights = [sum(map(len, run)) for run in runs]
    for chosen in islice(_in_order(choices), _WAYS):
        scores = [score for score, _ in chosen]
        mean = sum(map(mul, scores, weights)) / sum(weights)
        yield _Placement(mean, min(scores), section.number, tuple(run for _, run in chosen))


def _in_order(
    choices: Sequence[Sequence[tuple[float, Run]]], first: int = 0
) -> Iterator[tuple[tuple[float, Run], ...]]:
    """Yield each way to take one window of every run such that none overlaps the one before."""
    if not choices:
        yield ()
        return
    for window in choices[0]:
        if window[1][0] >= first:
            for others in _in_order(choices[1:], window[1][1]):
                yield (window, *others)


def _windows(
    run: tuple[str, ...], section: SourceSection, first: int, last: int
) -> list[tuple[float, Run]]:
    """Give the few stretches, from word `first` to before `last`, most like a run; none overlap."""
    from rapidfuzz import fuzz, process

    found = [word.form for word in section.words[first:last]]
    ends = [0, *accumulate(len(form) + 1 for form in found)]
    text, size = " ".join(found), len(run)
    spans = [
        (start, stop)
        for start in _starts(run, found)
        for stop in range(start + max(size - 2, 1), start + size + max(size // 2, 2) + 1)
        if stop <= len(found)
    ]
    shown = [text[ends[start] : ends[stop] - 1] for start, stop in spans]
    scored = process.extract(
        " ".join(run), shown, scorer=fuzz.ratio, score_cutoff=_LEAST_SHOWN, limit=None
    )
    kept: list[tuple[float, Run]] = []
    for _, score, index in scored:  # the best first, of equals the first one
        span = (first + spans[index][0], first + spans[index][1])
        if len(kept) < _WINDOWS and all(b <= span[0] or span[1] <= a for _, (a, b) in kept):
            kept.append((score, span))
    return kept


def _starts(run: tuple[str, ...], found: Sequence[str]) -> list[int]:
    """Tell where in a sentence a run may begin: near where a word of it says, or else anywhere."""
    starts = {
        place - index + shift
        for place, form in enumerate(found)
        for index, wanted in enumerate(run)
        if form == wanted
        for shift in range(-_SHIFT, _SHIFT + 1)
    }
    return sorted(starts & {*range(len(found))}) or [*range(len(found))]


def _pieces(
    quotation: str, section: SourceSection, runs: Sequence[Run], text: str
) -> Iterator[tuple[str, str]]:
    """Yield the parts of a quotation, each `…` included, beside what is to stand there now."""
    following = iter(runs)
    for piece in _JOINT.split(quotation):
        found = words(piece)
        if not found:
            yield piece, piece
            continue
        run = next(following)
        first, last = section.words[run[0]].start, section.words[run[1] - 1].end
        before, after = piece[: found[0].start].strip(), piece[found[-1].end :].strip()
        before = before if text.endswith(before, 0, first) else ""
        after = after if text.startswith(after, last) else ""
        yield piece, before + _clean(text[first:last]) + after


def _clean(text: str) -> str:
    """Give a stretch of the source as it is quoted: on one line, `…` for each footnote mark."""
    text = _LINE_END.sub(r"\1", _DAGGER.sub("", text))
    text = _FOOTNOTE.sub(" … ", _OMISSION.sub(" ", text))
    shown = (each for each in text if each.isspace() or unicodedata.category(each) not in _UNSEEN)
    return " ".join("".join(shown).split())


# What differs


def _differences(old: str, new: str, edition: _Edition) -> Iterator[str]:
    """Say in what respects `new` does not say what `old` does."""
    one, other = _SIGN.findall(old), _SIGN.findall(new)
    if one != other:
        yield f"numbers differ: {' '.join(one) or 'no sign'}, now {' '.join(other) or 'no sign'}"
    before, after = [*_tokens(old, edition)], [*_tokens(new, edition)]
    matcher = SequenceMatcher(None, [t.key for t in before], [t.key for t in after], autojunk=False)
    left: set[str] = set()
    added: set[str] = set()
    for kind, a, b, c, d in matcher.get_opcodes():
        gone, come = before[a:b], after[c:d]
        if kind == "equal" or _is_rejoined(gone, come):
            continue
        yield from _change(gone, come, edition)
        if kind == "delete" and (a == 0 or b == len(before)):
            yield f"its first or last words are gone: {_shown(gone)}"
        left.update(token.key for token in gone)
        added.update(token.key for token in come)
    moved = [key for key in sorted(left & added) if not edition.language.is_function_word(key)]
    if moved:
        yield f"words have changed places: {' '.join(moved)}"


def _change(gone: list[_Token], come: list[_Token], edition: _Edition) -> Iterator[str]:
    """Say why some words may not take the place of others, or come, or go."""
    pair = f"{_shown(gone)} is gone"
    if come:
        pair = f"{_shown(gone)}, now {_shown(come)}" if gone else f"{_shown(come)} is new"
    sorts = {token.sort for token in (*gone, *come)}
    for sort, called in _SORTS.items():
        if sort in sorts:
            yield f"{called} differ: {pair}"
    if not edition.language.has_lists:
        yield f"words differ, and no negations of this language are known: {pair}"
    if gone and come and _are_others(gone, come, edition):
        yield f"words differ: {pair}"


def _shown(tokens: list[_Token]) -> str:
    return " ".join(dict.fromkeys(token.shown for token in tokens))


def _is_rejoined(gone: list[_Token], come: list[_Token]) -> bool:
    """Whether only the breaks between ordinary words differ: `some-thing`, but not `no table`."""
    is_safe = all(token.sort not in ("number", "name", "negation") for token in (*gone, *come))
    return is_safe and "".join(each.key for each in gone) == "".join(each.key for each in come)


def _are_others(gone: list[_Token], come: list[_Token], edition: _Edition) -> bool:
    """Whether words are others, not the same in another spelling."""
    if len(gone) == len(come):
        pairs = zip(gone, come, strict=True)
        return any(_is_other(one.key, other.key, edition) for one, other in pairs)
    keys = (" ".join(token.key for token in tokens) for tokens in (gone, come))
    return len(gone) > len(come) or _likeness(*keys) < _LEAST_SPELLING


def _is_other(old: str, new: str, edition: _Edition) -> bool:
    """Whether a word is another: it turns the old one, both are in use here, or they look unlike."""
    language = edition.language
    stem = language.stem(new)
    if _is_denied(old, new) or stem in map(language.stem, language.opposites(old)):
        return True
    if stem == language.stem(old):
        return False
    if language.is_function_word(new) or (edition.count(old) and edition.count(new) > 1):
        return True
    return _likeness(old, new) < (_LEAST_SPELLING if len(old) > 2 else 50)


def _is_denied(old: str, new: str) -> bool:
    """Whether a part of a word denies what the other says: likely, unlikely; careful, careless."""
    short, long = sorted((old, new), key=len)
    is_prefixed = any(
        rest == short or (not short.startswith(each) and _likeness(rest, short) >= LEAST_LIKENESS)
        for each in _PREFIXES
        if (rest := long.removeprefix(each)) != long
    )
    return is_prefixed or long.endswith("less") != short.endswith("less")


def _likeness(one: str, other: str) -> float:
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other)


def _tokens(text: str, edition: _Edition) -> Iterator[_Token]:
    """Yield the words of a text as they are compared."""
    found = words(text)
    numbers = {index: number for number, index in numbers_in(forms(text), edition.language)}
    for index, word in enumerate(found):
        shown = text[word.start : word.end]
        if index in numbers:
            yield _Token(numbers[index], "number", shown)
        elif edition.language.number(word.form):
            continue  # the six of thirty-six
        elif contracted := _CONTRACTED.fullmatch(word.form):
            verb = contracted[1] or contracted[2]
            yield _Token(_WHOLE.get(verb, verb), "word", shown)
            yield _Token("not", "negation", shown)
        else:
            is_dated = index - 1 in numbers or index + 1 in numbers
            sort = _sort_of(word.form, edition.language)
            if sort == "word" and _is_name(shown, text[: word.start], is_dated, edition):
                sort = "name"
            yield _Token(word.form.removesuffix("'s"), sort, shown)


def _sort_of(form: str, language: Language) -> Sort:
    """Tell what sort of word it is, numbers and names aside."""
    if language.is_negation(form) or form in _DENYING_TOO or _CONTRACTED.fullmatch(form):
        return "negation"
    if language.decides(form):
        return "deciding"
    is_prefix = form in _PREFIXES and not language.is_function_word(form)
    return "prefix" if is_prefix else "word"


def _is_name(shown: str, before: str, is_dated: bool, edition: _Edition) -> bool:
    """Whether a word is a name: if it has a capital and that is in doubt, or beside a number, it is."""
    source, form = edition.source, shown.casefold()
    if not shown[0].isupper() or re.fullmatch("i(?:['’].*)?", form):
        return False
    opened = before.rstrip(_QUOTES)
    is_inside = opened != "" and opened[-1] not in ".!?:…"
    if is_dated or is_inside or (len(shown) > 1 and shown.isupper()):
        return True
    is_ordinary = form in source.lower_forms and form not in source.capital_forms
    return not (is_ordinary or edition.language.is_function_word(form))
