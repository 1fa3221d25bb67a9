"""Why the verdict is what it is, and what would change it."""

from __future__ import annotations

import attrs

from provenance.model.findings import Claim
from provenance.model.validators import span


@attrs.frozen(kw_only=True)
class Reason:
    """One reason that mattered.

    Attributes:
        claim: What it bears on.
        effect: By how much it moved the log odds of the claim, all other reasons given (natural log; negative: it spoke against).
        sentence: The reason in words.
        evidence: Its index in the report's evidence.

    """

    claim: Claim
    effect: float
    sentence: str
    evidence: int


@attrs.frozen(kw_only=True)
class RoundTrip:
    """A quotation that was English before: somebody said it in English, it went abroad with the text, and came back.

    `text[start:end] == quote`, marks excluded; `speaker` is the name that gives it away.
    """

    start: int
    end: int = attrs.field(validator=span)
    quote: str
    speaker: str


@attrs.frozen(kw_only=True)
class Explanation:
    """The few reasons that mattered most, how close the second chain comes, and what would decide.

    Attributes:
        supporting: What spoke most for the claims, the weightiest first.
        opposing: What spoke most against them.
        margin: How many times as likely as the second chain the first one is; None where there is no second.
        runner_up: In what the second chain differs, in words.
        would_change: What further fact would change or settle the verdict, one sentence each.
        round_trips: Quotations that were English once.

    """

    supporting: tuple[Reason, ...] = ()
    opposing: tuple[Reason, ...] = ()
    margin: float | None = None
    runner_up: str | None = None
    would_change: tuple[str, ...] = ()
    round_trips: tuple[RoundTrip, ...] = ()
