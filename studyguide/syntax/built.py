"""All that this room asks of an item, one after the other."""

from collections.abc import Iterator

from studyguide.evidence.case import Case
from studyguide.syntax.agents import other_agent
from studyguide.syntax.comparisons import turned_comparison
from studyguide.syntax.dated import date_of_another_event
from studyguide.syntax.denied import affirmed_elsewhere, turned_in_its_clause
from studyguide.syntax.differs import Differs
from studyguide.syntax.modality import other_modality
from studyguide.syntax.other_sort import answer_behind_another_word, answer_of_another_sort
from studyguide.syntax.reasons import answered_by_the_same, reason_of_another_deed
from studyguide.syntax.rest import told_of_the_rest
from studyguide.syntax.restricted import case_left_out
from studyguide.syntax.roles import exchanged_roles
from studyguide.syntax.time_order import turned_in_time
from studyguide.syntax.unparted import differs_by_letters
from studyguide.syntax.whose_figure import figure_in_total, figure_of_another_part

_BUILT = (
    answer_of_another_sort,
    answer_behind_another_word,
    figure_of_another_part,
    figure_in_total,
    exchanged_roles,
    other_agent,
    turned_comparison,
    affirmed_elsewhere,
    turned_in_its_clause,
    told_of_the_rest,
    answered_by_the_same,
    reason_of_another_deed,
    date_of_another_event,
    case_left_out,
    other_modality,
    turned_in_time,
)


def built_otherwise(case: Case) -> Iterator[Differs]:
    """Yield the first thing that each way to look finds; none where no list and no letter tells how a language builds."""
    is_unparted = case.language.letters_a_word > 1
    for look in _BUILT if case.language.has_lists else (differs_by_letters,) * is_unparted:
        if each := next(look(case), None):
            yield each
