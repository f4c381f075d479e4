package org.safeguard.desktop.text;

import org.safeguard.model.fact.Cause;
import org.safeguard.model.risk.EphiTier;
import org.safeguard.model.risk.EvidenceState;
import org.safeguard.model.risk.Level;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.rule.Strength;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Skipped;
import org.safeguard.model.verdict.Status;

/// The words for the model's enumerations.
public final class Words {

  private final Messages messages;

  public Words(Messages messages) {
    this.messages = messages;
  }

  public String of(Status status) {
    return messages.text(
        switch (status) {
          case PASSED -> "status.passed";
          case FAILED -> "status.failed";
          case NOT_APPLICABLE -> "status.not-applicable";
          case NOT_ASSESSED -> "status.not-assessed";
        });
  }

  public String of(Severity severity) {
    return messages.text(
        switch (severity) {
          case CRITICAL -> "severity.critical";
          case HIGH -> "severity.high";
          case MEDIUM -> "severity.medium";
          case LOW -> "severity.low";
          case INFO -> "severity.info";
        });
  }

  public String of(Level level) {
    return messages.text(
        switch (level) {
          case VERY_LOW -> "level.very-low";
          case LOW -> "level.low";
          case MODERATE -> "level.moderate";
          case HIGH -> "level.high";
          case VERY_HIGH -> "level.very-high";
        });
  }

  public String of(EphiTier tier) {
    return messages.text(
        switch (tier) {
          case HANDLES -> "tier.handles";
          case PLATFORM -> "tier.platform";
          case UNKNOWN -> "tier.unknown";
          case NONE -> "tier.none";
        });
  }

  public String of(EvidenceState state) {
    return messages.text(
        switch (state) {
          case SUPPORTED -> "state.supported";
          case CONTRADICTED -> "state.contradicted";
          case ATTESTATION_NEEDED -> "state.attestation-needed";
          case NOT_ASSESSED -> "state.not-assessed";
        });
  }

  public String of(Strength strength) {
    return messages.text(
        switch (strength) {
          case DIRECT -> "strength.direct";
          case SUPPORTING -> "strength.supporting";
        });
  }

  public String of(Cause.Code code) {
    return messages.text(
        switch (code) {
          case NOT_CAPTURED -> "cause.not-captured";
          case FORBIDDEN -> "cause.forbidden";
          case ABSENT -> "cause.absent";
          case REDACTED -> "cause.redacted";
          case PROVIDER_MANAGED -> "cause.provider-managed";
          case UNRESOLVED -> "cause.unresolved";
          case MALFORMED -> "cause.malformed";
          case EXPRESSION_ERROR -> "cause.expression-error";
        });
  }

  public String of(Coverage coverage) {
    return messages.text(
        switch (coverage) {
          case CAPTURED -> "coverage.captured";
          case FORBIDDEN -> "coverage.forbidden";
          case ABSENT -> "coverage.absent";
          case PARTIAL -> "coverage.partial";
          case FAILED -> "coverage.failed";
          case UNKNOWN -> "coverage.unknown";
        });
  }

  public String of(Skipped.Kind kind) {
    return messages.text(
        switch (kind) {
          case NOT_KUBERNETES -> "skipped.not-kubernetes";
          case OTHER_FILE -> "skipped.other-file";
          case DUPLICATE -> "skipped.duplicate";
          case CONFLICT -> "skipped.conflict";
          case UNREADABLE -> "skipped.unreadable";
        });
  }
}
