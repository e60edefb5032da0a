"""Drawings behind boxes: one is drawn once in a PDF, and shown wherever it stands, such as the boxes beside each question."""

from contextlib import AbstractContextManager
from typing import Any

from studyguide.printing.engine.instead import instead


def shared(weasyprint: Any) -> AbstractContextManager[None]:
    """Show drawings so while a block runs; WeasyPrint makes a group of each place, two thirds of all streams of a guide."""
    return instead(weasyprint.draw, "draw_background_image", _shown)


def _shown(before: Any) -> Any:
    """Show the group of a drawing that is not repeated, which knows nothing of its place."""
    known = dict[tuple[Any, ...], tuple[str, Any]]()

    def show(stream: Any, layer: Any, style: Any) -> None:
        image, is_once = layer.image, {*layer.repeat} == {"no-repeat"}
        if not (is_once and hasattr(image, "_svg")) or layer.unbounded or 0 in layer.size:
            before(stream, layer, style)
            return
        width, height = layer.size
        key = id(image), width, height, id(stream._resources)  # noqa: SLF001, groups are named in there
        if key not in known:
            group = stream.add_group(-width, -height, 3 * width, 3 * height)
            image.draw(group, width, height, style)
            known[key] = group.id, (image, stream)  # whose name is another's as soon as it goes
        left, top = (
            at + more for at, more in zip(layer.position, layer.positioning_area, strict=False)
        )
        with stream.artifact(), stream.stacked():
            stream.rectangle(*layer.painting_area)
            stream.clip()
            stream.end()
            stream.transform(e=left, f=top)
            stream.draw_x_object(known[key][0])

    return show
