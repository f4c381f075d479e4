package org.safeguard.model.fact;

/// A sign of a product.
///
/// @param sort `image`, `label`, `workload`, `definition`, `csi-driver`, `webhook`, `api-service`
///     or `tracking`
/// @param value what was seen, such as the image
/// @param strong whether it shows by itself that the product runs
/// @param provenance where the values were read
public record ToolEvidence(String sort, String value, boolean strong, Provenance provenance)
    implements Traced {

  @Override
  public String sort() {
    return provenance.known("sort", sort);
  }

  @Override
  public String value() {
    return provenance.known("value", value);
  }

  @Override
  public boolean strong() {
    return provenance.known("strong", strong);
  }
}
