package org.safeguard.capture;

/// A secret of the kubeconfig. It prints as nothing, so that no log or message can hold it.
final class Hidden {

  private final String value;

  Hidden(String value) {
    this.value = value;
  }

  /// The secret itself, for the request that needs it.
  String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "(hidden)";
  }
}
