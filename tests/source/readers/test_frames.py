"""What sites and programs put around a text is not read; what only has a like name is."""

from studyguide.source.readers import read_bytes
from tests.source.readers.documents import page
from tests.table import rows

TEXT = "<h1>Kilns</h1><p>The kiln stood at the edge of the town, and burned.</p>"


def words(body: str) -> str:
    text = read_bytes(page(body).encode()).text
    return " ".join(text.split()).removeprefix(
        "Kilns The kiln stood at the edge of the town, and burned."
    )


_LINKS = "<ul><li><a href='/a'>Mills</a><li><a href='/b'>Weirs</a></ul>"
AROUND = {
    "categories of a wiki": "<div id='catlinks' class='catlinks'>Categories: Kilns</div>",
    "a box below an article": "<table class='navbox'><tr><th>Kilns of the world</table>",
    "what is not printed": "<p class='noprint'>Click here.</p>",
    "cookies": "<div class='cookie-banner'><h2>We use cookies</h2><p>Accept.</p></div>",
    "a dialogue": "<div role='dialog'><p>Sign in.</p></div>",
    "buttons": f"<div class='sharedaddy'><h3>Share</h3>{_LINKS}</div>",
    "links to share": f"<div class='social'>{_LINKS}</div>",
    "advertising": "<div class='ad-slot'><p>Buy lime.</p></div>",
    "a letter of news": "<aside class='newsletter'><p>Get the news.</p></aside>",
    "other articles": f"<section class='related-posts'><h2>More</h2>{_LINKS}</section>",
    "other articles, by their links": f"<div class='related'>{_LINKS}</div>",
    "what readers say": "<section id='comments'><h2>One thought</h2><p>Nice.</p></section>",
    "widgets": f"<aside class='widget-area'><h2>Recent</h2>{_LINKS}</aside>",
    "the foot of a site": "<footer><p>© The Kiln</p></footer>",
    "the foot of a printed page": "<div title='footer'><p>Page 3</p></div>",
    "a remark in a document of Google's": "<div><p><a href='#cmnt_ref1' id='cmnt1'>[a]</a> mend this</p></div>",
}  # fmt: skip
KEPT = {
    "what is related": ("<div class='related'><p>Mills are of one kin.</p></div>", "Mills are of one kin."),
    "a social question": ("<div class='social'><p>Who paid?</p></div>", "Who paid?"),
    "a foot with a text": ("<footer><p>It was built by monks.</p></footer>", "It was built by monks."),
    "a heading of all in it": ("<div class='site-header'><h1>Weirs</h1></div>", "Weirs"),
    "years": ("<p>In <span class='ad'>AD</span> 900</p>", "In AD 900"),
    "a class of notes": ("<div class='comments'><p>A note on kilns.</p></div>", "A note on kilns."),
}  # fmt: skip


@rows("around", AROUND.values(), ids=AROUND)
def test_what_stands_around_a_text_is_not_read(around: str) -> None:
    assert words(TEXT + around) == ""


@rows(("body", "expected"), KEPT.values(), ids=KEPT)
def test_what_only_bears_a_like_name_is_read(body: str, expected: str) -> None:
    assert words(TEXT + body).strip() == expected


def test_the_only_article_is_read_alone_where_it_has_most_of_the_text() -> None:
    assert words(f"<div><p>Kiln News</p><article>{TEXT}</article><p>Imprint</p></div>") == ""
    several = f"<article>{TEXT}</article><article><p>The sea was cold.</p></article>"
    assert words(several) == " The sea was cold."


def test_a_page_that_is_all_frame_is_read() -> None:
    text = "<p>It burns, and burns, and nobody knows why it does.</p>" * 20
    assert "It burns" in words(f"<div id='comments'>{text}</div>")


BY_CLASS = "<style>.c1{{color:#000;font-weight:700}}.c2{{font-weight:400}}</style>{}"


def test_classes_that_a_page_makes_bold_mark_its_titles() -> None:
    from studyguide.source.source import Source

    for name, count in (("c1", 3), ("c2", 1)):
        body = "".join(
            f"<p><span class='{name}'>{title}</span></p><p>{title} burned for a long time.</p>"
            for title in ("Kilns", "Coal", "Sea")
        )
        data = page(body, head=BY_CLASS.format("")).encode()
        source = Source("", {}, lambda data=data: read_bytes(data))
        assert len(source.sections) == count


def test_a_note_of_libreoffice_has_no_mark() -> None:
    note = "<div id='sdfootnote1'><p class='sdfootnote'><a class='sdfootnotesym' href='#a'>1</a>Old.</p></div>"
    document = read_bytes(page(TEXT + note).encode())
    last = document.blocks[-1]
    assert (last.kind, document.text[last.start : last.end]) == ("footnote", "Old.")
