package org.safeguard.network;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// A set of addresses as ranges.
///
/// @param ranges in no special order; they do not overlap
record Addresses(List<AddressRange> ranges) {

  Addresses {
    ranges = List.copyOf(ranges);
  }

  /// A range without others.
  static Addresses without(AddressRange range, List<AddressRange> taken) {
    List<AddressRange> left = List.of(range);
    for (AddressRange one : taken) {
      List<AddressRange> next = new ArrayList<>();
      left.forEach(part -> cut(part, one, next));
      left = next;
    }
    return new Addresses(left);
  }

  private static void cut(AddressRange part, AddressRange taken, List<AddressRange> left) {
    if (!part.overlaps(taken)) {
      left.add(part);
      return;
    }
    if (part.first().compareTo(taken.first()) < 0) {
      left.add(new AddressRange(part.v6(), part.first(), taken.first().subtract(BigInteger.ONE)));
    }
    if (part.last().compareTo(taken.last()) > 0) {
      left.add(new AddressRange(part.v6(), taken.last().add(BigInteger.ONE), part.last()));
    }
  }

  /// Whether it holds every address of a range that lies wholly in or out of each of its own.
  boolean contains(AddressRange range) {
    return ranges.stream().anyMatch(own -> own.contains(range));
  }

  /// All addresses of both families, cut wherever one of the sets begins or ends.
  static List<AddressRange> partition(List<Addresses> sets) {
    List<AddressRange> parts = new ArrayList<>();
    for (AddressRange all : List.of(AddressRange.ALL_V4, AddressRange.ALL_V6)) {
      TreeSet<BigInteger> starts = new TreeSet<>();
      starts.add(all.first());
      for (Addresses set : sets) {
        for (AddressRange range : set.ranges()) {
          if (range.v6() == all.v6()) {
            starts.add(range.first());
            starts.add(range.last().add(BigInteger.ONE));
          }
        }
      }
      starts.remove(all.last().add(BigInteger.ONE));
      for (BigInteger start : starts) {
        BigInteger next = starts.higher(start);
        BigInteger last = next == null ? all.last() : next.subtract(BigInteger.ONE);
        parts.add(new AddressRange(all.v6(), start, last));
      }
    }
    return parts;
  }
}
