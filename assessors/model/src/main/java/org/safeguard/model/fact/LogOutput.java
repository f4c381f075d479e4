package org.safeguard.model.fact;

import java.util.List;

/// A place that a log shipper sends to.
///
/// @param namespace of the configuration
/// @param name of the configuration
/// @param product the shipper
/// @param output its name in the configuration
/// @param type such as `es`, `splunk`, `stdout`
/// @param destination host or address as written, empty when not told
/// @param remote whether it leaves the pod
/// @param encrypted whether it goes by TLS and the certificate is checked; unknown where the
///     snapshot cannot tell
/// @param inputs what is sent, as far as written, such as `audit`
/// @param provenance where the values were read
public record LogOutput(
    String namespace,
    String name,
    String product,
    String output,
    String type,
    String destination,
    boolean remote,
    boolean encrypted,
    List<String> inputs,
    Provenance provenance)
    implements Fact {

  public LogOutput {
    inputs = List.copyOf(inputs);
  }

  @Override
  public String product() {
    return provenance.known("product", product);
  }

  @Override
  public String output() {
    return provenance.known("output", output);
  }

  @Override
  public String type() {
    return provenance.known("type", type);
  }

  @Override
  public String destination() {
    return provenance.known("destination", destination);
  }

  @Override
  public boolean remote() {
    return provenance.known("remote", remote);
  }

  @Override
  public boolean encrypted() {
    return provenance.known("encrypted", encrypted);
  }

  @Override
  public List<String> inputs() {
    return provenance.known("inputs", inputs);
  }
}
