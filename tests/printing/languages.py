"""A small deck in several languages, its text of our own: what a guide looks like in each."""

from pathlib import Path

LANGUAGES = {
    "de": {
        "title": "Das Gezeitenkraftwerk",
        "heading": "Wie es läuft",
        "summary": "Das Wasser der Flut wird gespeichert und treibt bei Ebbe die Wasserturbinen an.",
        "question": "Was schließt das Schleusentor?",
        "answer": "das Gewicht des Wassers",
        "asked": "Das Gewicht des Wassers schließt das Schleusentor.",
        "cloze": 'Der Müller nannte das Meer "den unbezahlten Arbeiter" an der {{c1::Rance}}.',
        "told": "Der Müller nannte das Meer „den unbezahlten Arbeiter“ an der Rance.",
        "term": "Speicherbecken",
        "definition": "hält das Flutwasser zurück",
        "defined": "Das Speicherbecken hält das Flutwasser zurück.",
        "person": "Anna Müller",
        "role": "leitete das Kraftwerk",
        "named": "Anna Müller leitete das Kraftwerk.",
        "event": "Das Kraftwerk wurde eröffnet",
        "dated": "Das Kraftwerk wurde 1966 eröffnet.",
        "later": "Das Kraftwerk wurde erneuert",
        "redated": "Das Kraftwerk wurde 1996 erneuert.",
    },
    "fr": {
        "title": "L’usine marémotrice",
        "heading": "Comment elle marche",
        "summary": "L'eau de la marée haute est retenue puis fait tourner les turbines.",
        "question": "Qu'est-ce qui ferme la vanne ?",
        "answer": "le poids de l'eau",
        "asked": "Le poids de l’eau ferme la vanne.",
        "cloze": 'Le meunier appelait la mer "une ouvrière sans salaire" sur la {{c1::Rance}}.',
        "told": "Le meunier appelait la mer « une ouvrière sans salaire » sur la Rance.",
        "term": "bassin",
        "definition": "retient l'eau de la marée",
        "defined": "Le bassin retient l’eau de la marée.",
        "person": "Anne Meunier",
        "role": "dirigeait l'usine",
        "named": "Anne Meunier dirigeait l’usine.",
        "event": "L'usine fut inaugurée",
        "dated": "L’usine fut inaugurée en 1966.",
        "later": "L'usine fut rénovée",
        "redated": "L’usine fut rénovée en 1996.",
    },
    "pl": {
        "title": "Elektrownia pływowa",
        "heading": "Jak działa",
        "summary": "Woda przypływu jest zatrzymywana, a podczas odpływu napędza turbiny w zaporze.",
        "question": "Co zamyka śluzę?",
        "answer": "ciężar wody",
        "asked": "Ciężar wody zamyka śluzę.",
        "cloze": 'Młynarz nazywał morze "robotnikiem bez płacy" nad rzeką {{c1::Rance}}.',
        "told": "Młynarz nazywał morze „robotnikiem bez płacy” nad rzeką Rance.",
        "term": "zbiornik",
        "definition": "zatrzymuje wodę przypływu",
        "defined": "Zbiornik zatrzymuje wodę przypływu.",
        "person": "Anna Młynarska",
        "role": "kierowała elektrownią",
        "named": "Anna Młynarska kierowała elektrownią.",
        "event": "otwarto elektrownię",
        "dated": "W 1966 roku otwarto elektrownię.",
        "later": "odnowiono elektrownię",
        "redated": "W 1996 roku odnowiono elektrownię.",
    },
    "ru": {
        "title": "Приливная электростанция",
        "heading": "Как она работает",
        "summary": "Вода прилива задерживается в бассейне и при отливе вращает гидротурбины.",
        "question": "Что закрывает затвор?",
        "answer": "вес воды",
        "asked": "Вес воды закрывает затвор.",
        "cloze": 'Мельник называл море "работником без платы" на реке {{c1::Ранс}}.',
        "told": "Мельник называл море «работником без платы» на реке Ранс.",
        "term": "бассейн",
        "definition": "задерживает воду прилива",
        "defined": "Бассейн задерживает воду прилива.",
        "person": "Анна Мельникова",
        "role": "руководила станцией",
        "named": "Анна Мельникова руководила станцией.",
        "event": "станция открылась",
        "dated": "В 1966 году станция открылась.",
        "later": "станция обновилась",
        "redated": "В 1996 году станция обновилась.",
    },
    "el": {
        "title": "Ο παλιρροϊκός σταθμός",
        "heading": "Πώς λειτουργεί",
        "summary": "Το νερό της πλημμυρίδας συγκρατείται και στην άμπωτη γυρίζει τους στροβίλους.",
        "question": "Τι κλείνει το θυρόφραγμα;",
        "answer": "το βάρος του νερού",
        "asked": "Το βάρος του νερού κλείνει το θυρόφραγμα.",
        "cloze": 'Ο μυλωνάς έλεγε τη θάλασσα "εργάτη χωρίς μισθό" στον ποταμό {{c1::Ρανς}}.',
        "told": "Ο μυλωνάς έλεγε τη θάλασσα «εργάτη χωρίς μισθό» στον ποταμό Ρανς.",
        "term": "δεξαμενή",
        "definition": "συγκρατεί το νερό της παλίρροιας",
        "defined": "Η δεξαμενή συγκρατεί το νερό της παλίρροιας.",
        "person": "Άννα Μυλωνά",
        "role": "διηύθυνε τον σταθμό",
        "named": "Η Άννα Μυλωνά διηύθυνε τον σταθμό.",
        "event": "άνοιξε ο σταθμός",
        "dated": "Το 1966 άνοιξε ο σταθμός.",
        "later": "ανακαινίστηκε ο σταθμός",
        "redated": "Το 1996 ανακαινίστηκε ο σταθμός.",
    },
    "he": {
        "title": "תחנת הגאות",
        "heading": "איך היא פועלת",
        "summary": "מי הגאות נאגרים במאגר, ובשעת השפל הם מסובבים את הטורבינות.",
        "question": "מה סוגר את השער?",
        "answer": "משקל המים",
        "asked": "משקל המים סוגר את השער.",
        "cloze": 'הטוחן קרא לים "פועל בלי שכר" על נהר {{c1::ראנס}}.',
        "told": "הטוחן קרא לים “פועל בלי שכר” על נהר ראנס.",
        "term": "מאגר",
        "definition": "אוגר את מי הגאות",
        "defined": "מאגר אוגר את מי הגאות.",
        "person": "חנה טוחן",
        "role": "ניהלה את התחנה",
        "named": "חנה טוחן ניהלה את התחנה.",
        "event": "נפתחה התחנה",
        "dated": "בשנת 1966 נפתחה התחנה.",
        "later": "שופצה התחנה",
        "redated": "בשנת 1996 שופצה התחנה.",
    },
    "ja": {
        "title": "潮汐発電所",
        "heading": "しくみ",
        "summary": "満潮の水を貯水池にため、干潮のときに流して、堤防の中の水車を回し、電気を起こす。",
        "question": "水門を閉めるのは何ですか。",
        "answer": "水の重さ",
        "asked": "水の重さが水門を閉める。",
        "cloze": "粉屋は{{c1::ランス川}}の海を「給料のいらない職人」と呼んだ。",
        "told": "粉屋はランス川の海を「給料のいらない職人」と呼んだ。",
        "term": "貯水池",
        "definition": "満潮の水をためる",
        "defined": "貯水池は満潮の水をためる。",
        "person": "水野花子",
        "role": "発電所を率いた",
        "named": "水野花子は発電所を率いた。",
        "event": "発電所が開かれた",
        "dated": "1966年に発電所が開かれた。",
        "later": "発電所が新しくなった",
        "redated": "1996年に発電所が新しくなった。",
    },
}
"""What is asked, by language, and the sentence of the text that says it."""

_TOLD = ("asked", "told", "defined", "named", "dated", "redated")
_DECK = """\
id: tides-{tag}
title: {title}
author: A. Writer
work: {title}
language: {tag}
introduction: {summary}
discussion: ["{question}"]
"""
_SECTION = """\
section: 1
title: {heading}
summary: {summary}
items:
  - {{id: gate, question: '{q}', answer: '{a}', evidence: '{asked}'}}
  - {{id: miller, cloze: '{c}', evidence: '{told}'}}
  - {{id: basin, term: {term}, definition: '{d}', evidence: '{defined}', reverse: yes}}
  - {{id: anna, person: {person}, role: '{r}', evidence: '{named}'}}
  - {{id: opened, date: '1966', event: '{e}', evidence: '{dated}'}}
  - {{id: renewed, date: '1996', event: '{l}', evidence: '{redated}'}}
"""


def write(folder: Path, tag: str, faces: dict[str, bytes] | None = None) -> Path:
    """Write the deck of a language into a folder, with faces of its own."""
    said = LANGUAGES[tag]
    short = {
        name[0]: said[name].replace("'", "''")
        for name in ("question", "answer", "cloze", "role", "event")
    }
    short |= {"d": said["definition"].replace("'", "''"), "l": said["later"].replace("'", "''")}
    folder.mkdir(parents=True)
    files = {
        "deck.yaml": _DECK.format(tag=tag, **said | {"summary": _quoted(said["summary"])}),
        "1-one.yaml": _SECTION.format(**said | {"summary": _quoted(said["summary"])}, **short),
        "source.txt": f"{said['title']}\n\n1. {' '.join(said[each] for each in _TOLD)}\n",
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    for name, data in (faces or {}).items():
        (folder / "fonts").mkdir(exist_ok=True)
        (folder / "fonts" / name).write_bytes(data)
    return folder


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
