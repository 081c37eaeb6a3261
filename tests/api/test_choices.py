"""A word that can match nothing is told, with what it can be; the others are written as the graph writes them."""

import pytest

from kgraph.api.choices import checked
from kgraph.errors import UsageError


@pytest.mark.parametrize(
    ("chosen", "meant"),
    [
        ({"relation": "accuses"}, {"relation": "ACCUSES"}),
        ({"relations": ("denies", "SENDS")}, {"relations": ["DENIES", "SENDS"]}),
        ({"modality": "Alleged"}, {"modality": "alleged"}),
        ({"kind": "armed-group"}, {"kind": "armed-group"}),
        ({"since": "2020", "until": "2020-02"}, {"since": "2020-01-01", "until": "2020-02-29"}),
        ({"since": None, "outlet": "The Harbour Post"}, {"since": None, "outlet": "The Harbour Post"}),
    ],
)
def test_a_choice_is_written_as_the_graph_writes_it(chosen, meant):
    assert checked(chosen) == meant


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ({"relation": "ACUSES"}, r"--relation: no relation 'ACUSES'; did you mean 'ACCUSES'\? \(there are ABDUCTS, "),
        ({"relations": ["SHIPS"]}, "--relation: no relation 'SHIPS'"),
        ({"modality": "rumoured"}, "--modality: no modality 'rumoured'; there are alleged, asserted, "),
        ({"kind": "wizard"}, "--kind: no kind of actor 'wizard'; there are armed-group, "),
        ({"since": "soon"}, "--since is a date, not 'soon'; try: --since 2020-10-02"),
    ],
)
def test_a_choice_that_is_none_is_named_with_what_there_is(chosen, words):
    with pytest.raises(UsageError, match=words):
        checked(chosen)
