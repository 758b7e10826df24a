"""The sector codes of PLOVER, which tell an actor's role in a society.

From the PLOVER codebook of the Open Event Data Alliance: https://github.com/openeventdata/PLOVER
"""

from __future__ import annotations

SECTORS = {
    "COP": "police, protective agencies",
    "GOV": "government: the executive",
    "JUD": "judiciary: judges, courts",
    "LEG": "legislature: parliaments, lawmakers",
    "MIL": "state military",
    "PRM": "paramilitary, not in opposition to the government",
    "PTY": "political parties",
    "REB": "armed opposition",
    "SPY": "state intelligence services",
    "UAF": "unidentified armed forces",
    "UNK": "unidentified actors",
    "AGR": "agricultural labour",
    "BUS": "business",
    "CRM": "criminals and criminal gangs",
    "CVL": "civilians, protesters, activists",
    "EDU": "education",
    "ELI": "former office holders",
    "JRN": "journalists and their outlets",
    "LAB": "organised labour",
    "MED": "health",
    "REF": "refugees and displaced persons",
    "OPP": "political opposition",
    "PRE": "partially recognised entities",
    "REL": "religious organisations",
    "SOC": "other civil society",
}
"""Each code with what it stands for."""
