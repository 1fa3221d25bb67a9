"""How the catalogue is measured and how entries for it are mined; never imported by the package."""
