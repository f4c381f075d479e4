package org.safeguard.capture;

import java.util.ArrayList;
import java.util.List;
import org.safeguard.model.snapshot.Coverage;

/// What the lists of one type in several namespaces mean together.
final class NamespaceResults {

  private static final int NAMED = 10;

  private final boolean chosen;
  private final boolean all;
  private final List<String> read = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final List<Verdicts.Verdict> verdicts = new ArrayList<>();

  /// @param chosen whether the user named the namespaces
  /// @param all whether these are all that the cluster has
  NamespaceResults(boolean chosen, boolean all) {
    this.chosen = chosen;
    this.all = all;
  }

  void add(String namespace, Verdicts.Verdict verdict) {
    verdicts.add(verdict);
    if (verdict.state() == Coverage.CAPTURED) {
      read.add(namespace);
    } else {
      missing.add(namespace + " (" + verdict.cause() + ")");
    }
  }

  /// @param names of the namespaces that were to be read
  Verdicts.Verdict verdict(List<String> names) {
    if (read.isEmpty() && verdicts.stream().allMatch(one -> one.state() == Coverage.FORBIDDEN)) {
      return new Verdicts.Verdict(
          Coverage.FORBIDDEN, "forbidden in every namespace that was asked for", false);
    }
    if (verdicts.stream().allMatch(one -> one.state() == Coverage.ABSENT)) {
      return new Verdicts.Verdict(Coverage.ABSENT, verdicts.getFirst().cause(), true);
    }
    boolean complete = read.size() == names.size();
    if (complete && chosen) {
      return new Verdicts.Verdict(
          Coverage.PARTIAL, "only the namespaces " + some(read) + ", as was asked", true);
    }
    if (complete && all) {
      return new Verdicts.Verdict(
          Coverage.CAPTURED,
          "read namespace by namespace, since the list of all is forbidden",
          true);
    }
    boolean anything =
        verdicts.stream()
            .anyMatch(one -> one.state() == Coverage.PARTIAL || one.state() == Coverage.CAPTURED);
    String cause =
        (read.isEmpty() ? "no namespace in full" : "only the namespaces " + some(read))
            + (missing.isEmpty() ? "" : "; not " + some(missing))
            + (verdicts.size() < names.size() ? "; the rest was not asked for any more" : "");
    return new Verdicts.Verdict(anything ? Coverage.PARTIAL : Coverage.FAILED, cause, false);
  }

  private static String some(List<String> names) {
    String more = names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "";
    return String.join(", ", names.subList(0, Math.min(NAMED, names.size()))) + more;
  }
}
