package org.safeguard.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.Fact;
import org.safeguard.model.fact.PolicyRule;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.fact.Traced;
import org.safeguard.model.fact.UnknownEvidenceException;
import org.safeguard.model.tree.JsonPointer;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ScalarNode;
import org.safeguard.model.verdict.Evidence;

/// Follows trails through the facts of one subject to the places where values were read.
final class EvidenceWriter {

  /// More than a person looks at; the rest is counted.
  static final int LIMIT = 50;

  private final Components components;

  EvidenceWriter(Components components) {
    this.components = components;
  }

  /// The evidence at the ends of the trails, each place once; never empty.
  List<Evidence> write(List<Trail> trails, Candidate candidate) {
    List<Reading> readings = new ArrayList<>();
    trails.forEach(trail -> readings.addAll(readings(trail, candidate)));
    if (readings.isEmpty()) {
      readings.add(candidate.fact().provenance().self());
    }
    if (readings.size() == 1) {
      return List.of(evidence(readings.getFirst(), candidate)); // by far the most
    }
    Set<Evidence> evidence = new LinkedHashSet<>();
    readings.forEach(reading -> evidence.add(evidence(reading, candidate)));
    return capped(List.copyOf(evidence));
  }

  private static List<Evidence> capped(List<Evidence> evidence) {
    if (evidence.size() <= LIMIT) {
      return evidence;
    }
    List<Evidence> capped = new ArrayList<>(evidence.subList(0, LIMIT));
    Evidence last = capped.removeLast();
    String observed = last.observed() + " (and " + (evidence.size() - LIMIT) + " more)";
    capped.add(new Evidence(last.object(), last.pointer(), observed, last.file(), last.line()));
    return capped;
  }

  private static Evidence evidence(Reading reading, Candidate candidate) {
    return new Evidence(
        reading.resource() == candidate.resource()
            ? candidate.subject().object()
            : Candidate.reference(reading.resource()),
        reading.pointer().text(),
        reading.observed(),
        reading.resource().file(),
        reading.line());
  }

  private List<Reading> readings(Trail trail, Candidate candidate) {
    if (trail.variable().equals(FactKind.OBJECT)) {
      return List.of(rawReading(trail, candidate));
    }
    Fact root = candidate.variables().get(trail.variable());
    return root == null ? List.of() : readings(trail, root);
  }

  private List<Reading> readings(Trail trail, Fact root) {
    List<Reading> finest = trail.steps().isEmpty() ? List.of(root.provenance().self()) : List.of();
    Object at = root;
    for (Object step : trail.steps()) {
      if (step instanceof String name && at instanceof Traced traced) {
        if (finest.isEmpty() || traced.provenance().knowsReadingsOf(name)) {
          finest = traced.provenance().readings(name);
        }
        at = component(traced, name);
      } else if (step instanceof Integer index && at instanceof List<?> list) {
        at = index < list.size() ? list.get(index) : null;
        if (at instanceof Traced part) {
          finest = List.of(part.provenance().self());
        }
      } else {
        at = null; // a key of a map, or into text
      }
      if (at == null) {
        break;
      }
    }
    return at instanceof PolicyRule rule ? told(rule, finest) : finest;
  }

  /// A rule of a role as a whole is told by what it allows and on what.
  private List<Reading> told(PolicyRule rule, List<Reading> otherwise) {
    List<Reading> readings = new ArrayList<>();
    boolean paths = component(rule, "nonResourceURLs") instanceof List<?> urls && !urls.isEmpty();
    String target = paths ? "nonResourceURLs" : "resources";
    for (String name : List.of("verbs", target)) {
      if (rule.provenance().knowsReadingsOf(name)) {
        readings.addAll(rule.provenance().readings(name));
      }
    }
    return readings.isEmpty() ? otherwise : readings;
  }

  private @Nullable Object component(Traced traced, String name) {
    try {
      return components.value(traced, name);
    } catch (UnknownEvidenceException e) {
      return null;
    }
  }

  private static Reading rawReading(Trail trail, Candidate candidate) {
    JsonPointer pointer = JsonPointer.ROOT;
    for (Object step : trail.steps()) {
      pointer = pointer.child(step.toString());
    }
    Node body = candidate.resource().body();
    String observed = pointer.in(body).map(node -> observed(node, trail)).orElse("absent");
    return new Reading(candidate.resource(), pointer, pointer.lineIn(body), observed);
  }

  /// A literal value of an environment variable may be a credential, so it is never shown.
  private static String observed(Node node, Trail trail) {
    boolean hidden = trail.steps().contains("env") && trail.steps().contains("value");
    return node instanceof ScalarNode scalar && !hidden ? scalar.text() : "present";
  }
}
