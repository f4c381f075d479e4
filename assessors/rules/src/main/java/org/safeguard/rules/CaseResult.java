package org.safeguard.rules;

/// How one case of a rule's `tests.yaml` went.
///
/// @param ruleId the rule that is tested
/// @param caseName the case's name
/// @param file the `tests.yaml`, relative to the pack
/// @param line where the case starts, from 1
/// @param passed whether the verdicts were as expected
/// @param detail what was expected and what came, empty when passed
public record CaseResult(
    String ruleId, String caseName, String file, int line, boolean passed, String detail) {

  /// `file:line: rule: name`, with the detail of a failed case.
  @Override
  public String toString() {
    return file + ":" + line + ": " + ruleId + ": " + caseName + (passed ? "" : ": " + detail);
  }
}
