"""Tests of `extract_many`."""
