package org.safeguard.access;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The links between places, and the shortest ways along them. Links are looked at in the order in
/// which they were added.
final class Reach {

  private static final Spot GOAL = new Spot.Admin();

  private final Map<Spot, List<Link>> leading = new HashMap<>();
  private final Map<Spot, List<Link>> leaving = new HashMap<>();
  private Map<Spot, Link> certain = Map.of();
  private Map<Spot, Link> possible = Map.of();

  void add(Link link) {
    leading.computeIfAbsent(link.to(), _ -> new ArrayList<>()).add(link);
    leaving.computeIfAbsent(link.from(), _ -> new ArrayList<>()).add(link);
  }

  /// Finds the ways along all links so far.
  void solve() {
    certain = ways(false);
    possible = ways(true);
  }

  /// Whether every right can be had from there for certain.
  boolean isCertain(Spot from) {
    return from.equals(GOAL) || certain.containsKey(from);
  }

  /// The shortest certain way, else the shortest one with a step in doubt.
  Optional<Chain> from(Spot start) {
    Map<Spot, Link> next = certain.containsKey(start) ? certain : possible;
    List<Link> links = new ArrayList<>();
    @Nullable Link link = next.get(start);
    while (link != null) {
      links.add(link);
      link = next.get(link.to());
    }
    return links.isEmpty() ? Optional.empty() : Optional.of(Chain.of(links));
  }

  /// The places to which certain links lead at once.
  Set<Spot> certainNext(Spot start) {
    Set<Spot> next = new LinkedHashSet<>();
    for (Link link : leaving.getOrDefault(start, List.of())) {
      if (link.doubt().isEmpty()) {
        next.add(link.to());
      }
    }
    return next;
  }

  /// Every place to which certain links lead, these first.
  Set<Spot> certainFrom(Set<Spot> starts) {
    Set<Spot> met = new LinkedHashSet<>(starts);
    Deque<Spot> open = new ArrayDeque<>(starts);
    while (!open.isEmpty()) {
      for (Link link : leaving.getOrDefault(open.remove(), List.of())) {
        if (link.doubt().isEmpty() && met.add(link.to())) {
          open.add(link.to());
        }
      }
    }
    return met;
  }

  /// By place, the first step of its shortest way to the goal.
  private Map<Spot, Link> ways(boolean withDoubts) {
    Map<Spot, Link> next = new HashMap<>();
    Deque<Spot> open = new ArrayDeque<>(List.of(GOAL));
    while (!open.isEmpty()) {
      for (Link link : leading.getOrDefault(open.remove(), List.of())) {
        boolean counts = withDoubts || link.doubt().isEmpty();
        if (counts && !link.from().equals(GOAL) && next.putIfAbsent(link.from(), link) == null) {
          open.add(link.from());
        }
      }
    }
    return next;
  }
}
