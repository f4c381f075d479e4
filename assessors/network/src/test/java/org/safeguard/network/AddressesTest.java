package org.safeguard.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressesTest {

  private static AddressRange range(String text) {
    return AddressRange.parse(text).orElseThrow();
  }

  @Test
  void rangesAreFirstAndLastAddress() {
    assertEquals("10.0.0.0-10.255.255.255", range("10.1.2.3/8").toString());
    assertEquals("10.1.2.3-10.1.2.3", range("10.1.2.3").toString());
    assertEquals("0.0.0.0-255.255.255.255", range("0.0.0.0/0").toString());
    assertEquals(
        "fd00:ec2:0:0:0:0:0:254-fd00:ec2:0:0:0:0:0:254", range("fd00:ec2::254").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "clinic.example",
        "10.0.0.0/33",
        "10.0.0",
        "300.1.1.1",
        "::/129",
        "1.2.3.4/x",
        "/8"
      })
  void whatIsNoRangeIsNoneAndNobodyIsAskedForAName(String text) {
    assertEquals(Optional.empty(), AddressRange.parse(text));
  }

  @Test
  void exceptionsAreCutOut() {
    Addresses left =
        Addresses.without(range("10.0.0.0/8"), List.of(range("10.1.0.0/16"), range("11.0.0.0/8")));
    assertEquals("[10.0.0.0-10.0.255.255, 10.2.0.0-10.255.255.255]", left.ranges().toString());
    assertEquals(
        List.of(), Addresses.without(range("10.0.0.0/8"), List.of(range("0.0.0.0/0"))).ranges());
  }

  @Test
  void theOutsideIsCutWhereSetsBeginAndEnd() {
    List<AddressRange> parts =
        Addresses.partition(
            List.of(
                new Addresses(List.of(range("10.0.0.0/8"))),
                new Addresses(List.of(range("10.0.0.0/9")))));
    assertEquals(
        "[0.0.0.0-9.255.255.255, 10.0.0.0-10.127.255.255, 10.128.0.0-10.255.255.255,"
            + " 11.0.0.0-255.255.255.255]",
        parts.stream().filter(p -> !p.v6()).toList().toString());
  }

  @Test
  void privateAndReservedAddressesAreNotTheInternet() {
    assertTrue(PublicAddresses.has(range("8.8.8.8")));
    assertTrue(PublicAddresses.has(range("0.0.0.0/0")));
    assertTrue(PublicAddresses.has(range("2001:4860::/32")));
    for (String text :
        List.of(
            "10.0.0.0/8",
            "192.168.7.0/24",
            "169.254.169.254",
            "fd00::/8",
            "127.0.0.0/8",
            "fe80::/10",
            "224.0.0.0/4")) {
      assertFalse(PublicAddresses.has(range(text)), text);
    }
  }
}
