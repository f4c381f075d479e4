package org.safeguard.reporting;

import java.util.ArrayList;
import java.util.List;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.risk.EvidenceState;
import org.safeguard.model.risk.Level;
import org.safeguard.model.risk.Risk;
import org.safeguard.model.verdict.Status;

/// The overall picture in plain words, for people who read only this.
final class OverallPicture {

  private OverallPicture() {}

  static String of(Report report) {
    return String.join(
        "\n", List.of(risks(report), worst(report), checks(report), citations(report), next()));
  }

  private static String risks(Report report) {
    List<Risk> risks = report.assessment().risks();
    if (risks.isEmpty()) {
      return "•  No risk follows from what could be examined. That is not proof that there is none:"
          + " read what was not assessed.";
    }
    List<String> parts = new ArrayList<>();
    for (Level level : Level.values()) {
      long count = risks.stream().filter(risk -> risk.level() == level).count();
      if (count > 0) {
        parts.addFirst(Words.number(count) + " " + level.title());
      }
    }
    return "•  "
        + Words.count(risks.size(), "risk was", "risks were")
        + " found over "
        + Words.count(
            report.assessment().assets().size(), "assessed workload", "assessed workloads")
        + ": "
        + String.join(", ", parts)
        + ".";
  }

  private static String worst(Report report) {
    List<Risk> risks = report.assessment().risks();
    return risks.isEmpty()
        ? "•  Nothing needs an owner yet."
        : "•  The most serious one: "
            + risks.getFirst().title()
            + ". Each risk below needs an owner, a decision and a date in the risk register.";
  }

  private static String checks(Report report) {
    int failed = report.count(Status.FAILED);
    int passed = report.count(Status.PASSED);
    int open = report.count(Status.NOT_ASSESSED);
    return "•  Of "
        + Words.count(failed + passed + open, "check", "checks")
        + " that apply, "
        + Words.number(passed)
        + " passed, "
        + Words.number(failed)
        + " failed and "
        + Words.number(open)
        + " could not be made because evidence was missing. A missing answer never counts as a pass.";
  }

  private static String citations(Report report) {
    Assessment assessment = report.assessment();
    long open = count(assessment, EvidenceState.NOT_ASSESSED);
    return "•  Of "
        + Words.count(assessment.citations().size(), "provision", "provisions")
        + " of the Security Rule, the evidence speaks against "
        + count(assessment, EvidenceState.CONTRADICTED)
        + " and supports "
        + count(assessment, EvidenceState.SUPPORTED)
        + "; "
        + count(assessment, EvidenceState.ATTESTATION_NEEDED)
        + " can only be settled by people and documents"
        + (open == 0 ? "." : ", and " + open + " could not be assessed from this snapshot.");
  }

  private static String next() {
    return "•  Next: decide on the ten worst risks below, give each an owner and a date, and get the"
        + " missing evidence. This workbook supports but does not establish compliance.";
  }

  private static long count(Assessment assessment, EvidenceState state) {
    return assessment.citations().stream().filter(citation -> citation.state() == state).count();
  }
}
