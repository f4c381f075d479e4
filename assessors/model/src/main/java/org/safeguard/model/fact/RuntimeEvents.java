package org.safeguard.model.fact;

import java.util.List;

/// Events that a runtime detection product recorded, as imported.
///
/// @param name the file
/// @param product such as `Falco`
/// @param total number of events
/// @param from time of the first, RFC 3339, empty when not known
/// @param until time of the last, RFC 3339, empty when not known
/// @param serious rules with events of priority error or above
/// @param interactive rules about exec, attach, port-forward and terminals
/// @param tampering rules about package managers, miners, changed binaries, written sensitive files
///     and the like
/// @param dropped whether the product said that it lost events
/// @param provenance where the values were read
public record RuntimeEvents(
    String name,
    String product,
    long total,
    String from,
    String until,
    List<String> serious,
    List<String> interactive,
    List<String> tampering,
    boolean dropped,
    Provenance provenance)
    implements Fact {

  public RuntimeEvents {
    serious = List.copyOf(serious);
    interactive = List.copyOf(interactive);
    tampering = List.copyOf(tampering);
  }

  @Override
  public String product() {
    return provenance.known("product", product);
  }

  @Override
  public long total() {
    return provenance.known("total", total);
  }

  @Override
  public String from() {
    return provenance.known("from", from);
  }

  @Override
  public String until() {
    return provenance.known("until", until);
  }

  @Override
  public List<String> serious() {
    return provenance.known("serious", serious);
  }

  @Override
  public List<String> interactive() {
    return provenance.known("interactive", interactive);
  }

  @Override
  public List<String> tampering() {
    return provenance.known("tampering", tampering);
  }

  @Override
  public boolean dropped() {
    return provenance.known("dropped", dropped);
  }
}
