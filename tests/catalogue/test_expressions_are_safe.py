"""No expression of the catalogue can backtrack far."""

import re
import re._constants as op
import re._parser as parser

import pytest

from tests.catalogue.test_cases import RULES

EXPRESSIONS = [(rule.code, expression) for rule in RULES for expression in ((rule.regex,) if rule.regex else rule.shapes)]
REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT)
LONGEST = 500  # times a repeat may go on
LARGEST = 3000  # nested repeats together


def repeats(parsed, outside=1):
    """Yield (product of the upper bounds of the repeats around it and its own, upper bound, operands) of every repeat."""
    for operator, argument in parsed:
        if operator in REPEATS:
            _, high, body = argument
            yield outside * high, high, body
            yield from repeats(body, outside * high)
        elif operator is op.SUBPATTERN:
            yield from repeats(argument[3], outside)
        elif operator is op.BRANCH:
            for branch in argument[1]:
                yield from repeats(branch, outside)
        elif operator in (op.ASSERT, op.ASSERT_NOT):
            yield from repeats(argument[1], outside)


@pytest.mark.parametrize(("code", "expression"), EXPRESSIONS, ids=[f"{code}-{number}" for number, (code, _) in enumerate(EXPRESSIONS)])
def test_repeats_are_bounded(code, expression):
    """Every repeat has an upper bound and repeats at least a character, nested ones together stay small, and there are no back-references.

    A match attempt then costs at most a constant, whatever the text; the whole search is linear.
    """
    for product, high, body in repeats(parser.parse(expression)):
        assert high is not op.MAXREPEAT, f"{code}: an unbounded repeat"
        assert high <= LONGEST, f"{code}: repeats up to {high} times"
        assert product <= LARGEST, f"{code}: nested repeats up to {product} times"
        assert high == 1 or body.getwidth()[0] > 0, f"{code}: repeats what can be empty"
    assert not re.search(r"\\[1-9]|\(\?P=", expression), f"{code}: a back-reference"
