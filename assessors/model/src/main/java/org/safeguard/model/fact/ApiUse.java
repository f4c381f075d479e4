package org.safeguard.model.fact;

/// An object, or all objects of one type, together with the state of the API version that they
/// are written in
/// ([removals](https://kubernetes.io/docs/reference/using-api/deprecation-guide/)). Each object
/// in a version that goes away is a fact of its own; those in other versions are one for each
/// type.
///
/// @param namespace of the object, empty for cluster scope and for a whole type
/// @param name of the object, `*` for a whole type
/// @param apiVersion as written
/// @param kind as written
/// @param objects how many objects this speaks of
/// @param deprecatedIn the release that deprecated it, such as `1.21`, empty for none
/// @param removedIn the release that no longer serves it, empty for none
/// @param replacement the API version to use, empty for none
/// @param removed whether the cluster's own release no longer serves it
/// @param provenance where the values were read
public record ApiUse(
    String namespace,
    String name,
    String apiVersion,
    String kind,
    long objects,
    String deprecatedIn,
    String removedIn,
    String replacement,
    boolean removed,
    Provenance provenance)
    implements Fact {

  @Override
  public String deprecatedIn() {
    return provenance.known("deprecatedIn", deprecatedIn);
  }

  @Override
  public String removedIn() {
    return provenance.known("removedIn", removedIn);
  }

  @Override
  public String replacement() {
    return provenance.known("replacement", replacement);
  }

  @Override
  public boolean removed() {
    return provenance.known("removed", removed);
  }
}
