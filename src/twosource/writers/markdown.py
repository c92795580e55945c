"""Markdown."""


class Markdown:
    def __init__(self, every=False, colour=False):
        pass

    def write(self, documents):
        return str(documents)
