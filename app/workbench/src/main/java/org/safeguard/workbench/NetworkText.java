package org.safeguard.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.safeguard.network.Connectivity;
import org.safeguard.network.NetworkEndpoint;
import org.safeguard.network.NotAssessed;

/// Writes connections as text. Millions of lines are written in large pieces.
final class NetworkText {

  private static final int PIECE = 1 << 16;

  private final Appendable out;
  private final StringBuilder piece = new StringBuilder(PIECE + 1024);

  NetworkText(Appendable out) {
    this.out = out;
  }

  /// One line for each pair, with quotes around a cell that holds a comma.
  void csv(Connectivity connectivity) throws IOException {
    line("src,dst,conn");
    each(
        connectivity,
        (source, destination, connections) ->
            line(cell(source), ",", cell(destination), ",", cell(connections)));
  }

  /// Everything, for programs.
  void json(Connectivity connectivity) throws IOException {
    line("{");
    line("  \"schema\": \"safeguard-network/1\",");
    text("  \"connections\": [");
    Separator separator = new Separator();
    each(
        connectivity,
        (source, destination, connections) ->
            text(
                separator.next(),
                "    {\"src\": ",
                quoted(source),
                ", \"dst\": ",
                quoted(destination),
                ", \"conn\": ",
                quoted(connections),
                "}"));
    line("\n  ],");
    text("  \"notAssessed\": [");
    Separator next = new Separator();
    for (NotAssessed gap : connectivity.notAssessed()) {
      text(
          next.next(),
          "    {\"workload\": ",
          quoted(gap.workload()),
          ", \"direction\": ",
          quoted(gap.direction()),
          ", \"with\": ",
          quoted(gap.pods() ? "anybody" : "addresses outside of the cluster's pods"),
          ", \"policy\": ",
          quoted(gap.policy()),
          ", \"cause\": ",
          quoted(gap.cause().code().name()),
          ", \"detail\": ",
          quoted(gap.cause().detail()),
          "}");
    }
    line("\n  ],");
    List<String> namespaces = new ArrayList<>();
    connectivity.namespacesWithoutLabels().forEach(name -> namespaces.add(quoted(name)));
    line("  \"namespacesWithoutLabels\": [", String.join(", ", namespaces), "]");
    line("}");
  }

  /// A graph with a frame around each namespace.
  void dot(Connectivity connectivity) throws IOException {
    line("digraph {");
    Map<String, List<NetworkEndpoint>> byNamespace = new TreeMap<>();
    for (NetworkEndpoint workload : connectivity.workloads()) {
      byNamespace.computeIfAbsent(workload.namespace(), _ -> new ArrayList<>()).add(workload);
    }
    for (Map.Entry<String, List<NetworkEndpoint>> entry : byNamespace.entrySet()) {
      line("  subgraph ", quoted("cluster_" + entry.getKey()), " {");
      line("    label=", quoted(entry.getKey()));
      for (NetworkEndpoint workload : entry.getValue()) {
        String label = workload.name() + "[" + workload.kind() + "]";
        line("    ", quoted(workload.toString()), " [label=", quoted(label), "]");
      }
      line("  }");
    }
    TreeSet<String> others = new TreeSet<>();
    each(
        connectivity,
        (source, destination, connections) -> {
          others.add(source);
          others.add(destination);
        });
    connectivity.workloads().forEach(workload -> others.remove(workload.toString()));
    for (String other : others) {
      line("  ", quoted(other), " [color=\"red2\" fontcolor=\"red2\"]");
    }
    each(
        connectivity,
        (source, destination, connections) ->
            line(
                "  ",
                quoted(source),
                " -> ",
                quoted(destination),
                " [label=",
                quoted(connections),
                "]"));
    line("}");
  }

  void flush() throws IOException {
    out.append(piece);
    piece.setLength(0);
  }

  /// One line of the table, as text.
  @FunctionalInterface
  private interface TextRow {
    void write(String source, String destination, String connections) throws IOException;
  }

  private static void each(Connectivity connectivity, TextRow rows) throws IOException {
    try {
      connectivity.forEach(
          (source, destination, connections) -> {
            try {
              rows.write(source, destination, connections.toString());
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void line(String... parts) throws IOException {
    text(parts);
    piece.append('\n');
  }

  private void text(String... parts) throws IOException {
    for (String part : parts) {
      piece.append(part);
    }
    if (piece.length() >= PIECE) {
      flush();
    }
  }

  private static String cell(String text) {
    if (isPlain(text)) {
      return text;
    }
    return '"' + text.replaceAll("\\p{Cntrl}", " ").replace("\"", "\"\"") + '"';
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == ',' || c == '"') {
        return false;
      }
    }
    return true;
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  /// What stands before each item of a list: a comma but for the first.
  private static final class Separator {
    private boolean first = true;

    String next() {
      String before = first ? "\n" : ",\n";
      first = false;
      return before;
    }
  }
}
