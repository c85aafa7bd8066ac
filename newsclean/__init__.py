"""Turn a web page into a clean, structured news article, and say why every other line was dropped."""

__version__ = "0.1.0"
