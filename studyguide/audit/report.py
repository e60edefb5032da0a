"""What became of planted errors, as JSON, as a table for a terminal, as lines; swaps and meanings apart."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from studyguide.audit.audit import Audit
from studyguide.audit.mutations import CERTAIN, MEANINGS, SWAPS, UNSEEN

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table


def as_json(result: Audit) -> str:
    """Give the result as one JSON object."""
    classes = {
        tally.mutation: {
            "group": "swap" if tally.mutation in SWAPS else "meaning",
            "planted": tally.planted,
            "caught": tally.caught,
            "errors": tally.errors,
        }
        for tally in result.tallies
    }
    survivors = [
        {
            "path": (place := survivor.item.file.within(survivor.item.id)).path.as_posix(),
            "line": place.line,
            "item": survivor.item.id.value,
            "mutation": survivor.mutation,
            "what": survivor.what,
        }
        for survivor in result.survivors
    ]
    summary = {
        "planted": result.planted,
        "caught": result.caught,
        "mean": round(result.mean, 4),
        "swaps": _figures(result.swaps),
        "meanings": _figures(result.meanings),
        "unseen": [*UNSEEN],
    }
    data = {"classes": classes, "survivors": survivors, "summary": summary}
    return json.dumps(data, ensure_ascii=False, indent=2)


def _figures(result: Audit) -> dict[str, float]:
    return {
        "planted": result.planted,
        "caught": result.caught,
        "share": round(result.share, 4),
    }


def as_table(result: Audit) -> "RenderableType":
    """Give the result as a table for a terminal, class by class, in two groups."""
    from rich.table import Table

    table = Table("planted error", box=None, pad_edge=False)
    for title in ("planted", "caught", "", "as errors"):
        table.add_column(title, justify="right")
    for name, group in (("swaps", result.swaps), ("meanings", result.meanings)):
        _add_group(table, name, group)
    _add_sum(table, "all", result)
    table.add_row("mean over classes", "", "", f"{result.mean:.1%}" if result.tallies else "", "")
    return table


def _add_group(table: "Table", name: str, group: Audit) -> None:
    for tally in group.tallies:
        is_bad = tally.share < 1 and tally.mutation in CERTAIN
        table.add_row(
            tally.mutation,
            str(tally.planted),
            str(tally.caught),
            f"{tally.share:.0%}",
            str(tally.errors),
            style="red" if is_bad else "",
        )
    _add_sum(table, name, group)
    table.add_section()
    table.add_row()


def _add_sum(table: "Table", name: str, result: Audit) -> None:
    share = f"{result.share:.1%}" if result.planted else ""
    table.add_row(name, str(result.planted), str(result.caught), share, "", style="bold")


def survivors_as_text(result: Audit) -> Iterator[str]:
    """Yield a line for each planted error that was missed, with the item's place."""
    for survivor in result.survivors:
        place = survivor.item.file.within(survivor.item.id)
        yield f"{place.path}:{place.line}: {survivor.mutation}: {survivor.what}"


def limits_as_text(result: Audit) -> Iterator[str]:
    """Yield what this audit says nothing of: classes that fit no item here, kinds that no rule sees."""
    planted = {tally.mutation for tally in result.tallies}
    left_out = [name for name in (*SWAPS, *MEANINGS) if name not in planted]
    if left_out:
        yield f"nothing here to plant: {', '.join(left_out)}"
    yield f"no rule can see, so read for it: {'; '.join(UNSEEN)}"
