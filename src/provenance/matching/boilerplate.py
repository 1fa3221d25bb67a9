"""Lines that a page carries whatever the article: invitations, notices, credits."""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from provenance.text import Text

LONGEST = 30  # words; in a longer sentence the phrase is part of what is told
PHRASES = (
    "sign in to",
    "sign up for",
    "sign up to",
    "log in to",
    "subscribe to",
    "subscribe now",
    "our newsletter",
    "read more",
    "continue reading",
    "click here",
    "follow us on",
    "share this",
    "all rights reserved",
    "terms of use",
    "terms of service",
    "terms and conditions",
    "privacy policy",
    "cookie policy",
    "accept cookies",
    "source link",
    "comments off",
    "leave a comment",
    "leave a reply",
    "reprinted with",
    "republished with",
    "photo credit",
    "image credit",
    "be notified by email",
    "this article was originally published",
    "this story has been updated",
)
_PATTERN = re.compile("|".join(map(re.escape, PHRASES)), re.IGNORECASE)


def mark_boilerplate(text: Text, starts: npt.NDArray[np.int64], bounds: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_] | None:
    """Mark the words of sentences that hold a stock phrase; None where no sentence does.

    Args:
        text: The text.
        starts: Where its words start in the normal form.
        bounds: For each sentence the first word in it; one more entry for the end.

    """
    lowered = text.normal.lower()
    # Substring search first: thirty fast passes beat one slow one.
    for phrase in PHRASES:
        if phrase in lowered:
            break
    else:
        return None
    marked = np.zeros(len(starts), bool)
    for match in _PATTERN.finditer(text.normal):
        word = int(np.searchsorted(starts, match.start()))
        sentence = int(np.searchsorted(bounds, word, side="right")) - 1
        if sentence + 1 < len(bounds) and bounds[sentence + 1] - bounds[sentence] <= LONGEST:
            marked[bounds[sentence] : bounds[sentence + 1]] = True
    return marked
