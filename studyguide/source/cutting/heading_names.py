"""Headings that are told by what they are called, or by where they stand: of a table of contents, an introduction, below a number.

Names are in the commoner languages. Where chapters are numbered, the introduction before them is section 0, and a conclusion counts on.
"""

from collections.abc import Iterable, Iterator, Sequence

from studyguide.source.cutting.labels import label_of
from studyguide.source.cutting.openings import Mark
from studyguide.source.cutting.titles import is_title
from studyguide.source.readers.document import Block

_CONTENTS = (
    "contents|table of contents|inhalt|inhaltsverzeichnis|inhaltsübersicht|sommaire|table des matières|table|"
    "índice|indice|contenido|sumário|sommario|inhoud|inhoudsopgave|spis treści|spis rzeczy|содержание|оглавление|"
    "зміст|περιεχόμενα|תוכן|תוכן העניינים|目次|目录|目錄|차례|cuprins|mục lục|kazalo|sadržaj|turinys|satura rādītājs|"
    "daftar isi|πίνακας περιεχομένων|فهرست|obsah|tartalom|içindekiler|innehåll|indhold|sisällys|المحتويات|"
    "list of figures|list of tables|spis tabel|spis rysunków|abbildungsverzeichnis|tabellenverzeichnis|"
    "liste des figures|liste des tableaux|índice de figuras|índice de tablas|elenco delle figure|"
    "elenco delle tabelle|search results|index|stichwortverzeichnis|sachregister|sachverzeichnis|register|"
    "trefwoordenregister|indice analitico|índice alfabético|índice analítico|índice remissivo|indeks|skorowidz|"
    "предметный указатель|алфавитный указатель|предметний покажчик|ευρετήριο|索引"
)
_INTRODUCTIONS = (
    "introduction|prologue|einleitung|einführung|prolog|introducción|prólogo|introduzione|prologo|introdução|"
    "inleiding|proloog|wstęp|wprowadzenie|введение|вступление|пролог|вступ|передмова|εισαγωγή|πρόλογος|מבוא|"
    "הקדמה|úvod|bevezetés|introducere|giriş|inledning|indledning|innledning|johdanto|sissejuhatus|uvod|įvadas|"
    "ievads|pendahuluan|はじめに|序章|序論|引言|绪论|緒論|导言|서론|머리말|مقدمة|مقدمه|lời mở đầu"
)
_CONCLUSIONS = (
    "conclusion|conclusions|epilogue|afterword|postscript|schluss|schluß|schlussbetrachtung|schlusswort|fazit|"
    "epilog|nachwort|épilogue|postface|conclusión|conclusiones|epílogo|conclusione|conclusioni|epilogo|conclusão|"
    "conclusões|conclusie|besluit|epiloog|nawoord|zakończenie|posłowie|wnioski|заключение|эпилог|послесловие|"
    "выводы|висновки|епілог|післямова|συμπεράσματα|επίλογος|סיכום|אחרית דבר|závěr|doslov|befejezés|utószó|"
    "concluzii|concluzie|sonuç|slutsats|slutord|efterord|konklusjon|konklusion|yhteenveto|jälkisanat|zaključak|"
    "zaključek|išvados|nobeigums|penutup|おわりに|終章|結論|结论|結語|结语|结束语|결론|맺음말|خاتمة|kết luận"
)


def names_contents(title: str) -> bool:
    """Whether a heading is that of a table of contents."""
    return _is_among(title, _CONTENTS)


def framed(marks: Sequence[Mark], others: Iterable[Mark]) -> Iterator[Mark]:
    """Add to numbered sections what stands before and behind them: of other headings with text below."""
    first, last = marks[0], marks[-1]
    before, behind = list[Mark](), list[Mark]()
    for each in others:
        if each.at < first.at and first.number > 0 and _is_among(each.heading, _INTRODUCTIONS):
            before = [each._replace(number=0)]
        if each.at > last.at + 1 and _is_among(each.heading, _CONCLUSIONS):
            behind.append(each._replace(number=last.number + 1 + len(behind)))
    yield from (*before, *marks, *behind)


def titled_below(text: str, blocks: Sequence[Block], marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Give sections the heading that stands below a number of its own line, if all such numbers have one: II. OF FISHES."""
    ends = [*(mark.at for mark in marks[1:]), len(blocks)]
    bare = [not each.heading and each.body >= blocks[each.at].end for each in marks]
    titled = list[Mark]()
    for mark, end, is_bare in zip(marks, ends, bare, strict=True):
        if not is_bare:
            titled.append(mark)
            continue
        if end - mark.at <= len(("number", "title")):
            return marks
        below, behind = blocks[mark.at + 1], blocks[mark.at + 2]
        shown = text[below.start : below.end]
        is_verse = is_title(text[behind.start : behind.end])
        is_numbered = label_of(text, below.start, below.end) is not None  # SCENE I below ACT I
        if below.kind not in ("text", "title") or not is_title(shown) or is_verse or is_numbered:
            return marks
        titled.append(mark._replace(body=below.end, heading=" ".join(shown.split())))
    return tuple(titled) if sum(bare) > 1 else marks


def _is_among(title: str, names: str) -> bool:
    return " ".join(title.casefold().split()).strip(" .:") in names.split("|")
