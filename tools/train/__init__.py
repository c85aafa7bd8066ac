"""Learns the values in newsclean/learned/ from labelled pages: `python -m tools.train DATA...`."""
