"""All that this room asks of an item, one after the other."""

from collections.abc import Iterator

from studyguide.evidence.case import Case, gate
from studyguide.syntax.agents import given_in_return, other_agent, role_of_another
from studyguide.syntax.comparisons import told_of_the_contrary, turned_comparison
from studyguide.syntax.contraries import more_told_as_less, opposite_in_its_clause
from studyguide.syntax.deeds import exchanged_deed
from studyguide.syntax.denied import (
    affirmed_elsewhere,
    asked_of_what_is_denied,
    denied_alone,
    turned_in_its_clause,
)
from studyguide.syntax.differs import Differs
from studyguide.syntax.modality import other_modality, refused_to_do
from studyguide.syntax.other_sort import (
    answer_behind_another_word,
    answer_of_another_sort,
    answer_of_its_other_side,
    answer_to_another_question,
)
from studyguide.syntax.own_clause import (
    date_of_another_event,
    defines_another,
    figure_in_total,
    figure_of_another_part,
)
from studyguide.syntax.reasons import answered_by_the_same, reason_of_another_deed, turned_cause
from studyguide.syntax.rest import (
    part_told_as_each,
    told_of_the_finest,
    told_of_the_main_one,
    told_of_the_rest,
)
from studyguide.syntax.restricted import case_left_out
from studyguide.syntax.roles import exchanged_roles
from studyguide.syntax.time_order import turned_in_time
from studyguide.syntax.unparted import differs_by_letters
from studyguide.syntax.whose_deed import (
    deed_of_another,
    left_out_before_its_verb,
    told_from_the_other_side,
)

BUILT = (
    (answer_of_another_sort, gate("question", said="asking_how_many asking_who asking_persons")),
    (answer_to_another_question, gate("question", said="when asking_places how asking_why")),
    (answer_of_its_other_side, gate("question", stated="whose")),
    (answer_behind_another_word, gate("question")),
    (figure_of_another_part, gate("question", "cloze")),
    (figure_in_total, gate("question", "cloze", said="total")),
    (exchanged_roles, gate(said="whom pronouns subject object from")),
    (exchanged_deed, gate(stated="past_endings irregular whom")),
    (
        told_from_the_other_side,
        gate(
            said="replaces replaces-back buys buys-back lends lends-back precedes precedes-back teaches teaches-back"
        ),
    ),
    (role_of_another, gate("person")),
    (left_out_before_its_verb, gate()),
    (deed_of_another, gate("question", "person", either="whose someone")),
    (other_agent, gate(either="agents asking_who")),
    (given_in_return, gate("question", "cloze", stated="in-return")),
    (turned_comparison, gate(stated="than factor")),
    (affirmed_elsewhere, gate(stated="unless negations")),
    (asked_of_what_is_denied, gate("question")),
    (turned_in_its_clause, gate("cloze", either="negations")),
    (denied_alone, gate("question", stated="negations")),
    (told_of_the_rest, gate("question", "cloze", stated="rest")),
    (told_of_the_main_one, gate("question", "cloze", stated="chief chief-")),
    (
        told_of_the_finest,
        gate("question", "cloze", stated="superlatives superlative_endings which-ones"),
    ),
    (answered_by_the_same, gate("question", said="asking_why")),
    (reason_of_another_deed, gate("question", said="asking_why")),
    (
        turned_cause,
        gate(
            said="before_cause after_cause asks-effect effect-of asking_why",
            stated="before_cause after_cause joining means",
        ),
    ),
    (date_of_another_event, gate("date")),
    (
        case_left_out,
        gate("question", "cloze", stated="if then restricting threshold than who relatives"),
    ),
    (refused_to_do, gate("question", "cloze", stated="negations lost_denials")),
    (other_modality, gate(stated="must should may need-not")),
    (
        turned_in_time,
        gate(said="first then before after last", stated="first then before after"),
    ),
    (opposite_in_its_clause, gate("question", "cloze")),
    (more_told_as_less, gate(said="more less", stated="more less")),
    (part_told_as_each, gate(said="universals", stated="out-of counting")),
    (told_of_the_contrary, gate("question", "cloze", stated="contrasts")),
    (defines_another, gate("term", "question", stated="defining")),
)
"""Each with what it needs before it can find anything."""


def built_otherwise(case: Case) -> Iterator[Differs]:
    """Yield the first thing that each way to look finds; none where no list and no letter tells how a language builds."""
    if case.language.has_lists:
        for look, needed in BUILT:
            if needed.is_open(case) and (each := next(look(case), None)):
                yield each
    elif case.language.letters_a_word > 1 and (each := next(differs_by_letters(case), None)):
        yield each
