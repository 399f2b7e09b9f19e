"""Functions of the user's own, named on the command line as `package.module:function`."""

from __future__ import annotations

import importlib
import re
import sys
import traceback
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
    if str(root) not in sys.path:
        # It stays there: the function may import more when it is called.
        sys.path.insert(0, str(root))
    found: Any = _import(module, root)
    try:
        for part in path.split("."):
            found = getattr(found, part)
    except AttributeError as error:
        raise ConfigError(f'"{name}" cannot be loaded: {error}') from None
    if not callable(found):
        raise ConfigError(f'"{name}" is no function')
    return found  # type: ignore[no-any-return]  # what it takes and gives is its caller's to check


def _import(module: str, root: Path) -> Any:
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        hint = f"install it, or put it into {root}"
        raise ConfigError(f'there is no module "{error.name}"', hint=hint) from None
    except SyntaxError as error:
        raise ConfigError(str(error.msg), path=error.filename, line=error.lineno) from None
    # Whatever a module of the user's raises is the user's error, and has its line.
    except (Exception, SystemExit) as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        said = f"{type(error).__name__}: {error}"
        raise ConfigError(said, path=last.filename, line=last.lineno) from error
