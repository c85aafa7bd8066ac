"""The tables of the lexicon, and the files that are compiled from them."""
