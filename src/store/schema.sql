-- Columns of every derived table. Partitions are Parquet files with exactly
-- these columns, in this order, sorted as stated; the embedded engine reads
-- this file (one column a line). Queries see one world and one run of
-- judgements, an empty workspace as empty tables. Tables kept by day have, when
-- queried, a column `day` (a DATE) beside these: filter on it, since it chooses
-- the files. `uid_days (uid_hash UBIGINT, day DATE)` tells on which days a uid
-- may occur: `uid_hash = hash(uid)`. `sessions (day DATE, cc, asn, session UBIGINT,
-- network_name, measurement_count, last_measured_at, lag_hours)` has a row a session,
-- network and day; `lag_hours` is the longest that one of its measurements took to arrive. `origins (day DATE, cc,
-- asn, file_hash, software)` tells which files and programs a network's measurements of a day came from.

-- One row a measurement. Sorted by probe_cc, probe_asn, uid, facts_hash.
CREATE TABLE measurements (
  uid VARCHAR NOT NULL,
  measured_at TIMESTAMP NOT NULL,
  test_name VARCHAR NOT NULL,
  test_version VARCHAR NOT NULL,
  software_name VARCHAR NOT NULL,
  software_version VARCHAR NOT NULL,
  engine_version VARCHAR NOT NULL,
  platform VARCHAR NOT NULL,
  network_type VARCHAR NOT NULL,
  input VARCHAR NOT NULL,
  report_id VARCHAR NOT NULL,
  probe_cc VARCHAR NOT NULL,
  probe_asn UINTEGER NOT NULL,
  probe_network_name VARCHAR NOT NULL,
  resolver_asn UINTEGER NOT NULL,
  resolver_ip VARCHAR NOT NULL,
  resolver_network_name VARCHAR NOT NULL,
  runtime_ms BIGINT,
  probe_said VARCHAR NOT NULL,
  file_hash VARCHAR NOT NULL,
  member VARCHAR NOT NULL,
  line INTEGER NOT NULL,
  record_hash VARCHAR NOT NULL,
  facts_hash VARCHAR NOT NULL,          -- SHA-256 of the header's JSON, a line end and `facts`
  conflict BOOLEAN NOT NULL,            -- the same uid was received with other facts on the same day; queries by uid tell of other days too
  problems VARCHAR[] NOT NULL,
  facts VARCHAR NOT NULL                -- the observations as text, without names (duckdb/facts-text.ts): what judging reads
);

-- Facts spread out for queries: not stored, but read from `measurements.facts` when asked for
-- (docs/decisions/0502), so narrow by day and by columns of the measurement.
CREATE TABLE observations (
  uid VARCHAR NOT NULL,
  position INTEGER NOT NULL,
  probe_cc VARCHAR NOT NULL,
  probe_asn UINTEGER NOT NULL,
  resolver_asn UINTEGER NOT NULL,
  measured_at TIMESTAMP NOT NULL,
  test_name VARCHAR NOT NULL,
  layer VARCHAR NOT NULL,               -- dns, tcp, tls, http, quic, app
  vantage VARCHAR NOT NULL,             -- probe, helper
  role VARCHAR NOT NULL,
  depth INTEGER NOT NULL,
  flow BIGINT,
  classic BOOLEAN,
  failure VARCHAR,
  start_ms DOUBLE,
  duration_ms DOUBLE,
  hostname VARCHAR,
  ip VARCHAR,
  port INTEGER,
  query_type VARCHAR,
  engine VARCHAR,
  resolver VARCHAR,
  answer_ips VARCHAR[],
  answer_asns UINTEGER[],
  answer_cnames VARCHAR[],
  server_name VARCHAR,
  verified BOOLEAN,
  tls_version VARCHAR,
  cipher_suite VARCHAR,
  alpn VARCHAR,
  certificates VARCHAR[],
  last_operation VARCHAR,
  read_bytes BIGINT,
  read_count INTEGER,
  longest_gap_ms DOUBLE,
  read_span_ms DOUBLE,
  url VARCHAR,
  method VARCHAR,
  status_code INTEGER,
  body_bytes BIGINT,
  body_truncated BOOLEAN,
  body_hash VARCHAR,
  title VARCHAR,
  header_names VARCHAR[],
  location VARCHAR,
  server VARCHAR,
  fingerprints VARCHAR[],
  page_marks VARCHAR[],
  name VARCHAR,
  number DOUBLE,
  text VARCHAR
);

-- Certificates by content. Sorted by sha256.
CREATE TABLE certificates (
  sha256 VARCHAR NOT NULL,
  der BLOB NOT NULL,
  subject VARCHAR NOT NULL,
  issuer VARCHAR NOT NULL,
  names VARCHAR[] NOT NULL,
  not_before_at VARCHAR NOT NULL,
  not_after_at VARCHAR NOT NULL,
  self_signed BOOLEAN NOT NULL,
  problem VARCHAR
);

-- Input that could not be used. Sorted by file_hash, member, line, reason.
CREATE TABLE rejects (
  file VARCHAR NOT NULL,
  file_hash VARCHAR NOT NULL,
  member VARCHAR NOT NULL,
  line INTEGER NOT NULL,
  reason VARCHAR NOT NULL,
  message VARCHAR NOT NULL
);

-- One row a measurement and target. Sorted by cc, target, asn, measured_at, uid.
CREATE TABLE verdicts (
  uid VARCHAR NOT NULL,
  measured_at TIMESTAMP NOT NULL,
  cc VARCHAR NOT NULL,
  asn UINTEGER NOT NULL,
  network_name VARCHAR NOT NULL,
  resolver_asn UINTEGER NOT NULL,
  report_id VARCHAR NOT NULL,
  test_name VARCHAR NOT NULL,
  input VARCHAR NOT NULL,
  target VARCHAR NOT NULL,
  service VARCHAR NOT NULL,             -- empty: no service of the registry
  function VARCHAR NOT NULL,            -- empty: not a known function
  via_redirect BOOLEAN NOT NULL,
  state VARCHAR NOT NULL,
  mechanism VARCHAR NOT NULL,           -- empty: none claimed
  locus VARCHAR NOT NULL,
  dns_state VARCHAR NOT NULL,
  dns_rule VARCHAR NOT NULL,
  dns_evidence VARCHAR NOT NULL,
  tcp_state VARCHAR NOT NULL,
  tcp_rule VARCHAR NOT NULL,
  tcp_evidence VARCHAR NOT NULL,
  tls_state VARCHAR NOT NULL,
  tls_rule VARCHAR NOT NULL,
  tls_evidence VARCHAR NOT NULL,
  http_state VARCHAR NOT NULL,
  http_rule VARCHAR NOT NULL,
  http_evidence VARCHAR NOT NULL,
  quic_state VARCHAR NOT NULL,
  quic_rule VARCHAR NOT NULL,
  quic_evidence VARCHAR NOT NULL,
  fired VARCHAR[] NOT NULL,             -- every fired rule id, sorted
  control VARCHAR NOT NULL,             -- helper, networks, both, none
  measurement_state VARCHAR NOT NULL,   -- of the whole measurement
  measurement_mechanism VARCHAR NOT NULL,
  why VARCHAR NOT NULL,
  ruleset VARCHAR NOT NULL,
  reference VARCHAR NOT NULL
);

-- What a network said of a target in one hour of one layer. Sorted by cc, target, asn, resolver_asn, layer, hour.
-- resolver_asn is 0 but for layer dns, whose key includes the resolver's network. layer `all` is the target as a whole.
CREATE TABLE cells (
  cc VARCHAR NOT NULL,
  asn UINTEGER NOT NULL,
  resolver_asn UINTEGER NOT NULL,
  target VARCHAR NOT NULL,
  service VARCHAR NOT NULL,
  function VARCHAR NOT NULL,
  layer VARCHAR NOT NULL,
  hour TIMESTAMP NOT NULL,
  blocked_count INTEGER NOT NULL,       -- measurements by state of the layer; masked layers are left out
  likely_blocked_count INTEGER NOT NULL,
  throttled_count INTEGER NOT NULL,
  impaired_count INTEGER NOT NULL,
  down_count INTEGER NOT NULL,
  ok_count INTEGER NOT NULL,
  insufficient_count INTEGER NOT NULL,
  measurement_count INTEGER NOT NULL,
  session_count INTEGER NOT NULL,       -- distinct report_id that said anything; a measurement without one counts as its own session
  restricted_session_count INTEGER NOT NULL, -- of them, those with at least one blocked, likely_blocked or throttled outcome
  resolver_count INTEGER NOT NULL,
  rules MAP(VARCHAR, INTEGER) NOT NULL  -- deciding rule -> measurements
);

-- The same by day and for the target as a whole: what the pages read. Sorted by cc, service, target, asn, day.
CREATE TABLE daily (
  day DATE NOT NULL,
  cc VARCHAR NOT NULL,
  asn UINTEGER NOT NULL,
  network_name VARCHAR NOT NULL,
  target VARCHAR NOT NULL,
  service VARCHAR NOT NULL,
  function VARCHAR NOT NULL,
  blocked_count INTEGER NOT NULL,
  likely_blocked_count INTEGER NOT NULL,
  throttled_count INTEGER NOT NULL,
  impaired_count INTEGER NOT NULL,
  down_count INTEGER NOT NULL,
  ok_count INTEGER NOT NULL,
  insufficient_count INTEGER NOT NULL,
  measurement_count INTEGER NOT NULL,
  session_count INTEGER NOT NULL,         -- sessions that said anything (any state but insufficient)
  blocked_session_count INTEGER NOT NULL, -- sessions with at least one blocked-class outcome
  ok_session_count INTEGER NOT NULL,      -- sessions with at least one ok outcome
  mechanism VARCHAR NOT NULL,             -- the most frequent mechanism claimed, empty where none
  last_measured_at TIMESTAMP NOT NULL,
  witness_uid VARCHAR NOT NULL            -- the measurement that best shows the day's commonest state (highest state count, then latest)
);

-- Control: what networks of one country saw, by day. Kinds are explained in duckdb/control.ts. Sorted by kind, hostname, key, cc.
CREATE TABLE control (
  kind VARCHAR NOT NULL,                -- address, asn, resolution, tcp, tls, http, speed, instrument
  hostname VARCHAR NOT NULL,
  key VARCHAR NOT NULL,                 -- address, AS number or instrument; of resolution, tcp, tls and http the hour (UTC)
  cc VARCHAR NOT NULL,
  asn UINTEGER NOT NULL,                -- the network; rows are per network so that a window can count distinct ones
  ok_count INTEGER NOT NULL,
  failed_count INTEGER NOT NULL
);
