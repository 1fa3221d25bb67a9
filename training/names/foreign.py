"""Finds the spellings that English does not use, with the presses that write them so."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from people import Person
from places import LOCALES

from provenance.names.exceptions import load_exceptions
from provenance.names.fold import fold
from provenance.names.romanise import spellings
from provenance.names.systems import PRESSES, UnknownSystemError

ROAD = {"nb": "no", "sr_Latn": "sr", "hr": "sr"}
ENGLISH_GIVEN = """Yuri Yury Dmitri Dmitry Dmitriy Sergey Sergei Aleksei Alexey Aleksey Alexei Andrey Andrei Nikolay Nikolai Evgeny Yevgeny Yevgeniy Evgeniy Vasili Vasily
Vassily Petr Pyotr Georgi Georgy Giorgi Valery Valeri Valeriy Gennady Gennadi Anatoly Anatoli Vitaly Vitali Vitaliy Alexander Aleksandr Alexandr Oleksandr Mikhail Michael
Mykhailo Maria Mariya Marija Julia Yulia Yuliya Tatiana Tatyana Natalia Natalya Ekaterina Yekaterina Elena Yelena Sofia Viktor Victor Artem Artyom Arkady Arkadi Igor Ihor
Oleg Oleh Ilya Ilia Lev Leo Pavel Paul Peter Joseph Josef Iosif Lyudmila Ludmila Liudmila Kirill Kiril Kyrylo Vyacheslav Viacheslav Stanislav Vladislav Denis Denys Roman
Ramzan Nikos Nicos Yiannis Giannis Yannis George Giorgos Yiorgos Kostas Costas Eugene Garry Gary Artur Arthur Robert Eduard Edward Karen Anna Irina Ivan Boris Oksana
Artemi Artemy Fedor Fyodor Feodor Semyon Semen Yegor Egor Daniil Danil Matvei Matvey Timofei Timofey Zakhar Zahar Grigory Grigori Grigoriy Leonid Maxim Maksim Maksym Konstantin
Konstantyn Svetlana Sviatlana Olga Olha Galina Halyna Nadezhda Nadiya Lyubov Marina Maryna Darya Daria Anastasia Anastasiya Veronika Veronica Valentina Valentin Evgenia Yevgenia
Evgeniya Kseniya Ksenia Xenia Katerina Kateryna Arina Aryna Polina Alina Rustam Timur Ruslan Rinat Renat Damir Marat Aslan Aram Armen Tigran Levan David Davit Zurab Irakli
Nino Tamar Ilham Serhiy Serhii Sergiy Andriy Andrii Oleksiy Oleksii Mykola Dmytro Volodymyr Vladimir Vasyl Yuriy Yurii Borys Taras Bohdan Bogdan Yaroslav Svyatoslav
Sviatoslav Yehor Arsen Arseny Arseniy Mstislav Rostislav Gleb Hlib Vera Zoya Raisa Inna Alla Akhmed Ahmed Ahmad Mukhtar Muhtar Askar Erlan Yerlan Murat Serik Kairat Kayrat"""
GIVENS = frozenset(fold(name) for name in ENGLISH_GIVEN.split())
VOWELS = "аеёиоуыэюяіїє"
VOCALISED = ("ar", "fa", "he")
SHORTEST = 5
SHORTEST_OF_OTHERS = 7  # letters of a surname without accents, standing alone, of a person who is not in the first list
TURKIC = frozenset("KZ KG TJ TM UZ AZ".split())
RESPELT = re.compile(r"\bV|tsz|chzh|sz|hsz|cs[aeiou]|zs|kch|tch|pch|cch|sj|dz", re.IGNORECASE)


def foreign_people(people: list[Person], english: set[str], foreign: dict[str, dict[str, Any]]) -> None:
    """Enter the spellings of people whose names the presses respell."""
    plain = {form for person in people for whole in person.english for form in (whole, whole.split()[-1])}
    for person in people:
        if person.language:
            plain |= {form for whole in spellings(person.original, person.language, "en") for form in (whole, whole.split()[-1])}
    for person in people:
        if not person.language:
            continue
        usual = set(person.english) | set(spellings(person.original, person.language, "en"))
        if person.language in ("ru", "uk", "bg"):
            usual |= set(spellings(person.original, person.language, "ru"))
        if TURKIC.intersection(person.countries):
            # Their own Latin spelling (Muhammad Salih) may be any of these.
            usual |= set(spellings(person.original, person.language, "tr")) | {re.sub("[Kk]h", _plain_h, form) for form in usual}
        for form, weights in sorted(_found(person).items()):
            # A Latvian nominative in -s is an English plural too.
            if form not in plain and not (form.endswith("s") and form[:-1] in plain) and _is_foreign(form, person, usual, english):
                suggestion = person.english[0] if " " in form else person.english[0].split()[-1]
                _enter(foreign, form, suggestion, person.original.replace("\u0301", ""), person.language, weights)


def _plain_h(match: re.Match[str]) -> str:
    return "H" if match.group()[0] == "K" else "h"


def _found(person: Person) -> dict[str, dict[str, float]]:
    """Give the shares by press of every spelling of a person, whole or the surname alone."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for press in PRESSES:
        # What Russian agencies write in Latin letters English has written too, unless the name came from elsewhere.
        if press == "en" or (press == "ru" and person.language not in ("zh", "ko", "ja")):
            continue
        for form, share in _pressed(person.original, person.language, press):
            wholes = {form}
            if _surname_tells(person, form, press):
                wholes.add(form.split()[-1])
            for whole in wholes:
                found[whole][press] = max(share, found[whole].get(press, 0.0))
    return found


def _surname_tells(person: Person, form: str, press: str) -> bool:
    """Tell whether the surname alone may be reported: Arabs, Persians and Israelis choose their own Latin spelling, and share few surnames."""
    if person.language in ("zh", "ko", "ja"):
        return False
    return person.language not in VOCALISED or form in load_exceptions().get(person.original, {}).get(press, ())


def _is_foreign(form: str, person: Person, usual: set[str], english: set[str]) -> bool:
    """Tell whether English has no use for a spelling that a press writes."""
    known = {fold(whole) for whole in usual} | {fold(whole.split()[-1]) for whole in usual}
    if len(form) < SHORTEST or (fold(form) in known and not _is_telling(form)):
        return False
    if person.language == "sr" and fold(form) in known:
        return False  # the accents of Serbian Latin are a house style
    if fold(form) in english and not _is_telling(form):
        return False
    if " " not in form and not _is_telling(form):
        if len(form) < SHORTEST_OF_OTHERS and not person.prominent:
            return False
        if any(fold(form) in whole for whole in known):
            return False  # al-Sharaa without its article
    if person.language in ("zh", "ko") and not _is_telling(form) and form not in _excepted(person):
        # Older romanisations (Wade-Giles, McCune-Reischauer) and people's own spellings look like a press's respelling.
        return person.language == "zh" and RESPELT.search(form) is not None
    if form.endswith(" I") or form.startswith("I "):
        return False  # would be found in "Wang I think"
    first, *_, last = form.split() if " " in form else (form, form)
    return not (first != last and form.isascii() and fold(last) in known and fold(first) in GIVENS)


def _excepted(person: Person) -> set[str]:
    return {form for forms in load_exceptions().get(person.original, {}).values() for form in forms}


def _pressed(original: str, language: str, press: str) -> Iterator[tuple[str, float]]:
    """Yield the spellings of one press with their shares; for Spanish, which writes the stress, one for each vowel that can bear it."""
    try:
        forms = spellings(original, language, press)[:4]
    except UnknownSystemError:
        return
    for rank, form in enumerate(forms):
        yield form, 1.0 if rank == 0 else 0.5
    if press == "es" and language in ("ru", "uk", "bg") and "\u0301" not in original:
        words = [
            [word, *(word[: at + 1] + "\u0301" + word[at + 1 :] for at, char in enumerate(word) if char.lower() in VOWELS)]
            for word in original.split()
        ]
        for stressed in itertools.product(*words):
            for form in spellings(" ".join(stressed), language, press)[:2]:
                yield form, 1.0


def _is_telling(form: str) -> bool:
    """Tell whether the accents alone show a press: names of other scripts bear none in English."""
    return not form.isascii()


def foreign_places(places: list[tuple[str, str, dict[str, list[str]], str]], english: set[str], foreign: dict[str, dict[str, Any]]) -> None:
    """Enter the exonyms of places outside the languages spoken there."""
    skipped = set(LOCALES) - set("fr de es pt it ro nl sv da nb fi pl cs sk hu sr_Latn hr tr lv lt ca".split())
    for _, name, forms, official in places:
        found: dict[str, dict[str, float]] = defaultdict(dict)
        for lang, group in forms.items():
            road = ROAD.get(lang, lang)
            if lang in skipped or lang == "other" or road in official.split(","):
                continue
            for form in group:
                if fold(form) not in english and len(form) >= 5 and re.fullmatch(r"[A-Z\u00c0-\u024f][\w -]+", form):
                    found[form][road] = 1.0
        for form, weights in sorted(found.items()):
            usual = name.partition(" (")[0]
            _enter(foreign, form, usual, usual, "place", weights)


def _enter(foreign: dict[str, dict[str, Any]], form: str, suggestion: str, original: str, language: str, weights: dict[str, float]) -> None:
    if form in foreign:
        held = foreign[form]["systems"]
        for press, share in weights.items():
            held[press] = max(share, held.get(press, 0.0))
        foreign[form]["systems"] = dict(sorted(held.items()))
        return
    foreign[form] = {"english": suggestion, "original": original, "language": language, "systems": dict(sorted(weights.items()))}
