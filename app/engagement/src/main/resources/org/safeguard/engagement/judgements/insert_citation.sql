INSERT INTO citation_state (run, position, citation, state, reason, supporting, contradicting, open_questions)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
