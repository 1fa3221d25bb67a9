"""What can go wrong, one exception per kind of trouble.

Every message starts with a plain sentence that names the input and the place in it, and ends with what to do.
"""

from __future__ import annotations


class ProvenanceError(Exception):
    """Base of every error this package raises on purpose."""


class InputError(ProvenanceError):
    """A document could not be read."""


class MissingInputError(InputError):
    """The named file does not exist or may not be opened."""


class UndecodableInputError(InputError):
    """The bytes are not text in any encoding that was tried."""


class EmptyInputError(InputError):
    """There is no text in the input."""


class OversizedInputError(InputError):
    """The input is larger than the documented limit."""


class MalformedRecordError(InputError):
    """A structured input (JSON Lines …) has a line or field that does not parse."""


class DuplicateDocumentError(InputError):
    """Two documents of one comparison carry the same id."""


class ConfigurationError(ProvenanceError):
    """A setting has an unknown name or an impossible value."""


class UnknownRuleError(ConfigurationError):
    """No rule has this code, prefix or name."""


class CatalogueError(ProvenanceError):
    """A catalogue file is damaged or contradicts the schema."""


class ReportFormatError(ProvenanceError):
    """A stored report or story does not have the shape of the wire contract."""
