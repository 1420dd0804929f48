"""The day that is written into what the tool makes."""

import os
from datetime import UTC, date, datetime

from factcheck.problem import UsageError


def today() -> date:
    """Return the day of today; SOURCE_DATE_EPOCH sets it for reproducible output."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(f"SOURCE_DATE_EPOCH: '{epoch}' is no time in seconds") from error
