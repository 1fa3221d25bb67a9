"""How the shipped counts and the fitted numbers of spin detection are made."""
