"""What operators see of a run: lines of log and metrics. Nothing here is recorded in a ledger.

One file for each thing that is seen (`reading`, `linking`, `storing`, `watching`, `answering`,
`commands`): its events and its metrics stand together there, and whoever does the work says so in
one call. No line and no metric holds a word of a report, of a search or of a secret.

    logs         lines on the standard error, as JSON or as text, or none
    lines        one line, with secrets left out
    registry     the metrics of this process, in Prometheus' naming
    exposition   where Prometheus asks for them
    holdings     how much the ledger holds, counted when asked
"""

import logging

# A library is silent where whoever uses it has set up no logging.
logging.getLogger("sayso").addHandler(logging.NullHandler())
