package org.safeguard.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;

/// Gathers evidence that comes as one document a line: Falco's events and the older output of
/// kube-bench. Of an event only the rule, its priority, the time, and the Pod are kept: its text
/// shows what a process did, and may show whose record it did it to.
final class EvidenceLines {

  private static final int MOST_EVENTS = 10_000;

  private final List<Node> controls = new ArrayList<>();
  private final Map<Event, Count> events = new TreeMap<>();
  private int line;
  private long total;
  private boolean tooMany;

  private record Event(String rule, String priority, String namespace, String pod)
      implements Comparable<Event> {

    @Override
    public int compareTo(Event other) {
      return toString().compareTo(other.toString());
    }
  }

  private record Count(long count, String first, String last) {

    Count and(String time) {
      return new Count(
          count + 1,
          first.isEmpty() || !time.isEmpty() && time.compareTo(first) < 0 ? time : first,
          time.compareTo(last) > 0 ? time : last);
    }
  }

  /// Takes a document of a kind that comes in lines.
  ///
  /// @return whether it was one
  boolean take(ObjectNode document) {
    if (Evidence.isControls(document)) {
      line = line == 0 ? document.line() : line;
      controls.add(document);
      return true;
    }
    if (isEvent(document)) {
      line = line == 0 ? document.line() : line;
      count(document);
      return true;
    }
    return false;
  }

  private static boolean isEvent(ObjectNode document) {
    return document.text("rule").isPresent()
        && document.text("priority").isPresent()
        && (document.has("output") || document.has("output_fields"))
        && !document.has("condition");
  }

  private void count(ObjectNode document) {
    ObjectNode fields = document.object("output_fields");
    Event event =
        new Event(
            document.text("rule").orElse(""),
            document.text("priority").orElse(""),
            fields.text("k8s.ns.name").orElse(""),
            fields.text("k8s.pod.name").orElse(""));
    total++;
    String time = document.text("time").orElse("");
    if (events.size() < MOST_EVENTS || events.containsKey(event)) {
      Count now = events.getOrDefault(event, new Count(0, time, time));
      events.put(event, now.and(time));
    } else {
      tooMany = true;
    }
  }

  /// What was gathered from a file, as objects named after it.
  List<ObjectNode> objects(String file) {
    List<ObjectNode> objects = new ArrayList<>();
    if (!controls.isEmpty()) {
      ObjectNode.Builder content = ObjectNode.builder(line);
      content.put("Controls", new ArrayNode(controls, line));
      objects.add(Evidence.object("KubeBenchReport", file, content.build()));
    }
    if (!events.isEmpty()) {
      objects.add(Evidence.object("FalcoEvents", file, summary()));
    }
    controls.clear();
    events.clear();
    return objects;
  }

  private ObjectNode summary() {
    List<Node> counted = new ArrayList<>();
    @Nullable String first = null;
    String last = "";
    for (Map.Entry<Event, Count> entry : events.entrySet()) {
      Count count = entry.getValue();
      counted.add(counted(entry.getKey(), count));
      first = first == null || count.first().compareTo(first) < 0 ? count.first() : first;
      last = count.last().compareTo(last) > 0 ? count.last() : last;
    }
    return ObjectNode.builder(line)
        .put("total", Evidence.number(total))
        .put("first", Evidence.text(first == null ? "" : first))
        .put("last", Evidence.text(last))
        .put("truncated", new ScalarNode(tooMany, 0))
        .put("events", new ArrayNode(counted, 0))
        .build();
  }

  private static Node counted(Event event, Count count) {
    ObjectNode.Builder node =
        ObjectNode.builder(0)
            .put("rule", Evidence.text(event.rule()))
            .put("priority", Evidence.text(event.priority()))
            .put("count", Evidence.number(count.count()))
            .put("first", Evidence.text(count.first()))
            .put("last", Evidence.text(count.last()));
    if (!event.namespace().isEmpty()) {
      node.put("namespace", Evidence.text(event.namespace()));
    }
    if (!event.pod().isEmpty()) {
      node.put("pod", Evidence.text(event.pod()));
    }
    return node.build();
  }
}
