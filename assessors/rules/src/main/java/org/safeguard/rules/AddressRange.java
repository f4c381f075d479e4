package org.safeguard.rules;

import java.math.BigInteger;
import java.net.InetAddress;

/// An IP address or a range of them in CIDR notation.
///
/// @param bits 32 or 128
/// @param first the lowest address, as a number
/// @param prefix leading bits that all addresses share
record AddressRange(int bits, BigInteger first, int prefix) {

  /// Reads `10.0.0.0/8`, `fd00::/8` or a plain address; never asks a name server.
  ///
  /// @throws IllegalArgumentException when it is neither
  static AddressRange of(String text) {
    int slash = text.indexOf('/');
    byte[] address = address(slash < 0 ? text : text.substring(0, slash));
    int bits = address.length * Byte.SIZE;
    int prefix = slash < 0 ? bits : prefix(text, text.substring(slash + 1), bits);
    BigInteger number = new BigInteger(1, address);
    return new AddressRange(
        bits, number.shiftRight(bits - prefix).shiftLeft(bits - prefix), prefix);
  }

  private static byte[] address(String text) {
    if (text.indexOf(':') < 0 && !text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
      throw new IllegalArgumentException("Not an address: " + text); // Java reads 10.1 as 10.0.0.1
    }
    return InetAddress.ofLiteral(text).getAddress();
  }

  private static int prefix(String whole, String digits, int bits) {
    if (!digits.matches("[0-9]{1,3}") || Integer.parseInt(digits) > bits) {
      throw new IllegalArgumentException("Not an address range: " + whole);
    }
    return Integer.parseInt(digits);
  }

  /// Whether every address of `other` lies in this range.
  boolean contains(AddressRange other) {
    int rest = bits - prefix;
    return bits == other.bits
        && prefix <= other.prefix
        && first.shiftRight(rest).equals(other.first.shiftRight(rest));
  }
}
