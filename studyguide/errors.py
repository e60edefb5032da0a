"""The one exception of the program."""


class StudyGuideError(Exception):
    """What keeps us from running at all, in one sentence; `cli` turns it into exit status 2.

    What an author got wrong is a `Finding`, never an exception.
    """
