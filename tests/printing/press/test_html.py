"""Templates: those that come with us are compiled once for all prints, and a deck's own, which may be anybody's, can do nothing."""

from pathlib import Path
from typing import Any

import pytest

from studyguide.errors import StudyGuideError
from studyguide.printing.cutout.imposition import Size, sheet
from studyguide.printing.press import html
from studyguide.templates import Templates
from tests.table import rows

OURS, OWN = "cutout/marks.svg", "cutout/own.svg"


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect the templates that are compiled; the cache is one of this test."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    names: list[str] = []
    before = html._Sandbox.compile

    def counting(self: html._Sandbox, source: str, name: str, *rest: Any) -> Any:
        names.append(name)
        return before(self, source, name, *rest)

    monkeypatch.setattr(html._Sandbox, "compile", counting)
    return names


def rendered_anew(templates: Templates, name: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Fill in a template as a process does that has compiled none."""
    monkeypatch.setattr(html, "_COMPILED", html._Compiled())
    return html.render(templates, name, sheet=sheet("grid", Size(210, 297)))


def test_what_comes_with_us_is_compiled_once(
    tmp_path: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = Templates.of(tmp_path)
    first = rendered_anew(ours, OURS, monkeypatch)
    assert compiled == [OURS]
    assert rendered_anew(ours, OURS, monkeypatch) == first
    assert compiled == [OURS]


def test_a_decks_own_is_compiled_each_time(
    tmp_path: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "templates" / "cutout").mkdir(parents=True)
    (tmp_path / "templates" / OWN).write_text(f'own {{% include "{OURS}" %}}')
    own = Templates.of(tmp_path)
    first = rendered_anew(own, OWN, monkeypatch)
    assert rendered_anew(own, OWN, monkeypatch) == first
    assert compiled == [OWN, OURS, OWN]
    (tmp_path / "templates" / OURS).write_text("in place of yours")
    assert rendered_anew(own, OWN, monkeypatch) == "own in place of yours"
    assert rendered_anew(Templates.bundled(), OURS, monkeypatch) in first


def test_what_others_have_put_there_is_not_run(
    tmp_path: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = Templates.bundled()
    first = rendered_anew(ours, OURS, monkeypatch)
    (kept,) = (tmp_path / "cache" / "studyguide").iterdir()
    seal, _, body = kept.read_bytes().partition(b"\n")
    kept.write_bytes(seal + b"\n" + body.replace(b"cuts", b"evil") + b" ")
    assert rendered_anew(ours, OURS, monkeypatch) == first
    assert compiled == [OURS, OURS]


REFUSED = {
    "a class": "{{ said.__class__ }}",
    "what formats a text": "{{ '{0.__class__}'.format(said) }}",
    "what formats a safe one": "{{ ('{0.__class__}' | safe).format(said) }}",
    "what formats by names": "{% set format = ('{a.__class__}' | safe).format_map %}{{ format({'a': said}) }}",
    "a path": "{{ path.read_text() }}",
    "what is not to be called": "{{ asked.away() }}",
}


class Asked:
    """What a template may ask for a text, but not to do."""

    text = "A mill"

    def away(self) -> str:
        raise AssertionError("it was called")

    away.unsafe_callable = True  # type: ignore[attr-defined]


@rows("name", REFUSED, ids=REFUSED)
def test_what_a_template_may_not_do_it_may_not_the_second_time_either(
    name: str, tmp_path: Path
) -> None:
    (tmp_path / "templates").mkdir()
    own = tmp_path / "templates" / "own.html"
    templates = Templates.of(tmp_path)
    for _ in range(2):
        own.write_text(REFUSED[name], encoding="utf-8")
        with pytest.raises(StudyGuideError, match=r"unsafe|not safely callable"):
            html.render(templates, "own.html", said="A mill", path=own, asked=Asked())
        own.write_text("{{ said.upper() }}{{ asked.text }}{{ said | length }}", encoding="utf-8")
        told = html.render(templates, "own.html", said="A mill", path=own, asked=Asked())
        assert told == "A MILLA mill6"


ESCAPED = {
    "a text": ("{{ text }}", "&lt;b&gt; &amp; “c”"),
    "what is safe": ("{{ text | safe }}", '<b> & "c"'),
    "a number": ("{{ 7 }}{{ 7.5 }}", "77.5"),
    "nothing": ("{{ none }}{{ '' if text }}", "None"),
    "no other case": ("[{{ text if none }}]", "[]"),
    "a macro": ("{% macro m(a) %}<i>{{ a }}</i>{% endmacro %}{% for a in [text] %}{{ m(a) }}{% endfor %}", "<i>&lt;b&gt; &amp; “c”</i>"),
    "a called macro": ("{% macro m() %}[{{ caller() }}]{% endmacro %}{% call m() %}{{ text }}{% endcall %}", "[&lt;b&gt; &amp; “c”]"),
    "a list": ("{{ ['<', 'b'] }}", "[&#39;&lt;&#39;, &#39;b&#39;]"),
    "a set block": ("{% set a %}<b>{{ text }}</b>{% endset %}{{ a }}", "<b>&lt;b&gt; &amp; “c”</b>"),
    "formatted": ("{{ '{}'.format(text) }}{{ '%s' | format(text) }}", "&lt;b&gt; &amp; “c”&lt;b&gt; &amp; “c”"),
}  # fmt: skip


@rows("name", ESCAPED, ids=ESCAPED)
def test_all_is_escaped_that_a_template_puts_out(name: str, tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    source, expected = ESCAPED[name]
    (tmp_path / "templates" / "own.html").write_text(source, encoding="utf-8")
    assert html.render(Templates.of(tmp_path), "own.html", text='<b> & "c"') == expected
