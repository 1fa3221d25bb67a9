"""Words that a translation left in its source language: `the minister said pero did not explain`.

No identifier is asked about single words. A lexicon lists, by language, words that nobody borrows; what decides is where they stand: lower-case, outside
quotation marks and brackets, with English around them. What a reporter keeps on purpose (names, titles, glossed terms, slogans, whole sentences) stands otherwise.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

import attrs

from provenance.catalogue import Catalogue, Rule
from provenance.catalogue.lexicon import load_lexicon
from provenance.detectors.hits import Hit
from provenance.text import Text

WEIGHT = 3.2  # natural log of the likelihood ratio of a word that one language alone has; expert prior
_LEAST = 0.8
_LONGEST = 4  # words in a row; more are a quotation without marks, not a leftover
_COMMON = 20.0  # occurrences per million, from which on a neighbour is surely English
_BRACKETS = {"(": ")", "[": "]"}
_GLOSSING = frozenset(
    "called known named termed dubbed word words phrase expression means meaning translates slang nicknamed pronounced spelled".split()
)
_SCRIPTS = (
    ("el", re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]{3,}")),
    ("he", re.compile(r"[\u05d0-\u05ea]{2,}")),
    ("fa", re.compile(r"(?=[\u0600-\u06ff]*[پچژگ])[\u0620-\u06d3]{2,}")),
    ("ar", re.compile(r"[\u0620-\u06d3]{2,}")),
    ("hi", re.compile(r"[\u0900-\u097f]{2,}")),
    ("ko", re.compile(r"[\uac00-\ud7a3]{2,}")),
    ("ja", re.compile(r"(?=[\u3040-\u30ff\u4e00-\u9fff]*[\u3040-\u30ff])[\u3040-\u30ff\u4e00-\u9fff]{2,}")),
    ("zh", re.compile(r"[\u4e00-\u9fff]{2,}")),
    # Russian and Ukrainian words with letters of their own and acronyms have rules of their own (RES-RU002, RES-UK001, PUN-RU004).
    ("ru", re.compile(r"(?![\u0400-\u04ff]*[ыэъёіїєґ])[\u0400-\u04ff]{3,}")),
)
_SHARED_SCRIPTS: Mapping[str, tuple[str, ...]] = {
    "ar": ("ar", "fa"),
    "zh": ("zh", "ja"),
    "ru": ("ru", "uk", "bg", "mk", "sr", "be", "kk"),
}


@attrs.frozen(eq=False)
class _Lexicon:
    """Languages of each word, and what kind of word it is there."""

    languages: Mapping[str, tuple[str, ...]]
    clausal: frozenset[tuple[str, str]]
    ordinary: frozenset[str]


def untranslated_words(rule: Rule, text: Text, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield words left in another language.

    The rule's `params.kind` says which: `function` for function words between English words and runs of up to four words of one language with a conjunction, pronoun,
    negation or auxiliary among them; `ordinary` for everyday nouns, of which a text must have two, or one beside a function word; `script` for words in
    letters that are not Latin.
    """
    kind = rule.params["kind"]
    if kind == "script":
        yield from _find_scripts(rule, text)
        return
    lexicon = _lexicon(catalogue)
    if lexicon.languages.keys().isdisjoint(text.tokens.norms):
        return
    functions, ordinary = _find_runs(text, lexicon, catalogue)
    if kind == "function":
        yield from (_hit(rule, text, run) for run in functions)
        return
    seen: dict[str, set[str]] = defaultdict(set)
    for run in (*functions, *ordinary):
        for code in run.languages:
            seen[code].update(text.tokens.norms[run.first : run.last])
    for run in ordinary:
        if max(len(seen[code]) for code in run.languages) > 1:
            yield _hit(rule, text, run)


@attrs.frozen
class _Run:
    first: int
    last: int  # one behind
    languages: tuple[str, ...]


def _hit(rule: Rule, text: Text, run: _Run) -> Hit:
    share = round(max(_LEAST, WEIGHT - math.log(len(run.languages))), 2)
    tokens = text.tokens
    return Hit(rule, tokens.starts[run.first], tokens.ends[run.last - 1], languages=dict.fromkeys(run.languages, share))


def _find_runs(text: Text, lexicon: _Lexicon, catalogue: Catalogue) -> tuple[list[_Run], list[_Run]]:
    """Give the runs with a function word, and the single everyday nouns."""
    tokens = text.tokens
    functions, ordinary = [], []
    at = 0
    while at < len(tokens):
        languages = _languages(text, at, lexicon)
        if not languages:
            at += 1
            continue
        last = at + 1
        while last < len(tokens) and tokens.starts[last] == tokens.ends[last - 1] + 1 and languages & _languages(text, last, lexicon):
            languages &= _languages(text, last, lexicon)
            last += 1
        run = _Run(at, last, tuple(sorted(languages)))
        at = last
        # A small letter that opens a sentence has lost a capital before it: `The po|und fell`.
        if (
            text.opens_sentence(run.first)
            or last - run.first > _LONGEST
            or not _stands_in_english(text, run, catalogue)
            or _is_kept_on_purpose(text, run)
        ):
            continue
        norms = tokens.norms[run.first : run.last]
        if len(norms) == 1 and norms[0] in lexicon.ordinary:
            ordinary.append(run)
        elif len(norms) == 1 or any((norm, code) in lexicon.clausal for norm in norms for code in run.languages):
            functions.append(run)
    return functions, ordinary


def _languages(text: Text, at: int, lexicon: _Lexicon) -> set[str]:
    tokens = text.tokens
    if tokens.kinds[at] != "w" or not tokens.surfaces[at].islower():
        return set()
    return set(lexicon.languages.get(tokens.norms[at], ()))


def _stands_in_english(text: Text, run: _Run, catalogue: Catalogue) -> bool:
    """Tell whether English words stand on both sides, or on one side with the end of a clause on the other."""
    sides = (_neighbour(text, run.first, -1, catalogue), _neighbour(text, run.last - 1, 1, catalogue))
    return "foreign" not in sides and "english" in sides


def _neighbour(text: Text, at: int, step: int, catalogue: Catalogue) -> str:
    """Say what stands beside a token: `english`, `edge` (of a clause or line) or `foreign` (a name, an unknown word, a hyphen, a mark of quotation)."""
    tokens = text.tokens
    place = at + step
    if not 0 <= place < len(tokens) or tokens.kinds[place] == "b":
        return "edge"
    surface, norm = tokens.surfaces[place], tokens.norms[place]
    if tokens.kinds[place] == "w":
        if tokens.starts[max(at, place)] != tokens.ends[min(at, place)] + 1:
            return "foreign"
        if not surface.islower() and not _is_english_capital(text, place, norm, catalogue):
            return "foreign"
        known = catalogue.commonness.get(norm, 0.0) >= _COMMON or norm in load_lexicon()
        return "english" if known and norm not in _lexicon(catalogue).languages else "foreign"
    return "edge" if surface in ",.;:!?" and step > 0 else "foreign"


def _is_english_capital(text: Text, at: int, norm: str, catalogue: Catalogue) -> bool:
    """Tell whether a capital is no name's: of a weekday or month, or of the word that opens a sentence."""
    sentence = text.sentence_index.holding(at)
    opens = sentence is not None and text.sentences[sentence][0] == at
    return opens or (norm,) in catalogue.classes["weekday"] or (norm,) in catalogue.classes["month"]


def _is_kept_on_purpose(text: Text, run: _Run) -> bool:
    """Tell whether the words are quoted, bracketed, explained, or the text speaks of words."""
    tokens = text.tokens
    start, end = tokens.starts[run.first], tokens.ends[run.last - 1]
    if text.is_quoted(start, end):
        return True
    sentence = text.sentence_index.holding(run.first)
    first, last = text.sentences[sentence] if sentence is not None else (run.first, run.last)
    open_brackets = 0
    for surface in tokens.surfaces[first : run.first]:
        open_brackets += (surface in _BRACKETS) - (surface in _BRACKETS.values())
    before, after = tokens.norms[max(first, run.first - 4) : run.first], tokens.norms[run.last : min(last, run.last + 4)]
    return open_brackets > 0 or before[-1:] == ["or"] or not _GLOSSING.isdisjoint((*before, *after))


def _find_scripts(rule: Rule, text: Text) -> Iterator[Hit]:
    """Yield words in other letters, unless quoted, bracketed or several lines long."""
    tokens = text.tokens
    if text.normal.isascii():
        return
    for at, surface in enumerate(tokens.surfaces):
        if tokens.kinds[at] != "w" or surface.isascii() or surface.isupper():
            continue
        language = next((code for code, letters in _SCRIPTS if letters.fullmatch(surface)), None)
        run = _Run(at, at + 1, _SHARED_SCRIPTS.get(language or "", (language or "",)))
        if language is None or _is_kept_on_purpose(text, run):
            continue
        beside = [tokens.surfaces[place] for place in (at - 1, at + 1) if 0 <= place < len(tokens) and tokens.kinds[place] == "w"]
        if beside and all(word.isascii() for word in beside):
            yield _hit(rule, text, run)


@lru_cache(maxsize=4)
def _lexicon(catalogue: Catalogue) -> _Lexicon:
    languages: dict[str, set[str]] = defaultdict(set)
    clausal: set[tuple[str, str]] = set()
    ordinary: set[str] = set()
    functions: set[str] = set()
    for code, words in catalogue.tables.get("untranslated", {}).get("language", {}).items():
        for kind in ("linking", "clausal", "ordinary"):
            for word in words.get(kind, "").split():
                languages[word].add(code)
                if kind == "clausal":
                    clausal.add((word, code))
                (ordinary if kind == "ordinary" else functions).add(word)
    return _Lexicon({word: tuple(sorted(codes)) for word, codes in languages.items()}, frozenset(clausal), frozenset(ordinary - functions))
