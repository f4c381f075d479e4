package org.safeguard.network;

import java.util.List;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Coverages;
import org.safeguard.objects.Types;

/// What a snapshot lacks to say who may connect to whom.
final class PolicyCoverage {

  private static final ResourceType DEFINITION =
      new ResourceType("apiextensions.k8s.io", "CustomResourceDefinition");

  /// The policies beside the core's that may let through what those refuse.
  private static final List<ResourceType> MORE =
      List.of(
          AdminPolicies.ADMIN,
          AdminPolicies.CLUSTER,
          CiliumPolicies.NAMESPACED,
          CiliumPolicies.CLUSTER,
          new ResourceType(CalicoPolicies.STORED, "NetworkPolicy"),
          new ResourceType(CalicoPolicies.STORED, "GlobalNetworkPolicy"),
          new ResourceType(OtherPolicies.ANTREA, "NetworkPolicy"),
          new ResourceType(OtherPolicies.ANTREA, "ClusterNetworkPolicy"));

  private final ClusterObjects objects;

  PolicyCoverage(ClusterObjects objects) {
    this.objects = objects;
  }

  /// Why the core's policies are not all known; empty where they are.
  Optional<Cause> core() {
    return objects.coverages().gap(Types.NETWORK_POLICY);
  }

  /// Why the labels of namespaces are not all known; empty where they are.
  Optional<Cause> namespaces() {
    return objects.coverages().gap(Types.NAMESPACE);
  }

  /// Why some policy that allows more may be missing; empty where none can be.
  Optional<Cause> more() {
    return core().or(() -> MORE.stream().flatMap(type -> custom(type).stream()).findFirst());
  }

  /// Why some way in may be missing; empty where none can be.
  Optional<Cause> waysIn() {
    Coverages coverages = objects.coverages();
    Optional<Cause> ingress =
        objects.of(Types.OLD_INGRESS).isEmpty() ? coverages.gap(Types.INGRESS) : Optional.empty();
    return coverages
        .gap(Types.SERVICE)
        .or(() -> ingress)
        .or(() -> GatewayRoutes.ROUTES.stream().flatMap(t -> custom(t).stream()).findFirst())
        .or(this::routes);
  }

  /// Routes are served by OpenShift without a definition.
  private Optional<Cause> routes() {
    boolean openShift =
        objects.namespaces().stream().anyMatch(namespace -> namespace.startsWith("openshift-"));
    return openShift
        ? known(WaysIn.ROUTE) ? Optional.empty() : objects.coverages().gap(WaysIn.ROUTE)
        : custom(WaysIn.ROUTE);
  }

  /// Why some objects of types that are partly here are missing; empty where nobody says so.
  Optional<Cause> cutOff(List<ResourceType> types) {
    return types.stream()
        .filter(
            type ->
                switch (objects.coverages().of(type)) {
                  case FORBIDDEN, PARTIAL, FAILED -> true;
                  case CAPTURED, ABSENT, UNKNOWN -> false;
                })
        .flatMap(type -> objects.coverages().gap(type).stream())
        .findFirst();
  }

  /// Why objects of a type that clusters need not have may be missing. A cluster whose definitions
  /// are known and do not define it has none.
  Optional<Cause> custom(ResourceType type) {
    if (known(type) || (objects.coverages().of(type) == Coverage.UNKNOWN && undefined(type))) {
      return Optional.empty();
    }
    return objects.coverages().gap(type);
  }

  private boolean known(ResourceType type) {
    return switch (objects.coverages().of(type)) {
      case CAPTURED, ABSENT -> true;
      case FORBIDDEN, PARTIAL, FAILED, UNKNOWN -> false;
    };
  }

  private boolean undefined(ResourceType type) {
    return objects.coverages().of(DEFINITION) == Coverage.CAPTURED
        && objects.placesOf(DEFINITION).stream()
            .noneMatch(
                definition ->
                    WaysIn.text(definition.at("spec", "group")).equals(Optional.of(type.group()))
                        && WaysIn.text(definition.at("spec", "names", "kind"))
                            .equals(Optional.of(type.kind())));
  }
}
