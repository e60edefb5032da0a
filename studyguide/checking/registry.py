"""The rules that are asked of what has changed, in their order, each held against what it looks at.

`ITEM_RULES` need nothing but the item, `SOURCE_RULES` the item and the source, `PASSAGE_RULES` the item beside its passage,
`DECK_RULES` what the deck says of its sections and of the whole, and the source. Where evidence stands, how much of it is
quoted and what `deck.yaml` names in vain is asked by `check` itself, since the rest rests on it.
"""

from collections.abc import Callable, Iterator, Mapping

from studyguide.deck.deck import Deck
from studyguide.deck.item import Item
from studyguide.evidence.case import Case
from studyguide.evidence.gates import Gate, Gated, gate
from studyguide.finding import Finding
from studyguide.rules.answer import answer_stands_in_the_quotation
from studyguide.rules.answer_without_lists import answer_shares_words_with_the_quotation
from studyguide.rules.causes import why_is_answered_by_a_reason
from studyguide.rules.cloze import deletions_stand_in_the_quotation
from studyguide.rules.evidence import (
    evidence_is_found,
    letters_are_of_one_script,
    no_comma_parts_an_entry,
    sections_are_in_the_source,
)
from studyguide.rules.formulation import (
    answer_is_more_than_yes_or_no,
    answer_is_short,
    definition_does_not_go_in_a_circle,
    pronoun_has_something_to_refer_to,
    sounds_and_formulas_are_not_read_out,
    typed_words_are_on_a_keyboard,
)
from studyguide.rules.giveaways import (
    answer_is_not_given_away,
    deletions_are_not_given_away,
)
from studyguide.rules.how_many import (
    how_many_is_answered_by_a_number,
    list_is_as_long_as_asked,
    one_question_asks_one_thing,
    set_is_stated,
    who_is_answered_by_a_name,
)
from studyguide.rules.mix_ups import (
    names_are_joined_as_in_the_source,
    names_are_said_once,
    neighbours_are_those_of_the_passage,
    no_rival_is_left,
    no_word_is_the_opposite,
    pairs_are_those_of_the_passage,
)
from studyguide.rules.polarity import negation_is_as_in_the_passage
from studyguide.rules.qualifiers import (
    claims_are_those_of_the_passage,
    qualifiers_are_not_lost,
)
from studyguide.rules.question import (
    answer_stands_on_the_side_that_is_asked,
    answer_stands_where_it_is_asked_for,
    question_names_stand_in_the_passage,
    question_words_stand_in_the_paragraph,
    sentences_are_built_as_in_the_passage,
)
from studyguide.rules.sequence import (
    answer_does_not_break_off,
    deletions_come_in_the_order_of_the_passage,
    names_come_in_the_order_of_the_passage,
    words_keep_their_places,
)
from studyguide.rules.signs import (
    code_is_that_of_the_passage,
    signs_are_those_of_the_passage,
    units_are_those_of_the_passage,
)
from studyguide.rules.speakers import (
    roles_are_those_of_the_person,
    views_are_given_to_their_holder,
    words_are_given_to_their_speaker,
)
from studyguide.rules.summary import (
    no_comma_parts_a_question,
    parts_name_what_the_source_names,
    summaries_are_written,
    summaries_name_what_their_section_names,
)
from studyguide.rules.verbatim import (
    long_runs_are_not_copied,
    parts_quote_the_source,
    quoted_words_stand_in_the_passage,
    signs_alone_stand_in_the_passage,
    summaries_quote_their_section,
)
from studyguide.rules.wording import (
    declarations_are_used,
    declared_units_are_those_of_the_passage,
    declared_words_are_no_opposites,
    declared_words_stand_in_the_passage,
)
from studyguide.source.source import Source

ITEM_RULES: tuple[Callable[[Item], Iterator[Finding]], ...] = (
    list_is_as_long_as_asked,
    how_many_is_answered_by_a_number,
    one_question_asks_one_thing,
    answer_is_not_given_away,
    deletions_are_not_given_away,
    answer_is_more_than_yes_or_no,
    answer_is_short,
    definition_does_not_go_in_a_circle,
    set_is_stated,
    pronoun_has_something_to_refer_to,
    typed_words_are_on_a_keyboard,
    sounds_and_formulas_are_not_read_out,
)

ENGLISH_RULES = frozenset(
    {
        how_many_is_answered_by_a_number,
        one_question_asks_one_thing,
        answer_is_more_than_yes_or_no,
        set_is_stated,
        pronoun_has_something_to_refer_to,
    }
)
"""Those of the `ITEM_RULES` that look for English words; off for every other language."""

SOURCE_RULES: tuple[Callable[[Item, Source], Iterator[Finding]], ...] = (
    letters_are_of_one_script,
    evidence_is_found,
    no_comma_parts_an_entry,
)

PASSAGE_RULES: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    answer_stands_in_the_quotation,
    answer_shares_words_with_the_quotation,
    declared_words_stand_in_the_passage,
    declared_words_are_no_opposites,
    declared_units_are_those_of_the_passage,
    declarations_are_used,
    deletions_stand_in_the_quotation,
    question_names_stand_in_the_passage,
    who_is_answered_by_a_name,
    quoted_words_stand_in_the_passage,
    signs_alone_stand_in_the_passage,
    question_words_stand_in_the_paragraph,
    answer_stands_where_it_is_asked_for,
    answer_stands_on_the_side_that_is_asked,
    sentences_are_built_as_in_the_passage,
    negation_is_as_in_the_passage,
    no_word_is_the_opposite,
    names_come_in_the_order_of_the_passage,
    deletions_come_in_the_order_of_the_passage,
    words_keep_their_places,
    answer_does_not_break_off,
    no_rival_is_left,
    names_are_joined_as_in_the_source,
    names_are_said_once,
    signs_are_those_of_the_passage,
    units_are_those_of_the_passage,
    code_is_that_of_the_passage,
    qualifiers_are_not_lost,
    claims_are_those_of_the_passage,
    why_is_answered_by_a_reason,
    words_are_given_to_their_speaker,
    views_are_given_to_their_holder,
    roles_are_those_of_the_person,
    neighbours_are_those_of_the_passage,
    pairs_are_those_of_the_passage,
)

GATES: Mapping[Callable[[Case], Iterator[Finding]], Gate] = {
    deletions_stand_in_the_quotation: gate("cloze"),
    who_is_answered_by_a_name: gate("question"),
    deletions_come_in_the_order_of_the_passage: gate("cloze"),
    negation_is_as_in_the_passage: gate(around="negations denials lost_denials"),
    words_keep_their_places: gate(said="parallels than asking_order"),
    qualifiers_are_not_lost: gate(
        stated="hedges frequencies parts conditions exceptions plans modals of_the"
    ),
    claims_are_those_of_the_passage: gate(
        said="universals exclusives sole exactness duties choices absolutes permissions superlatives superlative_endings numbers"
    ),
    why_is_answered_by_a_reason: gate("question", said="asking_why"),
    views_are_given_to_their_holder: gate(
        stated="speaker_before speaking judging reported reported_endings"
    ),
    roles_are_those_of_the_person: gate("person"),
    pairs_are_those_of_the_passage: gate(said="steps possessives determining directions"),
}
"""What some of them need before they can find anything: for most items a look at their words is enough."""

GATED = Gated(PASSAGE_RULES, GATES)

DECK_RULES: tuple[Callable[[Deck, Source], Iterator[Finding]], ...] = (
    sections_are_in_the_source,
    summaries_quote_their_section,
    summaries_are_written,
    summaries_name_what_their_section_names,
    parts_quote_the_source,
    parts_name_what_the_source_names,
    no_comma_parts_a_question,
    long_runs_are_not_copied,
)
