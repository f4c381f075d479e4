package org.safeguard.reporting;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.safeguard.comparison.AssessmentChanges;
import org.safeguard.comparison.AssessmentName;
import org.safeguard.comparison.CannotTell;
import org.safeguard.comparison.ChangedObject;
import org.safeguard.comparison.CoverageChange;
import org.safeguard.comparison.ObjectChanges;
import org.safeguard.comparison.PackName;
import org.safeguard.comparison.RiskMove;
import org.safeguard.comparison.RuleChange;
import org.safeguard.comparison.SeverityChange;
import org.safeguard.comparison.SnapshotName;
import org.safeguard.comparison.TypeChanges;
import org.safeguard.comparison.VerdictMove;
import org.safeguard.model.risk.Risk;
import org.safeguard.model.snapshot.ResourceKey;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.verdict.Verdict;

/// A comparison as JSON for scripts and CI systems: schema `safeguard-comparison/1`, which only
/// ever grows. `docs/comparison.md` describes it.
///
/// What was not compared is null: `objects` where no objects were at hand, `assessments` where
/// nothing was judged.
public final class CompareJson {

  /// The version of the schema.
  public static final String SCHEMA = "safeguard-comparison/1";

  private final JsonMembers members;
  private final JsonGenerator json;

  private CompareJson(JsonMembers members) {
    this.members = members;
    this.json = members.json();
  }

  /// Writes UTF-8, indented, in the order of the comparison. The stream stays open.
  ///
  /// @param verdicts null when nothing was judged
  /// @param objects null when the objects of one side were not at hand
  /// @throws IOException when the stream refuses
  public static void write(
      @Nullable AssessmentChanges verdicts, @Nullable ObjectChanges objects, OutputStream out)
      throws IOException {
    JsonMembers.document(out, members -> new CompareJson(members).comparison(verdicts, objects));
  }

  private void comparison(@Nullable AssessmentChanges verdicts, @Nullable ObjectChanges objects)
      throws IOException {
    json.writeStringField("schema", SCHEMA);
    members.object("objects", objects, this::objects);
    members.object("assessments", verdicts, this::assessments);
  }

  private void objects(ObjectChanges changes) throws IOException {
    members.object("before", changes.before(), this::snapshot);
    members.object("after", changes.after(), this::snapshot);
    json.writeNumberField("unchanged", changes.unchanged());
    members.array("types", changes.types(), this::type);
    members.array("appeared", changes.appeared(), this::key);
    members.array("gone", changes.gone(), this::key);
    members.array("changed", changes.changed(), this::changed);
    members.array("cannotTell", changes.cannotTell(), this::cannotTell);
    members.texts("leftOut", changes.leftOut());
  }

  private void snapshot(SnapshotName name) throws IOException {
    json.writeStringField("id", name.id());
    json.writeStringField("source", name.source());
    json.writeStringField("format", name.format());
    json.writeStringField("cluster", name.cluster());
    json.writeStringField("capturedAt", Objects.toString(name.capturedAt(), null));
    json.writeStringField("kubernetesVersion", name.kubernetesVersion());
    json.writeNumberField("objects", name.objects());
  }

  private void type(TypeChanges changes) throws IOException {
    json.writeStringField("type", changes.type().toString());
    json.writeNumberField("appeared", changes.appeared());
    json.writeNumberField("gone", changes.gone());
    json.writeNumberField("changed", changes.changed());
    json.writeNumberField("unchanged", changes.unchanged());
  }

  private void key(ResourceKey key) throws IOException {
    json.writeStringField("group", key.group());
    json.writeStringField("kind", key.kind());
    json.writeStringField("namespace", key.namespace());
    json.writeStringField("name", key.name());
  }

  private void changed(ChangedObject changed) throws IOException {
    key(changed.key());
    members.texts("pointers", changed.pointers());
    json.writeNumberField("differences", changed.differences());
  }

  private void cannotTell(CannotTell type) throws IOException {
    json.writeStringField("type", type.type().toString());
    members.object("before", type.before(), this::coverage);
    members.object("after", type.after(), this::coverage);
    members.array("onlyBefore", type.onlyBefore(), this::key);
    members.array("onlyAfter", type.onlyAfter(), this::key);
  }

  private void coverage(TypeCoverage coverage) throws IOException {
    json.writeStringField("state", coverage.state().name());
    json.writeStringField("cause", coverage.cause());
  }

  private void assessments(AssessmentChanges changes) throws IOException {
    members.object("before", changes.before(), this::assessment);
    members.object("after", changes.after(), this::assessment);
    json.writeBooleanField("objectsKnown", changes.objectsKnown());
    json.writeBooleanField("scopeChanged", changes.scopeChanged());
    counts("movesByCause", changes.movesByCause());
    members.array("severities", changes.severities(), this::severity);
    members.array("rules", changes.rules(), this::rule);
    members.array("coverage", changes.coverage(), this::coverageChange);
    json.writeNumberField("unchanged", changes.unchanged());
    members.array("moves", changes.moves(), this::move);
    json.writeNumberField("unchangedRisks", changes.unchangedRisks());
    members.array("risks", changes.risks(), this::risk);
  }

  private void assessment(AssessmentName name) throws IOException {
    json.writeStringField("id", name.id());
    json.writeStringField("toolVersion", name.toolVersion());
    json.writeStringField("assessedAt", name.assessedAt().toString());
    members.array("packs", name.packs(), this::pack);
    members.array("snapshots", name.snapshots(), this::snapshot);
    counts("verdicts", name.verdicts());
  }

  private void pack(PackName pack) throws IOException {
    members.pack(pack.id(), pack.version(), pack.sha256());
  }

  private void severity(SeverityChange change) throws IOException {
    json.writeStringField("severity", change.severity().name());
    json.writeNumberField("before", change.before());
    json.writeNumberField("after", change.after());
    json.writeNumberField("appeared", change.appeared());
    json.writeNumberField("resolved", change.resolved());
  }

  private void rule(RuleChange change) throws IOException {
    json.writeStringField("rule", change.rule());
    json.writeStringField("title", change.title());
    json.writeStringField("change", change.kind().name());
  }

  private void coverageChange(CoverageChange change) throws IOException {
    json.writeStringField("type", change.type().toString());
    members.object("before", change.before(), this::coverage);
    members.object("after", change.after(), this::coverage);
  }

  private void move(VerdictMove move) throws IOException {
    json.writeStringField("rule", move.rule().id());
    json.writeStringField("title", move.rule().title());
    json.writeStringField("change", move.kind().name());
    members.texts("causes", move.causes());
    members.subject(move.subject());
    members.object("before", move.before(), this::verdict);
    members.object("after", move.after(), this::verdict);
  }

  private void verdict(Verdict verdict) throws IOException {
    json.writeStringField("id", verdict.id());
    json.writeStringField("name", verdict.subject().object().name());
    json.writeStringField("status", verdict.status().name());
    json.writeStringField("severity", verdict.rule().severity().name());
    json.writeStringField("message", ResultCsv.message(verdict.outcome()));
    members.array("evidence", verdict.evidence(), members::evidence);
  }

  private void risk(RiskMove move) throws IOException {
    json.writeStringField("id", move.latest().id());
    json.writeStringField("title", move.latest().title());
    json.writeStringField("change", move.kind().name());
    members.object("before", move.before(), this::rating);
    members.object("after", move.after(), this::rating);
  }

  private void rating(Risk risk) throws IOException {
    json.writeStringField("likelihood", risk.likelihood().name());
    json.writeStringField("impact", risk.impact().level().name());
    json.writeStringField("level", risk.level().name());
    json.writeNumberField("findings", risk.findings().size());
  }

  private void counts(String name, Map<? extends Enum<?>, Integer> counts) throws IOException {
    json.writeObjectFieldStart(name);
    Map<Integer, Enum<?>> inOrder = new TreeMap<>();
    counts.keySet().forEach(constant -> inOrder.put(constant.ordinal(), constant));
    for (Enum<?> constant : inOrder.values()) {
      json.writeNumberField(constant.name(), Objects.requireNonNull(counts.get(constant)));
    }
    json.writeEndObject();
  }
}
