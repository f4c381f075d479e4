package org.safeguard.workbench;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safeguard.document.JsonText;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;
import org.safeguard.podsecurity.CheckOutcome;
import org.safeguard.podsecurity.Evaluation;
import org.safeguard.podsecurity.Level;

/// What Pod Security admission would let in, for scripts. It only ever grows.
///
/// `allowed` is true, false, or null where hidden values leave it open; `unknown` names those.
/// Without a level the answers are about restricted, each violation names the level that it breaks
/// first, and `meets` says the strictest level that lets the pod in.
public final class PodSecurityJson {

  private PodSecurityJson() {}

  /// Writes UTF-8 without a line break at the end. The stream stays open.
  ///
  /// @throws IOException when the stream refuses
  public static void write(PodSecurityReport report, OutputStream out) throws IOException {
    Level level = report.level();
    ObjectNode root =
        ObjectNode.builder(0)
            .put("level", text(level == null ? null : level.word()))
            .put("version", text(report.version().toString()))
            .put("pods", list(report.pods(), pod -> pod(pod, level)))
            .build();
    JsonText.write(root, out, false);
  }

  private static Node pod(PodSecurityReport.Pod pod, @Nullable Level level) {
    Evaluation evaluation = pod.at(level == null ? Level.RESTRICTED : level);
    ObjectNode.Builder json =
        ObjectNode.builder(0)
            .put("file", text(pod.file()))
            .put("line", new ScalarNode((long) pod.line(), 0))
            .put("kind", text(pod.kind()))
            .put("namespace", text(pod.namespace()))
            .put("name", text(pod.name()));
    if (level == null) {
      json.put("meets", text(pod.meets().map(Level::word).orElse(null)));
    }
    List<Evaluation.Result> violations = level == null ? ofBoth(pod) : pod.at(level).violations();
    return json.put("allowed", allowed(evaluation))
        .put("violations", list(violations, result -> violation(result, level == null)))
        .put("unknown", list(evaluation.unknowns(), PodSecurityJson::unknown))
        .build();
  }

  /// The violations of baseline, and those of restricted that are not among them.
  private static List<Evaluation.Result> ofBoth(PodSecurityReport.Pod pod) {
    List<Evaluation.Result> baseline = pod.baseline().violations();
    Set<String> ids = baseline.stream().map(Evaluation.Result::check).collect(Collectors.toSet());
    return Stream.concat(
            baseline.stream(),
            pod.restricted().violations().stream().filter(result -> !ids.contains(result.check())))
        .toList();
  }

  private static Node allowed(Evaluation evaluation) {
    return new ScalarNode(
        switch (evaluation.answer()) {
          case ALLOWED -> Boolean.TRUE;
          case REFUSED -> Boolean.FALSE;
          case UNKNOWN -> null;
        },
        0);
  }

  private static Node violation(Evaluation.Result result, boolean withLevel) {
    ObjectNode.Builder json = ObjectNode.builder(0).put("check", text(result.check()));
    if (withLevel) {
      json.put("level", text(result.level().word()));
    }
    return json.put("message", text(message(result.outcome()))).build();
  }

  private static Node unknown(Evaluation.Result result) {
    return ObjectNode.builder(0)
        .put("check", text(result.check()))
        .put("message", text(message(result.outcome())))
        .build();
  }

  private static String message(CheckOutcome outcome) {
    return switch (outcome) {
      case CheckOutcome.Allowed() -> "";
      case CheckOutcome.Forbidden forbidden -> forbidden.message();
      case CheckOutcome.Unknown(var cause, var _) -> cause.detail();
    };
  }

  private static <T> ArrayNode list(List<T> items, Function<T, Node> node) {
    return new ArrayNode(items.stream().map(node).toList(), 0);
  }

  private static ScalarNode text(@Nullable String text) {
    return new ScalarNode(text, 0);
  }
}
