"""Sample corpora that ship with the package: ``load("comments")``, ``load("unicode")``."""

from .loading import explanations, load, names, path

__all__ = ["explanations", "load", "names", "path"]
