"""Which spaces no line ends at; `_` stands for such a space."""

from time import process_time

from studyguide.printing.spacing.unbroken import unbroken
from tests.table import rows

KEPT = {
    "minutes": ("en", "by some 50_minutes each day"),
    "a noun": ("en", "the 40_millers and 300_carts"),
    "a short one alone": ("en", "the 300 commissioners of 12 in a row"),
    "a function word": ("en", "40 of them, 12 were"),
    "a name behind it": ("en", "In 1607 Eling had 12 Apostles"),
    "a year": ("en", "in 1985 millers met; of 1780–81 corn"),
    "what is no year": ("en", "50,000_sacks, 2.5_tonnes, 1250_tonnes"),
    "signs": ("en", "5_°C, 40_%, 3_ft, 70_mph, 2_GB, 6_V, 5 in; 40 a day"),
    "measures of two units": (
        "en",
        "2_ft_6_in apart, 3_lb_4½_oz, 5_h_30_min; 2_ft 6 of them, 6 in it",
    ),
    "time": ("en", "9_a.m., 9.30_pm, 5_h, 5_o’clock"),
    "two words": ("en", "20_per_cent of 3_square_metres"),
    "money": ("en", "£_40, USD_40, £40_million, £_40_million"),
    "a fraction": ("en", "3_1/2_miles, 3_½ miles, 3_× 4"),
    "groups": ("en", "1_250_000 bricks, 12_500; in 1985 250_men"),
    "groups of French": ("fr", "10_000_francs"),
    "a day": ("en", "on 11_July 1989, July_11, Nov._11; 12 may come"),
    "no day": ("en", "on Monday 40 of them; in May 1801"),
    "German": ("de", "am 11._Juli, im 19._Jahrhundert, 50_Minuten, 9_Uhr"),
    "German nouns that are words, too": ("de", "5 bis_9_Mal, 9 mal"),
    "a German year": ("de", "Im Jahr 1607 Müller; es waren 3. Der"),
    "French": ("fr", "le 11_juillet, le 1er_mai, 12_ans, 5_m, n°_7"),
    "Spanish": ("es", "11_de_julio de 1936, 20_por_ciento, 7 de ellos"),
    "Polish": ("pl", "w_1917_r., 40_minut, 15_lipca, po 5_latach"),
    "Russian": ("ru", "в_1917_г., 40_минут, 5_ч, 15_мая 1989_г."),
    "Czech": ("cs", "11._července, 40_Kč, 5_let, č._5"),
    "Swedish, without lists": ("sv", "40_kr, 11_juli, 5 av dem"),
    "Hebrew": ("he", "40_דקות"),
    "labels": ("en", "No._7, vol._3, Fig._2, ch._4, p._9, pp._37, 38, c._1850, ch._IV"),
    "German labels": ("de", "Nr._7, S._9, Abb._2, Bd._II"),
    "what has a number counts nothing": ("en", "p._9 tells, §_12 tells, Section_3 tells, A4 paper"),
    "no label": ("en", "He said so. 40, stay. 12"),
    "a named thing": ("en", "at Pit_7, in Mill_12."),
    "a named thing before what may be counted": ("en", "watches Pier_6_now, from Chapel_12_now"),
    "named things": ("en", "of Piers_1,_3,_6_and_9? in Mills_2_to_7, on Ships_1, 2, 4, 5, 7, 8"),
    "a rule": ("en", "by rule_2; on gate_4 of; of 4 it was; they had 3"),
    "rules": ("fr", "les piles_1,_3_et_6, au puits_7, les piles_2_et_3, il fut 4"),
    "letters": ("en", "beds_B_to_G, bed_B, points_A,_B_and_C, by rule_A."),
    "no letters": (
        "en",
        "what I saw, the painter J._Smith, George A._Smith; of A and to B",
    ),
    "German letters": ("de", "die Punkte_A_und_B, Vitamin_C"),
    "Russian letters": ("ru", "пласты_А_и_Б, блок_Б"),
    "a sentence that begins with a letter": ("es", "Y así fue. A veces; Él. O no"),
    "a named place": ("en", "In 40_boats; in Eling 40_boats"),
    "a range": ("en", "5_to_9, 1905_to_1907, 5 to_9_minutes"),
    "a range of French": ("fr", "40 à_50_km"),
    "decades": ("en", "the 1780s mills, the 20s mills, the 5th mill"),
    "a king": ("en", "Louis_XIV reigned. Then I went; Peter I, George_V"),
    "four figures that are no year": (
        "en",
        "at depths of 4000_m, 100_m; in 1894 m was written for metres",
    ),
    "what is a king’s": ("en", "Richard_I’s judges, Richard_I's; then I’d say"),
    "kings elsewhere": ("fr", "Louis_XIV régna, François_Ier mourut"),
    "a German king": ("de", "Ludwig_XIV. im XVIII._Jahrhundert"),
    "a Russian king": ("ru", "Пётр_I умер, Людовик_XIV умер"),
    "centuries": ("fr", "le XIXe_siècle"),
    "centuries of Slavs": ("pl", "XIX_wiek, w_XX_wieku, Jan_III Sobieski"),
    "a Spanish century": ("es", "siglo_XIX, Felipe_II"),
    "no Roman number": ("en", "MIX it, the VI editor, an IV drip, Malcolm_X"),
    "initials": ("ru", "В._И._Ленин, д-р_Бранд, г-жа_Бранд"),
    "titles": ("en", "Dr._Brand, Dr_Brand, Mr._Brand, Mrs_Brand, St_Osyth, a stay. Brand"),
    "a Dutch article": ("nl", "Willem Jacob ’s_Gravesande, ’s_morgens, de kat ’t"),
    "a Dutch article first": ("nl", "’t_Hooft"),
    "a work": ("en", "Op._48_No._1, Op._15,_No._3; Op. No._1"),
    "a work elsewhere": ("de", "op._27_Nr._2, №_3"),
    "a key": ("en", "in C_sharp_minor, E_minor, A_flat; a flat, sharp minor, C shape"),
    "a last letter": ("en", "encrypted as_c? Who had a_B? What is vitamin_C?"),
    "no last letter": ("en", "was it so? a. I saw c and d"),
    "none": ("en", "the clerk’s desk, the clerks’ desk"),
    "short forms": ("de", "z._B., d._h., 79_v._Chr."),
    "dashes": ("en", "ebb_– flow_— ebb; ebb_… then_/ flow, 5 –3"),
    "a dash first": ("en", "– flow"),
    "French titles": ("fr", "M._Dupont, Mme_Curie"),
    "short titles before particles": ("en", "Dr._van Dyk met Prof._de Vere."),
    "titles before particles": ("fr", "Mme_de Pompadour, Mlle_d’Orme, somme de tout, Mme est là"),
}


@rows(("language", "told"), KEPT.values(), ids=KEPT)
def test_no_line_ends_there(language: str, told: str) -> None:
    text = told.replace("_", " ")
    shown = unbroken(text, language)
    assert shown.replace("\u00a0", "_") == told
    assert len(shown) == len(text)
    assert unbroken(shown, language) == shown


ENDLESS = {
    "figures": "7" * 40_000,
    "figures apart": "7 " * 20_000,
    "groups": "1" + " 250" * 10_000,
    "no spaces": "a7," * 14_000,
    "joined": "1 and " * 8_000,
    "lists": "Sections 1, 2 " * 3_000,
    "letters": "Bed A, B " * 4_000,
    "letters alone": "A " * 20_000,
    "dots": "7.a" * 14_000,
    "Roman": "XIV " * 10_000,
    "spaces": " " * 40_000,
}


@rows("text", ENDLESS.values(), ids=ENDLESS)
def test_no_text_takes_long(text: str) -> None:
    begun = process_time()
    assert len(unbroken(text, "en")) == len(text)
    assert process_time() - begun < 1
