"""English words that mean the opposite of each other, for the check's warnings."""

_PAIRS = """
abolish establish, abolish introduce, abolish restore, above below, absence presence, absent present,
abundance shortage, abundant scarce, accelerate slow, accept refuse, accept reject, accuse defend,
active passive, add remove, add subtract, admit deny, advance retreat, advantage disadvantage,
affirm deny, agree disagree, alive dead, allow forbid, allow prevent, ally enemy, always never,
ancient modern, appear disappear, approve condemn, approve reject, arrive leave, ascend descend,
asleep awake, attack defend, bad good, ban allow, beginning end, begin end, begin stop, better worse,
best worst, big small, birth death, bless curse, blame praise, bottom top, bound free, break mend,
brief long, bright dark, broad narrow, build demolish, build destroy, build dismantle, buy sell,
calm stormy, capitalism socialism, capitalist socialist, cause result, centralise decentralise,
cheap expensive, clean dirty, clear vague, clockwise anticlockwise, close open, cold hot, cold warm,
combine separate, complete partial, completely partly, conceal reveal, connect disconnect, consent refuse,
construct destroy, contract expand, cool warm, courage fear, cover uncover, create destroy, cruel kind,
damage repair, danger safety, dangerous safe, dawn dusk, day night, decline growth, decline grow,
decline rise, decrease increase, deep shallow, defeat victory, defeat win, defend betray, defensive offensive,
deficit surplus, demand supply, democracy dictatorship, dependence independence, dependent independent,
despair hope, destroy preserve, destroy restore, different same, difficult easy, diminish grow, dirty pure,
disease health, dismiss appoint, divide unite, division unity, domestic foreign, doubt certainty, down up,
downstream upstream, dry wet, early late, earlier later, east west, eastern western, ebb flood, empty full,
enemy friend, enlarge reduce, enter leave, equality inequality, equal unequal, evening morning, exclude include,
exit entrance, expensive cheap, explode implode, export import, external internal, fail succeed, failure success,
fall rise, false true, famous unknown, far near, fast slow, few many, fewer more, finish start, first last,
foe friend, follow lead, forget remember, former latter, forward backward, found abolish, freeze melt, freeze thaw,
freedom slavery, front back, future past, gain loss, gain lose, gather scatter, general particular, gentle harsh,
give take, global local, gradual sudden, grant refuse, great small, growth decline, guilty innocent, happy sad,
hard soft, harm benefit, hate love, head tail, heat cold, heavy light, help hinder, high low, higher lower,
highest lowest, honest dishonest, hostile friendly, hostility friendship, humble proud, ignore notice, improve worsen,
indoor outdoor, inferior superior, inner outer, innocence guilt, inside outside, interior exterior, internationalism
nationalism, internationalist nationalist, isolate integrate, isolation integration, join leave, junior senior,
justice injustice, land sea, large small, larger smaller, largest smallest, launch halt, lawful unlawful, least most,
left right, legal illegal, lend borrow, lengthen shorten, less more, lift lower, literate illiterate, live die,
long short, longer shorter, loosen tighten, lose win, loser winner, loud quiet, lower raise, loyal disloyal,
loyalty betrayal, major minor, majority minority, male female, maximum minimum, merge split, mild severe, minimise maximise,
narrow wide, natural artificial, negative positive, new old, newer older, newest oldest, noisy quiet, north south,
northern southern, obey disobey, odd even, offer refuse, old young, older younger, oppose support, opponent supporter,
opposition support, optimism pessimism, optimist pessimist, order chaos, over under, pacify provoke, part whole,
peace war, permanent temporary, permit forbid, plus minus, poor rich, poverty wealth, powerful powerless, practice theory,
praise criticise, private public, private state, privilege disadvantage, profit loss, progress regress,
progressive reactionary, protect endanger, proven disproven, public secret, pull push, purge keep, quick slow, rapid slow,
raise lower, rare common, recede advance, receive send, reform revolution, regular irregular, reject embrace, release hold,
remain leave, renew exhaust, rejuvenate dismantle, reward punish, rural urban, safe risky, scarce plentiful, sea land,
shrink grow, sink float, sink rise, skilled unskilled, slowly quickly, smooth rough, solid liquid, solution problem,
start stop, stale fresh, strength weakness, strengthen weaken, strong weak, stronger weaker, sunrise sunset,
superiority inferiority, surrender resist, swift slow, tall short, teacher pupil, thick thin, tight loose, together apart,
trust distrust, truth lie, upper lower, urban rural, useful useless, vertical horizontal, victory loss, violent peaceful,
voluntary compulsory, vast tiny, weak powerful, whole broken, widen narrow, wise foolish, withdraw advance,
within outside, worker employer, workers employers
"""


def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pair in _PAIRS.split(","):
        one, other = pair.split()
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}


ENGLISH = _opposites()
"""For each word, in its base form, the words that mean its opposite."""
