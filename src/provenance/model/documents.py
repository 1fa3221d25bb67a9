"""What arrived, before anybody looked at it."""

from __future__ import annotations

import attrs

from provenance.errors import ConfigurationError


def _text(_instance: Document, attribute: attrs.Attribute[str], value: object) -> None:
    if not isinstance(value, str):
        msg = f"{attribute.name} of a Document must be a string, not {type(value).__name__}; decode bytes with provenance.readers first."
        raise ConfigurationError(msg)


@attrs.frozen(kw_only=True)
class Document:
    """One text as it was read, with what its carrier declared about it.

    Declared metadata is evidence, never fact. `text` is never altered: every offset in a report counts code points of it.

    Attributes:
        id: Names the document in reports; a file name or the id of the wire record.
        text: The text as read, untouched (a byte-order mark is not part of it).
        outlet: Who published it, as declared.
        published: When, as declared (ISO 8601 where the carrier gives one).
        language: Declared language code.
        title: Headline, where the carrier keeps it apart from the text.
        url: Where it was found.

    """

    text: str = attrs.field(validator=_text)
    id: str = attrs.field(default="text", validator=_text)
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    title: str | None = None
    url: str | None = None
