"""Key words of a sentence: numbers and the stems of words that carry meaning, to see whether a point occurs in a text.

This finds words, not truth: a point can be mentioned and wrong, or right in other words.
"""

from __future__ import annotations

import re
import unicodedata

MENTIONED = 0.6
_SENTENCE_END = re.compile(r"(?<=[.!?:;])\s+|\n\s*\n")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_STOP = frozenset(
    """a about above after again all also always am an and any are as at be because been before being below between both but by can
    cannot could did do does doing done down during each either else even ever every few for from further get gets give given gives go
    goes had has have having he her here hers him his how however i if in instead into is it its itself just keep kept let like made
    make makes many may me means might more most much must my need needs neither never no nor not now of off often on once one only or
    other others our out over own per rather same say says see seen she should since so some still such take takes than that the their
    them then there therefore these they this those though through thus to too two under until up upon us use used uses using very was
    way we well were what when where whether which while who whole whom whose why will with within without would yet you your""".split()
)
_NUMBERS = {
    "zero": "0",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
    "twice": "2",
    "half": "0.5",
}
_ENDINGS = (
    "izations isations ization isation ational fulness ousness iveness ations ation ments ment ness ities ity ingly edly "
    "izing ising izes ises ized ised ize ise ings ing ions ion ives ive ally ably ible able ies ied ers er ors or ed es ly al s e y"
).split()


def key_words(text: str) -> frozenset[str]:
    """Numbers and stems of the content words of a text."""
    folded = unicodedata.normalize("NFC", text).casefold().replace("’", "'")
    return frozenset(_stem(token) for token in _TOKEN.findall(folded) if token not in _STOP and _says_something(token))


def _says_something(token: str) -> bool:
    """Single letters are variables of a formula, and a lone subscript is nothing."""
    return token[0].isdecimal() or (any(map(str.isalpha, token)) and (len(token) > 1 or not token.isascii()))


def occurring(point: str, text: str | frozenset[str]) -> float:
    """The share of a point's key words that occur in a text, 0 to 1."""
    wanted = key_words(point)
    there = key_words(text) if isinstance(text, str) else text
    return len(wanted & there) / len(wanted) if wanted else 1.0


def is_mentioned(point: str, text: str) -> bool:
    """Whether most key words of a point occur in a text."""
    return occurring(point, text) >= MENTIONED


def _stem(token: str) -> str:
    if token[0].isdigit():
        return token.replace(",", "")
    token = _NUMBERS.get(token, token).split("'")[0]
    for ending in _ENDINGS:
        if token.endswith(ending) and len(token) - len(ending) >= 3:
            token = token.removesuffix(ending)
            break
    return token[:-1] if len(token) > 3 and token[-1] == token[-2] else token


def said_in(point: str, answer: str, *, sentences: int = 3) -> float:
    """The largest share of a point's key words that so many sentences in a row of an answer hold, 0 to 1."""
    found = [key_words(sentence) for sentence in _SENTENCE_END.split(answer) if sentence.strip()]
    windows = (found[start : start + sentences] for start in range(max(1, len(found) - sentences + 1)))
    return max((occurring(point, frozenset().union(*window)) for window in windows), default=0.0)
