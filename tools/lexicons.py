"""Renew the function words and number words of `studyguide/language/lexicons` from kept libraries.

    pip install stop-words==2025.11.4 num2words==0.5.14
    python tools/lexicons.py

Function words come from `stop-words`, less those that say something (`CONTENT`), number words from `num2words`;
`OWN` has the forms that they lack. All other lists of those files are written by hand. English is, too.
"""

import re
import textwrap
from importlib import import_module
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "studyguide" / "language" / "lexicons"
# Wanted here alone, so neither is among the project's dependencies.
_get_stop_words = import_module("stop_words").get_stop_words
_num2words = import_module("num2words").num2words
_CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "prepositional")
_NO_WORD = re.compile(r"[^\w' ]|\d")

CONTENT = {
    "de": "machen weg viel viele vielen vieler wenig wenige",
    "fr": "chose choses droite début essai force grande haut mine mot nom nommé nommée nommés nouveau nouveaux "
    "parole passé personnes pièce plein sujet valeur voie état juste bon amp attendu dire dixit dos faire dello "
    "joignant touchant vn vne êtreau auec luy mesme estre pourquoy quoy emmi étée étées étés es or",
    "es": "actualmente allende ampleamos amén añadió afirmó agregó aseguró atras ayer buen buena buenas bueno buenos "
    "cabe cabo comentó conocer consideró cosas cuenta diferente diferentes empleais emplean emplear empleas empleo "
    "estado estados explicó expresó fin fuerza gueno igual indicó informó intentais intentamos intentan intentar "
    "intentas intento lado largo lugar manera manifestó mejor mencionó miar modode momento nueva nuevas nuevo nuevos "
    "pasada pasado partir pesar próximo próximos realizado realizar realizó respecto sentid sentida sentidas sentido "
    "sentidos sentir señaló siente siguiente sintiendo tiempo total trabaja trabajais trabajamos trabajan trabajar "
    "trabajas trabajo ultimar ultimo usa usais usamos usan usar usas uso valor verdad verdadera verdadero vía na "
    "última últimas último últimos áestarían empleo vusco dejó llegó encuentra ejemplo consigue consiguen conseguir",
    "it": "comprare consecutivi consecutivo doppio fine gente gran grande lavoro lungo maggior maggiore meglio nome "
    "nuovi nuovo oue peggio persone promesso triplo ultimo vn vna vno buono bene ben",
    "pt": "algmas apontar caminho cara comprido conhecido corrente desligado direita estado horas iniciar inicio ligado "
    "nome novo parte pegar povo quieto qtínhamos promeiro tempo tentar tentaram tente tentei tipo trabalhar trabalho "
    "usa usar valor verdade verdadeiro viaúltimo último fim maioria maiorias bom bem saber",
    "nl": "wezen",
    "pl": "cali cała cały daleko dobrze kierunku lat nowe roku razie sposób tel ul dr mgr prof hab inż godz www tys zł "
    "pan pana pani natychmiast pl vol nr ok np",
    "ru": "алло близко важная важное важные важный вверх вдали вниз внизу времени время год года году давно далеко даром "
    "дел день жизнь занят занята занято заняты люди меля миллионов мира многочисленная многочисленное многочисленные "
    "многочисленный мор наверху назад начала недавно недалеко низко прекрасно процентов пора пожалуйста рано рядом "
    "сеаой спасибо суть тысяч уметь хорошо хотеть хочешь человек имя позже лет мож можхо нх бывь т м г е непрерывно "
    "лучше раньше ниже",
    "uk": "безперервно близько важлива важливе важливий важливі вгору вдалині вміти вниз внизу відсотків давно далеко "
    "даром день добре дякую життя зайнята зайнятий зайнято зайняті люди людина миру мільйонів нагорі назад недалеко "
    "нещодавно низько нх початку прекрасно пізніше рано року років році рік спасибі справ суть тисяч хотіти хочеш час "
    "часу численна численне численний численні чудово ім'я какая м г т a ало раніше краще нижче",
}
"""What `stop-words` lists though an answer may say nothing else."""

OWN = {
    "de": "weswegen wovor wogegen inwiefern inwieweit wieviel wieviele wonach "
    "wurde wurden worden beim ans aufs fürs übers ums vors hatte hätte hätten wäre wären sei seien "
    "sollten dürfen darf durfte durften dürfte könnten konnte konnten möchte mochte mag mögen müsste wollten bzw "
    "dabei dafür dagegen daran darauf daraus darin darüber davon davor dazwischen hierbei wobei wodurch wofür womit "
    "woran worauf woraus worin worüber wovon wozu bereits etwa eben jedoch seit neben außer innerhalb außerhalb je "
    "statt trotz wegen dank laut gemäß nämlich allerdings dennoch trotzdem sobald solange falls bevor ehe gern "
    "mal nie niemand jemand irgend lassen lässt ließ ließen gibt gab wem wen wessen bisher schon deren denen "
    "dieselbe als ab bloß eher fast ganz genau her herum hinein heraus zuerst zuletzt",
    "fr": "quoi combien "
    "c d j l m n s t qu à ceux celle celles celui cet puis lorsque puisque quoique lorsqu puisqu quoiqu jusqu "
    "jusque jusqu' toute dont auquel auxquels auxquelles duquel desquels desquelles lequel laquelle lesquels "
    "lesquelles eut furent fait afin ainsi aussitôt avoir chacun chacune certains certaines certain certaine dès "
    "déjà enfin ensuite entre jamais loin longtemps lors mêmes moindre notamment parfois pendant peuvent pouvait "
    "pouvaient pourrait pourraient pu plutôt presque quelque quelques quelqu rien si sinon souvent surtout tant tel "
    "telle telles tels toujours toutefois devait devaient doivent dut durent devra avant après depuis es",
    "es": "quiénes adónde "
    "del al lo cuál cuáles cuánto cuánta cuántos cuántas dónde cuándo aquella aquello cuya cuyas cuyo cuyos donde "
    "hacía hacían debía debían debería podía podían jamás menos tampoco aun aunque mientras cada quizá quizás pueda "
    "hubo ser fue había e u ni desde hasta entre sin",
    "it": "donde "
    "c d l m s t v dell nell sull dall all quest quell un c'è questa perciò poiché finché benché sebbene affinché "
    "mentre quando quanto quale quali ciascuno ciascuna alcune alcuna alcuni nessun nessuno nessuna ognuno ogni già "
    "può possono poteva potevano potrebbe potrebbero deve devono doveva dovevano dovrebbe viene vengono venne vennero "
    "veniva venivano anzi cioè così dunque ecco infine inoltre ossia oppure ovvero piuttosto però pure qualsiasi "
    "quasi sempre spesso talvolta tuttavia",
    "pt": "quais aonde porquê "
    "o a os as um uma uns umas de do da dos das em no na nos nas por pelo pela pelos pelas para com sem sob sobre "
    "algum alguma alguns algumas nenhum nenhuma nada ninguém nunca jamais cada todo toda todos todas muita muitas "
    "pouco pouca poucos poucas quanto quanta quantos quantas cujo cuja cujos cujas ser sido sendo ainda apenas assim "
    "embora porém pois portanto quase sempre talvez tão tanto podem poderia poderiam devia deviam deveria outra "
    "outros outras este esta isto entre",
    "nl": "waarvoor waarheen waaraan waaruit waartoe waarnaar waartegen wiens "
    "aan alle allen ander bijna binnen buiten deze dezelfde dien dus echter eerder elk elke en er gaan geweest "
    "had hadden het hierbij hoewel hoeveel iedere ieder in indien kon konden kunt langs later mag mochten moest "
    "moesten moeten naast niemand nooit of ofschoon omdat onze pas per sinds slechts soms sommige tenzij terwijl toen "
    "tussen vanaf vanuit via vaak volgens wanneer waar waarom waarbij waardoor waarin waarmee waarop waarvan wegens "
    "welk welke werden weer wilde wilden zou zouden zoals zodat zowel zulke",
    "pl": "jacy jakiego jakiej jaką któremu którą ilu "
    "i w we z ze na do od po o u za nad pod przed przy dla bez przez jest są być był była było były będzie będą "
    "został została zostało zostały zostali który która które którzy którego której którym których którymi jaki jaka "
    "jakie jakich jakim ile czyj swój swoja swoje swoich swoim swego jego jej ich ten ta to te tego tej tych tym tymi "
    "że iż aby żeby gdy gdyż ponieważ bo jednak lecz ani albo lub oraz też także tylko już jeszcze nie nigdy kiedy "
    "gdzie kto co czego czym kogo komu kim dlaczego można może mogą musi muszą powinien",
    "ru": "чём какого каком откуда отчего докуда насколько скольким скольких "
    "и в во не на с со по к ко из изо от у за для о об обо при до без над под перед через между кто что какой "
    "какая какое какие каких каким какими какую чей чья чьё чьи где когда почему зачем сколько который которая "
    "которое которые которого которой которым которыми которую котором свой своя своё своему своим своими своём это "
    "этот эта эти был была было были быть будет является являются являлся являлась называют называется которому "
    "поэтому либо чтобы бы ли же лишь ни однако те тех та тот такого таком таким этого потому также ещё уже",
    "uk": "чим яку котра звідки докуди наскільки "
    "і й та в у на з зі із до від по за для про при без над під перед через між хто що який яка яке які якого "
    "якої яким якими якій чий де коли чому навіщо скільки котрий це цей ця ці був була було були бути буде є щоб якби "
    "якщо хоч але проте однак або чи ж же б би бо не ні лише тільки вже ще також теж свій своя своє свої своїм своєму",
}
"""Forms that `stop-words` lacks."""


def function_words(base: str) -> list[str]:
    """Give the words of a language that only hold others together."""
    listed = {form.casefold() for form in _get_stop_words(base) if not _NO_WORD.search(form)}
    own = {word for words in OWN_NUMBERS[base].values() for word in words.split()}
    kept = listed - set(CONTENT[base].split()) - set(numbers(base)) - own
    return sorted({*kept, *OWN[base].split()} - {""})


def numbers(base: str) -> dict[str, str]:
    """Give the value of each number word, ordinals with a full stop: `40`, `4.`."""
    found: dict[str, str] = {}
    for value in (*range(101), 1000):
        for word in _inflected(base, value, "cardinal"):
            found.setdefault(word, str(value))
        for word in _inflected(base, value, "ordinal"):
            found.setdefault(word, f"{value}.")
    return {word: value for word, value in found.items() if " " not in word and "-" not in word}


def _inflected(base: str, value: int, kind: str) -> list[str]:
    """Give the forms of one number, as far as the library inflects."""
    forms = [_spelt(base, value, kind)]
    if base in ("ru", "uk"):
        options = [{"case": case, "gender": gender} for case in _CASES for gender in "mfn"]
        forms += [_spelt(base, value, kind, **each) for each in options]
    if base == "de" and kind == "ordinal":
        forms += [forms[0] + end for end in ("n", "r", "s", "m")]
    if base in ("es", "it", "pt") and kind == "ordinal":
        forms += [re.sub("o$", end, forms[0]) for end in ("a", "os", "as", "i", "e")]
    return [form.casefold() for form in forms if form]


def _spelt(base: str, value: int, kind: str, **options: str) -> str:
    try:
        return str(_num2words(value, lang=base, to=kind, **options))
    except (TypeError, ValueError, KeyError, IndexError, NotImplementedError):
        return ""


OWN_NUMBERS = {
    "de": {"1": "ein eine einem einen einer eines eins", "1.": "erste ersten erster erstes erstem", "100": "hundert",
           "1000": "tausend", "12": "dutzend", "0.5": "halb halbe halben halber halbes hälfte",
           "million": "million millionen mio",
           "billion": "milliarde milliarden mrd", "trillion": "billion billionen"},
    "fr": {"1": "un une", "1.": "premier première premiers premières", "2.": "second seconde", "12": "douzaine",
           "0.5": "demi demie moitié", "70": "septante", "80": "huitante octante quatre-vingts", "90": "nonante",
           "20": "vingts", "100": "cents",
           "million": "million millions",
           "billion": "milliard milliards"},
    "es": {"1": "un una uno", "1.": "primer", "3.": "tercer", "12": "docena", "0.5": "medio media mitad",
           "100": "cien ciento", "21": "veintiún veintiuna",
           "million": "millón millones",
           "billion": "millardo millardos"},
    "it": {"1": "un una uno", "12": "dozzina", "0.5": "mezzo mezza metà",
           "million": "milione milioni",
           "billion": "miliardo miliardi"},
    "pt": {"1": "um uma", "2": "duas", "12": "dúzia", "0.5": "meio meia metade", "100": "cem cento",
           "million": "milhão milhões",
           "billion": "bilhão bilhões"},
    "nl": {"1": "één", "12": "dozijn", "0.5": "half halve helft",
           "million": "miljoen miljoenen",
           "billion": "miljard miljarden"},
    "pl": {"1": "jeden jedna jedno jednego jednej jednym", "2": "dwa dwie dwóch dwaj dwoma dwu", "3": "trzy trzech trzej",
           "4": "cztery czterech", "5": "pięć pięciu", "6": "sześć sześciu", "7": "siedem siedmiu", "8": "osiem ośmiu",
           "9": "dziewięć dziewięciu", "10": "dziesięć dziesięciu", "12": "tuzin", "0.5": "pół połowa połowę połowy",
           "1.": "pierwsza pierwsze pierwszego pierwszej", "2.": "druga drugie drugiego drugiej",
           "3.": "trzecia trzecie trzeciego trzeciej",
           "1000": "tysiąc tysiące tysięcy tysiąca", "million": "milion miliona miliony milionów mln",
           "billion": "miliard miliarda miliardy miliardów mld"},
    "ru": {"1": "один одна одно одну", "2": "два две двое двоих", "3": "трое троих", "12": "дюжина дюжину",
           "0.5": "половина половину половины полтора", "1000": "тысяча тысячу тысячи тысяч",
           "million": "миллион миллиона миллионы миллионов млн",
           "billion": "миллиард миллиарда миллиарды миллиардов млрд"},
    "uk": {"1": "один одна одне одну", "2": "два дві двоє", "3": "троє", "12": "дюжина", "0.5": "половина половину",
           "1000": "тисяча тисячу тисячі тисяч",
           "million": "мільйон мільйона мільйони мільйонів млн",
           "billion": "мільярд мільярда мільярди мільярдів млрд"},
}  # fmt: skip
"""Inflected and everyday number words that `num2words` does not make."""
SCALES = {"million": 1e6, "billion": 1e9, "trillion": 1e12}
"""Number words that count others, by what the program calls them."""

# An article is no number: in these languages it says 1 no more than "a" does in English.
ARTICLES = {
    "de": "ein eine einem einen einer eines",
    "fr": "un une",
    "es": "un una",
    "it": "un una",
    "pt": "um uma",
    "nl": "een",
}


def _written(name: str, lines: list[str]) -> str:
    return f"[{name}]\n" + "\n".join(lines) + "\n"


def _lines_of_numbers(base: str) -> list[str]:
    by_value: dict[str, list[str]] = {}
    listed = numbers(base)
    for value, words in OWN_NUMBERS[base].items():
        listed |= dict.fromkeys(words.split(), value)
    for word, value in listed.items():
        if word not in ARTICLES.get(base, "").split() and "-" not in word:
            by_value.setdefault(value, []).append(word)
    return [
        f"{value}: {', '.join(sorted(by_value[value]))}" for value in sorted(by_value, key=_order)
    ]


def _order(value: str) -> tuple[bool, float]:
    return value.endswith("."), SCALES.get(value) or float(value.rstrip("."))


def main() -> None:
    """Write both lists into the file of each language."""
    for base in sorted(CONTENT):
        path = FOLDER / f"{base}.txt"
        text = path.read_text(encoding="utf-8")
        words = sorted({*function_words(base), *ARTICLES.get(base, "").split()})
        lists = {
            "function_words": textwrap.wrap(", ".join(words), 100, break_on_hyphens=False),
            "numbers": _lines_of_numbers(base),
        }
        for name, lines in lists.items():
            text = re.sub(rf"\[{name}\]\n(?:[^\[\n].*\n)*", lambda _: _written(name, lines), text)  # noqa: B023
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
