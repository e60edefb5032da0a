"""Whether a part of an answer tells something of its own: it has a verb."""

from itertools import pairwise

from studyguide.language.language import Language
from studyguide.language.words import words


def tells(part: str, language: Language) -> bool:
    """Whether a part has a verb that is known as one, or stands before an article, as nouns seldom do: closed the lid.

    One in a clause within it is not its own: a keel which was old. In German nouns stand before articles, too: the
    end of the war.
    """
    lexicon = language.words
    run = [(each.form, part[each.start].isupper()) for each in words(part)]
    articles = lexicon.articles.difference(lexicon.constructions.get("preposition", ()))
    openers = lexicon.relatives | lexicon.conjunctions
    if any(form in openers for form, _ in run[1:]):
        return False
    if any(form in lexicon.finite_verbs for form, _ in run):
        return True
    return any(
        not language.is_function_word(form)
        and not is_capital
        and not language.number(form)
        and behind in articles
        for (form, is_capital), (behind, _) in pairwise(run)
    )
