"""What the wording alone says about a text: calibrated readings, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from provenance.stylometry.calibration import calibrate, calibrate_sources, spread
from provenance.stylometry.explanation import Trait, explain
from provenance.stylometry.scoring import contrasts, score
from provenance.stylometry.weights import load_weights
from provenance.text import Text

SHORTEST = 60  # words; the shortest pieces that were measured
ENGLISH = ("en", "und")


@attrs.frozen(kw_only=True)
class Reading:
    """Calibrated natural-log likelihood ratios; 0 says nothing either way.

    Attributes:
        words: Length of the text; the readings are flatter for shorter texts, as measured.
        translated: Translation (by man or machine, round trips included) against an English original.
        machine: Machine against human translation, given that it is a translation.
        round_trip: English turned through another language by a neural engine against an English original.
        statistical: Statistical or rule-based against neural engine, given a machine translation.
        sources: Per source language (`romance` for that family, `other` for the rest) against the average of all, given that it is a translation.
        spread: Standard deviation of `translated` that texts of this length showed against the whole articles they were cut from.
        traits: The strongest features for and against a translation, strongest first.
        abstained: None, or one sentence that says why all readings are 0.
        model: Digest of the weights.

    """

    words: int
    translated: float = 0.0
    machine: float = 0.0
    round_trip: float = 0.0
    statistical: float = 0.0
    sources: Mapping[str, float] = attrs.field(factory=dict)
    spread: float = 0.0
    traits: tuple[Trait, ...] = ()
    abstained: str | None = None
    model: str = ""


def read(text: Text, *, traits: int = 4) -> Reading:
    """Read a text of any length; abstain where it is too short or not English.

    Args:
        text: A prepared text.
        traits: How many features to name on each side.

    Raises:
        StylometryError: the weights are missing or damaged.

    >>> from provenance.model import Document
    >>> from provenance.text import prepare
    >>> read(prepare(Document(text="The minister said no."))).abstained
    'The text has 4 words; below 60 its style tells nothing.'

    """
    words = text.tokens.words
    weights = load_weights()
    if words < SHORTEST:
        return Reading(words=words, abstained=f"The text has {words} words; below {SHORTEST} its style tells nothing.", model=weights.digest)
    if text.language.code not in ENGLISH:
        return Reading(words=words, abstained=f"The text is not in English (it looks like '{text.language.code}').", model=weights.digest)
    scored = score(text, weights)
    calibration = weights.meta["calibration"]
    ratios = {name: round(calibrate(raw, words, calibration[name]), 4) for name, raw in contrasts(scored.origin, scored.trip).items()}
    sources = calibrate_sources(scored.source, words, calibration["source"])
    return Reading(
        words=words,
        translated=ratios["translated"],
        machine=ratios["machine"],
        round_trip=ratios["round_trip"],
        statistical=ratios["statistical"],
        sources={name: round(value, 4) for name, value in sources.items()},
        spread=round(spread(words, calibration["translated"]), 4),
        traits=explain(text, scored, weights, traits),
        model=weights.digest,
    )
