"""An article as a document of TEI P5, the format of text archives and corpora."""

from newsclean.output.tei.document import to_tei

__all__ = ["to_tei"]
