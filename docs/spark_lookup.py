"""Look posts up on a Spark cluster: Parquet in, Parquet out.

    spark-submit spark_lookup.py POSTS OUT [CORPUS]

POSTS and OUT are folders of Parquet files, as Spark reads and writes them; the posts stand in
the column `text`. CORPUS is a corpus' folder; without it the built-in one is used. Every
executor's Python must have the same version of factcheck, with the extra `arrow`.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
from pyspark import SparkFiles
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import StructType

import factcheck.arrow


def look_up(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Look a partition up, on an executor, in the corpus that Spark unpacked there."""
    return factcheck.arrow.lookup(batches, column="text", corpus=SparkFiles.get("corpus"))


def main(source: str, target: str, corpus: str = "builtin") -> None:
    """Pack the corpus, let Spark hand it to each executor once, and look every post up."""
    spark = SparkSession.builder.appName("factcheck").getOrCreate()
    with tempfile.TemporaryDirectory() as scratch:
        packed = Path(scratch, "packed")
        factcheck.arrow.pack(packed, corpus)
        spark.sparkContext.addArchive(shutil.make_archive(str(packed), "zip", packed) + "#corpus")
        posts = spark.read.parquet(source)
        added = from_arrow_schema(factcheck.arrow.SCHEMA)
        schema = StructType([*posts.schema.fields, *added.fields])
        posts.mapInArrow(look_up, schema).write.parquet(target)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
