package org.safeguard.kubernetes;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.safeguard.objects.Place;
import org.safeguard.objects.Selector;
import org.safeguard.objects.Value;

/// A network policy as read, before it is known what it selects. Follows the
/// [API](https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/):
/// without `policyTypes` a policy restricts ingress, and egress when it has egress rules.
///
/// @param object the whole policy
/// @param selector the pods it selects; an absent one selects all
/// @param ingress what it does to traffic in
/// @param egress what it does to traffic out
record Policy(Place object, Value<Selector> selector, Side ingress, Side egress) {

  /// One direction of a policy.
  ///
  /// @param name `Ingress` or `Egress`
  /// @param restricts whether the policy types name it
  /// @param rules its rules
  /// @param allowsAll whether a rule has neither peers nor ports
  /// @param deniesAll whether it restricts and has no rule
  record Side(
      String name,
      Value<Boolean> restricts,
      Value<List<Place>> rules,
      Value<Boolean> allowsAll,
      Value<Boolean> deniesAll) {}

  static Policy of(Place object) {
    Place spec = object.at("spec");
    Value<Selector> selector = Selector.read(spec.at("podSelector"));
    Value<Selector> effective =
        selector instanceof Value.Absent<Selector>(Place place)
            ? new Value.Known<>(place, new Selector(Map.of(), List.of()))
            : selector;
    return new Policy(object, effective, side(spec, "Ingress", "from"), side(spec, "Egress", "to"));
  }

  Value<Boolean> selectsAll() {
    return selector.map(Selector::selectsAll);
  }

  private static Side side(Place spec, String name, String peers) {
    Value<List<Place>> rules = spec.at(name.toLowerCase(Locale.ROOT)).objects();
    Value<Boolean> restricts = restricts(spec, name, rules);
    return new Side(
        name,
        restricts,
        rules,
        both(restricts, rules, list -> list.stream().anyMatch(rule -> open(rule, peers))),
        both(restricts, rules, List::isEmpty));
  }

  private static Value<Boolean> restricts(Place spec, String name, Value<List<Place>> rules) {
    Value<List<String>> types = spec.at("policyTypes").texts();
    if (types instanceof Value.Unreadable || !types.orElse(List.of()).isEmpty()) {
      return types.map(list -> list.contains(name));
    }
    return name.equals("Ingress")
        ? new Value.Known<>(types.place(), true)
        : orNone(rules).map(list -> !list.isEmpty());
  }

  private static boolean open(Place rule, String peers) {
    return none(rule.at(peers)) && none(rule.at("ports"));
  }

  private static boolean none(Place place) {
    Value<List<Place>> list = place.objects();
    return !(list instanceof Value.Unreadable) && list.orElse(List.of()).isEmpty();
  }

  private static Value<Boolean> both(
      Value<Boolean> restricts, Value<List<Place>> rules, Predicate<List<Place>> holds) {
    if (restricts instanceof Value.Known<Boolean>(Place _, Boolean yes) && !yes) {
      return restricts;
    }
    return restricts instanceof Value.Unreadable ? restricts : orNone(rules).map(holds::test);
  }

  private static Value<List<Place>> orNone(Value<List<Place>> rules) {
    return rules instanceof Value.Absent<List<Place>>(Place place)
        ? new Value.Known<>(place, List.of())
        : rules;
  }
}
