INSERT INTO run
  (journal, assessment_id, tool_version, assessed_at, source, scope,
   passed, failed, not_applicable, not_assessed, very_low, low, moderate, high, very_high)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
