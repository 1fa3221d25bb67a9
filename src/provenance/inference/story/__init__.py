"""Several texts of one story: where their versions contradict each other, and who derives from whom."""

from provenance.inference.story.tell import tell_story

__all__ = ["tell_story"]
