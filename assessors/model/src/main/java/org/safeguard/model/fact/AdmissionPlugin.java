package org.safeguard.model.fact;

/// An admission plug-in that is built into the API server.
///
/// @param name such as `NodeRestriction`
/// @param on whether it runs, defaults of the server's version included
/// @param provenance where the values were read
public record AdmissionPlugin(String name, boolean on, Provenance provenance) implements Traced {

  @Override
  public boolean on() {
    return provenance.known("on", on);
  }
}
