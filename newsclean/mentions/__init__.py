"""Text -> what is named in it: dates, people, labels with values, registrations, the language."""
