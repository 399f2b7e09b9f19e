"""Functions of the user's own, named on the command line as `package.module:function`."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pipeline.errors import ConfigError

_NAME = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*:[^\W\d]\w*(?:\.[^\W\d]\w*)*")


def load(name: str, root: Path) -> Callable[..., Any]:
    """
    Import the function that *name* says; modules in the folder *root* are found too.

    It is the user's own code, and runs with the user's rights. Raises `ConfigError` where there is
    no such function; an error inside the module is shown with its line.
    """
    if not _NAME.fullmatch(name):
        hint = "write package.module:function"
        raise ConfigError(f'"{name}" names no function', hint=hint)
    module, _, path = name.partition(":")
    try:
        sys.path.insert(0, str(root))
        found: Any = importlib.import_module(module)
        for part in path.split("."):
            found = getattr(found, part)
    except ModuleNotFoundError as error:
        hint = f"install it, or put it into {root}"
        raise ConfigError(f'there is no module "{error.name}"', hint=hint) from None
    except AttributeError as error:
        raise ConfigError(f'"{name}" cannot be loaded: {error}') from None
    finally:
        sys.path.remove(str(root))
    if not callable(found):
        raise ConfigError(f'"{name}" is no function')
    return found  # type: ignore[no-any-return]  # what it takes and gives is its caller's to check
