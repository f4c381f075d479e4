SELECT run.id FROM run LEFT JOIN journal ON journal.sequence = run.journal
WHERE journal.sequence IS NULL OR journal.what <> 'assessed'
ORDER BY run.id LIMIT 1
