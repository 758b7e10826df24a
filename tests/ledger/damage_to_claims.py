"""What a person can do to claims, links and judgements by hand, as in `tests.ledger.damage`."""

from tests.claim_samples import joined
from tests.ledger.damage import DENIED, FIRST, REPORTED
from tests.samples import gazette

[(STRIKE, HURT), (CONTRADICTED, CITED), (RATED, MARKED, ACCEPTED)] = (
    [each.id for each in made] for made in joined()
)
DOUBTED = gazette().statements[1].id
ORIGIN = joined()[0][0].origins[0].id
IDS = {
    "dispute": STRIKE,
    "hurt": HURT,
    "contradicted": CONTRADICTED,
    "citation": CITED,
    "rated": RATED,
    "marked": MARKED,
    "doubted": DOUBTED,
}

DAMAGE = {
    "claim under another id": (
        "UPDATE claims SET id = 'c-0' WHERE id = :dispute",
        ("c-0", "invariant", "its id does not follow"),
    ),
    "claim under another id, members left": (
        "UPDATE claims SET id = 'c-0' WHERE id = :dispute",
        (STRIKE, "orphan", "members: its claim"),
    ),
    "claim gone, origins left": (
        "DELETE FROM claims WHERE id = :dispute",
        (STRIKE, "orphan", f"origins: its claim {STRIKE} is not there"),
    ),
    "gist": (
        "UPDATE claims SET gist = 'a strike' WHERE id = :dispute",
        (STRIKE, "invariant", "its gist is 'a strike'"),
    ),
    "words of a gist": (
        "UPDATE claims SET gist_at_text = 'a strike', gist = 'a strike' WHERE id = :dispute",
        (STRIKE, "invariant", "gist span 42:52 says 'a strike'"),
    ),
    "start of a gist": (
        "UPDATE claims SET gist_at_start = 41 WHERE id = :dispute",
        (STRIKE, "invariant", "gist span 41:52"),
    ),
    "end of a gist that is no number": (
        "UPDATE claims SET gist_at_end = 'there' WHERE id = :dispute",
        (STRIKE, "value", "gist_at.end"),
    ),
    "report of a gist": (
        "UPDATE claims SET gist_at_report = :other WHERE id = :dispute",
        (STRIKE, "invariant", "gist span 42:52"),
    ),
    "report of a gist gone": (
        "UPDATE claims SET gist_at_report = 'r-0' WHERE id = :dispute",
        (STRIKE, "invariant", "gist is from report r-0, which is not there"),
    ),
    "sort of a claim": (
        "UPDATE claims SET about = 'words' WHERE id = :dispute",
        (STRIKE, "invariant", "its id does not follow from its sort"),
    ),
    "unknown sort of a claim": (
        "UPDATE claims SET about = 'gossip' WHERE id = :dispute",
        (STRIKE, "value", "about: Input should be"),
    ),
    "standing of a claim": (
        "UPDATE claims SET standing = 'denied' WHERE id = :dispute",
        (STRIKE, "invariant", "it is said to be denied, and its members make it disputed"),
    ),
    "unknown standing": (
        "UPDATE claims SET standing = 'true' WHERE id = :dispute",
        (STRIKE, "value", "standing"),
    ),
    "number of origins": (
        "UPDATE claims SET fewest_origins = 2 WHERE id = :dispute",
        (STRIKE, "invariant", "has 2 to 1 origins"),
    ),
    "number of origins that is none": (
        "UPDATE claims SET most_origins = 'many' WHERE id = :dispute",
        (STRIKE, "value", "most_origins"),
    ),
    "how contested": (
        "UPDATE claims SET contested = 0 WHERE id = :dispute",
        (STRIKE, "derived", "contested should be 1001001003, found 0"),
    ),
    "words of a claim to search by": (
        "UPDATE claims SET words = 'peace' WHERE id = :hurt",
        (HURT, "derived", "words should be 'No one was hurt', found 'peace'"),
    ),
    "stance of a member": (
        "UPDATE members SET stance = 'none' WHERE statement = :denied",
        (STRIKE, "invariant", "and its members make it single_origin"),
    ),
    "unknown stance of a member": (
        "UPDATE members SET stance = 'for' WHERE statement = :denied",
        (STRIKE, "value", "members.1.stance"),
    ),
    "words of a member": (
        "UPDATE members SET spans = replace(spans, 'strike', 'attack') WHERE statement = :denied",
        (STRIKE, "invariant", f"member {DENIED}: span 42:52 says 'the attack'"),
    ),
    "words of a member not JSON": (
        "UPDATE members SET spans = '[' WHERE statement = :denied",
        (STRIKE, "value", "EOF"),
    ),
    "words of a member gone": (
        "UPDATE members SET spans = '[]' WHERE statement = :denied",
        (STRIKE, "invariant", f"its member {DENIED} has no words for it"),
    ),
    "where the words of a member are": (
        "UPDATE members SET span_start = 0 WHERE statement = :denied",
        (STRIKE, "derived", "a member is gone or out of place"),
    ),
    "order of members": (
        "UPDATE members SET position = 7 WHERE statement = :denied",
        (STRIKE, "derived", "a member is gone or out of place"),
    ),
    "member of another statement": (
        "UPDATE members SET statement = :third WHERE statement = :denied",
        (STRIKE, "invariant", "its 42:52 is not in the content of"),
    ),
    "statement of a member gone": (
        "DELETE FROM statements WHERE id = :doubted",
        (STRIKE, "invariant", f"its member {DOUBTED} is not there"),
    ),
    "statement of a member unreadable": (
        "UPDATE statements SET content = '[{' WHERE id = :doubted",
        (STRIKE, "invariant", f"its member {DOUBTED} is not there"),
    ),
    "member gone": (
        "DELETE FROM members WHERE statement = :denied",
        (STRIKE, "derived", "a member is gone or out of place"),
    ),
    "first member gone": (
        "DELETE FROM members WHERE statement = :reported",
        (STRIKE, "invariant", "its id does not follow"),
    ),
    "origin gone": (
        "DELETE FROM origins WHERE claim = :dispute",
        (STRIKE, "invariant", f"traces {REPORTED} to 0 origins"),
    ),
    "origin under another id": (
        "UPDATE origins SET id = 'o-0' WHERE claim = :dispute",
        (STRIKE, "invariant", "the id of its origin o-0 does not follow"),
    ),
    "origin of a statement that is no member": (
        "UPDATE origins SET statements = replace(statements, :reported, :first)",
        (STRIKE, "invariant", f"has an origin of {FIRST}, which is no member"),
    ),
    "statements of an origin not JSON": (
        "UPDATE origins SET statements = 's-1' WHERE claim = :dispute",
        (STRIKE, "value", "expected value"),
    ),
    "reason of an origin": (
        "UPDATE origins SET why = '' WHERE claim = :dispute",
        (STRIKE, "invariant", f"does not say why its origin {ORIGIN} is one"),
    ),
    "order of origins": (
        "UPDATE origins SET position = 1 WHERE claim = :dispute",
        (STRIKE, "derived", "an origin is gone or out of place"),
    ),
    "link under another id": (
        "UPDATE links SET id = 'k-0' WHERE id = :citation",
        ("k-0", "invariant", "its id does not follow"),
    ),
    "kind of a link": (
        "UPDATE links SET kind = 'reprints' WHERE id = :citation",
        (CITED, "invariant", "its id does not follow"),
    ),
    "unknown kind of a link": (
        "UPDATE links SET kind = 'likes' WHERE id = :citation",
        (CITED, "value", "kind: Input should be"),
    ),
    "from what a link is": (
        "UPDATE links SET \"from\" = 'r-0' WHERE id = :citation",
        (CITED, "invariant", "links r-0, which is not there"),
    ),
    "link to itself": (
        'UPDATE links SET "to" = "from" WHERE id = :citation',
        (CITED, "invariant", "to itself"),
    ),
    "end of a link gone": (
        "DELETE FROM statements WHERE id = :denied",
        (CONTRADICTED, "invariant", f"links {DENIED}, which is not there"),
    ),
    "clash of a link": (
        "UPDATE links SET clash = NULL WHERE id = :contradicted",
        (CONTRADICTED, "invariant", "is a contradiction, and does not say in what"),
    ),
    "unknown clash": (
        "UPDATE links SET clash = 'mood' WHERE id = :contradicted",
        (CONTRADICTED, "value", "clash"),
    ),
    "score of a link": (
        "UPDATE links SET score = 7 WHERE id = :citation",
        (CITED, "invariant", "score 7.0 is not between"),
    ),
    "reason of a link": (
        "UPDATE links SET reason = ' ' WHERE id = :citation",
        (CITED, "invariant", "gives no reason"),
    ),
    "evidence not JSON": (
        "UPDATE links SET evidence = 'seen' WHERE id = :citation",
        (CITED, "value", "expected value"),
    ),
    "evidence gone": (
        "UPDATE links SET evidence = '[]' WHERE id = :citation",
        (CITED, "invariant", "shows no words"),
    ),
    "words of evidence": (
        "UPDATE links SET evidence = replace(evidence, 'story', 'rumour') WHERE id = :citation",
        (CITED, "invariant", "evidence span 34:39 says 'rumour'"),
    ),
    "report of evidence": (
        "UPDATE links SET evidence = replace(evidence, :other, 'r-0') WHERE id = :citation",
        (CITED, "invariant", "evidence is from report r-0, which is not there"),
    ),
    "text of a report that evidence quotes": (
        "UPDATE reports SET text = replace(text, 'story', 'STORY') WHERE id = :other",
        (CITED, "invariant", "but the text has 'STORY'"),
    ),
    "judgements open to change": (
        "DROP TRIGGER judgements_update",
        ("ledger", "table", "trigger judgements_update is gone or changed"),
    ),
    "assertion of a statement that is gone": (
        "INSERT INTO assertions VALUES ('n-0', :report, 's-0', 'words', '{}')",
        ("n-0", "orphan", "assertions: its statement s-0 is not there"),
    ),
    "report gone, said to be linked": (
        "INSERT INTO linked VALUES ('r-0', '1')",
        ("r-0", "orphan", "linked: its report r-0 is not there"),
    ),
    "word index of claims, one gone": (
        (
            "INSERT INTO claims_fts (claims_fts, rowid, words)"
            " SELECT 'delete', number, words FROM claims WHERE id = :dispute"
        ),
        (STRIKE, "index", "does not have it"),
    ),
    "word index of claims, other words": (
        (
            "INSERT INTO claims_fts (claims_fts, rowid, words)"
            " SELECT 'delete', number, words FROM claims WHERE id = :dispute; "
            "INSERT INTO claims_fts (rowid, words)"
            " SELECT number, 'the peace' FROM claims WHERE id = :dispute"
        ),
        ("claims_fts", "index", "where 'peace' stands"),
    ),
    "table of members dropped": ("DROP TABLE members", ("ledger", "table", "table members")),
    "table of links dropped": ("DROP TABLE links", ("ledger", "table", "table links")),
    "table of keys dropped": ("DROP TABLE link_keys", ("ledger", "table", "table link_keys")),
}

# Judgements are only added: whoever would change them must first take the triggers away.
_FORCED = "DROP TRIGGER judgements_update; DROP TRIGGER judgements_delete; "
_TO_JUDGEMENTS = {
    "value of a judgement": (
        "UPDATE judgements SET value = '1' WHERE id = :rated",
        (RATED, "invariant", "its id does not follow from what was decided"),
    ),
    "rating of a judgement": (
        "UPDATE judgements SET value = '9' WHERE id = :rated",
        (RATED, "invariant", "its rating is '9'"),
    ),
    "day of a judgement": (
        "UPDATE judgements SET at = 'today' WHERE id = :rated",
        (RATED, "invariant", "'today' is no instant"),
    ),
    "who judged": (
        "UPDATE judgements SET by = '' WHERE id = :rated",
        (RATED, "invariant", "does not say whose it is"),
    ),
    "claim of a mark": (
        "UPDATE judgements SET claim = NULL WHERE id = :marked",
        (MARKED, "invariant", "its id does not follow"),
    ),
    "unknown kind of a judgement": (
        "UPDATE judgements SET kind = 'guess' WHERE id = :rated",
        (RATED, "value", "kind"),
    ),
}
DAMAGE |= {what: (_FORCED + by_hand, shown) for what, (by_hand, shown) in _TO_JUDGEMENTS.items()}
