"""Text -> the dates printed in it."""
