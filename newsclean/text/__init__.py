"""Facts about characters and text that know nothing of pages."""
