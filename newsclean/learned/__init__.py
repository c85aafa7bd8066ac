"""Weights learned from labelled pages, and the means to evaluate them."""
