package org.safeguard.tools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.ClusterNetwork;
import org.safeguard.model.fact.Provenance;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.fact.ToolCategory;
import org.safeguard.model.fact.ToolPresence;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.tree.JsonPointer;
import org.safeguard.objects.Path;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;

/// Which categories of products were found, and what it means where none was.
///
/// That none was found says that there is none only where every workload is known, and a product of
/// the category lives in the cluster or nowhere, or was installed here and does not run. Otherwise
/// it is a question to ask.
final class Presence {

  private final Captured captured;
  private final Products products;
  private final ToolSearch.Result found;
  private final List<ClusterNetwork> networks;
  private final boolean sealedNodes;

  /// @param networks the network plugins, which may encrypt
  /// @param sealedNodes whether no node takes an agent as a package
  Presence(
      Captured captured,
      Products products,
      ToolSearch.Result found,
      List<ClusterNetwork> networks,
      boolean sealedNodes) {
    this.networks = networks;
    this.captured = captured;
    this.products = products;
    this.found = found;
    this.sealedNodes = sealedNodes;
  }

  ToolCategory fact() {
    Map<String, ToolPresence> of = new LinkedHashMap<>();
    products.categories().forEach(category -> of.put(category.id(), presence(category)));
    Resource cluster = captured.known().cluster().provenance().resource();
    Trace trace = new Trace(Place.of(cluster, Path.root()));
    boolean encrypted = trafficEncrypted(trace, get(of, "mesh"));
    return new ToolCategory(
        cluster.name(),
        get(of, "runtime-detection"),
        get(of, "runtime-response"),
        get(of, "log-shipping"),
        get(of, "monitoring"),
        get(of, "alerting"),
        get(of, "mesh"),
        get(of, "network-plugin"),
        get(of, "secret-manager"),
        get(of, "gitops"),
        get(of, "backup"),
        get(of, "certificate-manager"),
        get(of, "image-scanner"),
        get(of, "policy-engine"),
        get(of, "pipeline"),
        get(of, "dashboard"),
        encrypted,
        trace.done());
  }

  private boolean trafficEncrypted(Trace trace, ToolPresence mesh) {
    List<Reading> readings = new ArrayList<>(mesh.provenance().readings("found"));
    networks.forEach(network -> readings.addAll(network.provenance().readings("encryption")));
    trace.read("trafficEncrypted", readings);
    boolean byMesh = Answers.orElse(mesh, ToolPresence::found, false);
    boolean byNetwork =
        networks.stream()
            .anyMatch(n -> !Answers.orElse(n, ClusterNetwork::encryption, "none").equals("none"));
    if (!byMesh && !byNetwork) {
      trace.unknown("trafficEncrypted", encryptionGap(mesh));
    }
    return byMesh || byNetwork;
  }

  private Optional<Cause> encryptionGap(ToolPresence mesh) {
    Optional<Cause> unknown =
        networks.stream()
            .flatMap(n -> Optional.ofNullable(n.provenance().unknown().get("encryption")).stream())
            .findFirst();
    Cause noPlugin =
        new Cause(
            Cause.Code.PROVIDER_MANAGED,
            "no known network plugin was found, so that nobody can say whether the network encrypts"
                + " between nodes; ask the provider or the platform team");
    return Optional.ofNullable(mesh.provenance().unknown().get("found"))
        .or(() -> unknown)
        .or(() -> networks.isEmpty() ? Optional.of(noPlugin) : Optional.empty());
  }

  private static ToolPresence get(Map<String, ToolPresence> of, String category) {
    ToolPresence presence = of.get(category);
    if (presence == null) {
      throw new IllegalStateException("The table has no category " + category);
    }
    return presence;
  }

  ToolPresence presence(Category category) {
    List<String> running = new ArrayList<>();
    List<String> leftovers = new ArrayList<>();
    List<Reading> readings = new ArrayList<>();
    for (Finding finding : found.doing(category.id())) {
      boolean strong = finding.isStrong();
      (strong ? running : leftovers).add(finding.product().name());
      readings.addAll(finding.signs().stream().limit(2).map(Finding.Sign::reading).toList());
    }
    long known = products.count(category.id());
    Provenance.Builder provenance = builder(readings, category, known);
    if (running.isEmpty()) {
      gap(category, known).ifPresent(cause -> provenance.unknown("found", cause));
    }
    return new ToolPresence(
        category.id(), !running.isEmpty(), running, leftovers, known, provenance.build());
  }

  private Provenance.Builder builder(List<Reading> readings, Category category, long known) {
    Resource cluster = captured.known().cluster().provenance().resource();
    Provenance.Builder provenance = Provenance.builder(cluster, JsonPointer.ROOT);
    String none = "none of " + known + " known products of " + category.title();
    List<Reading> where =
        readings.isEmpty()
            ? List.of(new Reading(cluster, JsonPointer.ROOT, 0, none))
            : readings.stream().limit(10).toList();
    for (String component : List.of("found", "products", "leftovers", "known")) {
      provenance.read(component, where);
    }
    return provenance;
  }

  /// Why nobody can say that there is none; empty where there is none.
  private Optional<Cause> gap(Category category, long known) {
    if (found.gap().isPresent()) {
      return found.gap();
    }
    boolean none =
        found.doing(category.id()).stream().anyMatch(Finding::isInstalled)
            || switch (category.outside()) {
              case NO -> true;
              case NODES -> sealedNodes;
              case ANYWHERE -> false;
            };
    String where =
        category.outside() == Category.Outside.NODES
            ? "; one on the nodes themselves or of the provider would not show. "
            : "; one outside the cluster would not show. ";
    String detail =
        "none of "
            + known
            + " known products of "
            + category.title()
            + " runs in the cluster"
            + where;
    return none
        ? Optional.empty()
        : Optional.of(new Cause(Cause.Code.NOT_CAPTURED, detail + category.ask()));
  }
}
