package org.safeguard.model.fact;

import java.util.List;

/// An address range in a network policy.
///
/// @param cidr the range
/// @param except the ranges taken out
/// @param direction `Ingress` or `Egress`
/// @param provenance where the values were read
public record IpBlock(String cidr, List<String> except, String direction, Provenance provenance)
    implements Traced {

  public IpBlock {
    except = List.copyOf(except);
  }

  @Override
  public String cidr() {
    return provenance.known("cidr", cidr);
  }

  @Override
  public List<String> except() {
    return provenance.known("except", except);
  }

  @Override
  public String direction() {
    return provenance.known("direction", direction);
  }
}
