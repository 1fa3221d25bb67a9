"""Makes the weights of `provenance.stylometry`; never imported by the package."""
