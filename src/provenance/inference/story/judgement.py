"""Two texts that share matter: are they kin, in which way, and which came first.

Independent reports of one event share its facts and its public words, but little of the rest; kin share a large part of the narrative of at
least one of them. Of kin, a spinner's replacements have a direction; a copy credits, errs and adds; two translations are siblings unless one
side is plainly the original. Time stamps are a hint: they may be missing or wrong, and never decide against damage.
"""

from __future__ import annotations

import math
from functools import cache

import attrs

from provenance.catalogue import load_catalogue
from provenance.inference.story.kinship import Kinship
from provenance.inference.story.traits import Traits
from provenance.model.stories import DerivationRelation

# Log odds of kinship: from the share of the narrative that the more dependent text shares, and the share of sentences paired in the same order.
# Independent reports of one event reach 0.27 and 0.5 in annotated stories, translations of one text start at 0.39 and 0.6; between languages,
# where only names, numbers and cognates are seen, 0.12 and 0.4 against 0.2 and 0.7 for most.
SHARE, SHARE_SLOPE = 0.325, 18.0
ORDER, ORDER_SLOPE = 0.5, 4.0
# Briefs of five sentences share their few facts whoever wrote them.
ENOUGH, BRIEF = 200.0, 4.0
FOREIGN_SHARE, FOREIGN_SHARE_SLOPE = 0.15, 20.0
FOREIGN_ORDER, FOREIGN_ORDER_SLOPE = 0.5, 10.0
LEAST_SENTENCES = 3
COPIED = 0.83  # share of words kept from which a text is copied, not written anew
COPIED_SENTENCES = 0.5  # … or of its sentences
SPINNER_SWAPS, SPINNER_SHARE = 6, 0.35  # words replaced as spinners do: how many at least, and of all replaced
EXCERPT_RUN, EXCERPT_RUN_ALONE = 9, 25  # words in a row, with and without a credit
EXCERPT_QUOTED = 60.0  # nats of quotation shared with the outlet that is credited
LARGE, SMALL = 0.5, 0.25  # share of a text that is much, and little, of it


@attrs.frozen(kw_only=True)
class Bond:
    """What is concluded about two texts.

    Attributes:
        relation: How they are related.
        forward: Probability that the second derives from the first, given that they are kin; 0.5 for siblings.
        kin: Probability that they are kin.
        closeness: How much of the derived text the other accounts for; the best of several possible parents has most.
        reason: One plain sentence, with `{source}` and `{target}` for the documents.

    """

    relation: DerivationRelation
    forward: float
    kin: float
    closeness: float
    reason: str


def judge_pair(kinship: Kinship, one: Traits, other: Traits, *, languages: tuple[str, str]) -> Bond | None:
    """Judge two texts; None where they are likelier independent.

    Args:
        kinship: What they share.
        one: The first text.
        other: The second.
        languages: Codes of their languages.

    """
    share = max(kinship.a_share, kinship.b_share)
    foreign = languages[0] != languages[1]
    if foreign:
        kin = _logistic(
            2.0 * one.same_outlet(other) + FOREIGN_SHARE_SLOPE * (share - FOREIGN_SHARE) + FOREIGN_ORDER_SLOPE * (kinship.in_order - FOREIGN_ORDER)
        )
    else:
        brief = max(0.0, 1 - kinship.narrative / ENOUGH)
        kin = _logistic(SHARE_SLOPE * (share - SHARE) + ORDER_SLOPE * (kinship.in_order - ORDER) - BRIEF * brief)
    if kinship.sentences < LEAST_SENTENCES:
        kin *= 0.6
    if kin < 0.5:
        return _excerpt(kinship, one, other, foreign=foreign)
    if foreign:
        return _across(kinship, kin, one, other, languages)
    spun = _spun(kinship, kin, one, other)
    if spun is not None:
        return spun
    if kinship.kept >= COPIED or kinship.verbatim >= COPIED_SENTENCES:
        return _copied(kinship, kin, one, other)
    return _retold(kinship, kin, one, other)


def _across(kinship: Kinship, kin: float, one: Traits, other: Traits, languages: tuple[str, str]) -> Bond:
    logit = 3.0 * (languages[1] == "en") - 3.0 * (languages[0] == "en")
    logit += 4.0 * (other.names_other(one) - one.names_other(other)) + 4.0 * (one.agency - other.agency) + _time(one, other, 0.7)
    share = kinship.b_share if logit >= 0 else kinship.a_share
    edition = one.same_outlet(other)
    reason = "the names, numbers and cognates of {source} return in {target} sentence by sentence, in another language"
    if abs(logit) < 1.0:
        return Bond(relation="common_source", forward=0.5, kin=kin, closeness=share, reason=reason)
    closeness = min(1.0, 2 * share) + edition  # one's own foreign edition is nearer than anything
    return Bond(relation="translated", forward=_logistic(logit), kin=kin, closeness=closeness, reason=reason)


def _spun(kinship: Kinship, kin: float, one: Traits, other: Traits) -> Bond | None:
    known = _substitutions()
    there = sum(swap in known for swap in kinship.swaps)
    back = sum(swap[::-1] in known for swap in kinship.swaps)
    both = sum(swap in known and swap[::-1] in known for swap in kinship.swaps)
    most = max(there, back)
    if most < SPINNER_SWAPS or most < SPINNER_SHARE * len(kinship.swaps):
        return None
    logit = 0.8 * ((there - both) - (back - both)) + 3.0 * (other.spun - one.spun) + _time(one, other, 0.3)
    share = kinship.b_share if logit >= 0 else kinship.a_share
    count = there if logit >= 0 else back
    reason = f"{{target}} has the sentences of {{source}} in the same order with {count} words replaced in place as synonym spinners replace them"
    return Bond(relation="spun", forward=_logistic(logit), kin=kin, closeness=share, reason=reason)


def _copied(kinship: Kinship, kin: float, one: Traits, other: Traits) -> Bond:
    shared_credit = sorted(one.credits & other.credits)
    named, naming = other.names_other(one), one.names_other(other)
    if shared_credit and not named and not naming and not (one.agency or other.agency):
        reason = f"{{source}} and {{target}} carry the same text and both credit {shared_credit[0]}"
        return Bond(relation="common_source", forward=0.5, kin=kin, closeness=max(kinship.a_share, kinship.b_share), reason=reason)
    logit = 3.5 * (named - naming) + 2.0 * (one.agency - other.agency) + _time(one, other, 1.2)
    logit += 4.0 * (kinship.b_share - kinship.a_share) + 2.0 * (other.spun - one.spun)
    share, rest = (kinship.b_share, kinship.a_share) if logit >= 0 else (kinship.a_share, kinship.b_share)
    excerpt = (share < LARGE and rest < LARGE) or rest < SMALL
    why = ", and credits it" if (named if logit >= 0 else naming) else ""
    reason = f"{kinship.kept:.0%} of the words of the shared sentences of {{target}} stand in {{source}} in the same order{why}"
    return Bond(relation="excerpted" if excerpt else "republished", forward=_logistic(logit), kin=kin, closeness=share, reason=reason)


def _retold(kinship: Kinship, kin: float, one: Traits, other: Traits) -> Bond:
    named, naming = other.names_other(one), one.names_other(other)
    gap = other.translated - one.translated
    logit = (
        3.0 * (named - naming)
        + 3.0 * (one.agency - other.agency)
        + (3.0 * gap if abs(gap) > 0.5 and not one.foreign_edition and not other.foreign_edition else 0.0)
    )
    share = max(kinship.a_share, kinship.b_share)
    if abs(logit) < 2.0:
        reason = "{source} and {target} tell the same in the same order in other words throughout, as two translations of one text do"
        return Bond(relation="common_source", forward=0.5, kin=kin, closeness=share, reason=reason)
    share = kinship.b_share if logit > 0 else kinship.a_share
    side = one if logit > 0 else other
    why = "is an agency's own text" if side.agency else "is credited there" if (named if logit > 0 else naming) else "shows no trace of translation"
    reason = (
        f"{{target}} tells what {{source}} tells, in the same order and in other words, and {{source}} {why}: it came back through another language"
    )
    return Bond(relation="translated", forward=_logistic(logit), kin=kin, closeness=0.8 * share, reason=reason)


def _excerpt(kinship: Kinship, one: Traits, other: Traits, *, foreign: bool) -> Bond | None:
    named, naming = other.names_other(one), one.names_other(other)
    if named == naming:
        if foreign or kinship.longest < EXCERPT_RUN_ALONE:
            return None
        logit = _time(one, other, 1.0) + 2.0 * (one.agency - other.agency)
        reason = f"{kinship.longest} words in a row of {{target}} stand in {{source}}"
    else:
        if kinship.longest < EXCERPT_RUN and kinship.quoted < EXCERPT_QUOTED and not (foreign and kinship.sentences >= LEAST_SENTENCES):
            return None
        logit = 3.0 * (named - naming) + _time(one, other, 0.5)
        reason = "{target} credits {source} and repeats passages of it"
    share = kinship.b_share if logit >= 0 else kinship.a_share
    return Bond(relation="excerpted", forward=_logistic(logit), kin=0.85, closeness=share, reason=reason)


def _time(one: Traits, other: Traits, weight: float) -> float:
    """Give what the declared times say for the first text being the source."""
    if one.published is None or other.published is None or one.published == other.published:
        return 0.0
    return weight if one.published < other.published else -weight


@cache
def _substitutions() -> frozenset[tuple[str, str]]:
    return frozenset((row[0], row[1]) for row in load_catalogue().tables["substitutions"])


def _logistic(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-20.0, min(20.0, logit))))
