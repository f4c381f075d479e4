SELECT verdict_id, rule, status, subject, container, ephi, cause, message
FROM verdict WHERE run = ? ORDER BY position
