-- The first version of the engagement file. Never edit a migration that was released: add the next.

-- The client and scope as last said, one row.
CREATE TABLE engagement (
  id          INTEGER PRIMARY KEY CHECK (id = 1),
  created_at  TEXT NOT NULL,
  client      TEXT NOT NULL,
  assessor    TEXT NOT NULL,
  title       TEXT NOT NULL,
  description TEXT NOT NULL
) STRICT;

-- Who changed what, each entry bound to the one before by its hash.
CREATE TABLE journal (
  sequence      INTEGER PRIMARY KEY,
  at            TEXT NOT NULL,
  who           TEXT NOT NULL,
  what          TEXT NOT NULL,
  before        TEXT,
  after         TEXT,
  previous_hash TEXT NOT NULL,
  hash          TEXT NOT NULL
) STRICT;

-- Bodies of objects as sorted JSON, many to a compressed chunk because similar objects shrink together.
CREATE TABLE object_chunk (
  id     INTEGER PRIMARY KEY,
  length INTEGER NOT NULL, -- bytes when inflated
  body   BLOB NOT NULL     -- raw deflate
) STRICT;

-- One object content, stored once however many snapshots hold it.
CREATE TABLE object (
  id     INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE, -- of its sorted JSON
  chunk  INTEGER NOT NULL REFERENCES object_chunk (id) DEFERRABLE INITIALLY DEFERRED,
  offset INTEGER NOT NULL,     -- in the inflated chunk
  length INTEGER NOT NULL
) STRICT;

CREATE TABLE snapshot (
  id                 INTEGER PRIMARY KEY,
  sha256             BLOB NOT NULL UNIQUE, -- of everything below and of its objects
  snapshot_id        TEXT NOT NULL,        -- as its reader named it
  source             TEXT NOT NULL,
  format             TEXT NOT NULL,
  cluster            TEXT NOT NULL,
  captured_at        TEXT,                 -- null where the source does not tell
  kubernetes_version TEXT                  -- null where the source does not tell
) STRICT;

CREATE TABLE source_file (
  snapshot INTEGER NOT NULL REFERENCES snapshot (id),
  position INTEGER NOT NULL,
  file     TEXT NOT NULL,
  bytes    INTEGER NOT NULL,
  sha256   TEXT NOT NULL,
  PRIMARY KEY (snapshot, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshot_object (
  snapshot         INTEGER NOT NULL REFERENCES snapshot (id),
  kind             TEXT NOT NULL,
  name             TEXT NOT NULL,
  namespace        TEXT NOT NULL,
  position         INTEGER NOT NULL, -- in the order of reading
  api_version      TEXT NOT NULL,
  uid              TEXT,
  resource_version TEXT,
  file             TEXT NOT NULL,
  object           INTEGER NOT NULL REFERENCES object (id),
  PRIMARY KEY (snapshot, kind, name, namespace, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE coverage (
  snapshot  INTEGER NOT NULL REFERENCES snapshot (id),
  position  INTEGER NOT NULL,
  api_group TEXT NOT NULL,
  kind      TEXT NOT NULL,
  state     TEXT NOT NULL,
  count     INTEGER NOT NULL,
  cause     TEXT NOT NULL,
  PRIMARY KEY (snapshot, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE skipped (
  snapshot INTEGER NOT NULL REFERENCES snapshot (id),
  position INTEGER NOT NULL,
  file     TEXT NOT NULL,
  line     INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  reason   TEXT NOT NULL,
  PRIMARY KEY (snapshot, position)
) STRICT, WITHOUT ROWID;

-- A rule, safeguard, citation or question as it was when used, stored once over all pack versions.
CREATE TABLE catalogue_entry (
  id      INTEGER PRIMARY KEY,
  sha256  BLOB NOT NULL UNIQUE, -- of kind and content
  kind    TEXT NOT NULL,        -- RULE, SAFEGUARD, CITATION, QUESTION
  code    TEXT NOT NULL,        -- its own id, such as SGW-POD-001
  content TEXT NOT NULL         -- JSON
) STRICT;

-- A pack as it was when used, so that a run stays readable without it.
CREATE TABLE pack (
  id          INTEGER PRIMARY KEY,
  sha256      BLOB NOT NULL UNIQUE, -- of everything below and of its entries
  pack_id     TEXT NOT NULL,
  version     TEXT NOT NULL,
  title       TEXT NOT NULL,
  description TEXT NOT NULL,
  pack_sha256 TEXT NOT NULL         -- of its files
) STRICT;

CREATE TABLE pack_entry (
  pack     INTEGER NOT NULL REFERENCES pack (id),
  position INTEGER NOT NULL,
  entry    INTEGER NOT NULL REFERENCES catalogue_entry (id),
  PRIMARY KEY (pack, position)
) STRICT, WITHOUT ROWID;

-- One assessment. The counts are those of its verdicts and risks, so that a list of runs reads neither.
CREATE TABLE run (
  id             INTEGER PRIMARY KEY,
  journal        INTEGER NOT NULL REFERENCES journal (sequence),
  assessment_id  TEXT NOT NULL,
  tool_version   TEXT NOT NULL,
  assessed_at    TEXT NOT NULL,
  source         TEXT NOT NULL,
  scope          TEXT NOT NULL, -- JSON
  passed         INTEGER NOT NULL,
  failed         INTEGER NOT NULL,
  not_applicable INTEGER NOT NULL,
  not_assessed   INTEGER NOT NULL,
  very_low       INTEGER NOT NULL,
  low            INTEGER NOT NULL,
  moderate       INTEGER NOT NULL,
  high           INTEGER NOT NULL,
  very_high      INTEGER NOT NULL
) STRICT;

CREATE TABLE run_pack (
  run      INTEGER NOT NULL REFERENCES run (id),
  position INTEGER NOT NULL,
  pack     INTEGER NOT NULL REFERENCES pack (id),
  PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_snapshot (
  run      INTEGER NOT NULL REFERENCES run (id),
  position INTEGER NOT NULL,
  snapshot INTEGER NOT NULL REFERENCES snapshot (id),
  PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;

-- The objects that a run speaks of, numbered from 0.
CREATE TABLE object_reference (
  run              INTEGER NOT NULL REFERENCES run (id),
  number           INTEGER NOT NULL,
  api_version      TEXT NOT NULL,
  kind             TEXT NOT NULL,
  namespace        TEXT NOT NULL,
  name             TEXT NOT NULL,
  uid              TEXT,
  resource_version TEXT,
  PRIMARY KEY (run, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE asset (
  run           INTEGER NOT NULL,
  position      INTEGER NOT NULL,
  object        INTEGER NOT NULL,
  ephi          TEXT NOT NULL,
  designated_by TEXT NOT NULL,
  data_kind     TEXT NOT NULL,
  owner         TEXT NOT NULL,
  criticality   TEXT NOT NULL,
  storage       TEXT NOT NULL, -- JSON list
  exposure      TEXT NOT NULL, -- JSON list
  replicas      INTEGER NOT NULL,
  images        TEXT NOT NULL, -- JSON list
  PRIMARY KEY (run, position),
  FOREIGN KEY (run, object) REFERENCES object_reference (run, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE verdict (
  run        INTEGER NOT NULL,
  position   INTEGER NOT NULL,
  verdict_id TEXT NOT NULL,
  rule       INTEGER NOT NULL REFERENCES catalogue_entry (id),
  severity   TEXT NOT NULL,
  status     TEXT NOT NULL,
  subject    INTEGER NOT NULL,
  container  TEXT NOT NULL,
  ephi       TEXT NOT NULL,
  cause      TEXT, -- only of NOT_ASSESSED
  message    TEXT, -- what is wrong, why not applicable, or what is missing; null for PASSED
  PRIMARY KEY (run, position),
  FOREIGN KEY (run, subject) REFERENCES object_reference (run, number)
) STRICT, WITHOUT ROWID;

-- Evidence and proposed values of a row of verdicts, compressed: there are far too many for a table.
CREATE TABLE evidence (
  run      INTEGER NOT NULL REFERENCES run (id),
  position INTEGER NOT NULL, -- of its first verdict
  length   INTEGER NOT NULL, -- bytes when inflated
  body     BLOB NOT NULL,    -- raw deflate of JSON
  PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE safeguard_determination (
  run          INTEGER NOT NULL REFERENCES run (id),
  position     INTEGER NOT NULL,
  safeguard    INTEGER NOT NULL REFERENCES catalogue_entry (id),
  state        TEXT NOT NULL,
  reason       TEXT NOT NULL,
  passed       INTEGER NOT NULL,
  failed       INTEGER NOT NULL,
  not_assessed INTEGER NOT NULL,
  PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE citation_state (
  run            INTEGER NOT NULL REFERENCES run (id),
  position       INTEGER NOT NULL,
  citation       INTEGER NOT NULL REFERENCES catalogue_entry (id),
  state          TEXT NOT NULL,
  reason         TEXT NOT NULL,
  supporting     TEXT NOT NULL, -- JSON list of safeguard ids
  contradicting  TEXT NOT NULL, -- JSON list of safeguard ids
  open_questions TEXT NOT NULL, -- JSON list of question ids
  PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE risk (
  run                   INTEGER NOT NULL REFERENCES run (id),
  position              INTEGER NOT NULL,
  risk_id               TEXT NOT NULL,
  title                 TEXT NOT NULL,
  safeguard             TEXT NOT NULL,
  tier                  TEXT NOT NULL,
  assets                TEXT NOT NULL, -- JSON list
  threat_source         TEXT NOT NULL,
  threat_event          TEXT NOT NULL,
  vulnerability         TEXT NOT NULL,
  existing_controls     TEXT NOT NULL,
  initiation            TEXT NOT NULL,
  initiation_reason     TEXT NOT NULL,
  adverse_impact        TEXT NOT NULL,
  adverse_impact_reason TEXT NOT NULL,
  likelihood            TEXT NOT NULL,
  impact                TEXT NOT NULL,
  impact_reason         TEXT NOT NULL,
  level                 TEXT NOT NULL,
  recommendation        TEXT NOT NULL,
  citations             TEXT NOT NULL, -- JSON list
  PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE risk_finding (
  run      INTEGER NOT NULL,
  risk     INTEGER NOT NULL, -- its position
  position INTEGER NOT NULL,
  verdict  TEXT NOT NULL,    -- its verdict_id
  PRIMARY KEY (run, risk, position),
  FOREIGN KEY (run, risk) REFERENCES risk (run, position)
) STRICT, WITHOUT ROWID;
