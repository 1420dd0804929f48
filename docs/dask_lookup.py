"""Look posts up with Dask, over several processes or machines: Parquet in, Parquet out.

    python dask_lookup.py POSTS OUT [CORPUS]

POSTS is a folder of Parquet files with the posts in the column `text`; OUT, which is made,
gets a file of the same name for each. CORPUS is a corpus' folder; without it the built-in one
is used. Every worker's Python must have the same version of factcheck, with the extra `arrow`.
"""

import sys
import tempfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from distributed import Client, get_worker
from distributed.diagnostics.plugin import UploadDirectory

import factcheck.arrow


def look_up(source: Path, target: Path) -> None:
    """Look the posts of a file up, on a worker, in the corpus that Dask put there."""
    corpus = Path(get_worker().local_directory).parent / "packed"
    posts = pq.ParquetFile(source)
    schema = pa.schema([*posts.schema_arrow, *factcheck.arrow.SCHEMA])
    begun = target.with_suffix(".begun")
    with pq.ParquetWriter(begun, schema) as file:
        for batch in factcheck.arrow.lookup(posts.iter_batches(), column="text", corpus=corpus):
            file.write_batch(batch)
    begun.replace(target)  # what a killed worker began is begun again


def main(source: str, target: str, corpus: str = "builtin") -> None:
    """Pack the corpus, let Dask hand it to each worker once, and look every post up."""
    paths = sorted(Path(source).absolute().glob("*.parquet"))
    out = Path(target).absolute()
    out.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as scratch, Client(threads_per_worker=1) as client:
        packed = Path(scratch, "packed")
        factcheck.arrow.pack(packed, corpus)
        client.register_plugin(UploadDirectory(str(packed)))
        client.gather(client.map(look_up, paths, [out / path.name for path in paths]))


if __name__ == "__main__":
    main(*sys.argv[1:])
