"""What a guide itself says of names: who is a person, what is another name of what."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from studyguide.guide.guide import Entry, Guide
from studyguide.language.language import Language
from studyguide.language.names import Token, tokens_of
from studyguide.printing.book.places import Place, as_set
from studyguide.printing.index.articles import looked_up, without_article
from studyguide.printing.index.fragments import without_formulas
from studyguide.printing.index.looked_up import is_surely_person, is_surname, surname_first
from studyguide.printing.index.marked.double_surnames import doubled, with_both
from studyguide.printing.index.names.bynames import as_called, born_as, names_of_one
from studyguide.printing.index.names.given_names import is_given
from studyguide.printing.index.names.things import is_thing
from studyguide.printing.index.names.titles import without_title

_WHO = frozenset(("who", "whom", "whose"))


@dataclass(frozen=True)
class OwnNames:
    """What a guide itself says of names: who is a person, what is another name of what, the headings of those who are `called` by one part, and surnames of two words."""

    guide: Guide
    called: Mapping[str, str] = field(default_factory=dict)
    doubles: frozenset[str] = frozenset()

    def prompts(self, kind: str) -> list[str]:
        """Give what the items in use of a kind are about, as it is set; of persons, those of the whole deck."""
        entries = (each for each in self.guide.entries if each.kind == kind and not each.retired)
        others = self.guide.people if kind == "person" else ()
        found = dict.fromkeys(map(self.set, (*(each.prompt for each in entries), *others)))
        return [
            each for each in found if without_formulas(each) == each
        ]  # a formula is not looked up

    def set(self, text: str) -> str:
        """Give a text as pages have it, with curly quotes and dashes: 1980–81, Orrin’s."""
        return as_set(text, self.guide.language)

    @cached_property
    def answering(self) -> frozenset[str]:
        """Who answers a question for a person, by a name of one word, or one that tells that it is a person's; and beside such ones in a list."""
        asking = Language(self.guide.language).words.asking_who | _WHO
        answers = {
            self.set(answer)
            for each in self.guide.entries
            if each.kind == "question" and not each.retired and _asks(each, asking)
            for answer in each.answers
        }
        return self._listed | frozenset(
            each
            for each in answers
            if not each.split()[1:] or is_surely_person(each, self.guide.language)
        )

    @cached_property
    def _listed(self) -> frozenset[str]:
        """Who stands in an answer of several parts, all of which are names of several words, and most of which tell that they are persons'."""
        found: set[str] = set()
        for each in self.guide.entries:
            names = [self.set(answer) for answer in each.answers]
            is_list = each.kind == "question" and not each.retired and len(names) > 1
            if is_list and all(map(_may_be_name, names)):
                sure = [name for name in names if is_surely_person(name, self.guide.language)]
                found.update(names if 2 * len(sure) > len(names) else sure)
        return frozenset(found)

    @cached_property
    def persons(self) -> frozenset[str]:
        """The author, whom items are about, who answers, and who has a surname for another name."""
        called = {
            full
            for name, full in self.aliases.items()
            if full.split()[1:] and without_title(name) == full.split()[-1]
        }
        called = {each for each in called if is_surely_person(each, self.guide.language)}
        return frozenset((self.guide.author, *self.prompts("person"), *self.answering, *called))

    @property
    def roles(self) -> list[list[Token]]:
        """Give what items say of persons first."""
        entries = (each for each in self.guide.entries if each.kind == "person" and each.answers)
        return [tokens_of(self.set(each.answers[0])) for each in entries if not each.retired]

    @cached_property
    def aliases(self) -> dict[str, str]:
        """Give other names, each with the full one."""
        parts = {part: name for name in self.prompts("person") for part in names_of_one(name)}
        told = {self.set(name): self.set(full) for name, full in self.guide.aliases}
        born = {
            name: self.set(each.prompt)
            for each in self.guide.entries
            if each.kind == "person" and not each.retired
            for text in (*each.answers, each.note)
            if text and (name := born_as(self.set(text))) and name != self.set(each.prompt)
        }
        return parts | born | {name: parts.get(full, full) for name, full in told.items()}

    @cached_property
    def _terms(self) -> frozenset[str]:
        return frozenset(self.prompts("term"))

    @cached_property
    def _told(self) -> dict[str, str]:
        """Give the headings that items tell of persons, by the name."""
        return {self.set(name): self.set(heading) for name, heading in self.guide.headings}

    def heading_of(self, name: str) -> str:
        """Give the heading of a name: as its item tells it, that of a person turned round, of a term without its article, of a title with that behind it."""
        language = self.guide.language
        if name in self._told:
            return self._told[name]
        if name in self.persons:
            return self.turned(name)
        if name[:1].islower() and name in self._terms:
            return without_article(name, language) or name
        return looked_up(name, language)

    def turned(self, name: str) -> str:
        """Give the heading of a person by the name; two surnames alone stand as they are."""
        if name in self.doubles:
            return name
        return self.called.get(name) or with_both(
            surname_first(name, self.guide.language), self.doubles
        )

    def listed(self, name: str, full: str) -> str:
        """Give the heading of another name: of a person's turned round where it has a surname, but for a byname."""
        words = name.split()
        is_named = len(words) > 1 and is_given(words[0]) and not is_given(words[-1])
        if full in self.persons and is_named and is_surely_person(name, self.guide.language):
            return self.turned(name)
        return self.heading_of(name)


def own_names(guide: Guide, places: Iterable[Place]) -> OwnNames:
    """Read what a guide says of names in its places."""
    language = Language(guide.language)
    items = [place.texts for place in places]
    others = {as_set(name, guide.language) for name, _ in guide.aliases}
    called = as_called(([said.tokens for said in texts] for texts in items), language)
    told = (said.tokens for texts in items for said in texts if not said.is_drawn)
    return OwnNames(guide, called, doubled(told, others, language))


def completed(names: OwnNames, found: Mapping[str, str]) -> dict[str, str]:
    """Complete a person that an item calls by one name, if the guide has the whole: General Ada Kestrel."""
    by_last = defaultdict[str, list[str]](list)
    for name in found:
        by_last[name.rpartition(" ")[2].casefold()].append(name)
    complete: dict[str, str] = {}
    for person in filter(is_surname, names.prompts("person")):
        small = person.casefold()
        ends = by_last.get(small.rpartition(" ")[2], ())
        longer = [name for name in ends if name.casefold().endswith(f" {small}")]
        whole = {name for name in map(without_title, longer) if name.casefold() != small}
        if len(whole) == 1:
            heading = names.turned(whole.pop())
            complete |= dict.fromkeys((*longer, person), heading)
    return complete


def defined(names: OwnNames, told: Mapping[str, str]) -> dict[str, str]:
    """Give what items define by another name alone, as a short form by the full one, with that name."""
    return {
        prompt: name
        for each in names.guide.entries
        if each.kind in ("term", "person") and not each.retired and len(each.answers) == 1
        for prompt, name in (
            (names.set(each.prompt), names.set(each.answers[0].strip().removesuffix("."))),
        )
        if name in told and name != prompt
    }


def _asks(question: Entry, asking: frozenset[str]) -> bool:
    first = [token.shown.casefold() for token in tokens_of(question.prompt)[:2]]
    return not asking.isdisjoint(first)


def _may_be_name(answer: str) -> bool:
    """Whether an answer is of several words with capitals, and of no thing."""
    words = answer.split()
    return len(words) > 1 and all(word[0].isupper() for word in words) and not is_thing(words)
