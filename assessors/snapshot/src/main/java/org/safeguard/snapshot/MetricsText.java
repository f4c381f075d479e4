package org.safeguard.snapshot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;

/// Reads the API server's metrics in the text form of Prometheus and keeps the few that are
/// evidence: that it audits, encrypts what it stores, and asks its admission plug-ins.
final class MetricsText {

  private static final Pattern START = Pattern.compile("(?m)\\A\\s*# (HELP|TYPE) [a-zA-Z_:]\\w* ");
  private static final Pattern KEPT =
      Pattern.compile(
          "apiserver_(audit_|storage_(envelope|transformation)|envelope_encryption|admission_)\\w*");
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})?\\s+(\\S+)(?:\\s+-?\\d+)?");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_]\\w*)=\"((?:[^\"\\\\]++|\\\\.)*+)\"");
  private static final int LONGEST_LINE = 16 << 10;
  private static final int MOST_SAMPLES = 5_000;

  private MetricsText() {}

  static boolean isOne(byte[] head) {
    return START.matcher(new String(head, StandardCharsets.UTF_8)).find();
  }

  /// The object for a file of metrics; empty where none of them is kept.
  static Optional<ObjectNode> read(Reader text, String file) throws IOException {
    Map<String, List<Node>> families = new TreeMap<>();
    BufferedReader lines = new BufferedReader(text);
    int kept = 0;
    int number = 0;
    String line = next(lines);
    while (line != null) {
      number++;
      Matcher sample = SAMPLE.matcher(line);
      boolean wanted = line.startsWith("apiserver_") && kept < MOST_SAMPLES && sample.matches();
      if (wanted && KEPT.matcher(sample.group(1)).matches() && !isBucket(sample.group(1))) {
        families.computeIfAbsent(sample.group(1), _ -> new ArrayList<>()).add(node(sample, number));
        kept++;
      }
      line = next(lines);
    }
    if (families.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode.Builder content = ObjectNode.builder(1);
    families.forEach((name, samples) -> content.put(name, new ArrayNode(samples, 0)));
    return Optional.of(Evidence.object("ApiServerMetrics", file, content.build()));
  }

  /// Steps of a histogram say nothing that its count does not.
  private static boolean isBucket(String name) {
    return name.endsWith("_bucket");
  }

  private static Node node(Matcher sample, int line) {
    ObjectNode.Builder labels = ObjectNode.builder(line);
    Matcher label = LABEL.matcher(sample.group(2) == null ? "" : sample.group(2));
    while (label.find()) {
      labels.put(label.group(1), new ScalarNode(label.group(2), line));
    }
    return ObjectNode.builder(line)
        .put("labels", labels.build())
        .put("value", new ScalarNode(value(sample.group(3)), line))
        .build();
  }

  private static Object value(String text) {
    try {
      double number = Double.parseDouble(text);
      boolean whole = number == Math.rint(number) && Math.abs(number) < 1L << 53;
      return whole ? (Object) (long) number : Double.isFinite(number) ? (Object) number : text;
    } catch (NumberFormatException e) {
      return text;
    }
  }

  /// The next line, of which only the start is kept where it is overlong.
  private static @Nullable String next(BufferedReader lines) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = lines.read();
    if (c < 0) {
      return null;
    }
    while (c >= 0 && c != '\n') {
      if (line.length() < LONGEST_LINE) {
        line.append((char) c);
      }
      c = lines.read();
    }
    return line.toString().strip();
  }
}
