"""Chooses the words that keep their form: those spread evenly over documents and corpora.

A topic word is bursty: where it occurs once it occurs again (Church & Gale 1995, "Poisson mixtures"). A word of style follows the Poisson law: the number of
units it occurs in is what its frequency and their lengths predict. So a word stays if it occurs in most corpora and its observed spread is close to
the predicted one; words of the closed classes stay anyway.
"""

from __future__ import annotations

import collections
import math
from collections.abc import Sequence

from training.stylometry.corpora import Unit

from provenance.stylometry.symbols import mask
from provenance.text import Text

LEAST_GROUPS = 7  # corpora a word must occur in
LEAST_UNITS = 60
EVENNESS = 0.72  # observed over predicted spread
MOST_WORDS = 2400
CLOSED = frozenset(
    """a an the this that these those i you he she it we they me him her us them my your his its our their mine yours hers ours theirs myself yourself himself herself itself
    ourselves themselves who whom whose which what where when why how whether if because although though while whereas since until unless before after as than and or but nor so yet
    for of in on at by with from to into onto over under above below between among against during through throughout across along around about without within upon toward towards
    behind beside besides despite except near off out up down per via not no never none nobody nothing neither either both all any some each every much many more most few fewer little
    less least several other another such same own am is are was were be been being have has had having do does did doing done will would shall should can could may might must
    ought i'm you're he's she's it's we're they're i've you've we've they've i'll you'll he'll she'll we'll they'll i'd you'd he'd she'd we'd they'd isn't aren't wasn't weren't hasn't
    haven't hadn't don't doesn't didn't won't wouldn't shouldn't can't cannot couldn't mustn't there here then now also however therefore thus moreover furthermore meanwhile
    nevertheless nonetheless instead only just even still already again too very quite rather almost perhaps maybe one two three four five six seven eight nine ten first second third
    said says say saying told tell tells according added""".split()
)


def choose_words(texts: Sequence[Text], units: Sequence[Unit]) -> list[str]:
    """Give the vocabulary, sorted; one unit per article, class and source language counts, so that no article weighs more for having many translations."""
    seen: set[tuple[str, ...]] = set()
    frequency: collections.Counter[str] = collections.Counter()
    spread: collections.Counter[str] = collections.Counter()
    groups: dict[str, set[str]] = collections.defaultdict(set)
    lengths: collections.Counter[int] = collections.Counter()
    for text, unit in zip(texts, units, strict=True):
        key = (unit.article, unit.klass, unit.source or "en")
        if key in seen or unit.group in ("mlqe", "wce"):
            continue
        seen.add(key)
        kinds, surfaces = text.tokens.kinds, text.tokens.surfaces
        words = [surface for surface, kind in zip(surfaces, kinds, strict=True) if kind == "w" and surface.islower()]
        lengths[round(text.tokens.words, -1)] += 1
        frequency.update(words)
        for word in set(words):
            spread[word] += 1
            groups[word].add(unit.group)
    total = sum(length * count for length, count in lengths.items())
    chosen = []
    for word, units_with in spread.items():
        if word in CLOSED:
            continue
        if len(groups[word]) < LEAST_GROUPS or units_with < LEAST_UNITS or len(word) < 2:
            continue
        rate = frequency[word] / total
        predicted = sum(count * (1.0 - math.exp(-rate * length)) for length, count in lengths.items())
        if units_with / predicted >= EVENNESS:
            chosen.append((-frequency[word], word))
    return sorted(CLOSED | {word for _, word in sorted(chosen)[: MOST_WORDS - len(CLOSED)]})


def all_words(texts: Sequence[Text], least: int = 20) -> list[str]:
    """Give every symbol of the unmasked texts that occurs in at least so many units (for the ablation)."""
    spread: collections.Counter[str] = collections.Counter()
    for text in texts:
        spread.update(set(mask(text, {}, keep_all=True)[0]))
    return sorted(word for word, count in spread.items() if count >= least)
