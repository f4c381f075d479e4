package org.safeguard.kubernetes;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Value;

/// The annotations by which cloud providers keep a load balancer inside the private network
///
// ([list](https://kubernetes.io/docs/concepts/services-networking/service/#internal-load-balancer)).
final class InternalLoadBalancer {

  private static final Map<String, Set<String>> ANNOTATIONS =
      Map.ofEntries(
          Map.entry("networking.gke.io/load-balancer-type", Set.of("internal")),
          Map.entry("cloud.google.com/load-balancer-type", Set.of("internal")),
          Map.entry(
              "service.beta.kubernetes.io/aws-load-balancer-internal", Set.of("true", "0.0.0.0/0")),
          Map.entry("service.beta.kubernetes.io/aws-load-balancer-scheme", Set.of("internal")),
          Map.entry("service.beta.kubernetes.io/azure-load-balancer-internal", Set.of("true")),
          Map.entry("service.beta.kubernetes.io/openstack-internal-load-balancer", Set.of("true")),
          Map.entry("service.beta.kubernetes.io/oci-load-balancer-internal", Set.of("true")),
          Map.entry(
              "service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type", Set.of("private")),
          Map.entry(
              "service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type",
              Set.of("intranet")));

  private InternalLoadBalancer() {}

  static boolean asked(Trace trace, Place service) {
    Place annotations = service.at("metadata", "annotations");
    trace.read("internalLoadBalancer", annotations.reading());
    if (annotations.textMap() instanceof Value.Unreadable<?>(Place _, var cause)) {
      trace.unknown("internalLoadBalancer", cause);
      return false;
    }
    for (Map.Entry<String, Place> entry : annotations.each().entrySet()) {
      String value = entry.getValue().text().orElse("").toLowerCase(Locale.ROOT);
      if (ANNOTATIONS.getOrDefault(entry.getKey(), Set.of()).contains(value)) {
        trace.read("internalLoadBalancer", entry.getValue().reading());
        return true;
      }
    }
    return false;
  }
}
