-- What a ledger has on PostgreSQL beside its tables. A blank line stands between two commands.

-- The words of a text, one blank between two: runs of letters and digits, small, those of the Latin
-- alphabet without accents. That is how SQLite's FTS5 has them (unicode61 remove_diacritics 2).
CREATE FUNCTION sayso_words(given text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN btrim(regexp_replace(translate(normalize(regexp_replace(normalize(lower(regexp_replace(
        given COLLATE "und-x-icu",
        '[\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323-\u0328\u032d\u032e\u0330\u0331]', '', 'g'
        )), NFD), '([a-z])[\u0300-\u036f]+', '\1', 'g'), NFC), 'µςſ', 'μσs'),
        '[^[:alnum:]²³¹¼-¾\u2070-\u2189\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\ue000-\uf8ff]+',
        ' ', 'g'));

-- The words of a text with their places. What is longer than PostgreSQL takes is cut: words after the
-- first 500 characters, texts after 200,000; words beyond the 16,383rd are in no phrase.
CREATE FUNCTION sayso_vector(given text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (
        SELECT coalesce(string_agg(concat('''', left(word, 500), ''':', least(place, 16383)), ' '), '')
        FROM string_to_table(left(sayso_words(given), 200000), ' ') WITH ORDINALITY AS one (word, place)
        WHERE word <> ''
    )::tsvector;

-- What `sayso.ledger.search.expression` makes of what a person typed: all of its words and phrases.
CREATE FUNCTION sayso_query(expression text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (
        SELECT string_agg(concat('(', phrase, star, ')'), ' & ')
        FROM regexp_matches(expression, '"([^"]*)"(\*?)', 'g') AS term,
            LATERAL (
                SELECT string_agg(concat('''', left(word, 500), ''''), ' <-> ' ORDER BY place),
                    CASE term[2] WHEN '*' THEN ':*' ELSE '' END
                FROM string_to_table(sayso_words(term[1]), ' ') WITH ORDINALITY AS one (word, place)
                WHERE word <> ''
            ) AS made (phrase, star)
        WHERE phrase IS NOT NULL
    )::tsquery;

ALTER TABLE statements
    ADD COLUMN content_fts tsvector GENERATED ALWAYS AS (sayso_vector(content_text)) STORED;

ALTER TABLE claims
    ADD COLUMN words_fts tsvector GENERATED ALWAYS AS (sayso_vector(words)) STORED;

CREATE INDEX ix_statements_content_fts ON statements USING gin (content_fts);

CREATE INDEX ix_claims_words_fts ON claims USING gin (words_fts);

-- For lists in an order, or names in any case, that the indexes of the schema do not have here.
CREATE INDEX ix_reports_newest ON reports (published DESC NULLS LAST, id DESC);

CREATE INDEX ix_claims_most_contested ON claims (contested DESC, id);

CREATE INDEX ix_links_best ON links (score DESC, id);

CREATE INDEX ix_places_name_in_any_case ON places (lower(name COLLATE "C"));

-- What FTS5's own tables are called and hold, as far as it is asked for.
CREATE VIEW statements_fts AS SELECT number AS rowid, content_fts AS content_text FROM statements;

CREATE VIEW claims_fts AS SELECT number AS rowid, words_fts AS words FROM claims;

CREATE FUNCTION sayso_refuse() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN
        RAISE EXCEPTION '% are only added, never changed or deleted', TG_TABLE_NAME;
    END $$;

CREATE TRIGGER judgements_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON judgements
    EXECUTE FUNCTION sayso_refuse();

CREATE TRIGGER acquisitions_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON acquisitions
    EXECUTE FUNCTION sayso_refuse();

CREATE TRIGGER deletions_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON deletions
    EXECUTE FUNCTION sayso_refuse();
