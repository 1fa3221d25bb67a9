"""The named functions of check rules: what token patterns and expressions cannot say."""

from collections.abc import Callable, Iterator

from provenance.catalogue import Catalogue, Rule
from provenance.detectors.checks.acronyms import acronym_mismatch
from provenance.detectors.checks.contradictions import contradiction
from provenance.detectors.checks.inside_words import inside_word
from provenance.detectors.checks.leftover_words import leftover_words
from provenance.detectors.checks.name_variants import name_variants
from provenance.detectors.checks.outlets import translated_outlet
from provenance.detectors.checks.romanisation import romanisation
from provenance.detectors.checks.spinning import article_misfit, improbable_replacement
from provenance.detectors.checks.untranslated_words import untranslated_words
from provenance.detectors.hits import Hit
from provenance.text import Text

Check = Callable[[Rule, Text, Catalogue], Iterator[Hit]]

CHECKS: dict[str, Check] = {
    "acronym_mismatch": acronym_mismatch,
    "article_misfit": article_misfit,
    "contradiction": contradiction,
    "improbable_replacement": improbable_replacement,
    "inside_word": inside_word,
    "leftover_words": leftover_words,
    "name_variants": name_variants,
    "romanisation": romanisation,
    "translated_outlet": translated_outlet,
    "untranslated_words": untranslated_words,
}

__all__ = ["CHECKS", "Check"]
