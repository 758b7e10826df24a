"""Tags and dependency labels as the numbers that the networks were trained on; 0 is any other."""

from __future__ import annotations

_TAGS = (
    "CC CD DT EX FW IN JJ JJR JJS LS MD NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH "
    "VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB $ # . , : `` '' -LRB- -RRB- HYPH NFP ADD AFX XX _SP"
).split()
_DEPS = (
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj "
    "csubj csubjpass dative dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass "
    "nummod oprd parataxis pcomp pobj poss preconj predet prep prt punct quantmod relcl xcomp"
).split()
_TAG_NUMBERS = {tag: number for number, tag in enumerate(_TAGS, 1)}
_DEP_NUMBERS = {dep: number for number, dep in enumerate(_DEPS, 1)}


def tag_number(tag: str) -> int:
    """The number of a Penn Treebank tag."""
    return _TAG_NUMBERS.get(tag, 0)


def dep_number(dep: str) -> int:
    """The number of a dependency label of the ClearNLP scheme."""
    return _DEP_NUMBERS.get(dep, 0)
