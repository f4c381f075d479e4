package org.safeguard.access;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds what a subject can do by the rights of several whom it can act as, none of which is enough
/// alone: one account requests a certificate, another approves it.
final class Combinations {

  /// The rights that need another one beside them.
  private static final Set<Ability> HALVES =
      EnumSet.of(
          Ability.ESCALATE,
          Ability.WRITE_CLUSTER_ROLES,
          Ability.ESCALATE_ROLES,
          Ability.WRITE_ROLES,
          Ability.BIND,
          Ability.WRITE_BINDINGS,
          Ability.WRITE_CLUSTER_BINDINGS,
          Ability.IMPERSONATE_ACCOUNTS,
          Ability.IMPERSONATE_USERS,
          Ability.IMPERSONATE_GROUPS,
          Ability.READ_SECRETS,
          Ability.CREATE_SECRETS,
          Ability.CREATE_PODS,
          Ability.CREATE_VOLUMES,
          Ability.CHANGE_NAMESPACES,
          Ability.REQUEST_CERTIFICATES,
          Ability.APPROVE_CERTIFICATES,
          Ability.APPROVE_SIGNER);

  /// What lies behind some places, the same for everybody who comes there.
  private record Behind(Set<Spot> spots, Abilities halves) {}

  private final Reach reach;
  private final Surroundings around;
  private final Map<SubjectKey, Abilities> abilities;
  private final Map<Set<Spot>, Behind> behind = new HashMap<>();

  Combinations(Reach reach, Surroundings around, Map<SubjectKey, Abilities> abilities) {
    this.reach = reach;
    this.around = around;
    this.abilities = abilities;
  }

  /// Adds the links that several rights together make, until nothing is new; says whether some
  /// were.
  boolean found(Set<SubjectKey> subjects) {
    boolean found = false;
    for (SubjectKey key : subjects) {
      Spot.Who who = new Spot.Who(key);
      Abilities own = abilities.get(key);
      if (own != null && !own.isEmpty() && !reach.isCertain(who)) {
        while (adds(who, own)) {
          found = true;
          behind.clear();
        }
      }
    }
    return found;
  }

  private boolean adds(Spot.Who who, Abilities own) {
    Set<Spot> next = reach.certainNext(who);
    if (next.isEmpty()) {
      return false;
    }
    Behind there = behind.computeIfAbsent(next, this::behind);
    Abilities union = own.only(HALVES);
    union.addAll(there.halves());
    List<Link> more =
        Escalations.of(who, union, around).stream()
            .filter(link -> link.doubt().isEmpty() && !link.to().equals(who))
            .filter(link -> !there.spots().contains(link.to()))
            .toList();
    for (Link link : more) {
      String words = "with the rights of those it can act as, " + link.words();
      reach.add(new Link(who, link.to(), words, link.evidence(), link.doubt()));
    }
    return !more.isEmpty();
  }

  private Behind behind(Set<Spot> next) {
    Set<Spot> spots = reach.certainFrom(next);
    Abilities halves = new Abilities();
    for (Spot spot : spots) {
      if (spot instanceof Spot.Who(SubjectKey other)) {
        Abilities others = abilities.get(other);
        if (others != null) {
          halves.addAll(others.only(HALVES));
        }
      }
    }
    return new Behind(spots, halves);
  }
}
