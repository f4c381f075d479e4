UPDATE engagement SET client = ?, assessor = ?, title = ?, description = ? WHERE id = 1
