"""Makes newsclean/learned/labeller.json from labelled pages: `python -m tools.train DATA... --out newsclean/learned/labeller.json`."""
