"""Reduces a name that no table knows to the consonants that every romanisation and respelling leaves."""

from __future__ import annotations

import re

from provenance.names.fold import fold

_CYRILLIC = dict(
    zip(
        "абвгґдежзийклмнопрстуфхцчшщьъыэюяіїєўђјљњћџѓќ",
        "a b v g g d e z z i i k l m n o p r s t u f h c c c c _ _ i e u a i i e u dz j l n c z h k".split(),
        strict=True,
    )
)
_GREEK = dict(zip("αβγδεζηθικλμνξοπρστυφχψως", "a v h d e z i t i k l m n ks o p r s t i f h ps o s".split(), strict=True))
_KANA = {
    "ア": "a", "イ": "i", "ウ": "u", "エ": "e", "オ": "o", "カ": "ka", "キ": "ki", "ク": "ku", "ケ": "ke", "コ": "ko", "サ": "sa", "シ": "si", "ス": "su", "セ": "se",
    "ソ": "so", "タ": "ta", "チ": "ci", "ツ": "cu", "テ": "te", "ト": "to", "ナ": "na", "ニ": "ni", "ヌ": "nu", "ネ": "ne", "ノ": "no", "ハ": "ha", "ヒ": "hi", "フ": "fu",
    "ヘ": "he", "ホ": "ho", "マ": "ma", "ミ": "mi", "ム": "mu", "メ": "me", "モ": "mo", "ヤ": "ya", "ユ": "yu", "ヨ": "yo", "ラ": "ra", "リ": "ri", "ル": "ru", "レ": "re",
    "ロ": "ro", "ワ": "wa", "ヲ": "o", "ン": "n", "ガ": "ga", "ギ": "gi", "グ": "gu", "ゲ": "ge", "ゴ": "go", "ザ": "za", "ジ": "zi", "ズ": "zu", "ゼ": "ze", "ゾ": "zo",
    "ダ": "da", "ヂ": "zi", "ヅ": "zu", "デ": "de", "ド": "do", "バ": "ba", "ビ": "bi", "ブ": "bu", "ベ": "be", "ボ": "bo", "パ": "pa", "ピ": "pi", "プ": "pu", "ペ": "pe",
    "ポ": "po", "ヴ": "bu",
}  # fmt: skip
_DIGRAPHS = (
    ("tsch", "c"), ("shch", "c"), ("chtch", "c"), ("szcz", "c"), ("dzh", "z"), ("dsch", "z"), ("tch", "c"), ("sch", "c"), ("tsj", "c"), ("sj", "c"), ("zj", "z"), ("sh", "c"),
    ("ch", "c"), ("cz", "c"), ("sz", "c"), ("zh", "z"), ("zs", "z"), ("kh", "h"), ("gh", "h"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "k"), ("ts", "c"), ("tz", "c"),
    ("x", "ks"),
)  # fmt: skip
_DIGRAPH = re.compile("|".join(sorted((pair for pair, _ in _DIGRAPHS), key=lambda pair: (-len(pair), pair))))
_LETTER = dict(_DIGRAPHS)
# Sounds that presses confuse: s with z (German, Spanish), g with h (Russian for h), v with w and (katakana) b, r with l; m before p is n in katakana.
_CLASSES = str.maketrans({"z": "s", "c": "s", "w": "b", "v": "b", "f": "b", "q": "k", "g": "k", "l": "r", "m": "n"} | dict.fromkeys("jhyaeiou_"))
_KATAKANA = re.compile(r"[ァ-ヺー]+")
_SMALL = str.maketrans("ァィゥェォャュョ", "アイウエオヤユヨ")


def skeleton(name: str) -> str:
    """Give the consonant skeleton of a word in Latin, Cyrillic or Greek letters or katakana; empty for other scripts.

    It is as coarse as katakana is: l counts as r, v as b, h as nothing.

    >>> skeleton("Fedorishchev") == skeleton("Федорищев") == skeleton("Fedorichtchev")
    True
    >>> skeleton("トランプ") == skeleton("Trump"), skeleton("ゼレンスキー") == skeleton("Zelensky")
    (True, True)
    """
    if _KATAKANA.fullmatch(name):
        kana = name.replace("ー", "").replace("ッ", "").translate(_SMALL)
        return _squeeze("".join(_KANA.get(char, "") for char in kana).translate(_CLASSES))
    letters = fold(name)
    if "Ѐ" <= letters[:1] <= "ӿ":
        latin = "".join(_CYRILLIC.get(letter, letter) for letter in letters)
    elif "α" <= letters[:1] <= "ω":
        latin = "".join(_GREEK.get(letter, letter) for letter in letters)
    elif letters.isascii():
        latin = _DIGRAPH.sub(lambda match: _LETTER[match.group()], letters)
        latin = re.sub(r"c(?=[eiy]|$)", "s", latin).replace("c", "k") if not _DIGRAPH.search(letters) else latin
    else:
        return ""
    return _squeeze(latin.translate(_CLASSES))


def _squeeze(letters: str) -> str:
    return re.sub(r"(.)\1+", r"\1", letters)
