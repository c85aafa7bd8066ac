"""Files of pages -> a file of rows, in several processes, that can be stopped and continued."""

from newsclean.pipelines.batch.options import Options, Summary
from newsclean.pipelines.batch.run import run_batch

__all__ = ["Options", "Summary", "run_batch"]
