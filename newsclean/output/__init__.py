"""Articles and reports as Markdown and HTML. Nothing here runs unless it is asked for."""
