"""Keys of a document that are the same in every language: who, where, which organisations, numbers and dates it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from provenance.names.adjectives import country_of
from provenance.names.fold import fold
from provenance.names.gazetteer import Gazetteer, load_gazetteer
from provenance.names.numbers import number_keys
from provenance.names.pinyin import chinese_names, is_pinyin
from provenance.names.skeleton import skeleton

_FAR_EAST = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa]")
_KATAKANA = re.compile(r"[ァ-ヺー]{3,}")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?:\.[A-Z]\b)*")
_RUN = re.compile(r"[^\W\d_]+")
_REMEMBERED = 1 << 15  # words whose keys are kept
_LONGEST_WORDS, _LONGEST_FAR, _LONGEST_ENDING = 4, 14, 3
_SHORTEST_STEM = 4
_SHORTEST_SKELETON = 3  # consonants; shorter ones are shared by chance
# Capitalised in English though no names: they would be shared by any two documents.
_NO_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december "
    "president minister prime government the mr mrs ms dr sir lord king queen prince princess police court state national international general "
    "party parliament secretary chief director university street park west east north south new first".split()
)


def document_keys(text: str) -> frozenset[str]:
    """Give the language-independent keys of a text.

    Keys are `p:` people, `l:` places, `o:` organisations of the gazetteer in whatever spelling, script or case; `n:` numbers; `d:` days of the year;
    `s:` the consonant skeleton of a name that the gazetteer does not know, `z:` a Chinese name in pinyin.

    >>> sorted(document_keys("Le 3 mars, Poutine a reçu 1 250 vétérans à Moscou.") & document_keys("3 марта Путин принял в Москве 1250 ветеранов."))
    ['d:03-03', 'l:moscow', 'n:1250', 'p:putin']
    """
    gazetteer = load_gazetteer()
    keys = set(number_keys(text, gazetteer.months))
    if len(_FAR_EAST.findall(text)) > len(text) / 5:
        keys.update(_far_eastern(text, gazetteer))
    else:
        keys.update(_alphabetic(text, gazetteer))
    return frozenset(keys)


def _far_eastern(text: str, gazetteer: Gazetteer) -> Iterator[str]:
    forms = gazetteer.forms
    folded = text.casefold()
    at = 0
    while at < len(folded):
        if _FAR_EAST.match(folded[at]):
            for end in range(min(len(folded), at + _LONGEST_FAR), at, -1):
                key = forms.get(folded[at:end])
                if key is not None and (end - at > 1 or key.startswith("l:")):
                    yield key
                    at = end - 1
                    break
        at += 1
    for match in _KATAKANA.finditer(text):
        bones = skeleton(match.group())
        if len(bones) >= _SHORTEST_SKELETON:
            yield f"s:{bones}"
    if not _KANA.search(text):
        yield from (f"z:{name}" for name in chinese_names(text))
    for match in re.finditer(r"[A-Za-z][A-Za-z.-]+", text):
        yield from _word_keys([match.group()], 0, gazetteer)


def _alphabetic(text: str, gazetteer: Gazetteer) -> Iterator[str]:
    words = _WORD.findall(text)
    # A word that also stands in lower case is no name.
    lower = {word for word in words if word[0].islower()}
    at = 0
    while at < len(words):
        at += 1
        word = words[at - 1]
        if not (word[0].isupper() or (not word[0].isascii() and word[0] == word[0].upper())):
            adjective = _adjective(word)
            if adjective:
                yield adjective
            continue
        found = list(_word_keys(words, at - 1, gazetteer))
        yield from found
        if not found and word.lower() not in lower:
            yield from _skeletons(word)
        after = words[at] if at < len(words) else ""
        if after[:1].isupper() and f"{word}{after}".isascii() and is_pinyin(word.lower(), after.lower()):
            yield f"z:{word}{after}".lower().replace("-", "")


@lru_cache(maxsize=_REMEMBERED)
def _skeletons(word: str) -> tuple[str, ...]:
    """Give the skeleton keys of the parts of a capitalised word."""
    if fold(word) in _NO_NAMES:
        return ()
    bones = (skeleton(part) for part in _RUN.findall(word))
    return tuple(f"s:{letters}" for letters in bones if len(letters) >= _SHORTEST_SKELETON)


def _word_keys(words: list[str], at: int, gazetteer: Gazetteer) -> Iterator[str]:
    """Yield the identities whose longest form begins at a word."""
    plain = [_fold(word) for word in words[at : at + _LONGEST_WORDS]]
    for size in range(len(plain), 1, -1):
        key = gazetteer.forms.get(" ".join(plain[:size]))
        if key is not None:
            yield key
            return
    word = words[at]
    key = gazetteer.forms.get(word) if word.isupper() else None
    key = key or gazetteer.forms.get(plain[0]) or _stem(plain[0])
    if key is not None and (len(word) > 2 or word.isupper()):
        yield key


@lru_cache(maxsize=_REMEMBERED)
def _fold(word: str) -> str:
    return fold(word)


@lru_cache(maxsize=_REMEMBERED)
def _stem(plain: str) -> str | None:
    """Look a declined form up: other endings of up to three letters are tried."""
    gazetteer = load_gazetteer()
    for cut in range(1, _LONGEST_ENDING + 1):
        stem = plain[:-cut]
        if len(stem) < _SHORTEST_STEM:
            return None
        for ending in ("", *_ENDINGS):
            key = gazetteer.forms.get(stem + ending)
            if key is not None:
                return key
    return None


_ENDINGS = ("a", "o", "e", "y", "а", "я", "ь", "о", "й", "ия", "ий", "ый", "ко")


@lru_cache(maxsize=_REMEMBERED)
def _adjective(word: str) -> str | None:
    """Give the country behind an adjective in lower case: `russisch`, `russe`, `российский`, `ruský`."""
    code = country_of(fold(word)) if len(word) >= _SHORTEST_STEM else None
    return f"l:{code}" if code else None


def shared_keys(one: str, other: str) -> frozenset[str]:
    """Give the keys that two texts share.

    >>> sorted(shared_keys("Le Pen a battu Macron à Calais.", "Macron lost to Le Pen in Calais."))
    ['p:macron', 's:krs', 'z:lepen']
    """
    return document_keys(one) & document_keys(other)
