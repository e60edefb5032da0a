"""Words to plant errors with, language by language; without them only what needs none is planted."""

import re
from typing import NamedTuple

from studyguide.language.language import Language


class Planting(NamedTuple):
    """What a language plants: patterns of what may be changed, and the words to change it with.

    `verbs` are words after which something can be denied, by `denied`; `conditions` open a clause, and
    `plans` stand before what is not done yet, which `done` tells as done.
    """

    verbs: str
    denied: str
    only: str
    exactly: str
    always: str
    conditions: str
    plans: str
    done: str


_PLANTING = {
    "en": Planting(
        verbs="is|are|was|were|has|have|had|does|do|did|can|could|will|would|must|should|said|says",
        denied="{} not",
        only="only {}",
        exactly="exactly {}",
        always="{} always",
        conditions="only if|if|unless|provided that|as long as|except for|except|apart from",
        plans="(?:was|were|is|are) to(?= [a-z])|(?:plan|plann|intend|want|hop|propos|promis|threaten|offer)(?:s|e|es|"
        "ed|ned)? to|will|would|(?:sought|seeks?|aims?|aimed|means|meant|tried|tries) to",
        done="did",
    ),
    "de": Planting(
        verbs="ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|wurde|wurden|kann|können|konnte|muss|müssen|darf|"
        "soll|liegt|gilt",
        denied="{} nicht",
        only="nur {}",
        exactly="genau {}",
        always="{} immer",
        conditions="nur wenn|wenn|falls|sofern|es sei denn|außer|vorausgesetzt",
        plans="sollte|sollten|soll|sollen|will|wollte|wollten|plante|planten|plant",
        done="hat",
    ),
    "fr": Planting(
        verbs="est|sont|était|étaient|fut|furent|a|ont|avait|peut|peuvent|pouvait|pouvaient|doit|doivent|se",
        denied="ne {} pas",
        only="seulement {}",
        exactly="exactement {}",
        always="{} toujours",
        conditions="seulement si|si|à condition de|à condition que|à moins que|sauf|excepté|tant que",
        plans="envisageait d[e’']|envisage d[e’']|voulait|voulaient|veut|prévoyait de|prévoit de|devait|comptait|projetait de",
        done="a fait",
    ),
    "es": Planting(
        verbs="es|son|era|eran|fue|fueron|ha|han|había|puede|pueden|podía|podían|debe|deben|tiene|está|están",
        denied="no {}",
        only="solo {}",
        exactly="exactamente {}",
        always="{} siempre",
        conditions="solo si|si|a menos que|siempre que|salvo|excepto|en caso de",
        plans="planea|planeaba|quería|querían|quiere|pretende|pretendía|pensaba|propuso|iba a|iban a|va a",
        done="logró",
    ),
    "it": Planting(
        verbs="è|sono|era|erano|fu|furono|ha|hanno|aveva|può|possono|poteva|deve|devono",
        denied="non {}",
        only="solo {}",
        exactly="esattamente {}",
        always="{} sempre",
        conditions="solo se|se|a meno che|purché|salvo|tranne|eccetto",
        plans="voleva|volevano|vuole|intendeva|progettava di|prevedeva di",
        done="ha fatto",
    ),
    "pt": Planting(
        verbs="é|são|era|eram|foi|foram|tem|têm|tinha|pode|podem|podia|deve|devem|está|estão",
        denied="não {}",
        only="só {}",
        exactly="exatamente {}",
        always="{} sempre",
        conditions="só se|se|a menos que|desde que|salvo|exceto",
        plans="queria|queriam|quer|pretendia|planeava|planejava|ia|iam",
        done="conseguiu",
    ),
    "nl": Planting(
        verbs="is|zijn|was|waren|heeft|hebben|had|hadden|wordt|worden|werd|werden|kan|kunnen|moet|mag",
        denied="{} niet",
        only="alleen {}",
        exactly="precies {}",
        always="{} altijd",
        conditions="alleen als|als|indien|tenzij|mits|behalve",
        plans="wilde|wilden|wil|zou|zouden|zal|zullen",
        done="heeft",
    ),
    "pl": Planting(
        verbs="jest|są|był|była|było|były|ma|mają|miał|może|mogą|mógł|musi|muszą|została|został|zostały",
        denied="nie {}",
        only="tylko {}",
        exactly="dokładnie {}",
        always="{} zawsze",
        conditions="tylko jeśli|jeśli|jeżeli|chyba że|o ile|oprócz|z wyjątkiem",
        plans="chciał|chcieli|chce|zamierzał|zamierza|planował|planowali|miał",
        done="już",
    ),
    "ru": Planting(
        verbs="был|была|было|были|может|могут|мог|могли|стоил|стоила|шёл|шла|стоит|имеет|служит|называют|называется|жили|"
        "жил|работали|запрещал|оставалось|весила|вмещал|привезли|открыли|построили|давала|отменили",
        denied="не {}",
        only="только {}",
        exactly="ровно {}",
        always="{} всегда",
        conditions="только если|если|при условии|кроме|за исключением",
        plans="собирались|собирался|планировали|хотели|хотел|хочет|намерен|намерены|пытался|пытались|будет|будут",
        done="уже",
    ),
    "uk": Planting(
        verbs="є|був|була|було|були|може|можуть|міг|могли|має|мають|служить|називають|жили|працювали",
        denied="не {}",
        only="тільки {}",
        exactly="рівно {}",
        always="{} завжди",
        conditions="тільки якщо|якщо|за умови|крім|окрім|за винятком",
        plans="збирався|збиралися|планували|планував|хотіли|хотів|хоче|намагався|буде|будуть",
        done="вже",
    ),
}


def joint(language: Language) -> re.Pattern[str]:
    """Give a pattern of what joins things that may change places without another meaning."""
    listed = "|".join(sorted(language.words.joining)) or "and"
    return re.compile(rf",?\s+(?:{listed})\s+")


def planting(language: Language) -> Planting | None:
    """Give the words to plant in a language, if there are any."""
    return _PLANTING.get(language.tag.partition("-")[0].lower())
