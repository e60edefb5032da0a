"""EPUB: the pages of a book in the order of its spine, with the page numbers of the printed book."""

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from studyguide.source.readers.archive import Archive, local
from studyguide.source.readers.document import Builder, Document, DocumentError
from studyguide.source.readers.html import Page
from studyguide.source.readers.html_furniture import LINKS_OF_BOOK
from studyguide.source.readers.text import decoded
from studyguide.source.readers.tree import closed, nav_links, parse

_PAGE_TYPES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")
_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Ways of scrambling faces; what is encrypted in another way cannot be read."""


_HEADING = re.compile(r"<h[1-6]\b", re.IGNORECASE)
_NEAR = 4
"""Parts at the beginning of a page among which its heading is."""


class _Entry(NamedTuple):
    path: str
    type: str
    properties: str


def read_epub(data: bytes) -> Document:
    """Read a book."""
    archive = Archive(data)
    _refuse_encrypted(archive)
    root = _root_file(archive)
    package = archive.xml(root)
    entries = _manifest(package, dirname(root))
    titles = _contents(archive, package, entries)
    builder = Builder()
    for entry in _spine(package, entries):
        if entry.type in _PAGE_TYPES and "nav" not in entry.properties.split():
            markup = closed(decoded(archive.read(entry.path), "utf-8"))
            tree = parse(markup)
            headings = titles.get(entry.path, {})
            known = len(builder.blocks)
            top = next((depth for _, depth in headings.values()), 1)
            inside = {id: (title, depth - top) for id, (title, depth) in headings.items() if id}
            is_headed = bool(headings) or _HEADING.search(markup) is not None
            Page(builder, inside, LINKS_OF_BOOK, is_headed).read(tree)
            if headings:
                _head(builder, known, *next(iter(headings.values())))
    return builder.document("epub", **_told_by(package))


def _head(builder: Builder, known: int, title: str, depth: int) -> None:
    """Give a page the heading that the table of contents has for it, and its rank there."""
    new = builder.blocks[known:]
    first = next((block for block in new[:_NEAR] if block.kind == "heading"), None)
    if first is None:
        builder.head(known, title, depth)
    elif first.level < depth:
        builder.blocks[known:] = [
            block._replace(level=block.level + depth - first.level) if block.level else block
            for block in new
        ]


def _refuse_encrypted(archive: Archive) -> None:
    name = "META-INF/encryption.xml"
    if name not in archive:
        return
    for element in archive.xml(name).iter():
        way = element.get("Algorithm", "")
        if local(element.tag) == "EncryptionMethod" and way not in _FONTS:
            raise DocumentError("it is encrypted (DRM): a copy without that is needed")


def _root_file(archive: Archive) -> str:
    for element in archive.xml("META-INF/container.xml").iter():
        if local(element.tag) == "rootfile" and (path := element.get("full-path")):
            return path
    raise DocumentError("the file is damaged: it does not say where its text is")


def _manifest(package: Element, folder: str) -> dict[str, _Entry]:
    return {
        element.get("id", ""): _Entry(
            normpath(join(folder, unquote(element.get("href", "").partition("#")[0]))),
            element.get("media-type", ""),
            element.get("properties", ""),
        )
        for element in package.iter()
        if local(element.tag) == "item"
    }


def _spine(package: Element, entries: dict[str, _Entry]) -> Iterator[_Entry]:
    seen = set()
    for element in package.iter():
        if local(element.tag) == "itemref":
            entry = entries.get(element.get("idref", ""))
            if entry and entry.path not in seen:
                seen.add(entry.path)
                yield entry


def _told_by(package: Element) -> dict[str, str]:
    told: dict[str, str] = {}
    for element in package.iter():
        key = {"title": "title", "creator": "author", "language": "language"}.get(
            local(element.tag)
        )
        if key and element.text and key not in told:
            told[key] = " ".join(element.text.split())
    return told


def _contents(
    archive: Archive, package: Element, entries: dict[str, _Entry]
) -> dict[str, dict[str, tuple[str, int]]]:
    """Give titles and their ranks in the table of contents: by page, then by id of an element there."""
    found: dict[str, dict[str, tuple[str, int]]] = {}
    for path, href, title, depth in _links(archive, package, entries):
        file, _, id = href.partition("#")
        page = normpath(join(dirname(path), unquote(file))) if file else path
        if title := " ".join(title.split()):
            found.setdefault(page, {}).setdefault(id, (title, depth))
    return found


def _links(
    archive: Archive, package: Element, entries: dict[str, _Entry]
) -> Iterator[tuple[str, str, str, int]]:
    """Yield from where, whereto, how and at which depth the contents lead, of whatever version."""
    for entry in entries.values():
        if "nav" in entry.properties.split() and entry.path in archive:
            for href, title, depth in nav_links(
                archive.read(entry.path).decode("utf-8", "replace")
            ):
                yield entry.path, href, title, depth
            return
    spine = next((each for each in package.iter() if local(each.tag) == "spine"), None)
    ncx = entries.get(spine.get("toc", "")) if spine is not None else None
    if ncx and ncx.path in archive:
        pending = [(1, each) for each in archive.xml(ncx.path)][::-1]
        while pending:
            depth, element = pending.pop()
            is_point = local(element.tag) == "navPoint"
            if is_point:
                labels = (each for each in element if local(each.tag) == "navLabel")
                said = (each for label in labels for each in label.iter())
                text = next((each.text for each in said if local(each.tag) == "text"), "")
                target = next((each for each in element if local(each.tag) == "content"), None)
                if target is not None:
                    yield ncx.path, target.get("src", ""), text or "", depth
            pending += [(depth + is_point, each) for each in element][::-1]
