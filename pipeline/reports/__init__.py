"""A report and its verdicts, told: one format a file, values in and text out."""

from __future__ import annotations
