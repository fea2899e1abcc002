-- What is searched for over all registers. The row of a record has its number (rid) and its entity's
-- wire id: kind * 2^40 + rid, so that a register is a range. Chinese characters stand one by one;
-- `words` holds what Latin letters and digits find, each with a mark of its kind (search_words.cpp).
-- No text is kept here. Restricted records and the recycle bin are left out.
CREATE VIRTUAL TABLE search_index USING fts5 (
    title,
    other,
    words,
    content = '',
    contentless_delete = 1,
    tokenize = 'unicode61',
    prefix = '2 3'
);

-- The rows of search_index that are not as the records are. Records whose rid is beyond the number
-- `search_mark` of the table meta are not in the index yet and need no row here.
CREATE TABLE search_stale (
    id INTEGER PRIMARY KEY
) STRICT;
