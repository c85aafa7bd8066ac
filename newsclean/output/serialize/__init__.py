"""Articles and reports as JSON-ready values, and articles back from them."""

from newsclean.output.serialize.article import article_from_dict, article_to_dict
from newsclean.output.serialize.report import report_to_dict

__all__ = ["article_from_dict", "article_to_dict", "report_to_dict"]
