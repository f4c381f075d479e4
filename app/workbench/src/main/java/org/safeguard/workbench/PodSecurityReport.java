package org.safeguard.workbench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safeguard.podsecurity.Evaluation;
import org.safeguard.podsecurity.Level;
import org.safeguard.podsecurity.PolicyVersion;

/// What Pod Security admission would let in.
///
/// @param level the level asked about; null for every level
/// @param version of the standards
/// @param pods one for each pod or pod template read, by file and line; objects of the same
///     identity in different places each have their own
/// @param enforced by namespace: the level that its label enforces, for the namespaces that have
///     such a label
/// @param gaps what the sources should have held and did not, one line each
public record PodSecurityReport(
    @Nullable Level level,
    PolicyVersion version,
    List<Pod> pods,
    Map<String, String> enforced,
    List<String> gaps) {

  public PodSecurityReport {
    pods = List.copyOf(pods);
    enforced = Map.copyOf(enforced);
    gaps = List.copyOf(gaps);
  }

  /// One pod or pod template.
  ///
  /// @param file it was read from
  /// @param line where it starts there
  /// @param kind of the object
  /// @param namespace `default` where the object names none
  /// @param name of the object
  /// @param owned whether a controller that was read too stands for it
  /// @param baseline what baseline says of it
  /// @param restricted what restricted says of it
  public record Pod(
      String file,
      int line,
      String kind,
      String namespace,
      String name,
      boolean owned,
      Evaluation baseline,
      Evaluation restricted) {

    /// What a level says of it.
    public Evaluation at(Level level) {
      return switch (level) {
        case BASELINE -> baseline;
        case RESTRICTED -> restricted;
        case PRIVILEGED ->
            new Evaluation(Level.PRIVILEGED, baseline.version(), List.of()); // forbids nothing
      };
    }

    /// The strictest level that lets it in; empty where hidden values leave that open.
    public Optional<Level> meets() {
      return switch (restricted.answer()) {
        case ALLOWED -> Optional.of(Level.RESTRICTED);
        case UNKNOWN ->
            baseline.answer() == Evaluation.Answer.REFUSED
                ? Optional.of(Level.PRIVILEGED)
                : Optional.empty();
        case REFUSED ->
            switch (baseline.answer()) {
              case ALLOWED -> Optional.of(Level.BASELINE);
              case REFUSED -> Optional.of(Level.PRIVILEGED);
              case UNKNOWN -> Optional.empty();
            };
      };
    }
  }

  /// Whether hidden values leave the answer about some pod open.
  public boolean leavesOpen() {
    return pods.stream()
        .anyMatch(
            pod ->
                level == null
                    ? pod.meets().isEmpty()
                    : pod.at(level).answer() == Evaluation.Answer.UNKNOWN);
  }
}
