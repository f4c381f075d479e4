INSERT INTO verdict
  (run, position, verdict_id, rule, severity, status, subject, container, ephi, cause, message)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
