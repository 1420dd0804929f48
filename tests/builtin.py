"""The built-in corpus, checked and compiled once for all tests that look up in it."""

from factcheck.corpus.corpus import read_corpus
from factcheck.store.compiling import compile_corpus
from factcheck.store.roots import builtin_root

CORPUS = read_corpus(builtin_root())
STORE = compile_corpus(CORPUS, None)
