"""Cyrillic and Greek letters in Latin ones, well enough for names and cognates to meet."""

from __future__ import annotations

_CYRILLIC = "а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ы y э e ю yu я ya і i ї i є e ґ g ў u ј j љ l њ n ћ c ђ d џ dz ѓ g ќ k ѕ dz ә a ғ g қ k ң n ө o ұ u ү u һ h".split()
_GREEK = "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o".split()
_LETTERS = str.maketrans(
    {**dict(zip(_CYRILLIC[::2], _CYRILLIC[1::2], strict=True)), **dict(zip(_GREEK[::2], _GREEK[1::2], strict=True)), "ь": "", "ъ": ""}
)


def romanise(word: str) -> str:
    """Write a plain lower-case word in Latin letters; other scripts stay as they are.

    >>> romanise("путин"), romanise("афина")
    ('putin', 'afina')
    """
    return word.translate(_LETTERS)
