"""When a date says that something was, in figures and in words."""

import pytest

from studyguide.language.times.dates import time_of
from tests.table import rows

TIMES = {
    "year": ("1953", (1953, 1953)),
    "month": ("February 1917", (1917 + 1 / 12, 1917 + 1 / 12)),
    "day": ("1 July 1989", (1989.5, 1989.5)),
    "American": ("July 1, 1989", (1989.5, 1989.5)),
    "German": ("1. Juli 1989", (1989.5, 1989.5)),
    "shortened": ("Sept. 1, 1989", (1989 + 8 / 12, 1989 + 8 / 12)),
    "shortened in Polish": ("1 sie 1944", (1944 + 7 / 12, 1944 + 7 / 12)),
    "span": ("1980–81", (1980, 1981)),
    "hyphen": ("1914-1918", (1914, 1918)),
    "decade": ("1920s", (1920, 1930)),
    "century": ("19th century", (1800, 1900)),
    "early": ("619", (619, 619)),
    "before Christ": ("44 BC", (-43, -43)),  # the year before AD 1 is 0
    "before the era": ("2600 BCE", (-2599, -2599)),
    "grouped": ("10,000 BC", (-9999, -9999)),
    "below 100": ("AD 79", (79, 79)),
    "era behind": ("79 CE", (79, 79)),
    "about": ("c. 1200 BC", (-1199, -1199)),
    "span before": ("490–479 BC", (-489, -478)),
    "across": ("44 BC – AD 14", (-43, 14)),
    "late in a century": ("the late 19th century", (1866.667, 1900)),
    "in the middle of a century": ("mid-19th century", (1833.333, 1866.667)),
    "late in a century, with a hyphen": ("the Late-19th century", (1866.667, 1900)),
    "half of a century": ("the second half of the 18th century", (1750, 1800)),
    "late in one, early in the next": ("late 18th to early 19th century", (1766.667, 1833.333)),
    "early in a decade": ("the early 1980s", (1980, 1983.333)),
    "late in a century before": ("the end of the 5th century BC", (-432.333, -399)),
    "late in a year": ("late 1703", (1703, 1703)),
    "German, late in a century": ("Ende des 19. Jahrhunderts", (1866.667, 1900)),
    "Russian, early in a century": ("начало XIX века", (1800, 1833.333)),
    "an age in words": ("late twentieth century", (1966.667, 2000)),
    "in words with hyphens": ("late-twenty-first-century", (2066.667, 2100)),
    "two in words": ("eighteenth and nineteenth centuries", (1700, 1900)),
    "parts of two in words": ("late third to the middle of the fifth century", (266.667, 466.667)),
    "before, in words": ("third century BC", (-299, -199)),
    "half of one in words": ("the second half of the twentieth century", (1950, 2000)),
    "from part to part": ("mid-to-late 1980s", (1983.333, 1990)),
    "from part to part, of a century": ("mid to late nineteenth century", (1833.333, 1900)),
    "a hyphen that waits": ("early- to mid-1980s", (1980, 1986.667)),
    "parts with one hyphen": ("early-mid 1980s", (1980, 1986.667)),
    "part of one, and another": ("the late 1970s and the 1980s", (1976.667, 1990)),
    "decade of a century": ("the 80s of the 19th century", (1880, 1890)),
    "century before": ("5th century BC", (-499, -399)),
    "two centuries": ("18th and 19th centuries", (1700, 1900)),
    "centuries before": ("5th–4th century BC", (-499, -299)),
    "millennium": ("2nd millennium BC", (-1999, -999)),
    "season": ("summer 1789", (1789 + 5 / 12, 1789 + 5 / 12)),
    "from month to month": ("June 1914 – November 1918", (1914 + 5 / 12, 1918 + 10 / 12)),
    "long ago": ("3 million years ago", (-2_998_000, -2_998_000)),
    "figures ago": ("10,000 years ago", (-8000, -8000)),
    "geological": ("66 Ma", (2000 - 66_000_000, 2000 - 66_000_000)),
    "ISO": ("1914-08-01", (1914 + 7 / 12, 1914 + 7 / 12)),
    "German figures": ("3.5.1874", (1874 + (4 + 2 / 31) / 12,) * 2),
    "American figures": ("5/13/1874", (1874 + (4 + 12 / 31) / 12,) * 2),
    "from day to day": ("1.1.1874 – 1.7.1874", (1874, 1874.5)),
    "Japanese": ("1874年5月3日", (1874 + (4 + 2 / 31) / 12,) * 2),
    "Japanese numerals": ("一八七四年十二月", (1874 + 11 / 12,) * 2),
    "two decades": ("1980s–1990s", (1980, 2000)),
    "German century": ("5. Jahrhundert v. Chr.", (-499, -399)),
    "German ago": ("vor 3 Millionen Jahren", (-2_998_000, -2_998_000)),
    "German days": ("1. – 3. Mai 1945", (1945 + (4 + 2 / 31) / 12, 1945 + (4 + 2 / 31) / 12)),
    "French century": ("Ve siècle av. J.-C.", (-499, -399)),
    "French grouped": ("30 000 av. J.-C.", (-29_999, -29_999)),
    "Spanish century": ("siglo XIX", (1800, 1900)),
    "Russian day": ("9 мая 1945", (1945 + (4 + 8 / 31) / 12, 1945 + (4 + 8 / 31) / 12)),
    "Russian century": ("XIX век", (1800, 1900)),
    "Greek era": ("490 π.Χ.", (-489, -489)),
    "Greek century": ("5ος αιώνας π.Χ.", (-499, -399)),
    "Hebrew era": ("490 לפנה״ס", (-489, -489)),
    "Japanese era": ("紀元前490年", (-489, -489)),
    "Japanese year": ("1966年", (1966, 1966)),
    "Polish centuries": ("X–XI wiek", (900, 1100)),
}


@rows(("text", "time"), TIMES.values(), ids=TIMES)
def test_dates_are_read(text: str, time: tuple[float, float]) -> None:
    assert time_of(text) == pytest.approx(time, abs=0.001)


@rows("text", ["August 1", "31.13.74", "1.2.3", "三月", "Friday", "", "the next day", "12"])
def test_no_year_is_no_time(text: str) -> None:
    assert time_of(text) is None


OTHERS = {
    "en": {
        "eighteen-hundreds": (1800, 1900),
        "the nineteen hundreds": (1900, 2000),
        "mid-eighteen-hundreds": (1833.333, 1866.667),
        "the seventeen-hundreds to the nineteen-hundreds": (1700, 2000),
        "1800s": (1800, 1900),
        "the late 1700s": (1766.667, 1800),
        "1600s–1800s": (1600, 1900),
        "2000s": (2000, 2010),
        "1950s-60s": (1950, 1970),
        "the 1950s and ’60s": (1950, 1970),
        "1950s or 10 years": (1950, 1960),
        "1910s": (1910, 1920),
        "the nineteen-twenties": (1920, 1930),
        "early eighteen nineties": (1890, 1893.333),
    },
    "de": {
        "zwanziger Jahre des 20. Jahrhunderts": (1920, 1930),
        "Ende des zwanzigsten Jahrhunderts": (1966.667, 2000),
        "in der ersten Hälfte des neunzehnten Jahrhunderts": (1800, 1850),
        "im achtzehnten und neunzehnten Jahrhundert": (1700, 1900),
        "Anfang bis Mitte der 1980er Jahre": (1980, 1986.667),
        "in den späten 1980ern": (1986.667, 1990),
        "1950er und 60er Jahre": (1950, 1970),
        "80er Jahre des 20. Jahrhunderts": (1980, 1990),
        "1. Jh. v. Chr.": (-99, 1),
    },
    "fr": {
        "la fin du dix-huitième siècle": (1766.667, 1800),
        "le vingt et unième siècle": (2000, 2100),
        "début des années 1980": (1980, 1983.333),
        "les années 1920 et 1930": (1920, 1940),
        "années 1940-1945": (1940, 1945),
        "les années 80 du XXe siècle": (1980, 1990),
        "les années soixante-dix du XXe siècle": (1970, 1980),
    },
    "es": {
        "finales del siglo diecinueve": (1866.667, 1900),
        "siglos dieciocho y diecinueve": (1700, 1900),
        "siglo segundo a. C.": (-199, -99),
        "principios de la década de 1980": (1980, 1983.333),
        "década de los 80 del siglo XX": (1980, 1990),
        "los años veinte del siglo XX": (1920, 1930),
    },
    "pt": {
        "meados do século dezoito": (1733.333, 1766.667),
        "meados do século XIX": (1833.333, 1866.667),
        "século vinte e um": (2000, 2100),
        "anos 80 do século XX": (1980, 1990),
    },
    "it": {
        "fine dell’ottavo secolo": (766.667, 800),
        "il ventesimo secolo": (1900, 2000),
        "primi anni 1980": (1980, 1983.333),
        "anni ’80 del XX secolo": (1980, 1990),
        "gli anni 1940-1945": (1940, 1945),
        "l’Ottocento": (1800, 1900),
        "nell'ottocento": (1800, 1900),
        "il Settecento": (1700, 1800),
        "metà del Novecento": (1933.333, 1966.667),
        "metà Novecento": (1933.333, 1966.667),
        "prima metà del ’700": (1700, 1750),
        "la seconda metà dell'Ottocento": (1850, 1900),
        "inizio del Novecento": (1900, 1933.333),
        "fine Ottocento": (1866.667, 1900),
        "primo Novecento": (1900, 1933.333),
        "secondo Novecento": (1950, 2000),
        "tardo Ottocento": (1866.667, 1900),
        "fra Otto e Novecento": (1800, 2000),
        "dal Trecento al Cinquecento": (1300, 1600),
        "dalla fine del Settecento alla metà dell'Ottocento": (1766.667, 1866.667),
        "dal Settecento all’Ottocento": (1700, 1900),
        "gli anni Venti del Novecento": (1920, 1930),
        "anni '50 dell'Ottocento": (1850, 1860),
        "nell'800": (1800, 1900),
        "il '900": (1900, 2000),
    },
    "nl": {
        "eind negentiende eeuw": (1866.667, 1900),
        "begin van de jaren 1980": (1980, 1983.333),
    },
    "pl": {
        "początek XX wieku": (1900, 1933.333),
        "pierwsza połowa XIX wieku": (1800, 1850),
        "połowa XIX wieku": (1833.333, 1866.667),
        "w dwudziestym pierwszym wieku": (2000, 2100),
        "początek lat 80. XX wieku": (1980, 1983.333),
        "lata 1940-1945": (1940, 1945),
    },
    "ru": {
        "начало 1980-х": (1980, 1983.333),
        "конец 1980-х годов": (1986.667, 1990),
        "1980-е": (1980, 1990),
        "в 1980-м году": (1980, 1980),
        "1980-й год": (1980, 1980),
        "начало 80-х годов XX века": (1980, 1983.333),
        "конец двадцатого века": (1966.667, 2000),
        "в двадцать первом веке": (2000, 2100),
        "первая половина XIX века": (1800, 1850),
        "1-я половина XIX века": (1800, 1850),
        "19-й век": (1800, 1900),
        "конец XIX — начало XX века": (1866.667, 1933.333),
    },
    "uk": {
        "початок 1980-х": (1980, 1983.333),
        "кінець двадцятого століття": (1966.667, 2000),
        "у дев’ятнадцятому столітті": (1800, 1900),
        "80-ті роки ХХ століття": (1980, 1990),
    },
    "el": {
        "τέλη του δέκατου ένατου αιώνα": (1866.667, 1900),
        "εικοστός αιώνας": (1900, 2000),
        "αρχές της δεκαετίας του 1980": (1980, 1983.333),
    },
    "ja": {
        "1980年代": (1980, 1990),
        "1980年代初頭": (1980, 1983.333),
        "1980年代の後半に": (1985, 1990),
        "1980年代と1990年代": (1980, 2000),
        "19世紀末から20世紀初頭": (1866.667, 1933.333),
        "約19世紀": (1800, 1900),
        "十九世紀前半": (1800, 1850),
        "18〜19世紀": (1700, 1900),
        "紀元前5世紀": (-499, -399),
    },
    "zh": {
        "二十世纪": (1900, 2000),
        "20世纪80年代初": (1980, 1983.333),
        "19世纪中叶": (1833.333, 1866.667),
        "公元前5世纪末": (-432.333, -399),
    },
    "ko": {
        "1980년대 초": (1980, 1983.333),
        "19세기 후반에": (1850, 1900),
        "19세기 말레이시아": (1800, 1900),
    },
}
"""Ages and decades in words, or with endings, by language."""


@rows(
    ("text", "time"),
    [each for told in OTHERS.values() for each in told.items()],
    ids=[text for told in OTHERS.values() for text in told],
)
def test_ages_in_words_are_read_in_other_languages(text: str, time: tuple[float, float]) -> None:
    assert time_of(text) == pytest.approx(time, abs=0.001)


NO_AGE = {
    "another ordinal": ("the first of the nineteenth century", (1800, 1900)),
    "other ordinals": ("second and last years of the nineteenth century", (1800, 1900)),
    "a day in words": ("the third of May 1808", (1808 + 4 / 12, 1808 + 4 / 12)),
    "German, the first time": ("zum ersten Mal im 19. Jahrhundert", (1800, 1900)),
    "an age and no number": ("third day of the century", None),
    "once is no Spanish eleven": ("the last century once more", None),
    "Italian, as Dante has it": ("il secolo secondo Dante", None),
    "Portuguese, as he has it": ("no século segundo Camões", None),
    "so many ages": ("quinze siècles", None),
    "a decade of no century": ("80-е годы", None),
    "Japanese, of no century": ("80年代", None),
    "Japanese, a half": ("前半", None),
    "Japanese, a thousand": ("千世紀", None),
    "a part of a day": ("late", None),
    "a number of hundreds": ("a few hundreds", None),
    "hundreds of something": ("eighteen hundred", None),
    "decades of no century": ("gli anni Venti", None),
    "an Italian number": ("novecento metri", None),
    "an Italian number of years": ("Ottocento anni fa", None),
    "an Italian year": ("nell'800 d.C.", (800, 800)),
    "an Italian year in a sentence": ("nell'anno 800", (800, 800)),
    "a length of time in words": ("twenty years in the nineteen forests", None),
    "no age": ("the second time", None),
}
"""What is no age in words, and what it is read as all the same."""


@rows(("text", "time"), NO_AGE.values(), ids=NO_AGE)
def test_other_words_are_no_age(text: str, time: tuple[float, float] | None) -> None:
    assert time_of(text) == (pytest.approx(time, abs=0.001) if time else None)
