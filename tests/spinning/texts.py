"""An article written for this project, and what a spinner makes of it."""

PLAIN = """Hospital drops parking fines for night nurses

A hospital trust in the north has agreed to let nurses park for free at night after a ward sister was fined nine times in a month.

Ruth Adeyemi, 31, who works on the breast cancer ward, told reporters she had paid more than 400 pounds. "I had just finished a shift," she said. "There was no bus."

The trust said the change would take effect from the first of March and would be reviewed within a year. The Prime Minister was asked about it in parliament by the local member.

The chief executive, Colin Harte, said sorry to staff. The health ministry said trusts were responsible for their own car parks, but that free parking had been government policy since 2021.
"""

SPUN = """Sanatorium drops parking fines for night nurses

A sanatorium trust in the north has agreed to let nurses park for free at night after a ward sister was fined nine instances in a month.

Ruth Adeyemi, 31, who works on the bosom cancer ward, instructed reporters she had paid greater than 400 pounds. "I had simply finished a shift," she mentioned. "There used to be no bus."

The trust mentioned the exchange would take impact from the primary of March and would be reviewed inside of a year. The High Minister was requested about it in parliament by means of the local member.

The chief govt, Colin Harte, mentioned sorry to team of workers. The well being ministry stated trusts had been answerable for their very own automobile parks, but that free parking had been executive coverage since 2021.
"""

# "told AFP Marc Dubois" (French: a raconté à l'AFP) tells of French; the spinner has hidden "told".
TRANSLATED_SPUN = SPUN + '\n"We heard a whistling sound," instructed AFP Marc Dubois, a baker of the town.\n'
