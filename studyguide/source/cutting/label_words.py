"""The words that number parts of a text, in many languages: chapter, article, book; first, one."""

import re
from itertools import product
from typing import Literal

Style = Literal["chapter", "section", "part", "annex", "roman", "decimal", "nested"]
"""By what word or sign a part is numbered; `nested` is 3.2, told by its last number."""

WORDS: dict[Style, str] = {
    "chapter": "chapter|chap|kapitel|kap|chapitre|cap|cap[íi]tulo|capitolo|cap[íi]tol|capitolul|capitul|caput|hoofdstuk"
    "|rozdzia[łl]|глава|розділ|раздзел|κεφ[άα]λαιο|פרק|kapitola|fejezet|bölüm|bölum|bolüm|bolum|luku|peat[üu]kk|الفصل|فصل|lesson"
    "|bab|ch[ươ]{2}ng|skyrius|nodaļa|poglavje|poglavlje|поглавље|kapitulli|pennod|ĉapitro|अध्याय|অধ্যায়|অধ্যায়|அத்தியாயம்|అధ్యాయం|ಅಧ್ಯಾಯ|บทที่|ជំពូក|ບົດທີ|თავი|գլուխ|ምዕራፍ|sura|surah|سورة|باب|الباب|kapitlet"
    "|unit|module|unidad|unité|unità|unidade|lecture|lektion|vorlesung|le[çc]on|lezione|lecci[óo]n|li[çc][ãa]o|lekcja|урок|лекция|letter|brief|lettre",
    "section": "section|sec|abschnitt|article|art|artikel|art[íi]culo|articolo|artigo|artyku[łl]|статья"
    "|стаття|άρθρο|סעיף|secci[óo]n|sezione|se[çc][ãa]o|paragraph|paragraaf|scene|szene|scène|escena|scena|сцена|явление|canto"
    "|čl[áa]nek|cikk|madde|член|člen|articolul|straipsnis|pants|artikla|artikkeli|धारा|ধারা|المادة|ماده|มาตรา|điều",
    "part": "part|book|volume|vol|teil|buch|band|partie|livre|tome|parte|libro|livro|deel|boek|cz[ęe][śs][ćc]"
    "|title|titel|titre|título|titulo|titolo|tytu[łl]|титул|раздел|hlava|ksi[ęe]ga|tom|часть|книга|том|частина|μέρος|βιβλίο|חלק|act|akt|akte|dio|díl|osa",
}
_SPOKEN = (
    # English; German; French; Spanish and Portuguese; Italian; Dutch; Polish; Russian; Ukrainian; a few more
    "one first i. eins erste erster erstes premier première un primero primera primeiro primeira uno primo prima een eerste pierwszy первая первый перша перший první első birinci πρώτο πρωτο πρώτη πρωτη الأول الاول الأولى ראשון ראשונה första første ensimmäinen prim primer primum întâi पहला satu primul",
    "two second ii. zwei zweite zweiter zweites deux deuxième second dos segundo segunda due secondo twee tweede drugi вторая второй друга другий druhá druhý második ikinci δεύτερο δευτερο δεύτερη δευτερη الثاني الثانية שני שנייה שניה andra toinen segon secundum secunda दूसरा",
    "three third iii. drei dritte dritter drittes trois troisième tres tercero tercera terceiro tre terzo drie derde trzeci третья третий третя третій třetí harmadik üçüncü τρίτο τριτο τρίτη τριτη الثالث الثالثة שלישי שלישית tredje kolmas tercer tertium tertia तीसरा",
    "four fourth iv. vier vierte vierter viertes quatre quatrième cuatro cuarto quarto quattro vierde czwarty четвертая четвёртая четвертый четверта четвертий čtvrtá čtvrtý negyedik dördüncü τέταρτο τεταρτο τέταρτη τεταρτη الرابع الرابعة רביעי רביעית fjärde fjerde neljäs quart quartum चौथा",
    "five fifth v. fünf fünfte fünfter fünftes cinq cinquième cinco quinto cinque vijf vijfde piąty пятая пятый п'ята п'ятий pátá pátý ötödik beşinci πέμπτο πεμπτο πέμπτη πεμπτη الخامس الخامسة חמישי חמישית femte viides cinquè quintum पाँचवाँ",
    "six sixth vi. sechs sechste sechster sechstes sixième seis sexto sei sesto zes zesde szósty шестая шестой шоста шостий šestá šestý hatodik altıncı έκτο εκτο έκτη εκτη السادس السادسة שישי ששי שישית sjätte sjette kuudes sextum छठा",
    "seven seventh vii. sieben siebte siebter siebentes siebtes sept septième siete séptimo sete sétimo sette settimo zeven zevende siódmy седьмая седьмой сьома сьомий sedmá sedmý hetedik yedinci έβδομο εβδομο έβδομη εβδομη السابع السابعة שביעי שביעית sjunde syvende seitsemäs septimum सातवाँ",
    "eight eighth viii. acht achte achter achtes huit huitième ocho octavo oito oitavo otto ottavo achtste ósmy восьмая восьмой восьма восьмий osmá osmý nyolcadik sekizinci όγδοο ογδοο όγδοη ογδοη الثامن الثامنة שמיני שמינית åttonde ottende kahdeksas octavum आठवाँ",
    "nine ninth ix. neun neunte neunter neuntes neuf neuvième nueve noveno nove nono negen negende dziewiąty девятая девятый дев'ята дев'ятий devátá devátý kilencedik dokuzuncu ένατο ενατο ένατη ενατη التاسع التاسعة תשיעי תשיעית nionde niende yhdeksäs nonum नौवाँ",
    "ten tenth x. zehn zehnte zehnter zehntes dix dixième diez décimo dez dieci decimo tien tiende dziesiąty десятая десятый десята десятий desátá desátý tizedik onuncu δέκατο δεκατο δέκατη δεκατη العاشر العاشرة עשירי עשירית tionde kymmenes decimum दसवाँ",
    "eleven eleventh elf elfte elftes onze onzième once undécimo undici elfde jedenasty одиннадцатая одиннадцатый одинадцята одинадцятий jedenáctá onbirinci ενδέκατο",
    "twelve twelfth zwölf zwölfte zwölftes douze douzième doce duodécimo doze dodici twaalf twaalfde dwunasty двенадцатая двенадцатый дванадцята дванадцятий dvanáctá onikinci δωδέκατο tolfte",
    "thirteen thirteenth dreizehn dreizehntes treize treizième trece treze tredici dertien trzynasty тринадцатая",
    "fourteen fourteenth vierzehn vierzehntes quatorze quatorzième catorce catorze quattordici veertien czternasty четырнадцатая",
    "fifteen fifteenth fünfzehn fünfzehntes quinze quinzième quince quindici vijftien piętnasty пятнадцатая",
    "sixteen sixteenth sechzehn sechzehntes seize seizième dieciséis dezesseis sedici zestien szesnasty шестнадцатая",
    "seventeen seventeenth siebzehn siebzehntes dix-sept diecisiete dezessete diciassette zeventien siedemnasty семнадцатая",
    "eighteen eighteenth achtzehn achtzehntes dix-huit dieciocho dezoito diciotto achttien osiemnasty восемнадцатая",
    "nineteen nineteenth neunzehn neunzehntes dix-neuf diecinueve dezenove diciannove negentien dziewiętnasty девятнадцатая",
    "twenty twentieth zwanzig zwanzigstes vingt vingtième veinte vinte venti twintig dwudziesty двадцатая",
)
NUMBER_WORDS = {
    word: at for at, line in enumerate(_SPOKEN, 1) for word in line.split() if word[-1] != "."
}
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}  # fmt: skip


def _spelt(names: str) -> frozenset[str]:
    """Give names in all their spellings: of `p[řr]iloha` there are two."""
    found = set[str]()
    for name in names.split("|"):
        parts = enumerate(re.split(r"[][]", name))  # every second one is letters to choose from
        found.update(map("".join, product(*(part if at % 2 else (part,) for at, part in parts))))
    return frozenset(found)


_ANNEXES = _spelt(
    "appendix|annex|annexe|amendment|schedule|addendum|anhang|anlage|appendice|ap[éê]ndice|anexo|allegato|bijlage|bilaga"
    "|za[łl][ąa]cznik|dodatek|приложение|поправка|додаток|παράρτημα|נספח|p[řr][íi]loha"
    "|anexa|lampiran|liite|f[üu]ggel[ée]k|priedas|pielikums|prilog|dodatak|ph[ụu] l[ụu]c|부록|附录|附錄|付録"
)


def annex_name(head: str) -> str:
    """Give the name of a part behind all chapters with which a text begins, or nothing: Appendix."""
    for size in (1, 2):
        behind = head.split(None, size)[size:]
        name = head[: len(head) - len(behind[0])].rstrip() if behind else ""
        if name.casefold() in _ANNEXES:
            return name
    return ""
