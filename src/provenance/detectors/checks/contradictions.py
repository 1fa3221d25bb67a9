"""A text that follows two conventions at once: `1,5 million` beside `2.3 million`, `14h30` beside `9 p.m.`, the 13/01 beside the 01/14.

A newsroom has one style. Two in one text mean that something was carried over: by a machine that converts some figures and leaves others, or by a
compiler. That says more than a single odd form, which may be a slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from provenance.catalogue import Catalogue, Rule
from provenance.detectors.hits import Hit
from provenance.text import Text

_REPORTED = 3  # forms of the foreign convention marked at most


def contradiction(rule: Rule, text: Text, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield forms of the foreign convention where the text has the English one too.

    The rule's params: `abroad` and `home`, expressions for the two conventions, and `sign`, a character without which no form of `abroad` can be.
    """
    del catalogue
    if rule.params["sign"] not in text.normal:
        return
    abroad, home = _compiled(rule.params["abroad"]), _compiled(rule.params["home"])
    found = list(abroad.finditer(text.normal))
    if found and home.search(text.normal):
        for match in found[:_REPORTED]:
            yield Hit(rule, match.start(), match.end())


@lru_cache(maxsize=64)
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)
