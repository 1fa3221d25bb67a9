"""Puts the likely original words back into a text that went through a synonym spinner."""

from __future__ import annotations

import math

import attrs
import numpy as np

from provenance.catalogue import Catalogue
from provenance.spinning.articles import find_misfits
from provenance.spinning.counts import Ids, Logs, load_counts
from provenance.spinning.damage import find_damage
from provenance.spinning.fitted import Fitted, load_fitted
from provenance.spinning.records import Despun, Restoration
from provenance.spinning.scoring import Places, pick, score
from provenance.spinning.substitutions import Substitutions, load_substitutions
from provenance.text import Text

SHARES = (0.01, 0.02, 0.04, 0.08, 0.15, 0.3)  # of the places a spinner may have replaced
AGAIN = 0.5  # what each further place with the same replacement says, of the one before
MENTION = 60  # characters of a quotation that may be a mention
USUAL = -0.88  # median of what the places of a text say, over 150 press articles (standard deviation 0.18)
REGISTER = 0.3  # of what a text's median lies higher is taken from every place; more of it costs lightly spun texts
MIDDLE = 40  # places from which on their median tells of the register; among fewer, those that were replaced move it
MISFITS = 3  # articles; more say nothing new
SURE = 0.97  # confidence that letters replaced inside a word are a spinner's
# Nats over the fitted threshold before anybody is accused: of 662 originals of other outlets and varieties of English the highest three are 8.1, 8.0 and 8.0.
CAUTION = 1.6
DENSITY = 0.27  # nats that the places which speak for a spinner say, over all places; half of the old oratory that reaches the threshold has less, spun copies 0.45 and more
RESTORED = 0.85  # confidence from which on a word is put back


@attrs.frozen(eq=False)
class Reading:
    """How a text reads.

    Attributes:
        spun: Whether it reads as spun.
        evidence: Natural log of the likelihood ratio of a spinner against none.
        share: Share of the places that a spinner seems to have replaced.
        replacements: Start and end in the normal form, the likely original and the confidence of each place that was probably replaced.

    """

    spun: bool
    evidence: float
    share: float
    replacements: tuple[tuple[int, int, str, float], ...]


def read(text: Text, catalogue: Catalogue, *, suspected: bool = False) -> Reading:
    """Tell whether a text reads as spun, and what was replaced in it; of a suspected one, believe the share that fits it best."""
    if text.language.code not in ("en", "und") or not text.tokens.words:
        return Reading(spun=False, evidence=0.0, share=0.0, replacements=())
    fitted = load_fitted()
    substitutions = load_substitutions(catalogue)
    places, ratios, kept = weigh_places(text, substitutions, fitted)
    evidence, share = sum_evidence(text, places, ratios, kept, fitted)
    # Long texts in a style of their own add up little by little; a spinner is dense.
    dense = float(np.maximum(discount(ratios[kept], places.best[kept]), 0.0).sum()) >= DENSITY * len(kept)
    spun = evidence >= fitted.threshold + CAUTION and dense
    share = share if spun or suspected else SHARES[0]
    confidences = 1.0 / (1.0 + np.exp(-(ratios[kept] + math.log(share / (1.0 - share)))))
    tokens = text.tokens
    return Reading(
        spun=spun,
        evidence=evidence,
        share=share,
        replacements=tuple(
            (tokens.starts[places.first[at]], tokens.ends[places.last[at] - 1], substitutions.originals[places.best[at]], confidence)
            for at, confidence in zip(kept.tolist(), confidences.tolist(), strict=True)
            if confidence >= RESTORED
        ),
    )


def find_replacements(text: Text, catalogue: Catalogue) -> tuple[tuple[int, int, str, float], ...]:
    """Give the replacements in a text that reads as spun: start and end in the normal form, the likely original and the confidence."""
    reading = read(text, catalogue)
    if not reading.spun:
        return ()
    return tuple(each for each in reading.replacements if not _is_mention(text, each[0]))


def undo(text: Text, catalogue: Catalogue, *, suspected: bool = False) -> Despun:
    """Give a text with the likely original words put back; one that is not English stays as it is.

    Args:
        text: The text.
        catalogue: Whose substitution lexicon is used.
        suspected: Whether the text is known to be spun for other reasons.

    """
    reading = read(text, catalogue, suspected=suspected)
    damage = [(start, end, word, SURE) for start, end, word in find_damage(text, catalogue)] if text.language.code in ("en", "und") else []
    kept = [each for each in reading.replacements if not any(each[0] < end and start < each[1] for start, end, _, _ in damage)]
    return Despun(
        source=text.document.text,
        restorations=tuple(_restore(text, *each) for each in sorted([*damage, *kept])),
        spun=reading.spun,
        evidence=round(reading.evidence, 4),
        share=reading.share if reading.spun else 0.0,
    )


def weigh_places(text: Text, substitutions: Substitutions, fitted: Fitted) -> tuple[Places, Logs, Ids]:
    """Give the places of known replacements, the log-likelihood ratio of a spinner at each, and the numbers of those that do not overlap."""
    counts = load_counts()
    places = score(text.tokens, counts.read(text.tokens), substitutions, counts)
    ratios = np.minimum(places.features @ fitted.weights - fitted.base, fitted.most)
    return places, ratios, pick(places, ratios)


def sum_evidence(text: Text, places: Places, ratios: Logs, kept: Ids, fitted: Fitted) -> tuple[float, float]:
    """Give the log-likelihood ratio of a spinner for a text, and the share of places that makes it highest.

    Formal prose leans towards the rarer synonym everywhere, a spinner replaces some words and leaves the rest: so what the middle one of the places says
    over the usual is put down to register, and a part of it taken from each.

    Args:
        text: The text.
        places: Its places.
        ratios: What each says.
        kept: Numbers of the places that do not overlap.
        fitted: Weights.

    """
    starts = text.tokens.starts
    spoken = np.array([not _is_mention(text, starts[first]) for first in places.first[kept].tolist()], bool)
    register = REGISTER * max(float(np.median(ratios[kept])) - USUAL, 0.0) if len(kept) >= MIDDLE else 0.0
    odds = np.exp(discount(ratios[kept] - register, places.best[kept])[spoken]) - 1.0
    evidence, share = max((float(np.log1p(share * odds).sum()), share) for share in SHARES)
    misfits = sum(not text.is_quoted(text.tokens.starts[at], text.tokens.ends[at]) for at in find_misfits(text.tokens))
    return evidence + fitted.article * min(misfits, MISFITS), share


def _is_mention(text: Text, start: int) -> bool:
    """Tell whether a character lies in a short quotation: whoever writes about spinners quotes what they write."""
    held = text.quotation_index.holding(start)
    return held is not None and text.quotations[held][1] - text.quotations[held][0] <= MENTION


def discount(ratios: Logs, pairs: Ids) -> Logs:
    """Let every further place with the same replacement and original say less: a writer keeps to a word, a spinner draws again each time."""
    order = np.lexsort((-ratios, pairs))
    ordered = pairs[order]
    first = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]])) if len(ordered) else ordered
    rank = np.arange(len(ordered)) - np.repeat(first, np.diff(np.concatenate([first, [len(ordered)]])))
    discounted = ratios.copy()
    discounted[order] = np.where(ratios[order] > 0, ratios[order] * AGAIN**rank, ratios[order])
    return discounted


def _restore(text: Text, start: int, end: int, word: str, confidence: float) -> Restoration:
    start, end = text.span(start, end)
    quote = text.document.text[start:end]
    return Restoration(start=start, end=end, quote=quote, replacement=_capitalise(word, quote), confidence=round(confidence, 4))


def _capitalise(word: str, quote: str) -> str:
    """Give a word the capitals of the quote that it stands for."""
    words = quote.split()
    if quote.isupper() and len(quote) > 3:
        return word.upper()
    if not quote[0].isupper():
        return word
    if len(words) > 1 and all(each[0].isupper() for each in words):
        return " ".join(each[0].upper() + each[1:] for each in word.split())
    return word[0].upper() + word[1:]
