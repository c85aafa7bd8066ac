"""The command `newsclean`."""

from newsclean.cli.entry import main, run

__all__ = ["main", "run"]
