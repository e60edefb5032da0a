"""The way in, as `python -m studyguide` and as the command: stopped in order from the first moment."""

import sys


def main() -> None:
    """Run the command line; to be stopped while it is being loaded, or is ending, is one sentence, too."""
    try:
        from studyguide.system import stopping

        stopping.listen()
        import gc

        gc.disable()  # what is loaded stays: to look through it for garbage takes a twentieth of the time
        with stopping.unwrapped():
            from studyguide.cli.main import main as run

        gc.freeze()
        gc.enable()
        run()
    except KeyboardInterrupt:
        sys.stderr.write("studyguide: stopped\n")
        sys.exit(2)


if __name__ == "__main__":
    main()
