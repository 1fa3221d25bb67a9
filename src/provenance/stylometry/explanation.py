"""Names the features that weigh most, with the places where they stand and in words for people."""

from __future__ import annotations

import math

import attrs

from provenance.stylometry.features import name_run
from provenance.stylometry.scoring import ORIGINAL, Score
from provenance.stylometry.symbols import START
from provenance.stylometry.weights import Weights
from provenance.text import Text

MOST_SPANS = 20
_SHAPES = {
    "‹Name›": "a name",
    "‹ACRONYM›": "an acronym",
    "‹Title›": "a title such as Mr",
    "‹weekday›": "a weekday",
    "‹month›": "a month",
    "‹word›": "a content word",
    "‹-s›": "a word in -s",
    "‹mark›": "a sign",
    "‹-ic›": "an adjective such as those in -al or -ive",
    "‹-er›": "a word in -er or -or",
    "‹-ity›": "a noun such as those in -ity or -ence",
    "#year": "a year",
    "#time": "a time of day",
    "#decimal": "a decimal number",
    "#thousands": "a number with a comma",
    "#1": "a one-digit number",
    "#12": "a two-digit number",
    "#123": "a longer number",
}


@attrs.frozen(kw_only=True)
class Trait:
    """One feature of the text and what it weighs.

    Attributes:
        pattern: The run of words and word classes, in words for people.
        weight: Its share in the raw score; positive speaks for a translation, negative for an English original.
        count: How often it occurs.
        ratio: Its rate in the text over its rate in English originals, or in translated news if it speaks for an original.
        spans: Where, as half-open spans of the text as read (the first 20).
        reason: One plain sentence.

    """

    pattern: str
    weight: float
    count: int
    ratio: float
    spans: tuple[tuple[int, int], ...]
    reason: str


def explain(text: Text, scored: Score, weights: Weights, most: int) -> tuple[Trait, ...]:
    """Give the strongest features for and against a translation, strongest first, `most` of each.

    The score of "any translation" is a soft maximum over kinds of translation; a feature's share is its share in the mean of their scores, weighted
    by how likely each kind is here, minus its share in the score of an original. A run that only repeats part of a stronger one is left out, and so is
    one that the text does not have more of than the texts it is compared with: true of the sum, but no reason for people.
    """
    import numpy as np

    if most < 1 or not len(scored.columns):
        return ()
    classes = weights.meta["origin"]["classes"]
    kinds = {name: value for name, value in scored.origin.items() if name != ORIGINAL}
    top = max(kinds.values())
    total = math.fsum(math.exp(value - top) for value in kinds.values())
    mixture = np.array([-1.0 if name == ORIGINAL else math.exp(kinds[name] - top) / total for name in classes])
    shares = scored.values * (mixture @ weights.heads[: len(classes), scored.columns])
    order = np.argsort(shares, kind="stable")
    symbols = len(scored.symbols) - scored.symbols.count(START)
    found: list[Trait] = []
    for side in (order[::-1], order):
        taken: set[int] = set()
        named = 0
        for index in side[: most * 8].tolist():
            if named == most or (shares[index] > 0) != (side is not order):
                break
            trait, covered = _describe(text, scored, weights, index, float(shares[index]), symbols)
            if trait is None or trait.ratio <= 1.0 or len(covered & taken) * 2 > len(covered):
                continue
            taken |= covered
            named += 1
            found.append(trait)
    return tuple(sorted(found, key=lambda trait: (-abs(trait.weight), trait.pattern)))


def _describe(text: Text, scored: Score, weights: Weights, index: int, share: float, symbols: int) -> tuple[Trait | None, set[int]]:
    import numpy as np

    column = int(scored.columns[index])
    run = name_run(int(weights.runs[column]), weights.base, weights.symbols)
    keys, firsts, lengths = scored.keys
    spans: list[tuple[int, int]] = []
    covered: set[int] = set()
    for at in np.flatnonzero(keys == weights.runs[column]).tolist():
        tokens = [token for token in scored.places[firsts[at] : firsts[at] + lengths[at]] if token >= 0]
        if not tokens:
            continue
        covered.update(tokens)
        if len(spans) < MOST_SPANS:
            spans.append(text.span(text.tokens.starts[tokens[0]], text.tokens.ends[tokens[-1]]))
    if not spans:
        return None, covered
    count = int(scored.counts[index])
    rates, kind = (weights.rates, "English news") if share > 0 else (weights.translated_rates, "translated news")
    ratio = count / symbols * 1e6 / float(rates[column])
    pattern = _speak(run)
    shape = any(symbol in _SHAPES or symbol.startswith("‹") for symbol in run)
    start, end = spans[0]
    example = f" (as in '{text.document.text[start:end]}')" if shape else ""
    times = "once" if count == 1 else f"{count} times"
    compared = f"{ratio:.1f} times" if ratio < 10 else f"{ratio:.0f} times"
    reason = f"{pattern}{example} {times} in {text.tokens.words} words: {compared} its rate in {kind}"
    return Trait(pattern=pattern, weight=round(share, 4), count=count, ratio=round(ratio, 2), spans=tuple(spans), reason=reason), covered


def _speak(run: tuple[str, ...]) -> str:
    """Say a run in words.

    >>> _speak(("according", "to", "‹Name›"))
    "'according to' + a name"
    >>> _speak(("^", "in"))
    "'in' at the start of a sentence"
    """
    parts: list[tuple[bool, str]] = []
    for symbol in run:
        if symbol == START:
            continue
        shape = _SHAPES.get(symbol) or (f"a word in {symbol[1:-1]}" if symbol.startswith("‹") else None)
        if shape is None and parts and parts[-1][0]:
            parts[-1] = (True, f"{parts[-1][1]} {symbol}")
        else:
            parts.append((shape is None, shape or symbol))
    spoken = " + ".join(f"'{part}'" if literal else part for literal, part in parts)
    return f"{spoken} at the start of a sentence" if run[0] == START else spoken
