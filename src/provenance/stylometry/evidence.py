"""Turns a reading into evidence, with caps that keep style from accusing anybody alone.

From the prior of 0.08 a text needs a log-likelihood ratio of 2.4 to be called a translation. Whoever weighs the evidence caps style below that: it can lift
other traces over the line and can hold back weak ones, but never decides by itself.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from provenance.model import Evidence
from provenance.stylometry.explanation import Trait
from provenance.stylometry.reading import Reading

KIND = "stylometry"
AGAINST = 1.2  # cap of the reading `translated` where it speaks for an original
MACHINE = 1.2
SOURCE = 0.7
SPEAKS = 0.25  # weaker readings are left out
PLAIN, ENGINE = 1.5, 2.3  # the kind of engine is worth a sentence from odds of 4 to 1 on, and is never said to have more than 10 to 1
DIGITS = 4
FAMILIES = {"romance": ("fr", "es", "it", "pt", "ro", "ca", "gl")}


def to_evidence(reading: Reading, languages: Mapping[str, float], most: float) -> tuple[Evidence, ...]:
    """Give up to four items: translated or not, from which language, by machine or not, and by what kind of engine.

    The last says something about a machine translation that is taken for granted, so its weight is 0: it is there to be read and moves no probability.

    Args:
        reading: Of one text.
        languages: Prior share of each source language that inference considers, `und` among them or not; the source weights are shifted so that under
            these shares they leave the probability of "translated" where it was.
        most: Cap of the reading `translated` where it speaks for a translation.

    >>> to_evidence(Reading(words=20, abstained="too short"), {"fr": 0.5, "de": 0.5}, most=1.1)
    ()
    """
    if reading.abstained is not None:
        return ()
    found: list[Evidence] = []
    shrunk = _shrink(reading.translated, reading.spread)
    ratio = max(-AGAINST, min(most, shrunk))
    if abs(ratio) >= SPEAKS:
        found.append(Evidence(claim="translated", weights={"en": round(-ratio, DIGITS)}, reason=_say_translated(reading, ratio), kind=KIND))
    weights = _source_weights(reading, languages) if ratio > 0 else {}
    if weights and max(map(abs, weights.values())) >= SPEAKS:
        found.append(Evidence(claim="translated", weights=weights, reason=_say_sources(reading), kind=KIND))
    machine = max(-MACHINE, min(MACHINE, reading.machine))
    if ratio > 0 and abs(machine) >= SPEAKS:
        by = "machine" if machine > 0 else "human"
        reason = f"If it is a translation, its wording is {math.exp(abs(machine)):.1f} times as usual in {by} translation."
        found.append(Evidence(claim="machine_translated", weights={"machine_translated": round(machine, DIGITS)}, reason=reason, kind=KIND))
    if ratio > 0 and machine >= 0 and abs(reading.statistical) >= PLAIN:
        kind = "rule-based or statistical" if reading.statistical > 0 else "neural"
        odds = math.exp(min(ENGINE, abs(reading.statistical)))
        reason = f"If a machine translated it, its wording is {odds:.1f} times as usual from a {kind} engine; this moves no probability."
        found.append(Evidence(claim="machine_translated", weights={"machine_translated": 0.0}, reason=reason, kind=KIND))
    return tuple(found)


def _shrink(ratio: float, spread: float) -> float:
    """Give what is left of a reading after one standard deviation towards 0; accusations alone are shrunk."""
    return max(0.0, ratio - spread) if ratio > 0 else ratio


def _source_weights(reading: Reading, languages: Mapping[str, float]) -> dict[str, float]:
    if not reading.sources:
        return {}
    member = {code: family for family, codes in FAMILIES.items() for code in codes}
    capped = {
        code: max(-SOURCE, min(SOURCE, reading.sources.get(member.get(code, code), reading.sources.get("other", 0.0))))
        for code in sorted(languages)
        if code not in ("en", "und")
    }
    shares = {code: languages[code] for code in capped}
    total = math.fsum(shares.values())
    if total <= 0:
        return {}
    neutral = math.log(math.fsum(shares[code] * math.exp(value) for code, value in capped.items()) / total)
    return {code: round(value - neutral, DIGITS) for code, value in capped.items()}


def _say_translated(reading: Reading, ratio: float) -> str:
    side = "translations" if ratio > 0 else "English originals"
    reasons = _quote([trait for trait in reading.traits if (trait.weight > 0) == (ratio > 0)][:3])
    return f"The wording is more usual in {side}{reasons}."


def _quote(traits: list[Trait]) -> str:
    return ": " + "; ".join(trait.reason for trait in traits) if traits else ""


def _say_sources(reading: Reading) -> str:
    ranked = sorted(reading.sources.items(), key=lambda item: (-item[1], item[0]))[:2]
    names = " or ".join("a Romance language" if name == "romance" else "another language" if name == "other" else f"'{name}'" for name, _ in ranked)
    return f"If it is a translation, its wording fits {names} best."
