package org.safeguard.tools;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.safeguard.model.fact.PolicyReport;
import org.safeguard.model.fact.ScanReport;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;

/// Reports that scanners and policy engines leave in the cluster.
final class ReportFacts {

  private static final String TRIVY = ".aquasecurity.github.io";
  private static final String KUBESCAPE = ".spdx.softwarecomposition.kubescape.io";

  static final List<String> SCANS =
      List.of(
          "VulnerabilityReport" + TRIVY,
          "ClusterVulnerabilityReport" + TRIVY,
          "ConfigAuditReport" + TRIVY,
          "ClusterConfigAuditReport" + TRIVY,
          "ExposedSecretReport" + TRIVY,
          "RbacAssessmentReport" + TRIVY,
          "ClusterRbacAssessmentReport" + TRIVY,
          "InfraAssessmentReport" + TRIVY,
          "ClusterInfraAssessmentReport" + TRIVY,
          "VulnerabilityManifestSummary" + KUBESCAPE,
          "WorkloadConfigurationScanSummary" + KUBESCAPE);

  /// [Policy reports](https://github.com/kubernetes-sigs/wg-policy-prototypes) and what came after.
  static final List<String> POLICIES =
      List.of(
          "PolicyReport.wgpolicyk8s.io",
          "ClusterPolicyReport.wgpolicyk8s.io",
          "PolicyReport.reports.x-k8s.io",
          "ClusterPolicyReport.reports.x-k8s.io",
          "Report.openreports.io",
          "ClusterReport.openreports.io");

  private final Captured captured;

  ReportFacts(Captured captured) {
    this.captured = captured;
  }

  List<ScanReport> scans() {
    return SCANS.stream().flatMap(t -> captured.places(t).stream()).map(this::scan).toList();
  }

  private ScanReport scan(Place object) {
    Trace trace = new Trace(object);
    boolean trivy = object.resource().group().startsWith("aquasecurity");
    Place report = object.at("report");
    Place summary = trivy ? report.at("summary") : object.at("spec", "severities");
    Place made = object.at("metadata", "creationTimestamp");
    Place updated = report.at("updateTimestamp");
    Place time = updated.isSet() ? updated : made;
    trace.read("scanner", report.at("scanner", "name").reading());
    return new ScanReport(
        object.resource().namespace(),
        object.resource().name(),
        object.resource().kind(),
        trivy ? report.at("scanner", "name").text().orElse("Trivy") : "Kubescape",
        subject(trace, object),
        count(trace, "critical", summary, trivy),
        count(trace, "high", summary, trivy),
        count(trace, "medium", summary, trivy),
        count(trace, "low", summary, trivy),
        trace.text("createdAt", time.text(), ""),
        captured.hours(trace, "hoursOld", time.text()),
        trace.done());
  }

  private static long count(Trace trace, String severity, Place summary, boolean trivy) {
    Place place = trivy ? summary.at(severity + "Count") : summary.at(severity);
    return trace.number(
        severity, place.at("all").isSet() ? place.at("all").number() : place.number(), 0);
  }

  private static String subject(Trace trace, Place object) {
    Readings readings = new Readings(trace, "subject");
    Place artifact = object.at("report", "artifact");
    String image = readings.take(artifact.at("repository").text(), "");
    if (!image.isEmpty()) {
      String tag = readings.take(artifact.at("tag").quantity(), "");
      return readings.decide(tag.isEmpty() ? image : image + ":" + tag);
    }
    Place labels = object.at("metadata", "labels");
    String prefix =
        labels.at("trivy-operator.resource.kind").isSet()
            ? "trivy-operator.resource."
            : "kubescape.io/workload-";
    String kind = labels.at(prefix + "kind").text().orElse("");
    String name = labels.at(prefix + "name").text().orElse("");
    return readings.decide(kind.isEmpty() ? name : kind + "/" + name);
  }

  List<PolicyReport> policies() {
    return POLICIES.stream().flatMap(t -> captured.places(t).stream()).map(this::policy).toList();
  }

  private PolicyReport policy(Place object) {
    Trace trace = new Trace(object);
    Place summary = object.at("summary");
    Set<String> sources = new LinkedHashSet<>();
    Set<String> failing = new LinkedHashSet<>();
    results(trace, object, sources, failing);
    Place scope = object.at("scope");
    trace.read("subject", scope.reading());
    String subject =
        scope.isSet()
            ? scope.at("kind").text().orElse("") + "/" + scope.at("name").text().orElse("")
            : "";
    return new PolicyReport(
        object.resource().namespace(),
        object.resource().name(),
        object.resource().kind(),
        List.copyOf(sources),
        subject,
        trace.number("passed", summary.at("pass").number(), 0),
        failures(trace, summary, failing),
        trace.number("warnings", summary.at("warn").number(), 0),
        trace.number("errors", summary.at("error").number(), 0),
        trace.number("skipped", summary.at("skip").number(), 0),
        List.copyOf(failing),
        trace.done());
  }

  /// The summary, or the results where there is none.
  private static long failures(Trace trace, Place summary, Set<String> failing) {
    Place fail = summary.at("fail");
    if (fail.isSet()) {
      return trace.number("failed", fail.number(), 0);
    }
    trace.read("failed", trace.done().readings("failing"));
    return failing.size();
  }

  private static void results(Trace trace, Place object, Set<String> sources, Set<String> failing) {
    Readings from = new Readings(trace, "sources");
    Readings fails = new Readings(trace, "failing");
    List<Place> results = new ArrayList<>(fails.take(object.at("results").objects(), List.of()));
    from.see(object.at("results"));
    for (Place result : results) {
      String source = result.at("source").text().orElse("");
      if (!source.isEmpty()) {
        sources.add(source);
      }
      Place verdict = result.at("result").isSet() ? result.at("result") : result.at("status");
      if (verdict.text().orElse("").equals("fail")) {
        String rule = result.at("rule").text().orElse("");
        String policy = result.at("policy").text().orElse("");
        failing.add(rule.isEmpty() ? policy : policy + "/" + rule);
        fails.see(verdict);
      }
    }
    from.decide("");
    fails.decide("");
  }
}
