"""The MQM core error typology: identifiers and mnemonic names.

Source: MQM Core, MQM Council (themqm.org), Creative Commons Attribution 4.0. Only the identifiers and mnemonics are kept.
"""

from __future__ import annotations

MNEMONICS = {
    "MQMC_000000": "terminology",
    "MQMC_001000": "termbase",
    "MQMC_002000": "term-inconsistency",
    "MQMC_003000": "wrong-term",
    "MQMC_100000": "accuracy",
    "MQMC_101000": "mistranslation",
    "MQMC_102000": "over-translation",
    "MQMC_103000": "under-translation",
    "MQMC_104000": "addition",
    "MQMC_105000": "omission",
    "MQMC_107000": "no-translate",
    "MQMC_108000": "untranslated",
    "MQMC_200000": "fluency",
    "MQMC_201000": "grammar",
    "MQMC_202000": "punctuation",
    "MQMC_204000": "spelling",
    "MQMC_211000": "unintelligible",
    "MQMC_212000": "character-encoding",
    "MQMC_214000": "textual-conventions",
    "MQMC_300000": "style",
    "MQMC_301000": "company-style",
    "MQMC_302000": "third-party-style",
    "MQMC_303000": "inconsistent-external-reference",
    "MQMC_304000": "register",
    "MQMC_305000": "awkward",
    "MQMC_306000": "unidiomatic",
    "MQMC_307000": "inconsistent-style",
    "MQMC_400000": "locale-convention",
    "MQMC_401000": "number-format",
    "MQMC_402000": "currency-format",
    "MQMC_403000": "measurement-format",
    "MQMC_404000": "time-format",
    "MQMC_405000": "date-format",
    "MQMC_408000": "address-format",
    "MQMC_410000": "telephone-format",
    "MQMC_413000": "shortcut-key",
    "MQMC_500000": "verity",
    "MQMC_501000": "culture-specific",
    "MQMC_502000": "offensive",
    "MQMC_600000": "design",
    "MQMC_601000": "local-formatting",
    "MQMC_602000": "overall-design",
    "MQMC_604000": "markup",
    "MQMC_605000": "truncation-text-expansion",
    "MQMC_606000": "missing-text",
    "MQMC_607000": "broken-link",
}


def mnemonic(identifier: str) -> str:
    """Give the mnemonic name of an MQM identifier.

    Raises:
        KeyError: there is no such error type.

    >>> mnemonic("MQMC_101000")
    'mistranslation'
    """
    return MNEMONICS[identifier]
