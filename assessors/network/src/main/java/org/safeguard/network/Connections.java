package org.safeguard.network;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// A set of protocols and ports by which one side may reach another.
public final class Connections {

  /// No connection.
  public static final Connections NONE = new Connections(Ports.NONE, Ports.NONE, Ports.NONE);

  /// Every port of every protocol.
  public static final Connections ALL = new Connections(Ports.ALL, Ports.ALL, Ports.ALL);

  private final Ports tcp;
  private final Ports udp;
  private final Ports sctp;
  private @Nullable String text;

  private Connections(Ports tcp, Ports udp, Ports sctp) {
    this.tcp = tcp;
    this.udp = udp;
    this.sctp = sctp;
  }

  static Connections of(Protocol protocol, Ports ports) {
    return switch (protocol) {
      case TCP -> new Connections(ports, Ports.NONE, Ports.NONE);
      case UDP -> new Connections(Ports.NONE, ports, Ports.NONE);
      case SCTP -> new Connections(Ports.NONE, Ports.NONE, ports);
    };
  }

  static Connections everyProtocol(Ports ports) {
    return new Connections(ports, ports, ports);
  }

  Ports ports(Protocol protocol) {
    return switch (protocol) {
      case TCP -> tcp;
      case UDP -> udp;
      case SCTP -> sctp;
    };
  }

  /// Whether there is no connection.
  public boolean isEmpty() {
    return tcp.isEmpty() && udp.isEmpty() && sctp.isEmpty();
  }

  /// Whether there is every connection.
  public boolean isAll() {
    return tcp.isAll() && udp.isAll() && sctp.isAll();
  }

  Connections union(Connections other) {
    return new Connections(tcp.union(other.tcp), udp.union(other.udp), sctp.union(other.sctp));
  }

  Connections intersection(Connections other) {
    return new Connections(
        tcp.intersection(other.tcp), udp.intersection(other.udp), sctp.intersection(other.sctp));
  }

  Connections minus(Connections other) {
    return new Connections(tcp.minus(other.tcp), udp.minus(other.udp), sctp.minus(other.sctp));
  }

  /// Such as `All Connections` or `SCTP 80,TCP 80-90,443,UDP 53`; empty for none.
  @Override
  public String toString() {
    String known = text;
    if (known == null) {
      known = words();
      text = known; // millions of lines say the same
    }
    return known;
  }

  private String words() {
    if (isAll()) {
      return "All Connections";
    }
    StringJoiner words = new StringJoiner(",");
    add(words, "SCTP", sctp);
    add(words, "TCP", tcp);
    add(words, "UDP", udp);
    return words.toString();
  }

  private static void add(StringJoiner text, String protocol, Ports ports) {
    if (!ports.isEmpty()) {
      text.add(protocol + " " + ports);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Connections that
        && tcp.equals(that.tcp)
        && udp.equals(that.udp)
        && sctp.equals(that.sctp);
  }

  @Override
  public int hashCode() {
    return (tcp.hashCode() * 31 + udp.hashCode()) * 31 + sctp.hashCode();
  }
}
