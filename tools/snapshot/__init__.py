"""Writes the articles of all pages of some folders to a file, and compares two such files."""
