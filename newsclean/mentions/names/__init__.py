"""Text -> the names of people in it."""
