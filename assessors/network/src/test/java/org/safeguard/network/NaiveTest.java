package org.safeguard.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.safeguard.network.RandomCluster.Pod;

/// The table agrees with an evaluator that asks every policy about every pair and every port, as
/// the documentation words it, and does not depend on the order of objects.
final class NaiveTest {

  private static final List<Protocol> PROTOCOLS = List.of(Protocol.values());
  private static final int[] PORTS = {1, 79, 80, 81, 82, 85, 90, 443, 8080, 65535};
  private static final String[] ADDRESSES = {
    "0.0.0.0", "8.8.8.8", "10.0.0.1", "10.1.2.3", "10.200.0.9", "192.168.0.1", "255.255.255.255"
  };

  @Test
  void everyPairAndPortIsAsANaiveEvaluatorSays() {
    for (int seed = 0; seed < 160; seed++) {
      RandomCluster cluster = new RandomCluster(new Random(seed));
      Connectivity connectivity = cluster.given().connectivity();
      for (Pod from : cluster.pods()) {
        for (Pod to : cluster.pods()) {
          Connections found =
              connectivity
                  .table()
                  .get(connectivity.between(number(connectivity, from), number(connectivity, to)));
          for (Protocol protocol : PROTOCOLS) {
            for (int port : PORTS) {
              boolean wanted =
                  cluster.allows("egress", from, to, Optional.empty(), protocol, port)
                      && cluster.allows("ingress", to, from, Optional.empty(), protocol, port);
              assertEquals(
                  wanted,
                  found.ports(protocol).contains(port),
                  "seed %d: %s to %s by %s %d".formatted(seed, from, to, protocol, port));
            }
          }
        }
      }
    }
  }

  @Test
  void everyAddressOutsideIsAsANaiveEvaluatorSays() {
    for (int seed = 0; seed < 160; seed++) {
      RandomCluster cluster = new RandomCluster(new Random(seed));
      Connectivity connectivity = cluster.given().connectivity();
      for (Pod pod : cluster.pods()) {
        for (String text : ADDRESSES) {
          AddressRange address = AddressRange.parse(text).orElseThrow();
          for (Direction direction : Direction.values()) {
            Connections found = outside(connectivity, pod, address, direction);
            for (Protocol protocol : PROTOCOLS) {
              for (int port : PORTS) {
                assertEquals(
                    cluster.allows(
                        direction.rules(), pod, null, Optional.of(address), protocol, port),
                    found.ports(protocol).contains(port),
                    "seed %d: %s of %s with %s by %s %d"
                        .formatted(seed, direction, pod, text, protocol, port));
              }
            }
          }
        }
      }
    }
  }

  @Test
  void theOrderOfObjectsDoesNotMatter() {
    for (int seed = 0; seed < 60; seed++) {
      Given given = new RandomCluster(new Random(seed)).given();
      Given shuffled = given.shuffled(new Random(seed + 1));
      assertEquals(given.rows(), shuffled.rows(), "seed " + seed);
      assertEquals(given.facts(), shuffled.facts(), "seed " + seed);
    }
  }

  private static int number(Connectivity connectivity, Pod pod) {
    return connectivity.workloads().stream()
        .filter(w -> w.namespace().equals(pod.namespace()) && w.name().equals(pod.name()))
        .findFirst()
        .orElseThrow()
        .classes()
        .getFirst();
  }

  private static Connections outside(
      Connectivity connectivity, Pod pod, AddressRange address, Direction direction) {
    Side side = connectivity.side(direction);
    int number = number(connectivity, pod);
    for (int i = 0; i < side.outside().size(); i++) {
      if (side.outside().get(i).contains(address)) {
        return connectivity
            .table()
            .get(
                direction == Direction.INGRESS
                    ? connectivity.fromOutside(i, number)
                    : connectivity.toOutside(number, i));
      }
    }
    throw new AssertionError("the outside is cut without gaps");
  }
}
