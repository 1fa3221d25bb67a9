"""What the house knows: rules, word classes, agencies and outlets, all of it data."""

from provenance.catalogue.loading import Catalogue, Outlet, load_catalogue
from provenance.catalogue.rule import Rule, Weights

__all__ = ["Catalogue", "Outlet", "Rule", "Weights", "load_catalogue"]
