package org.safeguard.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.safeguard.bundle.Bundle;
import org.safeguard.charts.HelmCharts;
import org.safeguard.engagement.EngagementFile;
import org.safeguard.kubernetes.Inventory;
import org.safeguard.kubernetes.KubernetesFacts;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.risk.Asset;
import org.safeguard.model.risk.Scope;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.model.verdict.Verdict;
import org.safeguard.redaction.Profile;
import org.safeguard.remediation.Remediation;
import org.safeguard.remediation.RemediationPlan;
import org.safeguard.risk.Judged;
import org.safeguard.risk.Judgement;
import org.safeguard.risk.ScopeFile;
import org.safeguard.rules.CaseResult;
import org.safeguard.rules.PackException;
import org.safeguard.rules.PackTester;
import org.safeguard.rules.RuleEngine;
import org.safeguard.snapshot.SnapshotReader;
import org.safeguard.snapshot.Source;

/// What the tool does, for whoever shows it. Stateless; safe to share between threads.
public final class Workbench {

  private final Clock clock;
  private final String version;
  private final PackCatalogue packs = new PackCatalogue();

  /// @param clock tells when an assessment ran
  /// @param version of this tool, for results
  public Workbench(Clock clock, String version) {
    this.clock = clock;
    this.version = version;
  }

  /// The version of this tool.
  public String version() {
    return version;
  }

  /// The packs at hand.
  public PackCatalogue packs() {
    return packs;
  }

  /// Live clusters.
  public Captures captures() {
    return new Captures(clock, version);
  }

  /// Who may connect to whom.
  public Networks networks() {
    return new Networks(this);
  }

  /// Who may do what.
  public AccessReviews access() {
    return new AccessReviews(this);
  }

  /// Reads sources without judging them, so that a person can look at what is there.
  ///
  /// @throws UnreadableInputException when one cannot be read
  public List<Snapshot> read(List<Source> sources, Progress progress)
      throws UnreadableInputException {
    List<Snapshot> snapshots = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      Progress part = progress.part((double) i / sources.size(), (double) (i + 1) / sources.size());
      snapshots.add(reader(Profile.STANDARD).read(sources.get(i), part));
    }
    return List.copyOf(snapshots);
  }

  /// Reads the sources, judges them, and writes what the request asks for. The documents appear
  /// together when all is done; a kept run is one transaction.
  ///
  /// @throws UnreadableInputException when a source, the scope file or the engagement file cannot
  ///     be read
  /// @throws PackException when a pack has problems
  /// @throws UnknownPackException when a pack is not to be found
  /// @throws IOException when a result cannot be written
  public Assessment assess(AssessmentRequest request, Progress progress)
      throws UnreadableInputException, PackException, UnknownPackException, IOException {
    return assess(request, sources -> read(request.sources(), sources), progress);
  }

  /// Judges what [#read] has read of the request's sources.
  ///
  /// @throws UnreadableInputException when the scope file or the engagement file cannot be read
  /// @throws PackException when a pack has problems
  /// @throws UnknownPackException when a pack is not to be found
  /// @throws IOException when a result cannot be written
  public Assessment assess(AssessmentRequest request, List<Snapshot> read, Progress progress)
      throws UnreadableInputException, PackException, UnknownPackException, IOException {
    return assess(request, sources -> read, progress);
  }

  private Assessment assess(AssessmentRequest request, Reading reading, Progress progress)
      throws UnreadableInputException, PackException, UnknownPackException, IOException {
    Scope scope = request.scope() == null ? Scope.NONE : ScopeFile.read(request.scope());
    try (Results results = Results.open(request)) {
      Assessment assessment = judge(request, reading, scope, progress.part(0, 0.7));
      results.write(assessment, progress.part(0.7, 1));
      progress.report("Done", 1);
      return assessment;
    }
  }

  private Assessment judge(
      AssessmentRequest request, Reading reading, Scope scope, Progress progress)
      throws UnreadableInputException, PackException, UnknownPackException {
    try (Alongside<Prepared> rules = Alongside.start(() -> prepare(request.packs()))) {
      List<Snapshot> snapshots = reading.snapshots(progress.part(0, 0.6));
      progress.report("Deriving facts", 0.6);
      Snapshot union = SnapshotUnion.of(snapshots, request.kubernetesVersion());
      Facts facts = KubernetesFacts.of(union, scope);
      Prepared prepared = rules.result(PackException.class, UnknownPackException.class);
      List<Verdict> verdicts = prepared.engine().evaluate(facts, progress.part(0.65, 0.95));
      progress.report("Rolling findings up into risks", 0.95);
      List<Asset> assets = Inventory.of(facts, scope);
      Judged judged = Judgement.judge(prepared.packs(), verdicts, assets);
      return new Assessment(
          AssessmentId.of(snapshots, prepared.packs(), scope, request.kubernetesVersion()),
          version,
          clock.instant(),
          scope,
          prepared.packs(),
          snapshots,
          assets,
          verdicts,
          judged.safeguards(),
          judged.citations(),
          judged.risks());
    }
  }

  private Prepared prepare(List<String> named) throws PackException, UnknownPackException {
    List<Pack> loaded = packs.loadAll(named);
    return new Prepared(loaded, new RuleEngine(loaded));
  }

  private static SnapshotReader reader(Profile profile) {
    return new SnapshotReader(new HelmCharts(), profile);
  }

  /// Runs the tests of a pack.
  ///
  /// @throws PackException when the pack itself has problems
  public List<CaseResult> test(Path packDirectory) throws PackException {
    return new PackTester(KubernetesFacts::of).test(packDirectory);
  }

  /// Turns a source into a bundle, with standard redaction.
  ///
  /// @throws UnreadableInputException when the source cannot be read
  /// @throws IOException when the bundle cannot be written
  public Snapshot bundle(Source source, Path out, Progress progress)
      throws UnreadableInputException, IOException {
    return bundle(source, out, Profile.STANDARD, progress);
  }

  /// Turns a source into a bundle, with hashes and coverage.
  ///
  /// @param profile what is taken out of the objects
  /// @throws UnreadableInputException when the source cannot be read
  /// @throws IOException when the bundle cannot be written
  public Snapshot bundle(Source source, Path out, Profile profile, Progress progress)
      throws UnreadableInputException, IOException {
    Destination.check(out);
    Snapshot snapshot = reader(profile).read(source, progress);
    Destination.writing(out, () -> Bundle.write(snapshot, out, version));
    return snapshot;
  }

  /// Compares two captures, engagements or result files.
  ///
  /// @throws UnreadableInputException when one cannot be read, or holds nothing to compare
  /// @throws PackException when a pack has problems
  /// @throws UnknownPackException when a pack is not to be found
  public Compared compare(ComparisonRequest request, Progress progress)
      throws UnreadableInputException, PackException, UnknownPackException, IOException {
    return new Comparisons(this).compare(request, progress);
  }

  /// Says what Pod Security admission would let in.
  ///
  /// @throws UnreadableInputException when a source cannot be read
  public PodSecurityReport podSecurity(PodSecurityRequest request, Progress progress)
      throws UnreadableInputException {
    return new PodSecurityReview(reader(Profile.STANDARD).keepingCopies())
        .review(request, progress);
  }

  /// Makes an empty engagement file.
  ///
  /// @throws UnreadableInputException when there is a file already or it cannot be made
  public void createEngagement(Path file) throws UnreadableInputException {
    EngagementFile.create(file).close();
  }

  /// Opens an engagement file; the caller closes it.
  ///
  /// @throws UnreadableInputException when it is no engagement file, or damaged
  public OpenEngagement open(Path file) throws UnreadableInputException {
    return new OpenEngagement(file, EngagementFile.open(file));
  }

  /// Writes the latest run of an engagement as a document.
  ///
  /// @throws UnreadableInputException when the engagement cannot be read or holds no run
  /// @throws IOException when the document cannot be written
  public void export(Path engagement, ExportFormat format, Path out, Progress progress)
      throws UnreadableInputException, IOException {
    Destination.check(out);
    try (OpenEngagement open = open(engagement)) {
      Assessment latest = open.latest();
      Destination.writing(out, () -> format.write(latest, out, progress));
    }
  }

  /// Writes what to do about the findings of the latest run: into a new folder, or into an archive
  /// where the name ends in `.zip`.
  ///
  /// @throws UnreadableInputException when the engagement cannot be read or holds no run
  /// @throws IOException when it cannot be written, or the folder is there already
  public void exportRemediation(Path engagement, Path out, Progress progress)
      throws UnreadableInputException, IOException {
    RemediationFiles.check(out);
    try (OpenEngagement open = open(engagement)) {
      Assessment latest = open.latest();
      Snapshot union = SnapshotUnion.of(open.latestSnapshots(progress.part(0, 0.5)), null);
      progress.report("Writing what to do", 0.5);
      Facts facts = KubernetesFacts.of(union, latest.scope());
      RemediationPlan plan = Remediation.plan(latest.verdicts(), facts, union);
      Destination.writing(out, () -> RemediationFiles.write(plan, out));
      progress.report("Done", 1);
    }
  }

  /// Where the snapshots of an assessment come from.
  @FunctionalInterface
  private interface Reading {
    List<Snapshot> snapshots(Progress progress) throws UnreadableInputException;
  }

  /// Packs and the engine that runs them.
  private record Prepared(List<Pack> packs, RuleEngine engine) {}
}
