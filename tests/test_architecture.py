"""One direction of flow, and one module for each heavy dependency."""

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "studyguide"

LAYERS = (
    ("__init__", "errors", "finding"),
    ("cutout", "meanwhile", "drawings", "layout", "typography", "dating"),
    ("cloze", "catalog", "collector", "package", "files"),
    ("deck", "atomic", "templates", "antonyms", "stems", "words"),
    ("slips", "source", "lock_merge", "lock", "paraphrase"),
    ("language",),
    ("nodes", "sheet", "passage", "digests", "review"),
    ("outline", "fields", "nearest", "support"),
    ("rules.answer", "rules.budget", "rules.cloze", "rules.craft", "rules.evidence", "rules.form"),
    ("rules.identity", "rules.order", "rules.polarity", "rules.question", "rules.quotation"),
    ("rules.neighbours", "rules.rivals", "rules.sections", "rules.summary"),
    ("schema_item", "mutations", "naming"),
    ("schema_parts",),
    ("schema", "media", "rules.__init__"),
    ("load", "receipts", "excerpts"),
    ("examine",),
    ("check",),
    ("audit", "explain", "spelling", "mentions", "asking", "details"),
    ("guide", "coverage", "rewrite", "reanchor", "placing", "differing"),
    ("coverage_receipts", "coverage_table", "coverage_json", "shading"),
    ("anki_fields", "fonts", "shelf", "exercises", "plan", "page_numbers"),
    ("timeline", "book_index", "anki_notes", "formulas"),
    ("html",),
    ("cutout_cards", "cutout_fit", "cutout_findings", "glyph_findings"),
    ("anki", "pdf", "coverage_page", "cutout_pdf"),
    ("ledger",),
    ("build",),
    ("report", "summary", "progress", "covering", "desk", "reviewing", "planning"),
    ("plan_text",),
    ("cli",),
    ("__main__",),
)
"""From the bottom up: a module imports only what is below it, or beside it in its own layer."""

ONLY_IN = {
    "genanki": "anki",
    "weasyprint": "pdf",
    "jinja2": "html",
    "yaml": "nodes",
    "zstandard": "package",
    "PIL": "media",
    "ziamath": "formulas",
}
SLOW = {
    "genanki",
    "weasyprint",
    "jinja2",
    "rich",
    "rapidfuzz",
    "snowballstemmer",
    "fontTools",
    "yaml",
    "zstandard",
    "PIL",
    "ziamath",
}


def modules() -> dict[str, ast.Module]:
    return {
        path.relative_to(PACKAGE).with_suffix("").as_posix().replace("/", "."): ast.parse(
            path.read_text(encoding="utf-8")
        )
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def imports(tree: ast.AST) -> set[str]:
    """Name every module that a piece of code imports, our own without the package's name."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "studyguide":
            found |= {f"studyguide.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def test_every_module_has_its_layer() -> None:
    assert sorted(modules()) == sorted(module for layer in LAYERS for module in layer)


@pytest.mark.parametrize("module", [module for layer in LAYERS for module in layer])
def test_imports_go_one_way(module: str) -> None:
    rank = {name: number for number, layer in enumerate(LAYERS) for name in layer}
    for imported in imports(modules()[module]):
        if imported.startswith("studyguide."):
            name = imported.removeprefix("studyguide.")
            name = f"{name}.__init__" if f"{name}.__init__" in rank else name
            if name in rank:
                assert rank[name] <= rank[module], f"{module} imports {name}"


def test_one_module_knows_each_heavy_dependency() -> None:
    for name, tree in modules().items():
        for imported in imports(tree):
            only = ONLY_IN.get(imported.split(".")[0])
            assert only in (None, name), f"{name} imports {imported}"


def test_the_command_line_imports_nothing_slow() -> None:
    for node in modules()["cli"].body:
        names = imports(node) if isinstance(node, ast.Import | ast.ImportFrom) else set()
        assert not {name.split(".")[0] for name in names} & SLOW
        assert names <= {"sys", "typing", "click", "studyguide.__version__", "studyguide.errors"}


def test_only_load_opens_a_curators_files() -> None:
    opening = re.compile(r"\.(?:open|read_text|read_bytes)\(")
    opens = {
        name
        for name in modules()
        if opening.search((PACKAGE / f"{name.replace('.', '/')}.py").read_text(encoding="utf-8"))
    }
    # `files` and `media` open for `load`, `glyph_findings` reads what is written in drawings,
    # `rewrite` reads what it is about to edit, `lock` opens only the lock, `templates` a template, `report` shows the line at fault, and the
    # exports copy pictures and faces; `package` looks into an archive, `planning` into one of git's
    assert opens <= {
        "catalog",
        "rewrite",
        "files",
        "media",
        "lock",
        "atomic",
        "templates",
        "report",
        "anki",
        "fonts",
        "glyph_findings",
        "shelf",
        "package",
        "planning",
    }


def test_nothing_is_called_utils_or_helpers() -> None:
    assert not [name for name in modules() if re.search(r"util|helper|manager|common", name)]
