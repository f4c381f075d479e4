package org.safeguard.reporting;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.risk.CitationState;
import org.safeguard.model.risk.Risk;
import org.safeguard.model.risk.SafeguardDetermination;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.rule.Support;
import org.safeguard.model.snapshot.CapturedList;
import org.safeguard.model.snapshot.Redaction;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.verdict.Outcome;
import org.safeguard.model.verdict.ProposedValue;
import org.safeguard.model.verdict.Verdict;

/// An assessment as JSON for scripts and CI systems: schema `safeguard-results/1`, which only
/// ever grows.
///
/// Statuses, states, severities and levels are the upper-case names of the model. `cause` is null
/// but for `NOT_ASSESSED`, where `message` says what is missing. A `line` of 0 means no line.
public final class ResultJson {

  /// The version of the schema.
  public static final String SCHEMA = "safeguard-results/1";

  private final JsonMembers members;
  private final JsonGenerator json;

  private ResultJson(JsonMembers members) {
    this.members = members;
    this.json = members.json();
  }

  /// Writes UTF-8, indented, in the order of the assessment. The stream stays open.
  ///
  /// @throws IOException when the stream refuses
  public static void write(Assessment assessment, OutputStream out) throws IOException {
    JsonMembers.document(out, members -> new ResultJson(members).assessment(assessment));
  }

  private void assessment(Assessment assessment) throws IOException {
    json.writeStringField("schema", SCHEMA);
    json.writeObjectFieldStart("tool");
    json.writeStringField("version", assessment.toolVersion());
    json.writeEndObject();
    json.writeStringField("id", assessment.id());
    json.writeStringField("assessedAt", assessment.assessedAt().toString());
    members.array("packs", assessment.packs(), this::pack);
    members.array("snapshots", assessment.snapshots(), this::snapshot);
    members.array("verdicts", assessment.verdicts(), this::verdict);
    members.array("safeguards", assessment.safeguards(), this::safeguard);
    members.array("citations", assessment.citations(), this::citation);
    members.array("risks", assessment.risks(), this::risk);
  }

  private void pack(Pack pack) throws IOException {
    members.pack(pack.id(), pack.version(), pack.sha256());
  }

  private void snapshot(Snapshot snapshot) throws IOException {
    json.writeStringField("id", snapshot.id());
    json.writeStringField("source", snapshot.source());
    json.writeStringField("format", snapshot.format());
    json.writeStringField(
        "capturedAt", snapshot.capturedAt() == null ? null : snapshot.capturedAt().toString());
    json.writeStringField("kubernetesVersion", snapshot.kubernetesVersion());
    Map<String, Integer> objects = new TreeMap<>();
    for (TypeCoverage coverage : snapshot.coverage()) {
      if (coverage.count() > 0) {
        objects.merge(coverage.type().kind(), coverage.count(), Integer::sum);
      }
    }
    json.writeObjectFieldStart("objects");
    for (Map.Entry<String, Integer> entry : objects.entrySet()) {
      json.writeNumberField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
    members.array("coverage", snapshot.coverage(), this::coverage);
    json.writeStringField("cluster", snapshot.cluster());
    members.array("lists", snapshot.record().lists(), this::list);
    json.writeNumberField("requests", snapshot.record().requests().size());
    members.array("redactions", snapshot.record().redactions(), this::redaction);
  }

  private void list(CapturedList list) throws IOException {
    json.writeStringField("type", list.type().toString());
    json.writeStringField("path", list.path());
    json.writeStringField("resourceVersion", list.resourceVersion());
    json.writeStringField("startedAt", Objects.toString(list.startedAt(), null));
    json.writeStringField("endedAt", Objects.toString(list.endedAt(), null));
    json.writeNumberField("pages", list.pages());
    json.writeNumberField("objects", list.objects());
    json.writeNumberField("status", list.status());
    json.writeBooleanField("consistent", list.consistent());
  }

  private void redaction(Redaction redaction) throws IOException {
    json.writeStringField("type", redaction.type().toString());
    json.writeStringField("path", redaction.path());
    json.writeStringField("reason", redaction.reason());
    json.writeBooleanField("kept", redaction.kept());
    json.writeNumberField("count", redaction.count());
  }

  private void coverage(TypeCoverage coverage) throws IOException {
    json.writeStringField("type", coverage.type().toString());
    json.writeStringField("state", coverage.state().name());
    json.writeStringField("cause", coverage.cause());
  }

  private void verdict(Verdict verdict) throws IOException {
    json.writeStringField("id", verdict.id());
    json.writeStringField("rule", verdict.rule().id());
    json.writeStringField("title", verdict.rule().title());
    json.writeStringField("status", verdict.status().name());
    json.writeStringField(
        "cause",
        verdict.outcome() instanceof Outcome.NotAssessed(Cause cause) ? cause.code().name() : null);
    json.writeStringField("severity", verdict.rule().severity().name());
    members.subject(verdict.subject());
    json.writeStringField("message", ResultCsv.message(verdict.outcome()));
    members.array("evidence", verdict.evidence(), members::evidence);
    members.array(
        "fix",
        verdict.outcome() instanceof Outcome.Failed failed ? failed.fix() : List.of(),
        this::fix);
    members.texts(
        "safeguards", verdict.rule().supports().stream().map(Support::safeguard).toList());
  }

  private void fix(ProposedValue value) throws IOException {
    json.writeStringField("pointer", value.pointer());
    json.writeStringField("value", value.value());
  }

  private void safeguard(SafeguardDetermination said) throws IOException {
    json.writeStringField("id", said.safeguard().id());
    json.writeStringField("title", said.safeguard().statement());
    json.writeStringField("determination", said.state().name());
    json.writeNumberField("passed", said.passed());
    json.writeNumberField("failed", said.failed());
    json.writeNumberField("notAssessed", said.notAssessed());
  }

  private void citation(CitationState state) throws IOException {
    json.writeStringField("citation", state.citation().id());
    json.writeStringField("title", state.citation().title());
    json.writeStringField("type", state.citation().type());
    json.writeStringField("state", state.state().name());
  }

  private void risk(Risk risk) throws IOException {
    json.writeStringField("id", risk.id());
    json.writeStringField("title", risk.title());
    json.writeStringField("likelihood", risk.likelihood().name());
    json.writeStringField("impact", risk.impact().level().name());
    json.writeStringField("level", risk.level().name());
    members.texts("assets", risk.assets());
    json.writeNumberField("findings", risk.findings().size());
  }
}
