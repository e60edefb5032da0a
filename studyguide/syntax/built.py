"""All that this room asks of an item, one after the other."""

from collections.abc import Iterator

from studyguide.evidence.case import Case
from studyguide.evidence.gates import Gated, gate
from studyguide.language.words import forms
from studyguide.syntax.another_sentence import (
    at_another_verb,
    behind_another_verb,
    defined_in_another_part,
    told_in_another_sentence,
)
from studyguide.syntax.comparisons import (
    age_in_another_year,
    figure_of_which_it_is_the_double,
    only_a_bound,
    turned_comparison,
)
from studyguide.syntax.contraries import (
    more_told_as_less,
    told_of_the_contrary,
    told_of_the_other_of_two,
)
from studyguide.syntax.denied import (
    asked_of_what_is_denied,
    refused_to_do,
    told_on_the_other_side,
    turned_relative,
)
from studyguide.syntax.differs import Differs
from studyguide.syntax.modality import almost_done, other_modality, will_told_as_done
from studyguide.syntax.other_side import (
    given_in_return,
    put_the_other_way,
    to_another,
    told_from_the_other_side,
)
from studyguide.syntax.other_sort import (
    answer_behind_another_word,
    answer_of_another_sort,
    answer_to_another_question,
    moment_of_another_clause,
)
from studyguide.syntax.own_clause import (
    date_of_another_event,
    figure_for_another_time,
    figure_in_total,
    figure_of_another_part,
)
from studyguide.syntax.reasons import only_accused, turned_cause
from studyguide.syntax.replaced import changed_places
from studyguide.syntax.restricted import (
    case_left_out,
    told_of_the_one_set_beside,
    told_of_whose_it_is,
)
from studyguide.syntax.roles import (
    exchanged_roles,
    told_as_done_to,
    told_as_the_doer,
    told_as_who_of_whom_it_was_told,
    told_of_the_object,
)
from studyguide.syntax.time_order import other_end, turned_in_time
from studyguide.syntax.unparted import differs_by_letters
from studyguide.syntax.wholes import (
    part_told_as_each,
    the_rest_of_them,
    told_of_the_first_of_two,
    told_of_the_main_one,
    whole_told_as_the_part,
)
from studyguide.syntax.whose_deed import (
    deed_of_another,
    done_by_another,
    done_by_whom_a_relative_tells_of,
    done_to_whom_it_was_done_by,
    role_of_another,
)

BUILT = (
    (told_in_another_sentence, gate()),
    (changed_places, gate()),
    (answer_of_another_sort, gate("question", said="asking_how_many asking_who asking_persons")),
    (answer_to_another_question, gate("question", said="when asking_places how asking_why")),
    (answer_behind_another_word, gate("question")),
    (defined_in_another_part, gate("term")),
    (moment_of_another_clause, gate("question", said="when asking_when")),
    (age_in_another_year, gate("question", said="how-old")),
    (figure_of_another_part, gate("question", "cloze")),
    (figure_in_total, gate("question", "cloze", said="total")),
    (figure_for_another_time, gate("question", said="rates", stated="rates")),
    (behind_another_verb, gate("question", said="helping", stated="joining adversatives")),
    (done_by_whom_a_relative_tells_of, gate("question", "person", stated="relatives who")),
    (told_as_who_of_whom_it_was_told, gate("question", said="asking_who", stated="receiving")),
    (at_another_verb, gate("question", said="asking_places")),
    (only_accused, gate("question", stated="accused")),
    (figure_of_which_it_is_the_double, gate("question", "cloze", stated="factor times-2 times-3")),
    (told_of_the_first_of_two, gate("question", said="whose-part asking_who")),
    (told_of_whose_it_is, gate("question")),
    (the_rest_of_them, gate("question", said="rest", stated="rest")),
    (to_another, gate(said="aim dative", stated="aim dative")),
    (told_as_the_doer, gate(stated="agents")),
    (told_as_done_to, gate(said="agents")),
    (told_of_the_object, gate("person")),
    (exchanged_roles, gate(said="whom pronouns subject object from")),
    (
        told_from_the_other_side,
        gate(
            said="replaces replaces-back buys buys-back lends lends-back precedes precedes-back teaches teaches-back"
        ),
    ),
    (put_the_other_way, gate(said="puts", stated="puts")),
    (role_of_another, gate("person")),
    (deed_of_another, gate("question", "person", either="whose someone")),
    (given_in_return, gate("question", "cloze", stated="in-return")),
    (turned_comparison, gate(stated="than factor")),
    (only_a_bound, gate()),
    (asked_of_what_is_denied, gate("question")),
    (told_of_the_main_one, gate("question", "cloze", stated="chief chief-")),
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
    (other_end, gate("question", said="from-when until-when", stated="since until")),
    (told_of_the_other_of_two, gate("question", "cloze")),
    (told_of_the_one_set_beside, gate("question", "cloze")),
    (told_on_the_other_side, gate("question", "cloze")),
    (turned_relative, gate(said="who-did whom-did", stated="who-did whom-did")),
    (more_told_as_less, gate(said="more less", stated="more less")),
    (part_told_as_each, gate(said="universals", stated="out-of counting")),
    (whole_told_as_the_part, gate("question", stated="out-of counting")),
    (done_by_another, gate("question", said="asking_who")),
    (done_to_whom_it_was_done_by, gate("question", said="asking_who", stated="agents")),
    (will_told_as_done, gate("question", "cloze", said="past", stated="will")),
    (almost_done, gate("question", "cloze", stated="almost")),
    (told_of_the_contrary, gate("question", "cloze", stated="contrasts")),
)
"""Each with what it needs before it can find anything."""

_GATED = Gated(dict(BUILT), dict(BUILT))


def built_otherwise(case: Case) -> Iterator[Differs]:
    """Yield the first thing that each way to look finds; none where no list and no letter tells how a language builds.

    Nor where what is asked has no word: each way goes by those.
    """
    if not forms(case.item.prompt.value):
        return
    if case.language.has_lists:
        for look in _GATED.open_to(case):
            if each := next(look(case), None):
                yield each
    elif case.language.letters_a_word > 1 and (each := next(differs_by_letters(case), None)):
        yield each
