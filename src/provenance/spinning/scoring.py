"""How likely each place of a text is to have been written by a spinner.

A noisy channel (Kernighan, Church and Gale, A spelling correction program based on a noisy channel model, 1990): every known replacement is
compared with what it may stand for, between the same neighbours. What the comparison is worth was fitted (logistic regression on spun copies
of English originals, training/spinning/fit.py), without regard to the words themselves, so that it carries over to other spinners.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np
import numpy.typing as npt

from provenance.spinning.counts import Counts, Ids, Logs
from provenance.spinning.substitutions import Substitutions
from provenance.text import Tokens

Span = tuple[int, int, int, int]  # first token, one behind the last, and the range of possible originals

COMMON = -7.0  # log frequency from which on a word stands in nearly every text

FEATURES = (
    "one",
    "gain",  # by how many nats the best original is likelier than what stands there
    "gain_above_3",
    "gain_above_6",
    "loss",
    "left",  # the same on the left side alone
    "right",
    "unheard_left",  # the words have not been seen beside their neighbours
    "unheard_right",
    "surprise",  # how improbable what stands there is
    "rarity",  # of the replacement's rarest word
    "commonness",  # of the original
    "chance",
    "strength",
    "phrase",  # the replacement has several words
    "phrase_strength",
    "strength_gain",
    "capital",
    "choices",
    "worth",  # all possible originals together
    "excess",  # how often a spinner would write the replacement, against how often it is written
    "echo",  # the original stands elsewhere in the text
    "repeats",  # so does the replacement
    "both",  # the original fits better on both sides
    "unheard_gain",
    "unheard_both",
    "phrase_gain",
    "unheard_within",
)


@attrs.frozen(eq=False)
class Places:
    """The places of a text where a known replacement stands.

    Attributes:
        first: First token of each.
        last: One behind its last token.
        best: Number of its likeliest original in the substitution lexicon.
        margin: Share of the likeliest original among the possible ones, 0 … 1.
        features: One row each, columns as in FEATURES.

    """

    first: Ids
    last: Ids
    best: Ids
    margin: Logs
    features: Logs


def find_spans(tokens: Tokens, substitutions: Substitutions) -> list[Span]:
    """Give the places where a replacement stands, in order; some may overlap."""
    norms = tokens.norms
    following = [*norms[1:], ""]
    by_first = substitutions.by_first
    found: list[Span] = []
    for at, (filed, after) in enumerate(zip(map(by_first.get, norms), following, strict=True)):
        if filed is None:
            continue
        for rest, low, high in filed.get(after, ()):
            last = at + 1 + len(rest)
            if len(rest) == 1 or tuple(norms[at + 1 : last]) == rest:
                found.append((at, last, low, high))
        alone = filed.get("")
        if alone is not None:
            found.append((at, at + 1, alone[0][1], alone[0][2]))
    return found


def score(tokens: Tokens, numbers: Ids, substitutions: Substitutions, counts: Counts, spans: Sequence[Span] | None = None) -> Places:
    """Describe the places of a text.

    Args:
        tokens: The text's.
        numbers: Their numbers in the counts, with a break before and behind.
        substitutions: The lexicon.
        counts: How often words stand beside each other.
        spans: Where to look; everywhere if None.

    """
    found = find_spans(tokens, substitutions) if spans is None else spans
    if not found:
        nothing = np.zeros(0, np.int64)
        return Places(nothing, nothing, nothing, np.zeros(0), np.zeros((0, len(FEATURES))))
    first, last, low, high = np.array(found, np.int64).T
    sizes = high - low
    owner = np.repeat(np.arange(len(found)), sizes)
    starts = np.cumsum(sizes) - sizes
    pair = np.arange(len(owner)) - np.repeat(starts, sizes) + low[owner]
    steps = counts.log(numbers[:-1], numbers[1:])
    running = np.concatenate([[0.0], np.cumsum(steps)])
    standing_left, standing_right = steps[first], steps[last]  # token i has number i + 1
    standing = running[last + 1] - running[first]
    left = counts.log(numbers[first][owner], substitutions.openings[pair])
    right = counts.log(substitutions.closings[pair], numbers[last + 1][owner])
    gain = left + substitutions.inner[pair] + right - standing[owner]
    worth = gain + substitutions.chances[pair]
    top = np.maximum.reduceat(worth, starts)
    share = np.exp(worth - top[owner])
    # The first pair that reaches the top of its place.
    at_top = np.flatnonzero(worth == top[owner])
    chosen = at_top[np.unique(owner[at_top], return_index=True)[1]]
    frequency = counts.frequencies[numbers]
    rarity = np.minimum(frequency[first + 1], frequency[last])
    unheard = steps < np.log(counts.weight) + frequency[1:] - np.log(counts.totals[numbers[:-1]] + counts.weight) + 1e-6
    best = pair[chosen]
    clipped = np.clip(gain[chosen], -8.0, 12.0)
    strength = substitutions.strengths[best]
    phrase = (last - first > 1).astype(np.float64)
    together = np.clip(np.log(np.add.reduceat(share, starts)) + top, -10.0, 10.0)
    drawn = substitutions.commonness[pair] + substitutions.chances[pair]
    top_drawn = np.maximum.reduceat(drawn, starts)
    excess = np.log(np.add.reduceat(np.exp(drawn - top_drawn[owner]), starts)) + top_drawn - rarity
    held = np.bincount(numbers, minlength=len(counts.frequencies))
    single = (substitutions.openings[best] == substitutions.closings[best]).astype(np.float64)
    left_gain, right_gain = left[chosen] - standing_left, right[chosen] - standing_right
    unheard_left, unheard_right = unheard[first].astype(np.float64), unheard[last].astype(np.float64)
    missing = np.concatenate([[0.0], np.cumsum(unheard)])
    capital = np.array([tokens.surfaces[at][0].isupper() for at in first.tolist()], np.float64)
    features = np.stack(
        [
            np.ones(len(found)),
            clipped,
            np.maximum(clipped - 3.0, 0.0),
            np.maximum(clipped - 6.0, 0.0),
            np.maximum(-clipped, 0.0),
            np.clip(left_gain, -6.0, 8.0),
            np.clip(right_gain, -6.0, 8.0),
            unheard_left,
            unheard_right,
            np.clip(-standing / (last - first + 1), 0.0, 16.0),
            -rarity,
            substitutions.commonness[best],
            substitutions.chances[best],
            strength,
            phrase,
            phrase * strength,
            strength * np.maximum(clipped, 0.0),
            capital,
            np.log(sizes),
            together,
            np.clip(excess, -4.0, 8.0),
            np.log1p(held[substitutions.openings[best]]) * single * (substitutions.commonness[best] < COMMON),
            np.log(np.maximum(held[numbers[first + 1]], 1)) * (1.0 - phrase),
            np.clip(np.minimum(left_gain, right_gain), -4.0, 4.0),
            (unheard_left + unheard_right) * np.maximum(clipped, 0.0),
            unheard_left * unheard_right,
            phrase * clipped,
            (missing[last] - missing[first + 1]) > 0,
        ],
        axis=1,
    )
    return Places(first, last, best, 1.0 / np.add.reduceat(share, starts), features)


def pick(places: Places, values: Logs) -> npt.NDArray[np.int64]:
    """Give the places that are best where several overlap, in order of the text."""
    taken: set[int] = set()
    kept = []
    for at in sorted(range(len(values)), key=lambda at: (-values[at], int(places.first[at]))):
        span = range(int(places.first[at]), int(places.last[at]))
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(at)
    return np.array(sorted(kept, key=lambda at: int(places.first[at])), np.int64)
