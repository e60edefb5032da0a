"""A table of words, read from YAML: which keys there are, what each may be filled with."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from studyguide.deck.file import File, Text
from studyguide.finding import Finding
from studyguide.loading.diagnostics import Diagnostics
from studyguide.loading.nodes import Branch, Node, parse
from studyguide.loading.syntax import Problem
from studyguide.loading.typed_keys import Fields
from studyguide.templates import Templates

Phrase = str | Mapping[str, str]
"""What is said; where a number decides, one text for each plural form."""

PLACEHOLDER: Final = re.compile(r"\{([a-z]+)\}")
DATES: Final = ("iso", "short", "medium", "long")
_FORMS: Final = ("zero", "one", "two", "few", "many", "other")
_COUNT: Final = "count"


@dataclass(frozen=True, slots=True)
class Table:
    """The phrases of one file by key, and what is wrong with the others."""

    phrases: Mapping[str, Phrase] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def name_of(tag: str) -> str:
    """Name the file with the words of a language."""
    return f"words/{tag}.yaml"


@cache
def bundled(tag: str) -> Table:
    """Read a table that comes with us; an empty one where there is none."""
    templates = Templates.bundled()
    return read(templates, tag) if templates.has(name_of(tag)) else Table()


def read(templates: Templates, tag: str) -> Table:
    """Read the first table of a language that there is."""
    name = name_of(tag)
    file = File(templates.path(name), templates.read(name))
    diagnostics = Diagnostics(file)
    root, wrong = parse(file.text, 0, len(file.text))
    for problem in wrong:
        diagnostics.wrong(problem)
    phrases: dict[str, Phrase] = {}
    if isinstance(root, Branch) and root.is_mapping:
        known = None if (tag, templates) == ("en", Templates.bundled()) else bundled("en").phrases
        phrases = dict(_phrases(diagnostics, root, known))
    elif not wrong:
        help = "begin it with `see: …`"
        diagnostics.wrong(
            Problem(0, 1, "file-shape", "this file must be a mapping of keys to values", help)
        )
    return Table(phrases, tuple(diagnostics.findings))


def placeholders(phrase: Phrase) -> frozenset[str]:
    """Name all that is filled into a phrase."""
    return frozenset(name for text in forms_of(phrase) for name in PLACEHOLDER.findall(text))


def forms_of(phrase: Phrase) -> tuple[str, ...]:
    """Give all texts of a phrase."""
    return (phrase,) if isinstance(phrase, str) else tuple(phrase.values())


def _phrases(
    diagnostics: Diagnostics, root: Branch, known: Mapping[str, Phrase] | None
) -> Iterator[tuple[str, Phrase]]:
    names = (key.value for key in root.children[::2] if isinstance(key, Text))
    fields = Fields.of(diagnostics, root, frozenset(names if known is None else known))
    for key, value in fields.values.items():
        texts = _texts(fields, key, value)
        if texts and (known is None or _suit(fields, key, texts, known[key])):
            plain = {form: _unfolded(text.value) for form, text in texts.items()}
            yield key, plain.get("", plain)


def _texts(fields: Fields, key: str, value: Node) -> dict[str, Text]:
    """Give the texts of a phrase by plural form, `""` where it is one text; none where it is none."""
    if not isinstance(value, Branch) or not value.is_mapping:
        text = fields.text(key)
        return {"": text} if text else {}
    texts = {form.value: (form, text) for form, text in fields.pairs(key)}
    for name, (form, _) in texts.items():
        if name not in _FORMS:
            help = f"known here: {', '.join(_FORMS)}"
            fields.wrong(form, "key-unknown", f"`{name[:20]}` is no plural form", help)
            return {}
    if texts and "other" not in texts:
        help = "add `other:`, what is said of all numbers that have no form of their own"
        fields.wrong(next(iter(texts.values()))[0], "key-missing", f"`{key}` has no `other`", help)
        return {}
    return {name: text for name, (_, text) in texts.items()}


def _suit(fields: Fields, key: str, texts: Mapping[str, Text], model: Phrase) -> bool:
    """Whether a phrase can stand where the English one stands."""
    if isinstance(model, str) and "" not in texts:
        help = f"write `{key}: …`: no number decides here"
        text = next(iter(texts.values()))
        fields.wrong(text, "value-type", f"`{key}` must be one text", help)
        return False
    return all(_suits(fields, key, text, model) for text in texts.values())


def _suits(fields: Fields, key: str, text: Text, model: Phrase) -> bool:
    """Whether a text is filled with what the English one is filled with; the number may stay out."""
    if key == "date" and text.value not in DATES:
        help = f"write one of {', '.join(DATES)}"
        fields.wrong(text, "words-placeholder", f"`{text.value[:20]}` is no form of a date", help)
        return False
    wanted, found = placeholders(model), placeholders(text.value)
    lacking, strange = wanted - found - {_COUNT}, found - wanted
    if not lacking and not strange:
        return True
    named = ", ".join(f"`{{{name}}}`" for name in sorted(lacking or strange))
    message = (
        f"`{key}` lacks {named}" if lacking else f"`{key}` has {named}, which is never filled in"
    )
    fillers = ", ".join(f"{{{name}}}" for name in sorted(wanted)) or "nothing"
    fields.wrong(text, "words-placeholder", message, f"it is filled with {fillers}")
    return False


def _unfolded(text: str) -> str:
    """Give a text that YAML has folded as one line."""
    return re.sub(r"[ \n]+", " ", text).strip(" ")
