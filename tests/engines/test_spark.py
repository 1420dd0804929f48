"""Spark for real: posts in Parquet in, Parquet out, the same as one process, whoever dies."""

from pathlib import Path

import pytest
from clusters import (
    EXECUTOR,
    PYTHON,
    check_equal,
    done,
    missing,
    one_process,
    settings,
    spark,
    statements,
)
from posts import write_posts
from thoroughness import WHOLE

pytestmark = pytest.mark.skipif(bool(missing("pyspark")), reason=str(missing("pyspark")))
whole = pytest.mark.skipif(not WHOLE, reason="a cluster is only started where all is tried")
TWO = "local-cluster[2,1,1024]"
MANY = 200_000


@pytest.fixture
def engine(environment: dict[str, str], tmp_path: Path) -> dict[str, str]:
    return settings(environment, tmp_path)


def test_a_job_is_complete_and_the_same_though_a_python_is_killed(
    engine: dict[str, str], ponds: Path, tmp_path: Path
) -> None:
    posts = write_posts(tmp_path / "posts", 2_000, statements(ponds), files=8)
    done(spark("local[2,4]", PYTHON, posts, tmp_path / "out", ponds), engine, kill=True)
    check_equal(tmp_path / "out", one_process(posts, ponds))


@whole
@pytest.mark.parametrize(
    ("count", "victim"),
    [(8_000, PYTHON), (MANY, EXECUTOR)],
    ids=["a python", "an executor"],
)
def test_a_cluster_of_two_loses_one_and_is_complete_and_the_same(
    count: int, victim: str, engine: dict[str, str], tmp_path: Path
) -> None:
    posts = write_posts(tmp_path / "posts", count, statements(), files=16)
    done(spark(TWO, victim, posts, tmp_path / "out"), engine, kill=True)
    check_equal(tmp_path / "out", one_process(posts))
