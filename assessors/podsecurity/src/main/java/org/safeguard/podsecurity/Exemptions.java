package org.safeguard.podsecurity;

import java.util.List;
import org.safeguard.model.fact.Cause;
import org.safeguard.objects.Place;
import org.safeguard.objects.Value;

/// Pods that some checks let through by what they are.
final class Exemptions {

  private Exemptions() {}

  /// From 1.25 fields that Windows does not have are not asked of its pods.
  static Check.Test unlessWindows(Check.Test test) {
    return pod -> {
      Place os = pod.spec().at("os", "name");
      return unless(os.text().map("windows"::equals), test.of(pod));
    };
  }

  /// From 1.35 root in a user namespace is nobody on the node.
  static Check.Test unlessUserNamespace(Check.Test test) {
    return pod -> {
      Place hostUsers = pod.spec().at("hostUsers");
      return unless(hostUsers.flag().map(own -> !own), test.of(pod));
    };
  }

  /// Where nobody can tell whether a pod is exempt, only a pod that needs no exemption is allowed.
  private static CheckOutcome unless(Value<Boolean> exempt, CheckOutcome otherwise) {
    return switch (exempt) {
      case Value.Known<Boolean>(Place _, Boolean is) -> is ? new CheckOutcome.Allowed() : otherwise;
      case Value.Absent<Boolean> _ -> otherwise;
      case Value.Unreadable<Boolean>(Place place, Cause cause) ->
          otherwise.isAllowed()
              ? otherwise
              : new CheckOutcome.Unknown(cause, List.of(place.reading()));
    };
  }
}
