"""Names that begin with the family's: those of some languages, and of China, Japan, Korea and Vietnam in any."""

import re
from typing import Final
from unicodedata import combining, normalize

from studyguide.printing.index.names.surnames import is_particle

_LANGUAGES: Final = frozenset(("hu", "ja", "ko", "vi", "zh"))
"""Languages in which the family's name comes first."""

_CHINESE: Final = frozenset(
    """
    bai ban bao bi bian cai cao chai chang che chen cheng chu cui dai deng di ding dong dou du duan fan fang fei feng fu gan
    gao ge geng gong gu guan gui guo han he hong hou hu hua huan huang huo ji jia jian jiang jiao jin jing ju kang kong kou
    kuang lai lan lei li lian liang liao lin ling liu lou lu luan luo ma mao mei meng mi miao mo mu ni nie ning niu ou
    pan pang pei peng pi pu qi qian qiang qiao qin qiu qu quan ren rong ruan sha shan shang shao she shen sheng shi shu si
    song su sun tan tang tao teng tian tong tu wan wang wei wen weng wu xi xia xiang xiao xie xin xing xiong xu xuan xue yan
    yang yao ye yi yin ying you yu yuan yue yun zang zeng zha zhan zhang zhao zhen zheng zhong zhou zhu zhuang zhuge zhuo
    zong zou zu zuo dongfang gongsun huangfu ouyang shangguan sima situ xiahou
    """.split()  # noqa: SIM905
)
_VIETNAMESE: Final = frozenset("ho hồ ngo ngô nguyen nguyễn pham phạm tran trần vo võ".split())  # noqa: SIM905
_SYLLABLE: Final = (
    "(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:i?ang|iong|i?ong|uang|i?eng|ing|i?ao|i?an|u?an|u?ai|u?ei|u?en|er|in|u[eno]?|üe?|i[aeu]?|ua|a|o|ou|e)"
)
_SYLLABLES: Final = re.compile(f"{_SYLLABLE}(?:['’]?{_SYLLABLE})?")
"""A given name of China in Pinyin."""

_BEFORE_TWO: Final = frozenset(
    """
    ahn baek ban bui cha chan chang chen cheung chiang cho choe choi chou chow chua chun chung dang dinh do duong goh han
    ho hong hwang im jang jeon jeong jung kang kim koh kwok kwon lam lau le lee leung li lim lin loh ly ma mao moon ngo
    nguyen noh oh ong paik pak park pham phan rhee ri roh ryu seo shin sim sin soong suh sun tan teng teo tran truong tsai
    tsang tung vo vu wong wu yang yeo yeung yi yoo yoon yun
    """.split()  # noqa: SIM905
)
"""Surnames that two syllables follow: of Korea, Vietnam, and China as it was written before Pinyin, or is in its south."""

_NEVER_GIVEN: Final = frozenset("choi kim lee pak park rhee".split())  # noqa: SIM905
"""Behind two syllables these are the surname after all: Chan Ho Park."""

_ONE_SYLLABLE: Final = re.compile(
    "(?:ch|gi|hs|hw|kh|kw|ngh?|nh|ph|qu|sh|sw|sz|th|tr|ts|tz|[bdfghjklmnprstvwxyz])?"
    "[yw]?(?!ea|oa)(?:[aeiou]{1,3}w?|y)(?:ng|nh|ch|ck|[cghklmnprt])?"
)
"""A syllable of such a given name, without its marks: Il, Sung, Kuan, Yew, Thieu; Harvey and Cleef are none."""

_JAPANESE: Final = frozenset(
    """
    abe akutagawa ando aoki arai ashikaga chiba dazai endo fujii fujimoto fujita fujiwara fukuda goto hara harada hasegawa
    hashimoto hattori hayashi hiraga hirano hirata hiratsuka hojo honda ikeda imai ino inoue ishida ishii ishikawa ito
    iwasaki kaneko kato katsushika kawabata kikuchi kimura kinoshita kitagawa kobayashi kojima kondo kubo kudo kurosawa
    maeda maruyama masuda matsuda matsudaira matsui matsumoto matsuo minamoto mishima miura miyamoto miyazaki mizoguchi mori
    morita motoori murakami murasaki murata nagai nakagawa nakajima nakamura nakano nakayama natsume nishimura noguchi
    nomura oda ogata ogawa okada okamoto okubo onishi ono otsuka ozu saigo saito sakai sakamoto sakurai sano sasaki sato
    sei seki shibata shimazu shimizu sugawara sugimoto sugita sugiyama suzuki tachibana taira takada takagi takahashi takeda
    takeuchi tamura tanaka taniguchi tanizaki tanuma tokugawa toyotomi uchida ueda ueno uesugi utagawa wada watanabe
    yamada yamaguchi yamamoto yamashita yamazaki yokoyama yoshida yosa
    """.split()  # noqa: SIM905
)
"""Surnames of Japan; where no other one follows, they come first."""

_MORAE: Final = re.compile(
    "(?:n(?![a-z])|n(?=[bcdfghjkmnprstwz])|(?:[kgnhbpmr]y|sh|ch|ts|([kst])(?=\\1)|[kgsztdnhbpmyrwfj])?(?:[aiueo]))+"
)
"""A given name of Japan, without its marks."""

_HYPHENED: Final = re.compile(r"[^\W\d_]+-[^\W\d_]+")
"""A given name of China or Korea; elsewhere what stands behind a hyphen has a capital: Kim Jong-un, Bulwer-Lytton."""


def is_family_first(words: list[str], language: str) -> bool:
    """Whether a name of these words begins with the family's: all of some languages, Mao Zedong and Oda Nobunaga in each."""
    if language in _LANGUAGES:
        return True
    first, last = words[0].casefold(), words[-1]
    if len(words) > 2:
        is_vietnamese = first in _VIETNAMESE and not any(map(is_particle, words))
        return is_vietnamese or _is_of_three_syllables(words)
    if _HYPHENED.fullmatch(last):
        return last[0].isupper() and last.partition("-")[2].islower()
    family, given = _without_marks(first), _without_marks(last.casefold())
    if given in _JAPANESE:
        return False
    is_japanese = family in _JAPANESE and bool(_MORAE.fullmatch(given))
    return is_japanese or (family in _CHINESE and bool(_SYLLABLES.fullmatch(given)))


def _is_of_three_syllables(words: list[str]) -> bool:
    """Whether a name is a surname and two syllables, each with its capital: Kim Il Sung, Lee Kuan Yew."""
    surname, *given = (_without_marks(word.casefold()) for word in words)
    return (
        len(words) == 3
        and surname in _BEFORE_TWO
        and given[-1] not in _NEVER_GIVEN
        and all(map(str.istitle, words))
        and all(map(_ONE_SYLLABLE.fullmatch, given))
    )


def _without_marks(word: str) -> str:
    apart = normalize("NFD", word.replace("đ", "d"))
    return "".join(sign for sign in apart if not combining(sign))
