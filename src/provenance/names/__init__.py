"""How the world spells names: romanisation systems, a gazetteer, and keys of a document that no language changes."""

from provenance.names.acronyms import ForeignAcronym, foreign_acronym
from provenance.names.explain import Explanation, explain_spelling
from provenance.names.gazetteer import ForeignSpelling, Gazetteer, foreign_spelling, load_gazetteer
from provenance.names.keys import document_keys, shared_keys
from provenance.names.romanise import romanise, spellings
from provenance.names.systems import UnknownSystemError, languages, presses

__all__ = [
    "Explanation",
    "ForeignAcronym",
    "ForeignSpelling",
    "Gazetteer",
    "UnknownSystemError",
    "document_keys",
    "explain_spelling",
    "foreign_acronym",
    "foreign_spelling",
    "languages",
    "load_gazetteer",
    "presses",
    "romanise",
    "shared_keys",
    "spellings",
]
