package org.safeguard.kubernetes;

import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;

/// Service accounts as workloads refer to them.
final class Accounts {

  private Accounts() {}

  /// Whether an account is there. Kubernetes makes `default` in every namespace.
  static boolean exists(ClusterObjects objects, String namespace, String name) {
    return name.equals("default")
        || objects.find(Types.SERVICE_ACCOUNT, namespace, name).isPresent();
  }

  /// Why an account that was not found may still be there: its type was not captured whole, nothing
  /// of its namespace was, or its manifest leaves the namespace to whoever applies it.
  static Optional<Cause> gap(ClusterObjects objects, String namespace, String name) {
    Optional<Cause> gap = objects.coverages().gap(Types.SERVICE_ACCOUNT);
    if (gap.isPresent()) {
      return gap;
    }
    if (objects.leavesNamespaceOpen(Types.SERVICE_ACCOUNT, name)) {
      return unresolved(
          "the manifest of service account " + name + " names no namespace; render it with one");
    }
    return objects.holdsSomethingIn(namespace)
        ? Optional.empty()
        : unresolved(
            "nothing of namespace " + namespace + " is in this snapshot; capture its objects");
  }

  private static Optional<Cause> unresolved(String detail) {
    return Optional.of(new Cause(Cause.Code.UNRESOLVED, detail));
  }

  /// The token setting of an account; its place is the account object where there is one.
  static Value<Boolean> automount(
      ClusterObjects objects, String namespace, String name, Place reference) {
    Optional<Resource> account = objects.find(Types.SERVICE_ACCOUNT, namespace, name);
    if (account.isPresent()) {
      return objects.place(account.get()).at("automountServiceAccountToken").flag();
    }
    boolean untouchedDefault =
        name.equals("default")
            && objects.coverages().of(Types.SERVICE_ACCOUNT) == Coverage.CAPTURED;
    return untouchedDefault
        ? new Value.Absent<>(reference)
        : new Value.Unreadable<>(reference, missing(objects, namespace, name));
  }

  private static Cause missing(ClusterObjects objects, String namespace, String name) {
    return objects
        .coverages()
        .gap(Types.SERVICE_ACCOUNT)
        .orElseGet(
            () ->
                new Cause(
                    Cause.Code.UNRESOLVED,
                    "service account "
                        + namespace
                        + "/"
                        + name
                        + " is not in this snapshot; capture it"));
  }
}
