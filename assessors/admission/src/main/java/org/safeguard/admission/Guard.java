package org.safeguard.admission;

import java.util.function.Function;
import org.safeguard.objects.Place;

/// One thing a policy does: what it asks, where, with what effect, and what it needs to work.
///
/// @param place of the policy
/// @param rule its name within the policy, empty when the policy is one rule
/// @param action what it does with what breaks it
/// @param failsClosed whether a request is refused when the policy cannot be evaluated
/// @param pods whether it looks at new pods
/// @param scope whether it looks at a namespace
/// @param live whether what it needs to work is there, for a namespace
/// @param meaning what it is about; for most policies the same in every namespace
/// @param text its whole text, for what it mentions
record Guard(
    Place place,
    String rule,
    Action action,
    boolean failsClosed,
    boolean pods,
    Function<NamespaceView, Judgement> scope,
    Function<NamespaceView, Judgement> live,
    Function<NamespaceView, Meaning> meaning,
    String text) {

  String label() {
    String name = place.resource().kind() + "/" + place.resource().name();
    return rule.isEmpty() ? name : name + " (" + rule + ")";
  }

  /// Whether it refuses in a namespace what it is about. Each no says why.
  Judgement refusesIn(NamespaceView namespace) {
    return scope
        .apply(namespace)
        .and(() -> action == Action.DENY ? Judgement.YES : Judgement.no("it " + action.words()))
        .and(() -> failsClosed ? Judgement.YES : Judgement.no("it lets requests in when it fails"))
        .and(() -> live.apply(namespace));
  }
}
