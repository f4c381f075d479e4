package org.safeguard.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PortsTest {

  @Test
  void rangesThatTouchAreOne() {
    assertEquals(
        "80-90,443",
        Ports.range(80, 85).union(Ports.range(443, 443)).union(Ports.range(86, 90)).toString());
  }

  @Test
  void whatIsNoPortIsLeftOut() {
    assertEquals(Ports.NONE, Ports.range(70_000, 80_000));
    assertEquals(Ports.NONE, Ports.range(0, 0));
    assertEquals("65535", Ports.range(65_535, 99_999).toString());
    assertSame(Ports.ALL, Ports.range(0, 65_535));
  }

  @Test
  void operationsAreThoseOfSets() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 400; i++) {
      Ports a = any(random);
      Ports b = any(random);
      BitSet union = bits(a);
      union.or(bits(b));
      BitSet common = bits(a);
      common.and(bits(b));
      BitSet rest = bits(a);
      rest.andNot(bits(b));
      assertEquals(union, bits(a.union(b)));
      assertEquals(common, bits(a.intersection(b)));
      assertEquals(rest, bits(a.minus(b)));
      assertEquals(a.union(b), b.union(a));
      assertEquals(a.union(b).toString(), b.union(a).toString());
    }
  }

  private static Ports any(SplittableRandom random) {
    Ports ports = Ports.NONE;
    for (int i = random.nextInt(4); i > 0; i--) {
      int from = random.nextInt(1, 30);
      ports = ports.union(Ports.range(from, from + random.nextInt(8)));
    }
    return random.nextInt(6) == 0 ? Ports.ALL.minus(ports) : ports;
  }

  private static BitSet bits(Ports ports) {
    BitSet bits = new BitSet();
    for (int port = Ports.FIRST; port <= Ports.LAST; port++) {
      bits.set(port, ports.contains(port));
    }
    return bits;
  }
}
