"""Which language a text is written in; abstains rather than guesses on short text.

langdetect draws random numbers, takes its seed from a process-global factory, and its probability is no confidence on short strings. So
the factory here is our own, always seeded, asked once per document about a bounded sample, and not asked at all where the commonest
words of English, or the letters of an alphabet, already tell.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Protocol

from provenance.model import LanguageGuess
from provenance.text.tokens import Tokens

MINIMUM_LETTERS = 20  # below this langdetect errs on one in four strings
MINIMUM_CONFIDENCE = 0.9
SAMPLE_CHARACTERS = 1_000

_UNKNOWN = LanguageGuess(code="und", confidence=0.0)
# Words that are frequent in English and in no other language written in Latin letters.
_ENGLISH = frozenset("the of and that was with which were been have from this his her they their would had by are is it has who said".split())
_ENGLISH_SHARE = 0.15  # of the first tokens; English news has 0.25 to 0.40, other languages under 0.05
# Letters that one language of its script has and its neighbours lack; langdetect has no Kazakh and wavers between Russian and Bulgarian.
_LETTERS = (
    ("kk", re.compile("[әғқңөұү]")),
    ("be", re.compile("ў")),
    ("uk", re.compile("[їєґ]")),
    ("sr", re.compile("[ђћ]")),
    ("mk", re.compile("[ѓќѕ]")),
    ("ru", re.compile("[ыэ]")),
)
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_OTHER = re.compile(r"[^\W\d_A-Za-z\u00c0-\u024f]")


class Identifier(Protocol):
    """Names the language of a text."""

    def identify(self, normal: str, tokens: Tokens) -> LanguageGuess:
        """Give the language of a normal form; `und` with confidence 0 where it cannot be told."""
        ...  # pragma: no cover


class LangdetectIdentifier:
    """The default identifier: English by its commonest words, everything else by langdetect."""

    def identify(self, normal: str, tokens: Tokens) -> LanguageGuess:
        """Give the language of a normal form; `und` with confidence 0 where it cannot be told.

        >>> from provenance.text import tokenise
        >>> text = "The minister said that the bridge would have been closed by the end of the year."
        >>> LangdetectIdentifier().identify(text, tokenise(text)).code
        'en'
        """
        words = [norm for norm, kind in zip(tokens.norms[:400], tokens.kinds[:400], strict=True) if kind == "w"]
        # Capitalised words may be names, and names have no language: "Kassym-Jomart Tokayev" is Finnish to langdetect, with certainty.
        spoken = zip(tokens.surfaces[:400], tokens.kinds[:400], strict=True)
        if sum(len(surface) for surface, kind in spoken if kind == "w" and not surface[0].isupper()) < MINIMUM_LETTERS:
            return _UNKNOWN
        share = sum(word in _ENGLISH for word in words) / len(words)
        sample = normal[: SAMPLE_CHARACTERS * 4]
        if len(words) >= 12 and share >= _ENGLISH_SHARE and len(_OTHER.findall(sample)) * 10 < len(_LATIN.findall(sample)):
            return LanguageGuess(code="en", confidence=0.99)
        for code, pattern in _LETTERS:
            if pattern.search(sample):
                return LanguageGuess(code=code, confidence=0.95)
        return _ask_langdetect(normal[:SAMPLE_CHARACTERS])


def _ask_langdetect(sample: str) -> LanguageGuess:
    from langdetect.lang_detect_exception import LangDetectException

    detector = _factory().create()
    detector.append(sample)
    try:
        guesses = detector.get_probabilities()
    except LangDetectException:
        return _UNKNOWN
    if not guesses or guesses[0].prob < MINIMUM_CONFIDENCE:
        return _UNKNOWN
    return LanguageGuess(code=guesses[0].lang.split("-")[0], confidence=round(float(guesses[0].prob), 4))


@cache
def _factory() -> Any:
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    class Seeded(DetectorFactory):  # type: ignore[misc]
        seed = 0  # on a subclass, so that other users of langdetect in the process keep their own setting

    factory = Seeded()
    factory.load_profile(PROFILES_DIRECTORY)
    return factory
