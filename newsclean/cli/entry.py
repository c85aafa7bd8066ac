"""The process: its arguments, its commands, and its exit code."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn

import newsclean
from newsclean.cli import batch, compare, explain, extract, rules
from newsclean.cli.streams import FAILED, FOUND, INTERRUPTED, discard, fail
from newsclean.cli.terminal import escape_controls

# Each module adds its command to the parser, and sets `command` to the function that runs it.
COMMANDS = (extract, explain, batch, compare, rules)
DESCRIPTION = "Turn web pages into clean, structured news articles."


def run() -> NoReturn:
    """Run the command on the process's own arguments, and end the process with its exit code."""
    try:
        try:
            code = main()
        except SystemExit as stop:  # argparse has printed the help, the version or a usage error
            code = stop.code if isinstance(stop.code, int) else FOUND
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        code = INTERRUPTED
        discard(sys.stdout)
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        code = FAILED
        discard(sys.stdout)
    except OSError as error:
        code = fail(f"cannot write the output: {error.strerror or error}")
        discard(sys.stdout)
    sys.exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say, and return the exit code; SystemExit(2) on wrong usage."""
    options = _parser().parse_args(arguments)
    code: int = options.command(options)
    return code


class Parser(argparse.ArgumentParser):
    """A parser whose messages may show the names of files, which may hold any character."""

    def error(self, message: str) -> NoReturn:
        super().error(escape_controls(message))


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="newsclean", description=DESCRIPTION)
    parser.add_argument("--version", action="version", version=f"%(prog)s {newsclean.__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for module in COMMANDS:
        module.add_command(commands)
    return parser
