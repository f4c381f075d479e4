package org.safeguard.reporting;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.risk.EvidenceState;
import org.safeguard.model.rule.Citation;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.rule.Strength;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Skipped;
import org.safeguard.model.verdict.Status;

/// The words of the workbook for the values of the model.
final class Words {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Words() {}

  static String day(Instant time) {
    return DAY.format(time);
  }

  static String minute(Instant time) {
    return MINUTE.format(time);
  }

  static String second(Instant time) {
    return SECOND.format(time);
  }

  /// An HTTP status for people; 0 when there was no answer.
  static String answer(int status) {
    return switch (status) {
      case 0 -> "no answer";
      case 200 -> "answered (200)";
      case 401 -> "login refused (401)";
      case 403 -> "access refused (403)";
      case 404 -> "not served (404)";
      case 410 -> "expired (410)";
      case 429 -> "too many requests (429)";
      default -> "status " + status;
    };
  }

  static String number(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /// `1 risk`, `2 risks`, `1,000 risks`.
  static String count(long number, String one, String many) {
    return number(number) + " " + (number == 1 ? one : many);
  }

  static String orElse(String text, String other) {
    return text.isBlank() ? other : text;
  }

  /// The first `most` lines, then how many more there are.
  static String lines(List<String> lines, int most) {
    if (lines.size() <= most) {
      return String.join("\n", lines);
    }
    return String.join("\n", lines.subList(0, most))
        + "\nand "
        + number(lines.size() - most)
        + " more";
  }

  static String of(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "Critical";
      case HIGH -> "High";
      case MEDIUM -> "Medium";
      case LOW -> "Low";
      case INFO -> "Info";
    };
  }

  static String of(Status status) {
    return switch (status) {
      case PASSED -> "Passed";
      case FAILED -> "Failed";
      case NOT_APPLICABLE -> "Not applicable";
      case NOT_ASSESSED -> "Not assessed";
    };
  }

  static String of(EvidenceState state) {
    return switch (state) {
      case SUPPORTED -> "Supported";
      case CONTRADICTED -> "Contradicted";
      case ATTESTATION_NEEDED -> "Attestation needed";
      case NOT_ASSESSED -> "Not assessed";
    };
  }

  static String of(Strength strength) {
    return switch (strength) {
      case DIRECT -> "Direct";
      case SUPPORTING -> "Supporting";
    };
  }

  static String of(Citation.Observability observability) {
    return switch (observability) {
      case DIRECT -> "Direct evidence of the technical part";
      case PARTIAL -> "Partial or supporting evidence";
      case ATTESTATION -> "Nothing: attestation or documents";
    };
  }

  static String of(Coverage coverage) {
    return switch (coverage) {
      case CAPTURED -> "Captured";
      case FORBIDDEN -> "Forbidden";
      case ABSENT -> "Absent";
      case PARTIAL -> "Partial";
      case FAILED -> "Failed";
      case UNKNOWN -> "Unknown";
    };
  }

  static String of(Skipped.Kind kind) {
    return switch (kind) {
      case NOT_KUBERNETES -> "Not Kubernetes";
      case OTHER_FILE -> "Other file";
      case DUPLICATE -> "Duplicate";
      case CONFLICT -> "Conflict";
      case UNREADABLE -> "Unreadable";
    };
  }

  static String of(Cause.Code code) {
    return switch (code) {
      case NOT_CAPTURED -> "Not captured";
      case FORBIDDEN -> "Access refused";
      case ABSENT -> "Not served by the cluster";
      case REDACTED -> "Value withheld";
      case PROVIDER_MANAGED -> "Run by the provider";
      case UNRESOLVED -> "Referenced object missing";
      case MALFORMED -> "Value not readable";
      case EXPRESSION_ERROR -> "Rule could not be evaluated";
    };
  }

  /// What would settle a gap of this sort, in one sentence.
  static String remedy(Cause.Code code) {
    return switch (code) {
      case NOT_CAPTURED ->
          "The source holds nothing of this type. Capture it from the cluster and assess again.";
      case FORBIDDEN ->
          "The account that captured may not list this type. Grant it read access and capture again.";
      case ABSENT ->
          "The cluster does not serve this type. Confirm in writing that no other measure is used.";
      case REDACTED ->
          "Somebody removed the value before it reached us. Ask for the value or a written statement.";
      case PROVIDER_MANAGED ->
          "The provider runs this part. Ask for the provider's report or configuration evidence.";
      case UNRESOLVED ->
          "An object that is referred to is not in the snapshot. Add it to the capture.";
      case MALFORMED ->
          "Kubernetes would refuse this value. Correct the manifest or capture the running object.";
      case EXPRESSION_ERROR ->
          "A fault of the rule, not of the cluster. Report it with the rule id, and check by hand.";
    };
  }
}
