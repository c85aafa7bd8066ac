"""Makes newsclean/weights.json from labelled pages: `python -m tools.train DATA... --out newsclean/weights.json`."""
