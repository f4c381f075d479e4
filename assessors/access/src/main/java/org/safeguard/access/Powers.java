package org.safeguard.access;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Power;
import org.safeguard.model.fact.Provenance;
import org.safeguard.model.fact.Reading;

/// Abilities as parts of the fact about an identity.
final class Powers {

  private Powers() {}

  /// One power for objects of any name, and one for those of certain names.
  static List<Power> of(List<Held> held) {
    List<Power> powers = new ArrayList<>();
    for (boolean any : new boolean[] {true, false}) {
      List<Held> alike = held.stream().filter(one -> one.anyObject() == any).toList();
      if (!alike.isEmpty()) {
        powers.add(power(alike, any));
      }
    }
    return powers;
  }

  private static Power power(List<Held> alike, boolean any) {
    boolean everywhere = alike.stream().anyMatch(held -> held.scope().isEmpty());
    TreeSet<String> namespaces = new TreeSet<>();
    List<Reading> readings = new ArrayList<>();
    List<String> ways = new ArrayList<>();
    for (Held held : alike) {
      if (!everywhere || held.scope().isEmpty()) {
        namespaces.add(held.scope());
        readings.addAll(held.readings());
        ways.add(held.grant().way());
      }
    }
    namespaces.remove("");
    return new Power(
        alike.getFirst().ability().id(),
        everywhere,
        List.copyOf(namespaces),
        any,
        ways.stream().distinct().toList(),
        provenance(readings).build());
  }

  private static Provenance.Builder provenance(List<Reading> readings) {
    Reading first = readings.getFirst();
    List<Reading> distinct = readings.stream().distinct().toList();
    Provenance.Builder provenance = Provenance.builder(first.resource(), first.pointer());
    for (String component : List.of("name", "clusterWide", "namespaces", "anyObject", "ways")) {
      provenance.read(component, distinct);
    }
    return provenance;
  }

  /// Stands for powers that nobody knows.
  static Power unknown(Reading near, Cause cause) {
    Provenance.Builder provenance = provenance(List.of(near));
    for (String component : List.of("name", "clusterWide", "namespaces", "anyObject", "ways")) {
      provenance.unknown(component, cause);
    }
    return new Power("", false, List.of(), false, List.of(), provenance.build());
  }
}
