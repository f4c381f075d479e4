package org.safeguard.kubernetes;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.risk.Designation;
import org.safeguard.model.risk.Scope;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.PodTemplate;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;

/// What is said about the ePHI of workloads and namespaces: by the scope file, else by the label or
/// annotation `safeguard.hipaa/ephi` of the workload, its pod template, or its namespace.
final class Designations {

  static final String KEY = "safeguard.hipaa/ephi";
  static final String UNKNOWN = "unknown";

  /// From the most to the least concern, for things that stand before several workloads.
  private static final List<String> ORDER =
      List.of("creates", "receives", "maintains", "transmits", UNKNOWN, "none");

  private static final Set<String> SAID = Set.copyOf(ORDER);

  /// What is known of one object, and where it was read.
  ///
  /// @param gap why it is not known what was said; empty where it is
  record Said(String ephi, Reading reading, Optional<Cause> gap) {

    Said(String ephi, Reading reading) {
      this(ephi, reading, Optional.empty());
    }
  }

  private final Scope scope;
  private final ClusterObjects objects;

  Designations(Scope scope, ClusterObjects objects) {
    this.scope = scope;
    this.objects = objects;
  }

  Said of(PodTemplate workload) {
    Optional<Place> namespace =
        objects.find(Types.NAMESPACE, "", workload.namespace()).map(objects::place);
    return said(
        line(scope, workload.namespace(), workload.resource().kind(), workload.resource().name()),
        workload.object(),
        workload.template(),
        namespace.orElse(workload.object()));
  }

  Said ofNamespace(Place namespace) {
    String name = namespace.resource().name();
    return said(line(scope, name, "Namespace", name), namespace, namespace, namespace);
  }

  /// The line of the scope file that names an object; later ones win.
  static Optional<Designation> line(Scope scope, String namespace, String kind, String name) {
    return scope.designations().reversed().stream()
        .filter(d -> fits(d.namespace(), namespace) && fits(d.kind(), kind) && fits(d.name(), name))
        .findFirst();
  }

  /// Whether a line says something of ePHI, and not only of owner or kind of data.
  static boolean decides(Designation line) {
    return !normal(line.ephi()).equals(UNKNOWN);
  }

  /// The designation of what stands before several workloads.
  static String merged(List<String> designations) {
    return designations.stream().min(Comparator.comparingInt(ORDER::indexOf)).orElse(UNKNOWN);
  }

  private static Said said(Optional<Designation> line, Place own, Place template, Place namespace) {
    if (line.isPresent() && decides(line.get())) {
      String ephi = normal(line.get().ephi());
      return new Said(ephi, own.reading(ephi + " by " + line.get().where()));
    }
    for (Place place : List.of(own, template, namespace)) {
      for (String holder : List.of("labels", "annotations")) {
        Place entry = place.at("metadata", holder, KEY);
        if (entry.isSet()) {
          return entry.text() instanceof Value.Unreadable<String>(Place _, Cause cause)
              ? new Said(UNKNOWN, entry.reading(), Optional.of(cause))
              : new Said(normal(entry.text().orElse(UNKNOWN)), entry.reading());
        }
      }
    }
    return new Said(UNKNOWN, own.at("metadata", "labels", KEY).absent(UNKNOWN));
  }

  private static boolean fits(String pattern, String text) {
    return pattern.equals("*") || pattern.equals(text);
  }

  private static String normal(String ephi) {
    String word = ephi.strip().toLowerCase(Locale.ROOT);
    return SAID.contains(word) ? word : UNKNOWN;
  }
}
