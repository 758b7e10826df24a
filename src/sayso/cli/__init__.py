"""The command line: one file a command; each parses, calls and prints.

Exit codes: 0 all went well; 1 something was rejected, not found or wrong; 2 the command was used
wrongly; 3 the ledger or the language pipeline cannot be used; 130 stopped by Ctrl-C or SIGTERM.
"""


def main() -> None:
    """Run the command line.

    A process that reads imports the program that started it, and has no use for its commands.
    """
    from sayso.cli import program  # noqa: PLC0415 - see above

    program.main()
