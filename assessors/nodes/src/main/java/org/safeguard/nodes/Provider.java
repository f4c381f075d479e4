package org.safeguard.nodes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.objects.Place;

/// Who runs the control plane and makes the nodes, by the labels that it puts on nodes.
final class Provider {

  private static final List<Map.Entry<String, String>> LABELS =
      List.of(
          Map.entry("eks.amazonaws.com/", "Amazon EKS"),
          Map.entry("cloud.google.com/gke-", "Google GKE"),
          Map.entry("kubernetes.azure.com/", "Azure AKS"),
          Map.entry("doks.digitalocean.com/", "DigitalOcean Kubernetes"),
          Map.entry("oke.oraclecloud.com/", "Oracle OKE"),
          Map.entry("ibm-cloud.kubernetes.io/", "IBM Cloud Kubernetes Service"),
          Map.entry("lke.linode.com/", "Linode LKE"));

  private Provider() {}

  /// The provider of a managed cluster that a node belongs to, empty for a cluster of one's own.
  static Optional<String> of(Place node) {
    for (String key : node.at("metadata", "labels").each().keySet()) {
      for (Map.Entry<String, String> label : LABELS) {
        if (key.startsWith(label.getKey())) {
          return Optional.of(label.getValue());
        }
      }
    }
    return Optional.empty();
  }
}
