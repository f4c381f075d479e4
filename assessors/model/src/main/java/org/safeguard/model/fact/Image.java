package org.safeguard.model.fact;

/// A parsed image reference (OCI distribution reference grammar).
///
/// @param reference as written
/// @param registry the registry host, `docker.io` where none is written
/// @param repository the path without registry, with `library/` where Docker Hub adds it
/// @param tag empty where none is written
/// @param digest such as `sha256:…`, empty where none is written
/// @param valid whether the reference could be parsed
/// @param provenance where the values were read
public record Image(
    String reference,
    String registry,
    String repository,
    String tag,
    String digest,
    boolean valid,
    Provenance provenance)
    implements Traced {
  @Override
  public String reference() {
    return provenance.known("reference", reference);
  }

  @Override
  public String registry() {
    return provenance.known("registry", registry);
  }

  @Override
  public String repository() {
    return provenance.known("repository", repository);
  }

  @Override
  public String tag() {
    return provenance.known("tag", tag);
  }

  @Override
  public String digest() {
    return provenance.known("digest", digest);
  }

  @Override
  public boolean valid() {
    return provenance.known("valid", valid);
  }
}
