"""Documents as they were read before, in the user's own cache: no second check reads a format again."""

import json
from hashlib import sha256
from pathlib import Path

from studyguide.source.readers.document import Block, Document, Page
from studyguide.system import user_cache
from studyguide.system.program import program


def key_of(data: bytes, name: str) -> str:
    """Name a document by all that its reading hangs on: its bytes, the ending of its name, the program."""
    told = f"{sha256(data).hexdigest()} {Path(name).suffix.lower()} {program()}"
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def kept(key: str) -> Document | None:
    """Give a document as it was read before, if it was, and nobody has touched it since."""
    body = user_cache.kept(key)
    try:
        return None if body is None else _document(body)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def keep(key: str, document: Document) -> None:
    """Keep a document for the next time."""
    told = {field: getattr(document, field) for field in Document.__slots__}
    body = json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass")
    user_cache.keep(key, body)


def _document(body: bytes) -> Document:
    told = json.loads(body.decode("utf-8", "surrogatepass"))
    blocks, pages = told.pop("blocks"), told.pop("pages")
    return Document(
        blocks=tuple(Block(*each) for each in blocks),
        pages=tuple(Page(*each) for each in pages),
        **told,
    )
