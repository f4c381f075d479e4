package org.safeguard.tools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.model.fact.BackupSchedule;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.ClusterNetwork;
import org.safeguard.model.fact.Fact;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.LogOutput;
import org.safeguard.model.fact.MeshProtection;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.objects.AddedFacts;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.FactSource;

/// Products found in a cluster by evidence, service meshes and backups among them, and what their
/// objects say.
public final class ToolFacts implements FactSource {

  private static final Products TABLE = Products.table();

  @Override
  public AddedFacts facts(Snapshot snapshot, ClusterObjects objects, Facts known) {
    return new Run(new Captured(snapshot, objects, known)).all();
  }

  /// The facts of one snapshot as they come in.
  private static final class Run {

    private static final Cause NO_EVENTS =
        new Cause(
            Cause.Code.NOT_CAPTURED,
            "no events of runtime detection were supplied; supply its output as JSON lines");

    private static final Cause NO_PLUGIN =
        new Cause(
            Cause.Code.PROVIDER_MANAGED,
            "no known network plugin was found; ask which one connects the pods, whether it enforces"
                + " network policies, and whether it encrypts between nodes");

    private final Captured captured;
    private final ToolSearch.Result found;
    private final Pods pods;
    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, Cause> gaps = new HashMap<>();

    private Run(Captured captured) {
      this.captured = captured;
      this.found = ToolSearch.in(captured, TABLE);
      this.pods = new Pods(captured.objects());
    }

    private AddedFacts all() {
      tools();
      meshes();
      backups();
      certificates();
      reports();
      delivery();
      logs();
      alerts();
      add("RuntimeEvents", new EventFacts(captured).facts(), Optional.of(NO_EVENTS));
      return new AddedFacts(facts, gaps);
    }

    private void tools() {
      ToolView view = new ToolView(captured, pods, found.gap());
      List<ClusterNetwork> networks = new NetworkPlugins(captured, found).facts();
      add("Tool", found.findings().stream().map(view::of).toList(), Optional.empty());
      found.gap().ifPresent(cause -> gaps.put("Tool", cause));
      facts.add(new Presence(captured, TABLE, found, networks, view.nodesAreSealed()).fact());
      add("ClusterNetwork", networks, Optional.of(found.gap().orElse(NO_PLUGIN)));
    }

    private void meshes() {
      MeshFacts meshes = new MeshFacts(captured, found, pods);
      List<MeshProtection> protections = meshes.facts();
      facts.addAll(protections);
      meshes.gap(protections).ifPresent(cause -> gaps.put("MeshProtection", cause));
      String root = MeshFacts.root(captured, found);
      objects(
          "MeshPolicy", new MeshPolicyFacts(captured, root).facts(), "mesh", MeshPolicyFacts.TYPES);
    }

    private void backups() {
      List<BackupSchedule> schedules = new BackupFacts(captured).facts();
      objects("BackupSchedule", schedules, "backup", BackupFacts.TYPES);
      objects("BackupLocation", new BackupPlaces(captured).facts(), "backup", BackupPlaces.TYPES);
      Optional<Cause> elsewhere =
          Optional.ofNullable(gaps.get("BackupSchedule")).or(this::noBackup);
      add(
          "BackupCoverage",
          new BackupCovers(captured, schedules, elsewhere).facts(),
          captured.gap(BackupCovers.CLAIM));
    }

    /// Without a product of its own, a cluster may be backed up from outside.
    private Optional<Cause> noBackup() {
      boolean own = found.doing("backup").stream().anyMatch(Finding::isStrong);
      return own
          ? Optional.empty()
          : Optional.of(
              new Cause(
                  Cause.Code.NOT_CAPTURED,
                  "no backup product runs in the cluster; ask whether a service outside it backs"
                      + " up these volumes, and when a restore was last tried"));
    }

    private void certificates() {
      CertificateFacts certificates = new CertificateFacts(captured);
      objects(
          "Certificate",
          certificates.facts(),
          "certificate-manager",
          List.of(CertificateFacts.CERTIFICATE));
      objects(
          "CertificateIssuer",
          certificates.issuers(),
          "certificate-manager",
          CertificateFacts.ISSUERS);
    }

    private void reports() {
      ReportFacts reports = new ReportFacts(captured);
      objects("ScanReport", reports.scans(), "image-scanner", ReportFacts.SCANS);
      objects("PolicyReport", reports.policies(), "policy-engine", ReportFacts.POLICIES);
    }

    private void delivery() {
      objects("Delivery", new DeliveryFacts(captured).facts(), "gitops", DeliveryFacts.TYPES);
      objects(
          "Pipeline", new PipelineFacts(captured, found).facts(), "pipeline", PipelineFacts.TYPES);
    }

    private void logs() {
      LogFacts logs = new LogFacts(captured, found);
      List<LogOutput> outputs = logs.outputs();
      add("LogOutput", outputs, logs.gap(outputs).or(found::gap));
      add("LogExclusion", logs.exclusions(), captured.objects().workloadGap());
    }

    private void alerts() {
      AlertFacts alerts = new AlertFacts(captured);
      boolean manager = found.runs("Prometheus Alertmanager");
      add(
          "AlertRoute",
          alerts.routes(),
          (manager ? Optional.of(AlertFacts.inSecret()) : Optional.<Cause>empty()).or(found::gap));
      objects("AlertRules", alerts.rules(), "monitoring", AlertFacts.RULES);
    }

    /// Adds facts, and why there may be some where there are none.
    private void add(String kind, List<? extends Fact> made, Optional<Cause> gap) {
      facts.addAll(made);
      if (made.isEmpty()) {
        gap.ifPresent(cause -> gaps.put(kind, cause));
      }
    }

    /// Adds facts made of custom resources. Where no product of the category shows in a cluster
    /// whose workloads are all known, nobody uses such resources, and a list that nobody asked for
    /// is no gap; one that was refused always is.
    private void objects(
        String kind, List<? extends Fact> made, String category, List<String> types) {
      facts.addAll(made);
      boolean unused = found.doing(category).isEmpty() && found.gap().isEmpty();
      captured.gap(!made.isEmpty() || unused, types).ifPresent(cause -> gaps.put(kind, cause));
    }
  }
}
