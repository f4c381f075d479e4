package org.safeguard.network;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/// A range of addresses, both ends included.
///
/// @param v6 whether they are IPv6 addresses
/// @param first the first address as a number
/// @param last the last address as a number
public record AddressRange(boolean v6, BigInteger first, BigInteger last)
    implements Comparable<AddressRange> {

  private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
  private static final Comparator<AddressRange> ORDER =
      Comparator.comparing(AddressRange::v6)
          .thenComparing(AddressRange::first)
          .thenComparing(AddressRange::last);

  static final AddressRange ALL_V4 = all(false);
  static final AddressRange ALL_V6 = all(true);

  private static AddressRange all(boolean v6) {
    return new AddressRange(v6, BigInteger.ZERO, highest(v6));
  }

  private static BigInteger highest(boolean v6) {
    return BigInteger.ONE.shiftLeft(v6 ? 128 : 32).subtract(BigInteger.ONE);
  }

  /// Reads an address or `address/prefix`; empty for anything else.
  static Optional<AddressRange> parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    boolean v6 = address.indexOf(':') >= 0;
    if (!(v6 ? V6 : V4).matcher(address).matches()) {
      return Optional.empty();
    }
    int bits = v6 ? 128 : 32;
    try {
      int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
      byte[] bytes = InetAddress.getByName(address).getAddress();
      if (prefix < 0 || prefix > bits || bytes.length * 8 != bits) {
        return Optional.empty();
      }
      BigInteger host = BigInteger.ONE.shiftLeft(bits - prefix).subtract(BigInteger.ONE);
      BigInteger first = new BigInteger(1, bytes).andNot(host);
      return Optional.of(new AddressRange(v6, first, first.or(host)));
    } catch (UnknownHostException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  boolean contains(AddressRange other) {
    return v6 == other.v6 && first.compareTo(other.first) <= 0 && last.compareTo(other.last) >= 0;
  }

  boolean overlaps(AddressRange other) {
    return v6 == other.v6 && first.compareTo(other.last) <= 0 && other.first.compareTo(last) <= 0;
  }

  /// First and last address, such as `10.0.0.0-10.255.255.255`.
  @Override
  public String toString() {
    return text(first) + "-" + text(last);
  }

  private String text(BigInteger address) {
    byte[] bytes = new byte[v6 ? 16 : 4];
    byte[] number = address.toByteArray();
    int length = Math.min(number.length, bytes.length);
    System.arraycopy(number, number.length - length, bytes, bytes.length - length, length);
    try {
      return InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // only for a wrong length
    }
  }

  @Override
  public int compareTo(AddressRange other) {
    return ORDER.compare(this, other);
  }
}
