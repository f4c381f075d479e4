package org.safeguard.tools;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Path;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Value;

/// What there is to look at.
record Captured(Snapshot snapshot, ClusterObjects objects, Facts known) {

  private static final ResourceType DEFINITION =
      ResourceType.of("CustomResourceDefinition.apiextensions.k8s.io");

  List<Place> places(String type) {
    return objects.placesOf(ResourceType.of(type));
  }

  /// Why objects of these types may exist that are not among those found; empty where they are all
  /// here, or the API server serves no such type.
  Optional<Cause> gap(boolean found, List<String> types) {
    return types.stream()
        .map(ResourceType::of)
        .flatMap(type -> gap(found, type).stream())
        .findFirst();
  }

  private Optional<Cause> gap(boolean found, ResourceType type) {
    return switch (objects.coverages().of(type)) {
      case CAPTURED, ABSENT -> Optional.empty();
      case FORBIDDEN, PARTIAL, FAILED -> objects.coverages().gap(type);
      case UNKNOWN -> found || !served(type) ? Optional.empty() : objects.coverages().gap(type);
    };
  }

  /// Whether the definitions of custom resources leave room for a type.
  private boolean served(ResourceType type) {
    return objects.coverages().of(DEFINITION) != Coverage.CAPTURED
        || type.group().isEmpty()
        || objects.placesOf(DEFINITION).stream().anyMatch(definition -> defines(definition, type));
  }

  private static boolean defines(Place definition, ResourceType type) {
    return definition.at("spec", "group").text().orElse(type.group()).equals(type.group())
        && definition.at("spec", "names", "kind").text().orElse(type.kind()).equals(type.kind());
  }

  /// Why a type is not known whole.
  Optional<Cause> gap(String type) {
    return objects.coverages().gap(ResourceType.of(type));
  }

  /// Notes the whole hours between a time and the capture.
  long hours(Trace trace, String component, Value<String> time) {
    trace.read(component, time.place().reading());
    Instant captured = snapshot.capturedAt();
    Optional<Instant> then = instant(time);
    if (captured != null && then.isPresent()) {
      return Duration.between(then.get(), captured).toHours();
    }
    trace.unknown(component, captured == null ? UNDATED : untimed(time));
    return 0;
  }

  static Optional<Instant> instant(Value<String> time) {
    try {
      return time instanceof Value.Known<String>(Place _, String text)
          ? Optional.of(Instant.parse(text))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /// Nothing says when the capture was taken.
  static final Cause UNDATED =
      new Cause(
          Cause.Code.NOT_CAPTURED,
          "the source does not say when it was captured, so that nothing can be called old; capture"
              + " the cluster with this tool");

  private static Cause untimed(Value<String> time) {
    return time instanceof Value.Unreadable<String>(Place _, Cause cause)
        ? cause
        : new Cause(
            Cause.Code.NOT_CAPTURED,
            time.place().pointer() + " holds no time; capture the object with its status");
  }

  /// A place for what is no object of the API, such as a product as a whole.
  Place made(String kind, String namespace, String name) {
    Resource resource =
        new Resource("", kind, namespace, name, null, null, snapshot.source(), ObjectNode.EMPTY);
    return Place.of(resource, Path.root());
  }
}
