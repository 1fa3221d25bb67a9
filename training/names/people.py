"""Reads the people of sources/people*.txt, one record per person."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import attrs

from provenance.names.fold import fold
from provenance.names.romanise import spellings

SOURCES = Path(__file__).parent / "sources"
EASTERN = ("zh", "ko")  # languages whose people are known by the whole name
_TITLES = ("King", "Queen", "Prince", "Princess", "Pope", "Crown", "Grand", "Sheikha", "Sultan")
_NUMERAL = re.compile(r"[IVX]+")
_ARABIC = {
    "b": "ب", "t": "ت", "ṯ": "ث", "ǧ": "ج", "ḥ": "ح", "ḫ": "خ", "d": "د", "ḏ": "ذ", "r": "ر", "z": "ز", "s": "س", "š": "ش", "ṣ": "ص", "ḍ": "ض", "ṭ": "ط", "ẓ": "ظ",
    "ʿ": "ع", "ġ": "غ", "f": "ف", "q": "ق", "k": "ك", "l": "ل", "m": "م", "n": "ن", "h": "ه", "w": "و", "y": "ي", "ā": "ا", "ī": "ي", "ū": "و", "ʾ": "ئ",
    "g": "غ", "p": "ب", "č": "تش", "ž": "ج", "v": "ف", "a": "", "i": "", "u": "", "e": "", "o": "",
}  # fmt: skip
_PERSIAN = _ARABIC | {"g": "گ", "p": "پ", "č": "چ", "ž": "ژ", "v": "و", "k": "ک", "y": "ی", "ī": "ی"}
_ARTICLE = re.compile(r"^a([lšṣsztṭdḍrnṯẓḏ])-")


@attrs.define(kw_only=True)
class Person:
    """A person in the news.

    Attributes:
        countries: ISO 3166-1 alpha-2 codes; XK Kosovo, XT Northern Cyprus.
        language: Of the name, empty where it is Latin and no table respells it.
        original: The name as the tables take it.
        english: English spellings, the usual one first.
        native: The name in its own script, where that is not `original`.
        far: The name in Chinese or Japanese, where it is no respelling.
        prominent: Whether the name is in the first list, people.txt: of the others, short surnames alone are not reported.

    """

    countries: list[str]
    language: str
    original: str
    english: list[str]
    native: list[str]
    far: list[str]
    prominent: bool

    @property
    def key(self) -> str:
        """The identity: the surname in English, or the whole name where the surname alone does not tell."""
        name = self.english[0]
        return f"p:{fold(name.rsplit(maxsplit=1)[-1] if self.has_surname else name)}"

    @property
    def has_surname(self) -> bool:
        """Whether the last word alone names the person."""
        name = self.english[0]
        last = name.split()[-1]
        if self.language in EASTERN or (self.far and re.fullmatch(r"\w+ \w+-\w+", name)) or " " not in name:
            return False
        return not (name.startswith(_TITLES) or _NUMERAL.fullmatch(last)) and len(last) > 1


def read_people() -> list[Person]:
    """Read everybody; those listed twice (known by a shared English spelling) become one, the record with the original name first."""
    found: list[Person] = []
    index: dict[str, Person] = {}
    for person in sorted(_entries(), key=lambda person: not person.language):
        twin = next((index[fold(form)] for form in person.english if fold(form) in index), None)
        if twin is None:
            index |= {fold(form): person for form in person.english}
            found.append(person)
            continue
        for field in ("countries", "english", "native", "far"):
            held = getattr(twin, field)
            held.extend(item for item in getattr(person, field) if item not in held)
        twin.prominent |= person.prominent
        index |= {fold(form): twin for form in person.english}
    return found


def _entries() -> Iterator[Person]:
    for path in sorted(SOURCES.glob("people*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line or line.startswith("#"):
                continue
            head, _, items = line.partition(": ")
            country, _, language = head.partition(" ")
            for item in items.split(","):
                if item.strip():
                    yield _person(country, language, item.strip(), prominent=path.name == "people.txt")


def _person(country: str, language: str, item: str, *, prominent: bool) -> Person:
    rest, _, far = item.partition("~")
    rest, _, native = rest.partition("|")
    original, _, given = rest.partition("=")
    if not language:
        english = original.split("/")
        original = english[0]
    else:
        generated = list(spellings(original, language, "en"))
        english = list(dict.fromkeys([*given.split("/"), *generated] if given else generated))
    own = [native] if native else [arabic(original, language)] if language in ("ar", "fa") else [original] if language == "ko" else []
    others = far.split("/") if far else []
    return Person(countries=[country], language=language, original=original, english=english, native=own, far=others, prominent=prominent)


def arabic(name: str, language: str) -> str:
    """Write a vocalised transliteration (DIN 31635) in Arabic letters; short vowels are not written.

    >>> arabic("Baššār al-Asad", "ar"), arabic("Ǧamāl Ḫāšuqǧī", "ar"), arabic("Ḥasan Rūḥānī", "fa")
    ('بشار الأسد', 'جمال خاشقجي', 'حسن روحانی')
    """
    return " ".join(_arabic_word(word, _PERSIAN if language == "fa" else _ARABIC, persian=language == "fa") for word in name.split())


def _arabic_word(word: str, letters: dict[str, str], *, persian: bool) -> str:
    lower = unicodedata.normalize("NFC", word.lower())
    if lower == "ibn":
        return "بن"
    if "-" in lower and not _ARTICLE.match(lower):
        return "-".join(_arabic_word(part, letters, persian=persian) for part in lower.split("-"))
    article = "ال" if _ARTICLE.match(lower) else ""
    lower = _ARTICLE.sub("", lower)
    start = ""
    if lower[:1] in "āaiuīūeo":
        start = {
            "ā": "آ",
            "a": "ا" if persian else "أ",
            "i": "ا" if persian else "إ",
            "u": "ا" if persian else "أ",
            "ī": "إي",
            "ū": "أو",
            "e": "ا",
            "o": "ا",
        }[lower[0]]
        lower = lower[1:]
    final = ""
    if lower.endswith("a") and len(lower) > 2:
        lower, final = lower[:-1], "ة"
    elif lower.endswith("ā") and not persian and len(lower) > 2:
        lower, final = lower[:-1], "ى"
    elif lower.endswith("e") and persian:
        lower, final = lower[:-1], "ه"
    body = re.sub(r"(.)\1", r"\1", lower)
    return article + start + "".join(letters.get(letter, letter) for letter in body) + final
