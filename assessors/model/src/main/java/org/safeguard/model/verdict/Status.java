package org.safeguard.model.verdict;

/// The name of an [Outcome] in results, tables and files.
public enum Status {
  PASSED,
  FAILED,
  NOT_APPLICABLE,
  NOT_ASSESSED
}
