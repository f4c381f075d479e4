package org.safeguard.network;

import java.util.List;
import java.util.stream.Stream;

/// Which addresses are on the internet, and at which clouds answer with credentials.
final class PublicAddresses {

  /// Ranges that the internet does not route, by the
  /// [special-purpose registries](https://www.iana.org/assignments/iana-ipv4-special-registry/).
  private static final List<AddressRange> SPECIAL =
      ranges(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "168.63.129.16/32",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/3",
          "::/3",
          "4000::/2",
          "8000::/1");

  /// The metadata services of AWS, Google Cloud, Azure and others, Azure's host agent, the
  /// credential services of ECS and EKS, and those of Alibaba and Oracle Cloud.
  static final List<AddressRange> METADATA =
      ranges(
          "169.254.169.254",
          "fd00:ec2::254",
          "fd20:ce::254",
          "168.63.129.16",
          "169.254.170.2",
          "169.254.170.23",
          "100.100.100.200",
          "192.0.0.192");

  private PublicAddresses() {}

  private static List<AddressRange> ranges(String... texts) {
    return Stream.of(texts).flatMap(text -> AddressRange.parse(text).stream()).toList();
  }

  /// Whether a range holds an address of the internet.
  static boolean has(AddressRange range) {
    return !Addresses.without(range, SPECIAL).ranges().isEmpty();
  }
}
