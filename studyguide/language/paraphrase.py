"""Honest paraphrase in English: when another word says what a word of the source says.

Three ways, from the surest to the loosest: forms of one irregular verb, words of one family
(`oppose`, `opposition`), and everyday synonyms. None of them is ever used for names and numbers.
"""

from functools import cache
from itertools import takewhile

from studyguide.language.antonyms import ENGLISH
from studyguide.language.stems import stem

_IRREGULAR = """
arise arose arisen, awake awoke awoken, bear bore borne born, beat beaten, become became, begin began begun,
bend bent, bind bound, bite bit bitten, bleed bled, blow blew blown, break broke broken, bring brought, build built,
buy bought, catch caught, choose chose chosen, come came, creep crept, deal dealt, dig dug, draw drew drawn,
drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought, find found,
flee fled, fly flew flown, forbid forbade forbidden, forget forgot forgotten, forgive forgave forgiven,
freeze froze frozen, get got gotten, give gave given, go went gone, grind ground, grow grew grown, hang hung,
hear heard, hide hid hidden, hold held, keep kept, kneel knelt, know knew known, lay laid, lead led, leap leapt,
leave left, lend lent, lie lay lain, light lit, lose lost, make made, mean meant, meet met, overcome overcame,
overthrow overthrew overthrown, pay paid, ride rode ridden, ring rang rung, rise rose risen, run ran, say said, see saw seen,
seek sought, sell sold, send sent, shake shook shaken, shine shone, shoot shot, show shown, shrink shrank shrunk,
sing sang sung, sink sank sunk, sit sat, sleep slept, slide slid, speak spoke spoken, spend spent, spin spun,
spring sprang sprung, stand stood, steal stole stolen, stick stuck, strike struck, strive strove striven, swear swore sworn,
sweep swept, swim swam swum, swing swung, take took taken, teach taught, tear tore torn, tell told, think thought,
throw threw thrown, understand understood, wake woke woken, wear wore worn, weave wove woven, win won, wind wound,
withdraw withdrew withdrawn, write wrote written, child children, foot feet, man men, woman women, person people,
life lives, half halves, crisis crises, analysis analyses, basis bases, good better best, bad worse worst
"""

_SYNONYMS = """
abolish end eliminate, abolition end elimination, achieve accomplish attain reach, aid assistance help, aim goal objective purpose,
allow permit let enable, almost nearly, alone only, although though despite, amount quantity, ancient old, anger rage fury wrath,
announce declare proclaim, answer reply response, appear emerge arise, area region district zone, argue contend maintain claim,
arrive come, ask request demand appeal call, assemble gather rally meet, assist help aid support, attack assault, attempt try effort,
authority power, bar block, beat defeat, begin start commence open launch, beginning start outset, belief conviction faith,
big large great huge vast enormous massive, boss manager, branch section, brief short, bring carry, build construct erect,
call name term describe label dub, cause reason, cease stop end, change alter shift transform modify turn, chief main principal leading primary,
choose select elect pick, circle ring, cite quote, clash conflict, close shut, coast shore, collapse fall, colleague fellow,
combine unite join merge, come arrive, common shared joint, compare liken, compel force oblige, complain grumble, complete finish total,
conclude end finish, concession compromise, concern worry, condition circumstance state, connect link join, consist comprise contain,
continue proceed remain last, control command rule, country nation land state, crucial vital essential, current tendency trend,
damage harm hurt, danger threat risk peril, dangerous risky, decay decline, decide determine resolve, declare state announce,
defeat beat, defend protect guard, demand claim call, deny refuse, depict portray present, deputy representative, desire wish want,
destroy ruin wreck demolish, devastate ruin, develop evolve grow, development growth, difficulty hardship problem, dirt filth garbage,
dismantle break, disclose reveal, dispute quarrel, distort twist, drive push impel, earn make, employer boss, employment work job,
encourage promote foster, encounter meet, enemy foe opponent, enormous huge, entire whole all full, equal same, establish found form set create,
examine study analyse investigate, example instance, exclude omit, expand extend spread, explain account, express voice state show,
extend reach stretch, fail, famous well-known, fan inflame stoke, fear dread, fellow comrade, fight struggle battle combat, final last ultimate,
find discover, follow obey, forbid ban prohibit, force compel, foresee predict forecast, former previous earlier past, found establish form set create,
free liberate, freedom liberty, friend ally, fundamental basic, gain achievement, gather collect rally, general overall, genuine real true authentic,
get obtain receive, give grant offer provide, goods products, govern rule, government regime, grow increase rise, growth increase rise,
guarantee ensure, happen occur, hard difficult, hatred hate, heritage legacy inheritance, hidden concealed, hint clue, hope expect,
hostility enmity antagonism, huge vast, humiliating demeaning degrading, idea notion concept, immediately instantly, important significant major,
improve better raise, inauguration opening, income pay wages, increase rise raise growth grow, independent autonomous, inequality,
instrument tool, intervene interfere, intervention interference, issue question matter, job position work, join enter, kill murder,
lack want absence shortage, large big great, largest biggest greatest, lasting permanent, launch start begin, lead guide head,
leader head chief, leadership direction, leading main foremost, legal lawful, liberate free emancipate, limit restrict, limited restricted,
living life, location place site, main chief principal, maintain keep preserve, make produce create, maker producer, march demonstration,
mass huge large, massive huge, meeting gathering, merely only just simply, mistake error, moan complain, mock ridicule, modern recent,
movement campaign, necessary needed required, need require, nobody, notice observe, note remark observe, obstacle barrier, occupation job,
occur happen, offensive attack, opponent enemy, opposed against, opposite diametrically contrary, organisation body group association,
organization body group association, origin source, outcome result, overcome conquer surmount, overthrow topple depose bring, own possess, ownership possession,
paper newspaper organ journal, part share portion section, party, path road way course, perspective outlook prospect, place site spot location,
plan intend scheme, plea appeal, point issue, poor, portray depict describe, position stance, power strength, powerful strong mighty,
predict foresee prophesy prediction, preserve keep, press media newspapers, prevent stop, principle tenet, prior previous, private,
privileged favoured, proceed go, programme program, prohibit ban, promise pledge vow, proof evidence, protect shield, protest demonstration,
prove show demonstrate, provoke trigger spark, publish issue, purge cleanse, purify purge, put place set, quick fast rapid swift, quickly fast rapidly,
quit leave, raise lift, rally gather assemble, rank, reach attain, read, rebellion revolt uprising, recent latest, reckoning settlement account,
recognise acknowledge admit, recognize acknowledge admit, reduce cut lower, reestablish restore rebuild, refuse reject, regime government rule,
region area, reject refuse, release free, remain stay, remark comment, remove, renewal revival, report account, represent,
resistance opposition, restore reestablish return, result outcome consequence, retain keep hold, return, reveal show disclose,
revival rebirth renewal, revolt rebellion, rival competitor, road path way, rooted based grounded, rotten corrupt, rule reign,
same identical, say tell state, secure obtain, seize take capture grab, sell, sense meaning, separate divide, serious grave, set put,
settlement, shaft pit mine, shortage scarcity lack, show demonstrate reveal display, shut close, situation position, slogan motto watchword,
sole only, soon shortly, source origin, speech address, speed pace, split division, stage phase, stand, start begin, state say,
stay remain, step stage, stop cease halt, stoppage strike walkout, strength power, strengthen reinforce, strive, strong powerful,
structure framework, struggle fight battle, subsidy support grant, succeed, support back, surge upsurge, suppress, surplus excess,
survive endure, system, take seize, task job, tell say, tendency trend current, term expression, threat menace danger, threaten endanger menace,
tool instrument, totally entirely wholly completely, trade commerce, train, transform turn change convert, turn shift, tycoon magnate,
type kind sort, under below beneath underground, underground below, understand grasp, unemployed jobless, unemployment joblessness, union,
unite join combine bring, upheaval, uprising revolt, use employ utilise, vast huge, victory triumph, vindication confirmation proof,
violent bloody, voice opinion mouthpiece, wage pay, wages pay, walk, want wish, war, warn caution, warning, wave, way manner means,
weak feeble, wealth riches, whole entire, wipe eliminate, wish desire, withdraw, wondrous marvellous, work labour, worker labourer,
working labouring, world globe, worldwide global international, worse, wreck ruin, wrong false, yearly annual, young
"""

SHORTEST_FAMILY = 5
_LONGEST_SUFFIX = 5


def _stem(word: str) -> str:
    return stem("en", word)


def _sets(listed: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group in listed.split(","):
        words = group.split()
        for word in words:
            found.setdefault(word, set()).update(words)
    return {word: frozenset(words) for word, words in found.items()}


@cache
def alternatives() -> dict[str, frozenset[str]]:
    """Give for each stem the stems that may stand for it."""
    found: dict[str, set[str]] = {}
    for listed in (_IRREGULAR, _SYNONYMS):
        for word, others in _sets(listed).items():
            found.setdefault(_stem(word), set()).update(map(_stem, others))
    return {word: frozenset(others - {word}) for word, others in found.items()}


def is_same_family(one: str, other: str) -> bool:
    """Whether two stems begin alike for long enough: `oppos` and `opposit`."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < SHORTEST_FAMILY or len(longer) - len(shorter) > _LONGEST_SUFFIX:
        return False
    alike = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(shorter, longer, strict=False))
    )
    return alike >= max(SHORTEST_FAMILY, len(shorter) - 1)


@cache
def opposites_of(word: str) -> tuple[str, ...]:
    """Give the words that mean the opposite of a word, given by its stem."""
    return tuple(sorted(_opposites().get(word, ())))


@cache
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, others in ENGLISH.items():
        found.setdefault(_stem(word), set()).update(others)
    return {word: frozenset(others) for word, others in found.items()}
