package org.safeguard.capture;

import org.safeguard.model.snapshot.Coverage;

/// What a list's last answer means for the coverage of its type.
final class Verdicts {

  private Verdicts() {}

  /// @param state of the list
  /// @param cause in plain words, empty for a plain capture
  /// @param asAsked whether everything that was asked for was read
  record Verdict(Coverage state, String cause, boolean asAsked) {}

  static Verdict of(ListReader.Result result, ServedType type) {
    if (result.complete()) {
      return captured(result, type);
    }
    if (result.list().objects() > 0) {
      return new Verdict(
          Coverage.PARTIAL,
          "only the first " + result.list().objects() + " objects: " + result.why(),
          false);
    }
    return switch (result.answer() == null ? 0 : result.answer().status()) {
      case 403 -> new Verdict(Coverage.FORBIDDEN, result.why(), false);
      case 406 ->
          type.isSecret()
              ? new Verdict(
                  Coverage.FAILED,
                  "the server cannot list secrets without their values, so nothing was read",
                  false)
              : new Verdict(Coverage.ABSENT, result.why(), true);
      case 404, 405 -> new Verdict(Coverage.ABSENT, result.why(), true);
      default -> new Verdict(Coverage.FAILED, result.why(), false);
    };
  }

  private static Verdict captured(ListReader.Result result, ServedType type) {
    if (type.isSecret() && result.inFull()) {
      return new Verdict(
          Coverage.CAPTURED,
          "the server answered with whole secrets although only metadata was asked for; their"
              + " values were dropped while they were read",
          true);
    }
    return new Verdict(
        Coverage.CAPTURED,
        result.list().consistent() ? "" : "its pages show several moments",
        true);
  }
}
