"""What is known of a language's words: the lists that a file of `lexicons/` may have, each with its name there."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from studyguide.language.phrases import Phrases

_NONE = Phrases()


class Lexicon(NamedTuple):
    """What is known of a language's words; nothing, where there is no file."""

    function_words: frozenset[str] = frozenset()
    commonest: frozenset[str] = frozenset()
    """What only holds others together; and which of that nearly every paragraph has."""
    articles: frozenset[str] = frozenset()
    """What may stand before any noun: a, the."""
    particles: frozenset[str] = frozenset()
    """Halves of verbs that may stand at the end of their clause: auf, terug."""
    deciding: frozenset[str] = frozenset()
    """Those function words that turn what is said: before, all, only."""
    joining: frozenset[str] = frozenset()
    alternatives: frozenset[str] = frozenset()
    """What joins the parts of a list: and, or; parts of which one is enough, or none: or, nor."""
    placing: frozenset[str] = frozenset()
    """What stands between a place and a larger one around it: in."""
    pairing: frozenset[str] = frozenset()
    """What stands for two that are named one by one: both."""
    parallels: frozenset[str] = frozenset()
    comparers: frozenset[str] = frozenset()
    """What sets two things beside each other: and, while, than; what puts one before the other: rather."""
    that: frozenset[str] = frozenset()
    """What stands between a verb of saying and what is said."""
    steps: frozenset[str] = frozenset()
    """What stands before how much something changed, or to what: by, to."""
    possessives: frozenset[str] = frozenset()
    """What stands before that of which something is made, or to which it belongs: of."""
    determining: frozenset[str] = frozenset()
    """What is said of all things of one name: no, every."""
    frame_words: frozenset[str] = frozenset()
    """What only says what sort of answer is wanted: kind, year, called."""
    finite_verbs: frozenset[str] = frozenset()
    """Verbs that make a clause of whatever they stand in: is, had, would."""
    clause_openers: frozenset[str] = frozenset()
    """What begins a clause behind an "and": it, when, then."""
    conjunctions: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    joiners: frozenset[str] = frozenset()
    """What begins a clause wherever it stands: because; one that tells more of the word before it: who; one only if that has a verb: and."""
    determiners: frozenset[str] = frozenset()
    """What may stand first in a clause, behind such a word or a comma: the, they."""
    past_endings: frozenset[str] = frozenset()
    """How verbs end that tell what was: -ed."""
    modals: frozenset[str] = frozenset()
    firm_modals: frozenset[str] = frozenset()
    """What stands before a verb and makes it no deed: might, would; what is surer than the rest: would, will."""
    periods: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    """What time is counted in: hour, year; months and days of the week."""
    titles: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()
    """What goes before a name and is none: King, Professor; of that, what says nothing of what somebody is: Mr, Dr."""
    offices: frozenset[str] = frozenset()
    """What somebody is whose name stands before it: Rothery, the Commissioner of Wrecks."""
    bodies: frozenset[str] = frozenset()
    """Groups that do what persons do: council, team."""
    pronouns: frozenset[str] = frozenset()
    """What stands for somebody or something named before: she, his, they."""
    demonstratives: frozenset[str] = frozenset()
    """What points at something told just before: these, such."""
    referring: frozenset[str] = frozenset()
    """What may begin a phrase that stands for a name: those, the, this."""
    measuring: frozenset[str] = frozenset()
    """What asks for a measure: how (long), wie (viel)."""
    plurals: frozenset[str] = frozenset()
    """Nouns of several that do not end as most do: men."""
    partitive: frozenset[str] = frozenset()
    """What stands between a part and its whole: eleven of forty."""
    negations: Phrases = _NONE
    """What denies by itself: not, never, no longer, hardly."""
    nots: frozenset[str] = frozenset()
    """Those of them that deny a verb, or whatever stands behind them: not, never."""
    lacking: frozenset[str] = frozenset()
    """Those of them that say that something is not there: without."""
    absolutes: Phrases = _NONE
    attenuated: Phrases = _NONE
    """Those of them that leave nothing: never, nobody; what comes near to them, and leaves something: seldom."""
    denials: Phrases = _NONE
    """Verbs and the like that deny: refuse, fail, lack, without, rather than."""
    negative_prefixes: frozenset[str] = frozenset()
    """What turns a word into its opposite, written before it: un-, non-."""
    lost_denials: Phrases = _NONE
    """Those of them without which the contrary is said: refused, lacks."""
    hedges: Phrases = _NONE
    """What makes a statement uncertain: perhaps, probably, is said to."""
    frequencies: Phrases = _NONE
    """What holds mostly, not always: often, generally, in most cases."""
    approximations: Phrases = _NONE
    """What makes a figure rough: about, nearly."""
    parts: Phrases = _NONE
    """A part and not the whole: some, most, several, one of, among."""
    of_the: Phrases = _NONE
    """What stands between a part and the whole that it is of: of those."""
    shares: frozenset[str] = frozenset()
    """What such a part may be, if it is no number: most, half."""
    weakened: Phrases = _NONE
    """What stands at "all" and takes from it: almost, not, "all but"."""
    exclusives: Phrases = _NONE
    """Nothing else: only, alone, solely."""
    universals: Phrases = _NONE
    """The whole without exception: all, every, always, completely."""
    choices: Phrases = _NONE
    """What was done of somebody's own will: chose, freely."""
    exactness: Phrases = _NONE
    """No less and no more, beyond doubt: exactly, proved."""
    superlatives: Phrases = _NONE
    """More than all others: best, unique; `superlative_endings` tells more of them."""
    superlative_endings: frozenset[str] = frozenset()
    not_superlative: frozenset[str] = frozenset()
    duties: Phrases = _NONE
    """What has to be: must, have to, required."""
    turns_of_speech: Phrases = _NONE
    """Phrases in which such words claim nothing: first of all, at least."""
    needs: Phrases = _NONE
    """What comes near to a duty: should, is to be."""
    options: Phrases = _NONE
    """What may be, or is only advised: may, allowed, preferably."""
    permissions: Phrases = _NONE
    """What leaves something to somebody's will: may, optional."""
    conditions: Phrases = _NONE
    """On what it depends: if, unless, provided that."""
    exceptions: Phrases = _NONE
    """What is taken out: except, apart from, all but."""
    affirmations: Phrases = _NONE
    """What denies nothing, though a "not" is in it: not only, no doubt."""
    plans: Phrases = _NONE
    """What is not done yet: planned, intends to, was to, proposed."""
    deeds: Phrases = _NONE
    """What tells that something was done: did, was, came."""
    causes: Phrases = _NONE
    """What gives a reason: because, due to, caused."""
    before_cause: Phrases = _NONE
    """After what is caused, before its cause: because, due to."""
    after_cause: Phrases = _NONE
    """After a cause, before what comes of it: therefore, led to."""
    than: frozenset[str] = frozenset()
    """What stands before that which has less of it: rarer than."""
    comparatives: Phrases = _NONE
    """Words that compare: more, less, better; `comparative_endings` tells more of them."""
    comparative_endings: frozenset[str] = frozenset()
    asking_agents: Phrases = _NONE
    """How a question asks who or what did it: by whom, by what."""
    passives: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    """Verbs with which something is done to somebody: was; what stands before whoever did it: by; articles that only whoever does it has: der."""
    asking_when: Phrases = _NONE
    adversatives: frozenset[str] = frozenset()
    """What sets a clause against the one before it: but, however."""
    asking_persons: frozenset[str] = frozenset()
    asking_places: frozenset[str] = frozenset()
    asking_who: frozenset[str] = frozenset()
    """With what a question begins whose answer is a person, or a place: whom; where; or asks for one: whose."""
    singular: frozenset[str] = frozenset()
    """What stands for one person who speaks: he, she."""
    feminine: frozenset[str] = frozenset()
    """What says that somebody is a woman: she, Mrs, an article; `feminine_endings` tells more."""
    feminine_endings: frozenset[str] = frozenset()
    masculine: frozenset[str] = frozenset()
    speaker_behind: frozenset[str] = frozenset()
    """What stands behind whoever says it: zufolge."""
    so: frozenset[str] = frozenset()
    """What stands just before whoever says it, and means as much elsewhere: so Obst."""
    judging: Phrases = _NONE
    """Verbs with which somebody holds a thing to be something: hält … für."""
    factives: Phrases = _NONE
    """What may be denied, and what is told behind it is so all the same: know, notice."""
    reported_endings: frozenset[str] = frozenset()
    not_reported: frozenset[str] = frozenset()
    reported: frozenset[str] = frozenset()
    """Forms of verbs in which only what somebody else has said is told: er sei, er habe."""
    contrasts: Phrases = _NONE
    """What stands before another one that is not so: unlike."""
    sole: Phrases = _NONE
    """What says of a thing that there is no other: the only."""
    rates: Phrases = _NONE
    """What stands between a figure and the time that it is for: per, a."""
    concessions: Phrases = _NONE
    """What speaks against, and is no reason: although, despite, unlike."""
    purposes: Phrases = _NONE
    """What for: in order to, so that."""
    asking_why: Phrases = _NONE
    """How a question asks for a reason."""
    insisting: Phrases = _NONE
    """What a question has that asks for the exception: even then, all the same."""
    asking_conditions: Phrases = _NONE
    """How a question asks on what something depends, or when it is so."""
    imperatives: Phrases = _NONE
    """How an instruction begins: set, press."""
    asking_names: Phrases = _NONE
    """How a question asks for somebody or some place: who, where."""
    asking_order: Phrases = _NONE
    """How a question asks for steps in their order."""
    asking_how_many: Phrases = _NONE
    speaking: Phrases = _NONE
    """Verbs of saying: said, wrote, argues."""
    speaker_before: Phrases = _NONE
    """What stands before whoever says it: according to, in the words of."""
    numbers: Mapping[str, str] = MappingProxyType({})
    """The value of each number word: `40`, of ordinals `4.`, or the word itself."""
    fractions: Mapping[str, str] = MappingProxyType({})
    """Parts of a whole, by how many of them make it: `4` quarter."""
    counting: Mapping[str, str] = MappingProxyType({})
    """What goes with a number: `every` or `each` second, `other` for that; `times`; how often: `2` twice."""
    comparisons: Mapping[str, str] = MappingProxyType({})
    """What goes before a figure: `at least` is `≥`, `fewer than` is `<`."""
    comparisons_behind: Mapping[str, str] = MappingProxyType({})
    """What goes behind a figure: `or later` is `≥`."""
    starting: frozenset[str] = frozenset()
    """What says `≥` just before a figure, and is a part of a verb elsewhere: ab."""
    units: Mapping[str, str] = MappingProxyType({})
    """Units in words, by the sign that says the same: metres is `m`, per cent `%`."""
    constructions: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    directions: tuple[str, ...] = ()
    """Words by what they tell of a clause, one or more: `whom`, `from`; pairs that turn it round: before after."""
    opposites: tuple[str, ...] = ()
    """Pairs of words that mean the opposite of each other, parted by a blank."""
    scenes: tuple[str, ...] = ()
    """What may be done in one place, of which one thing is not the other: demand* / award* grant* / refuse*."""
    irregular: tuple[str, ...] = ()
    """Forms of one word that no stemmer brings together."""
    synonyms: tuple[str, ...] = ()
    """Words that may stand for each other."""
    authorities: tuple[str, ...] = ()
    """What a curator calls the source when telling whose word it gives: text, author."""
    says: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    attribution: tuple[str, ...] = ()
    """Patterns of "according to {who}", "{who} {says}", "in {who}'s {what}", in small letters; words before the first bracket stand as they are."""

    @property
    def small(self) -> Mapping[str, int]:
        """Function words, each with how little it tells of a text that it stands there."""
        return dict.fromkeys(self.function_words, 1) | dict.fromkeys(self.commonest, 2)

    def phrases(self, name: str) -> Phrases:
        """Give a list of phrases by its name."""
        return getattr(self, name)  # type: ignore[no-any-return]
