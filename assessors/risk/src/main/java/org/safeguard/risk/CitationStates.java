package org.safeguard.risk;

import static org.safeguard.risk.Wording.count;
import static org.safeguard.risk.Wording.shortened;

import java.util.List;
import java.util.stream.Stream;
import org.safeguard.model.risk.CitationState;
import org.safeguard.model.risk.EvidenceState;
import org.safeguard.model.risk.SafeguardDetermination;
import org.safeguard.model.rule.Citation;
import org.safeguard.model.rule.Citation.Observability;

/// The state of each citation, from the safeguards that serve it. The first of these that fits:
///
/// 1. only attestation can show it, or no safeguard serves it: attestation needed, and the reason
///    names what was found all the same;
/// 2. a safeguard is contradicted: contradicted;
/// 3. a safeguard is not assessed: not assessed;
/// 4. every safeguard is supported: supported, and the reason says what is still open;
/// 5. otherwise: attestation needed.
///
/// No state says that a citation is met: the rule asks for more than a snapshot can show.
final class CitationStates {

  private static final int NAMED = 6;

  private final Catalogue catalogue;
  private final List<SafeguardDetermination> determinations;

  private CitationStates(Catalogue catalogue, List<SafeguardDetermination> determinations) {
    this.catalogue = catalogue;
    this.determinations = determinations;
  }

  static List<CitationState> of(Catalogue catalogue, List<SafeguardDetermination> determinations) {
    CitationStates states = new CitationStates(catalogue, determinations);
    return catalogue.citations().stream().map(states::judge).toList();
  }

  private CitationState judge(Citation citation) {
    Serving serving =
        new Serving(
            determinations.stream()
                .filter(d -> d.safeguard().citations().contains(citation.id()))
                .toList());
    List<String> questions =
        serving.safeguards().stream()
            .flatMap(d -> catalogue.questions(d.safeguard().id()).stream())
            .toList();
    EvidenceState state = state(citation, serving);
    return new CitationState(
        citation,
        state,
        reason(citation, state, serving, questions.size()),
        serving.in(EvidenceState.SUPPORTED),
        serving.in(EvidenceState.CONTRADICTED),
        questions);
  }

  private static EvidenceState state(Citation citation, Serving serving) {
    if (citation.observability() == Observability.ATTESTATION || serving.safeguards().isEmpty()) {
      return EvidenceState.ATTESTATION_NEEDED;
    }
    if (!serving.in(EvidenceState.CONTRADICTED).isEmpty()) {
      return EvidenceState.CONTRADICTED;
    }
    if (!serving.in(EvidenceState.NOT_ASSESSED).isEmpty()) {
      return EvidenceState.NOT_ASSESSED;
    }
    return serving.in(EvidenceState.SUPPORTED).size() == serving.safeguards().size()
        ? EvidenceState.SUPPORTED
        : EvidenceState.ATTESTATION_NEEDED;
  }

  private static String reason(
      Citation citation, EvidenceState state, Serving serving, int questions) {
    return switch (state) {
      case CONTRADICTED ->
          "Evidence speaks against %s.".formatted(serving.named(EvidenceState.CONTRADICTED));
      case NOT_ASSESSED ->
          ("Nothing examined speaks against it, but %s could not be fully assessed from the"
                  + " snapshot.")
              .formatted(serving.named(EvidenceState.NOT_ASSESSED));
      case SUPPORTED ->
          "Evidence supports %s%s; %s."
              .formatted(
                  serving.named(EvidenceState.SUPPORTED),
                  citation.observability() == Observability.PARTIAL
                      ? ", which shows only part of what it asks"
                      : ", the technical side only",
                  open(questions));
      case ATTESTATION_NEEDED -> attestation(citation, serving, questions);
    };
  }

  private static String attestation(Citation citation, Serving serving, int questions) {
    if (serving.safeguards().isEmpty()) {
      return "No safeguard of the packs serves it, so a person must attest it.";
    }
    String against = serving.named(EvidenceState.CONTRADICTED);
    if (!against.isEmpty()) {
      return ("Only people and documents can show this. Technical findings speak against %s and"
              + " must be answered; %s.")
          .formatted(against, open(questions));
    }
    if (citation.observability() == Observability.ATTESTATION) {
      return "Only people and documents can show this; %s.".formatted(open(questions));
    }
    String supported = serving.named(EvidenceState.SUPPORTED);
    return "%s snapshot cannot settle %s; %s."
        .formatted(
            supported.isEmpty() ? "A" : "Evidence supports " + supported + ", but a",
            serving.named(EvidenceState.ATTESTATION_NEEDED),
            open(questions));
  }

  private static String open(int questions) {
    return questions == 0
        ? "no question is on record for it"
        : count(questions, "question") + (questions == 1 ? " is open" : " are open");
  }

  /// The safeguards that serve a citation.
  private record Serving(List<SafeguardDetermination> safeguards) {

    List<String> in(EvidenceState state) {
      return matching(state).map(d -> d.safeguard().id()).toList();
    }

    String named(EvidenceState state) {
      return shortened(matching(state).map(Serving::withCount).toList(), NAMED);
    }

    private Stream<SafeguardDetermination> matching(EvidenceState state) {
      return safeguards.stream().filter(d -> d.state() == state);
    }

    private static String withCount(SafeguardDetermination d) {
      return d.state() == EvidenceState.CONTRADICTED
          ? "%s (%d failed)".formatted(d.safeguard().id(), d.failed())
          : d.safeguard().id();
    }
  }
}
