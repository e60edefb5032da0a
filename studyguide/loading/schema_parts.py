"""The parts that `deck.yaml` may add to the printed guide: introduction, figures, discussion."""

from studyguide.deck.deck import Figure
from studyguide.loading.diagnostics import NOWHERE
from studyguide.loading.nodes import Branch, Node
from studyguide.loading.schema_media import ReadImage
from studyguide.loading.syntax import Problem
from studyguide.loading.typed_keys import Fields

PART_KEYS = frozenset(("introduction", "figures", "discussion"))

_FIGURE_KEYS = frozenset(("image", "alt", "caption"))
_FIGURE = "write `figures: [{image: map.svg, alt: what it shows}]`"


def read_figures(fields: Fields, read_image: ReadImage) -> tuple[Figure, ...]:
    """Give the figures, which may be one mapping or a list of them."""
    node = fields.values.get("figures")
    if node is None:
        return ()
    nodes = node.children if isinstance(node, Branch) and not node.is_mapping else [node]
    if not nodes:
        problem = Problem(node.start, 1, "value-empty", "`figures` is empty", _FIGURE)
        fields.diagnostics.wrong(problem)
    found = [_figure(fields, each, read_image) for each in nodes]
    return tuple(figure for figure in found if figure)


def _figure(fields: Fields, node: Node, read_image: ReadImage) -> Figure | None:
    if not isinstance(node, Branch) or not node.is_mapping:
        if node is not NOWHERE:
            problem = Problem(node.start, 1, "value-type", "a figure must be a mapping", _FIGURE)
            fields.diagnostics.wrong(problem)
        return None
    own = Fields.of(fields.diagnostics, node, _FIGURE_KEYS)
    name, alt, caption = (own.text(key) for key in ("image", "alt", "caption"))
    if "image" not in own.values:
        own.missing("image", _FIGURE)
    if "alt" not in own.values:
        own.missing("alt", "say in `alt: …` what the figure shows, for those who cannot see it")
    image = read_image(own, name, alt) if name else None
    return Figure(image, caption) if image else None
