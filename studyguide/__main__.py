"""Run the command line as `python -m studyguide`."""

from studyguide.cli.main import main

main()
