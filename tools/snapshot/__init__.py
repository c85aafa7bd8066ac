"""Writes what newsclean makes of every page of some folders, and compares two such files."""
