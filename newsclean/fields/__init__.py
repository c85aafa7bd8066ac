"""Readers of single fields: text or page in, value and evidence out."""
