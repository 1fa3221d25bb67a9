"""A document made ready for reading: normalised with an offset map, cut into lines, sentences, tokens and quotations."""

from provenance.text.identify import Identifier, LangdetectIdentifier
from provenance.text.normalise import Normalised, normalise
from provenance.text.prepare import Text, prepare
from provenance.text.tokens import Tokens, tokenise

__all__ = [
    "Identifier",
    "LangdetectIdentifier",
    "Normalised",
    "Text",
    "Tokens",
    "normalise",
    "prepare",
    "tokenise",
]
