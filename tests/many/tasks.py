"""What the tests have workers do; they import it by name."""

from __future__ import annotations

import os
import signal
import time
from typing import Any


def act(request: Any) -> Any:
    """Do what the request says: hang, die, wait, or answer with itself."""
    if request == "hang":
        time.sleep(600)
    elif request == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif request == "exit":
        os._exit(3)
    elif request == "slow":
        time.sleep(0.4)
    elif request == "pid":
        return os.getpid()
    return request
