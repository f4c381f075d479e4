package org.safeguard.admission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.safeguard.model.fact.AdmissionPolicy;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Reading;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;

/// A policy while it is read. What is not set says that there is nothing of the sort.
final class PolicyDraft {

  private final Place place;
  private final String engine;
  private final String role;
  private final List<Guard> guards = new ArrayList<>();
  private final Map<String, Cause> unknown = new LinkedHashMap<>();
  private final Map<String, List<Reading>> readings = new LinkedHashMap<>();
  private Judgement inForce = Judgement.YES;
  private String mode = "";
  private List<String> exceptions = List.of();
  private String expiry = "";
  private boolean broad;
  private List<String> openPrefixes = List.of();
  private List<String> allows = List.of();
  private List<String> usableBy = List.of();

  PolicyDraft(Place place, String engine, String role) {
    this.place = place;
    this.engine = engine;
    this.role = role;
  }

  Place place() {
    return place;
  }

  List<Guard> guards() {
    return guards;
  }

  PolicyDraft guard(Guard guard) {
    guards.add(guard);
    return this;
  }

  PolicyDraft inForce(Judgement judgement) {
    inForce = judgement;
    return this;
  }

  /// For what has no guards.
  PolicyDraft mode(String mode) {
    this.mode = mode;
    return this;
  }

  PolicyDraft exceptions(List<String> exceptions) {
    this.exceptions = exceptions;
    return this;
  }

  PolicyDraft expiry(String expiry, Place at) {
    this.expiry = expiry;
    return read("expiry", at);
  }

  PolicyDraft broad(boolean broad, Place at) {
    this.broad = broad;
    return read("broad", at);
  }

  PolicyDraft openPrefixes(List<String> prefixes, Place at) {
    this.openPrefixes = prefixes;
    return read("openPrefixes", at);
  }

  PolicyDraft allows(List<String> allows) {
    this.allows = allows;
    return this;
  }

  PolicyDraft usableBy(List<String> subjects, Place at) {
    this.usableBy = subjects;
    return read("usableBy", at);
  }

  PolicyDraft read(String component, Place at) {
    readings.computeIfAbsent(component, _ -> new ArrayList<>()).add(at.reading());
    return this;
  }

  PolicyDraft unknown(String component, Cause cause) {
    unknown.putIfAbsent(component, cause);
    return this;
  }

  /// The fact.
  ///
  /// @param namespaces the application namespaces
  /// @param gap why some namespaces may be missing; null when none is
  AdmissionPolicy fact(
      List<NamespaceView> namespaces, @org.jspecify.annotations.Nullable Cause gap) {
    Trace trace = new Trace(place);
    Exemptions exemptions = exemptions(namespaces, gap);
    exemptions.note(trace);
    Judgement force = inForce;
    if (force instanceof Judgement.Unknown(Cause cause)) {
      trace.unknown("inForce", cause).unknown("inForceProblem", cause);
    }
    readings.forEach(trace::read);
    unknown.forEach(trace::unknown);
    TreeSet<String> controls = new TreeSet<>();
    boolean init = true;
    boolean ephemeral = true;
    String how = "unknown";
    for (Guard guard : guards) {
      Meaning meaning = guard.meaning().apply(representative(guard, namespaces));
      controls.addAll(meaning.controls().keySet());
      how =
          meaning.isKnown() && (how.equals("unknown") || meaning.how().equals("shown"))
              ? meaning.how()
              : how;
      init &= meaning.controls().values().stream().allMatch(Reach::init);
      ephemeral &= meaning.controls().values().stream().allMatch(Reach::ephemeral);
    }
    return new AdmissionPolicy(
        engine,
        place.resource().kind(),
        place.resource().effectiveNamespace(),
        place.resource().name(),
        role,
        mode.isEmpty() ? Action.mode(guards.stream().map(Guard::action).toList()) : mode,
        force.isYes(),
        force instanceof Judgement.No(String why, boolean _) ? why : "",
        how,
        List.copyOf(controls),
        guards.stream().anyMatch(Guard::pods),
        guards.stream().allMatch(Guard::failsClosed),
        init,
        ephemeral,
        exemptions.names(),
        exemptions.ephi(),
        exceptions,
        expiry,
        broad,
        openPrefixes,
        allows,
        usableBy,
        trace.done());
  }

  /// A namespace the guard looks at, so that its meaning is tried where it has one.
  private NamespaceView representative(Guard guard, List<NamespaceView> namespaces) {
    return namespaces.stream()
        .filter(namespace -> guard.scope().apply(namespace).isYes())
        .findFirst()
        .orElseGet(() -> new NamespaceView("default", place.at("\0"), false, Judgement.no("none")));
  }

  private Exemptions exemptions(
      List<NamespaceView> namespaces, @org.jspecify.annotations.Nullable Cause gap) {
    List<Guard> refusing = guards.stream().filter(g -> g.action() == Action.DENY).toList();
    return Exemptions.of(
        namespaces,
        gap,
        namespace -> {
          Judgement seen = Judgement.no("no rule looks at it");
          for (Guard guard : refusing) {
            Judgement there = guard.scope().apply(namespace);
            seen = better(seen, there);
          }
          return refusing.isEmpty() ? Judgement.YES : seen;
        });
  }

  private static Judgement better(Judgement one, Judgement other) {
    if (one.isYes() || other.isYes()) {
      return Judgement.YES;
    }
    if (one instanceof Judgement.Unknown) {
      return one;
    }
    return other instanceof Judgement.Unknown
            || other instanceof Judgement.No(String _, boolean exempt) && exempt
        ? other
        : one;
  }
}
