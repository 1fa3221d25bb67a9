"""Folds a spelling so that only its letters count."""

from __future__ import annotations

import unicodedata

_VOICED = "\u3099\u309a"  # marks of kana, which are letters of their own
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "e", "ё": "е", "’": "'", "ʼ": "'", "'": None})


def fold(spelling: str) -> str:
    """Give a spelling in lower case, without accents.

    >>> fold("Zełenski"), fold("Čaputová"), fold("Хрущёв")
    ('zelenski', 'caputova', 'хрущев')
    """
    plain = unicodedata.normalize("NFD", spelling.casefold().translate(_LETTERS))
    letters = "".join(char for char in plain if not unicodedata.combining(char) or char in _VOICED)
    return unicodedata.normalize("NFC", letters).translate(_LETTERS)
