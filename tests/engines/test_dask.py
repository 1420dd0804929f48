"""Dask for real: posts in Parquet in, Parquet out, the same as one process, whoever dies."""

from pathlib import Path

import pytest
from clusters import check_equal, dask, done, missing, one_process, settings, statements
from posts import write_posts
from thoroughness import WHOLE

lacking = missing("distributed") or (None if WHOLE else "Dask only runs where all is tried")
pytestmark = pytest.mark.skipif(bool(lacking), reason=str(lacking))


def test_a_job_is_complete_and_the_same_though_a_worker_is_killed(
    environment: dict[str, str], ponds: Path, tmp_path: Path
) -> None:
    posts = write_posts(tmp_path / "posts", 4_000, statements(ponds), files=8)
    engine = settings(environment, tmp_path)
    done(dask(posts, tmp_path / "out", ponds), engine, kill=True)
    check_equal(tmp_path / "out", one_process(posts, ponds))
