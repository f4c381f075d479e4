package org.safeguard.redaction;

import java.util.regex.Pattern;

/// Tells text that looks like data of patients: HL7 v2 messages, FHIR patients, DICOM patient tags,
/// and numbers of the form of a Social Security number.
final class HealthData {

  private static final Pattern FHIR =
      Pattern.compile("[\"']?resourceType[\"']?\\s*:\\s*[\"']?Patient\\b");

  /// The values of a patient's name, number or birth date in DICOM JSON or in a dump.
  private static final Pattern DICOM =
      Pattern.compile(
          "\\(0010,00[123]0\\)\\s*[A-Z]{2}\\s*\\[|\"001000[123]0\"\\s*:\\s*\\{\\s*\"(vr|Value)\"");

  private static final Pattern SSN =
      Pattern.compile(
          "(?<![\\w.+/=-])(?!000|666|9)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}(?![\\w+/=-])");

  private HealthData() {}

  static boolean in(String text) {
    return Hints.in(text)
        && (text.contains("MSH|^~\\&")
            || text.contains("resourceType") && FHIR.matcher(text).find()
            || text.contains("0010") && DICOM.matcher(text).find()
            || SSN.matcher(text).find());
  }
}
