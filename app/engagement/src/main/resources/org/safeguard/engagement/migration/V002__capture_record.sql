-- How a snapshot was captured and what was taken out of it. Old snapshots say nothing of either.

-- One list as the API server answered it.
CREATE TABLE captured_list (
  snapshot         INTEGER NOT NULL REFERENCES snapshot (id),
  position         INTEGER NOT NULL,
  api_group        TEXT NOT NULL,
  kind             TEXT NOT NULL,
  path             TEXT NOT NULL,
  resource_version TEXT NOT NULL,    -- empty where the server gave none
  started_at       TEXT,             -- null where nobody says
  ended_at         TEXT,
  pages            INTEGER NOT NULL,
  objects          INTEGER NOT NULL,
  status           INTEGER NOT NULL, -- HTTP, 0 without an answer
  consistent       INTEGER NOT NULL, -- 0 or 1
  PRIMARY KEY (snapshot, position)
) STRICT, WITHOUT ROWID;

-- One request that was sent.
CREATE TABLE capture_request (
  snapshot INTEGER NOT NULL REFERENCES snapshot (id),
  position INTEGER NOT NULL,    -- in the order of sending
  at       TEXT NOT NULL,
  method   TEXT NOT NULL,
  path     TEXT NOT NULL,
  status   INTEGER NOT NULL,    -- HTTP, 0 without an answer
  bytes    INTEGER NOT NULL,
  PRIMARY KEY (snapshot, position)
) STRICT, WITHOUT ROWID;

-- How often a value was taken out, or kept, at one kind of place; never the value.
CREATE TABLE redaction (
  snapshot  INTEGER NOT NULL REFERENCES snapshot (id),
  position  INTEGER NOT NULL,
  api_group TEXT NOT NULL,
  kind      TEXT NOT NULL,
  path      TEXT NOT NULL,
  reason    TEXT NOT NULL,
  kept      INTEGER NOT NULL, -- 0 or 1
  count     INTEGER NOT NULL,
  PRIMARY KEY (snapshot, position)
) STRICT, WITHOUT ROWID;
