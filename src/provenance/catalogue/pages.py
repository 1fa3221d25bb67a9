"""Where a rule's reference page is."""

from __future__ import annotations

FOLDER = "docs/rules"


def page_of(code: str) -> str:
    """Give the path of a rule's page in the project, as reports name it.

    >>> page_of("IDM-PT001")
    'docs/rules/IDM-PT001.md'
    """
    return f"{FOLDER}/{code}.md"
