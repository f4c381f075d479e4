package org.safeguard.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.fact.Workload;

/// A product and the signs of it, as they come in.
final class Finding {

  /// One sign.
  ///
  /// @param strong whether it shows by itself that the product runs
  record Sign(String sort, String value, boolean strong, Reading reading) {}

  private static final Set<String> INSTALLED = Set.of("definition", "csi-driver", "webhook");

  private final Product product;
  private final List<Sign> signs = new ArrayList<>();
  private final List<Workload> workloads = new ArrayList<>();
  private String version = "";

  Finding(Product product) {
    this.product = product;
  }

  Product product() {
    return product;
  }

  /// The strong signs first, each in the order of the objects.
  List<Sign> signs() {
    List<Sign> sorted = new ArrayList<>(signs.stream().filter(Sign::strong).toList());
    signs.stream().filter(sign -> !sign.strong()).forEach(sorted::add);
    return sorted;
  }

  boolean isStrong() {
    return signs.stream().anyMatch(Sign::strong);
  }

  /// Whether somebody installed it here: it left definitions, drivers or webhooks.
  boolean isInstalled() {
    return signs.stream().anyMatch(sign -> INSTALLED.contains(sign.sort()));
  }

  /// Workloads that do the product's work.
  List<Workload> workloads() {
    return workloads;
  }

  /// Tag of its image, empty when not known.
  String version() {
    return version;
  }

  void add(Sign sign) {
    boolean known =
        signs.stream()
            .anyMatch(s -> s.sort().equals(sign.sort()) && s.value().equals(sign.value()));
    if (!known) {
      signs.add(sign);
    }
  }

  void runsIn(Workload workload, String tag) {
    if (!workloads.contains(workload)) {
      workloads.add(workload);
    }
    version = version.isEmpty() ? tag : version;
  }
}
