package org.safeguard.model.fact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.tree.JsonPointer;

/// Where a fact's values were read, and which of them are unknown.
///
/// Takes no part in equality: two facts are equal when they state the same, wherever that was read.
/// So facts of identical pod templates are equal, and one evaluation serves them all.
///
/// The expression language must not see into it: it takes methods named like a field for
/// properties, so the fields here are named differently.
public final class Provenance {

  private final Resource object;
  private final JsonPointer place;
  private final Map<String, List<Reading>> found;
  private final Map<String, Cause> gaps;
  private final Map<String, JsonPointer> named;

  private Provenance(
      Resource resource,
      JsonPointer pointer,
      Map<String, List<Reading>> readings,
      Map<String, Cause> unknown,
      Map<String, JsonPointer> places) {
    this.object = resource;
    this.place = pointer;
    this.found = readings;
    this.gaps = unknown;
    this.named = places;
  }

  /// Collects the readings of a fact found at `pointer` in `resource`.
  public static Builder builder(Resource resource, JsonPointer pointer) {
    return new Builder(resource, pointer);
  }

  /// The object the fact is about.
  public Resource resource() {
    return object;
  }

  /// The place of the fact within its object.
  public JsonPointer pointer() {
    return place;
  }

  /// A place within the object that fixes start from, such as `pod` for the pod spec of a workload;
  /// empty when the fact has no place of this name.
  public Optional<JsonPointer> place(String name) {
    return Optional.ofNullable(named.get(name));
  }

  /// Where the value of a component was read; the fact's own place when nothing finer is known.
  public List<Reading> readings(String component) {
    List<Reading> where = found.get(component);
    return where == null ? List.of(self()) : where;
  }

  /// Whether it is known where this very component was read.
  public boolean knowsReadingsOf(String component) {
    return found.containsKey(component);
  }

  /// The fact's own place, with a short description of what is there.
  public Reading self() {
    return new Reading(
        object,
        place,
        place.lineIn(object.body()),
        place.text().isEmpty() ? object.kind() : "present");
  }

  /// Passes a component's value through, unless it is unknown.
  ///
  /// @throws UnknownEvidenceException when the component is unknown
  public <T> T known(String component, T value) {
    Cause cause = gaps.get(component);
    if (cause != null) {
      throw new UnknownEvidenceException(cause);
    }
    return value;
  }

  /// The components whose value is unknown, with the reason.
  public Map<String, Cause> unknown() {
    return gaps;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Provenance that && gaps.equals(that.gaps);
  }

  @Override
  public int hashCode() {
    return gaps.hashCode();
  }

  @Override
  public String toString() {
    return object.kind() + " " + object.name() + " " + place;
  }

  /// Collects readings and unknowns.
  public static final class Builder {
    private final Resource resource;
    private final JsonPointer pointer;
    private final Map<String, List<Reading>> readings = new LinkedHashMap<>();
    private final Map<String, Cause> unknown = new LinkedHashMap<>();
    private final Map<String, JsonPointer> places = new LinkedHashMap<>();

    private Builder(Resource resource, JsonPointer pointer) {
      this.resource = resource;
      this.pointer = pointer;
    }

    /// Notes where a component was read.
    public Builder read(String component, Reading... where) {
      readings.put(component, List.of(where));
      return this;
    }

    /// Notes the places that together decide a component.
    public Builder read(String component, List<Reading> where) {
      if (!where.isEmpty()) {
        readings.put(component, List.copyOf(where));
      }
      return this;
    }

    /// Marks a component as unknown; its accessor will throw.
    public Builder unknown(String component, Cause cause) {
      unknown.put(component, cause);
      return this;
    }

    /// Names a place within the object.
    public Builder place(String name, JsonPointer where) {
      places.put(name, where);
      return this;
    }

    /// The provenance of what was collected so far.
    public Provenance build() {
      return new Provenance(
          resource, pointer, Map.copyOf(readings), Map.copyOf(unknown), Map.copyOf(places));
    }
  }
}
