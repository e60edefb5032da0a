"""Templates that come with us are compiled once for all prints; a deck's own may be anybody's, and are not kept."""

from pathlib import Path
from typing import Any

import pytest

from studyguide.printing.cutout.imposition import Size, sheet
from studyguide.printing.press import html
from studyguide.templates import Templates

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
