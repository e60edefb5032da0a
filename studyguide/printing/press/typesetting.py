"""What a page shows, set as its language is set: what its templates call and filter with."""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from studyguide.deck.marked import Lines, Marked, runs_of
from studyguide.errors import StudyGuideError
from studyguide.guide.guide import Guide
from studyguide.guide.quotation import outer_marks, with_marks
from studyguide.guide.work import work_of
from studyguide.markup.html import Hand, html_of
from studyguide.printing.press.fonts import can_be_italic
from studyguide.printing.press.formulas import with_formulas
from studyguide.printing.press.typography import (
    curled,
    curled_words,
    direction_of,
    is_from_right,
    lined,
    spaced,
)
from studyguide.printing.spacing.last_words import (
    LOST,
    is_whole,
    last_sentence,
    last_word,
    most_lost,
    short_end,
)
from studyguide.vocabulary.vocabulary import Vocabulary

_NOTHING, _FIXED = Markup(""), "\N{NO-BREAK SPACE}"
_KEPT = '<span class="kept-with">{}{}</span>'

_LONGEST = 10**7
"""Characters that a template puts out at once: more is a number that somebody has mistaken."""


class Typesetter(NamedTuple):
    """Sets text in a language; formulas, the title of a work and the `marks` of quotations as the guide has them, if there is one."""

    vocabulary: Vocabulary
    guide: Guide | None = None
    marks: tuple[str, str] | None = None

    def say(self, key: str, **values: object) -> Markup:
        """Say something; in English, marked as such, where the language has no words for it."""
        return self.vocabulary.marked(key, self.said(key, **values))

    def said(self, key: str, **values: object) -> Markup:
        """Say the same where no element can stand: in a title, an attribute, a name."""
        return Markup(self.vocabulary.filled(key, self._written, self._set(values)))  # noqa: S704, escaped

    def tongue(self, key: str) -> Markup:
        """Give the attributes of an element of which all is said in English, for want of other words."""
        if self.vocabulary.has(key) or self.vocabulary.is_english:
            return Markup("")
        return Markup(' lang="en" dir="ltr"') if self.vocabulary.is_rtl else Markup(' lang="en"')

    def turned(self, text: str) -> Markup:
        """Give the attribute of an element whose text, in parts, is written the other way than the language."""
        usual = "rtl" if self.vocabulary.is_rtl else "ltr"
        found = direction_of(text, usual)
        return _NOTHING if found == usual else Markup(' dir="{}"').format(found)

    def counted(self, key: str, count: int) -> Markup:
        """Say how many there are, the number in bold."""
        said = self.vocabulary.filled(key, self._written, {"count": count}, "<b>{}</b>")
        return self.vocabulary.marked(key, Markup(said))  # noqa: S704, escaped

    def finished(self, value: object) -> object:
        """Set what a template puts out as it is."""
        if isinstance(value, str) and len(value) > _LONGEST:
            raise StudyGuideError(f"a template puts out {len(value):,} characters at once")
        if not isinstance(value, str) or isinstance(value, Markup):
            return value
        return self._spaced(escape(self._curled(value)))

    def formulas(self, text: str, *, is_part: bool = False) -> Markup:
        """Set a text from an item: its formulas drawn, if its deck has any, its lines as they stand.

        The line end that closes a block of YAML is none of them; that of a part is.
        """
        if isinstance(text, Marked):
            return self._marked(text, self._in_lines, is_part=is_part)
        text = text if is_part else text.rstrip("\r\n")
        return self._spaced(self._in_lines(text) if "\n" in text else self._drawn(text))

    def in_a_drawing(self, line: str) -> Markup:
        """Set a line of a drawing, where what is emphasised is slanted."""
        parts = ((escape(self.finished(line[run.start : run.end])), run) for run in runs_of(line))
        slanted = Markup('<tspan font-style="italic">{}</tspan>')
        return Markup("").join(
            slanted.format(shown) if "em" in run.styles and can_be_italic(line) else shown
            for shown, run in parts
        )

    def _drawn(self, text: str) -> Markup:
        is_math = self.guide is not None and self.guide.math
        language = self.vocabulary.language
        return with_formulas(text, language) if is_math else escape(self._curled(text))

    def _in_lines(self, text: str) -> Markup:
        return lined(self._drawn(text))

    def _marked(
        self, text: Marked, write: Callable[[str], Markup], *, is_part: bool = False
    ) -> Markup:
        """Set a text with light markup; `write` sets its words."""
        words = curled_words(text, self.vocabulary.language)
        end = len(text if is_part else text.rstrip("\r\n"))
        hand = Hand(lambda it: self._spaced(write(it)), _code, can_be_italic, has_addresses=True)
        shown = Markup(html_of(Marked(text[:end], text.blocks), words[:end], hand))  # noqa: S704, escaped
        is_parted = "<" in shown and not is_part and [*map(type, text.blocks)] == [Lines]
        side = self.turned(text) if is_parted else ""  # else its parts stand as the page is read
        return Markup("<span{}>{}</span>").format(side, shown) if side else shown

    def title_of_a_work(self, work: str) -> Markup:
        """Set the title of a work in italics, commas and all, but not the part of it that is named behind, as in a citation.

        What begins with a small letter describes a work that has no title: `a speech at Woodbridge`.
        """
        title, rest = work_of(work)
        if title[:1].islower():
            return self._spaced(escape(self._curled(work)))
        return self.whole_work(title) + self._spaced(escape(self._curled(rest)))

    def whole_work(self, title: str) -> Markup:
        """Set the title of a work that stands for itself in italics, commas and all."""
        return self.in_italics(self._spaced(escape(self._curled(title))))

    def with_titles(self, text: str) -> Markup:
        """Set the title of the work that the text is taken from in italics wherever a text names it; formulas are drawn."""
        if isinstance(text, Marked):
            return self._marked(text, self.with_titles)
        work = self.guide.work if self.guide else ""
        title, shown = self._curled(work_of(work).title), self._curled(text)
        if len(title.split()) < 2 or not can_be_italic(title):
            return self._spaced(self._drawn(text))
        parts, at = list[Markup](), 0
        for part in shown.split(title):  # in as many signs as it was written with
            parts.append(self._drawn(text[at : at + len(part)]))
            at += len(part) + len(title)
        return self._spaced(Markup("<i>{}</i>").format(title).join(parts))

    def in_italics(self, text: Markup) -> Markup:
        """Set words in italics, if the italic face has them."""
        return Markup("<i>{}</i>").format(text) if can_be_italic(text.striptags()) else text

    def in_quotes(self, text: str) -> str:
        """Set a title that is part of a larger work in quotation marks."""
        opening, closing = self.marks or outer_marks(self.vocabulary.language)
        return f"{opening}{text}{closing}"

    def in_a_sentence(self, name: str) -> str:
        """Give a name as it stands within a sentence: a text by the Royal Society."""
        is_turned = self.vocabulary.is_english and name.startswith("The ")
        return f"t{name[1:]}" if is_turned else name

    def ended(self, text: Markup, most: int = LOST) -> Markup:
        """Keep a last word of so many letters on the line of the one before it, so that no line has but "is?".

        Two words that are all may be a part that clings to what stands before it, and stay as they are.
        """
        before, words = short_end(str(text), most, with_third=False)
        return _joined(before, words) if before else text

    def bound_end(self, text: Markup) -> Markup:
        """Keep a short last sentence on one line, or the last words of a long one, so that none has but "text."."""
        found = last_sentence(str(text).strip())
        if not found:
            return text
        before, words = map(Markup, found)
        return before + self.bound(words, before=before)

    def bound(self, words: str, behind: Markup = _NOTHING, before: str = "") -> Markup:
        """Keep words, and what is `behind` them, on one line; what is written from the right by spaces, in one run with what is `before`."""
        said = words if isinstance(words, Markup) else escape(self.finished(words))
        if is_from_right(before) or is_from_right(words) or self.vocabulary.is_rtl:
            kept = Markup(_KEPT.format("", behind)) if behind else behind  # noqa: S704, it was safe
            return said.replace(" ", _FIXED) + kept
        return Markup(_KEPT.format(said, behind))  # noqa: S704, both were safe

    def last_word(self, text: Markup) -> tuple[Markup, Markup]:
        """Part a text before its last word, be it in italics; there is none in scripts without spaces, or behind a formula."""
        before, word = last_word(str(text))
        return Markup(before), Markup(word)  # noqa: S704, it was safe

    def last_words(
        self, text: Markup, *, is_beside: bool = False, is_across: bool = False
    ) -> tuple[Markup, Markup]:
        """Part a text before its last word, or before two or three, where that would look lost; within nothing that is emphasised.

        It does on a line of a key, sooner than beside what is asked, and sooner yet across a page of large print.
        """
        most = most_lost(is_beside=is_beside, is_across=is_across)
        before, words = short_end(str(text), most, with_third=True)
        if not words or not is_whole(words):
            return self.last_word(text)
        return Markup(before), Markup(words)  # noqa: S704, it was safe

    def whole_end(
        self, text: Markup, *, is_beside: bool = False, is_across: bool = False
    ) -> Markup:
        """Keep the same words on one line, be they the end of what is emphasised."""
        most = most_lost(is_beside=is_beside, is_across=is_across)
        return _joined(*short_end(str(text), most, with_third=True))

    def known_words(self, text: Markup) -> str:
        """Give the words of a text, if it is nothing else: how wide a formula or code is, no face tells."""
        return "" if _BOX.search(str(text)) else text.striptags()

    def _set(self, values: Mapping[str, object]) -> dict[str, Any]:
        return {
            name: value if isinstance(value, int) else self.finished(value)
            for name, value in values.items()
        }

    def _written(self, text: str) -> str:
        """Write the table's own words, which are typeset already where they are English."""
        if self.vocabulary.is_english:
            return str(escape(text))
        return str(escape(self._curled(with_marks(text, self.vocabulary.language, self.marks))))

    def _curled(self, text: str) -> str:
        return curled(text, self.vocabulary.language)

    def _spaced(self, html: Markup) -> Markup:
        said = spaced(html, self.vocabulary.language)
        return html if said is html else Markup(said)  # noqa: S704, it was safe


def _code(code: str) -> str:
    """Set code as it is, its line ends and blanks, which the style sheet keeps; long words may break."""
    broken = _LONG.sub(lambda word: f"{word[0]}\0", code)  # else one after a tag leaves the page
    return str(escape(broken)).replace("\n", "<br>").replace("\0", "<wbr>")


def _joined(before: str, words: str) -> Markup:
    """Join a text to words behind it that stay on one line."""
    return Markup(before + words.replace(" ", _FIXED))  # noqa: S704, both were safe


_BOX = re.compile(r"<(?!/?(?:i|em|span)\b)")
_LONG = re.compile(r"(?=[^\s\0]{24})(?:[^\s\0]{3,11}[/._,;:=&|](?=[^\W_])|[^\s\0]{12})")
