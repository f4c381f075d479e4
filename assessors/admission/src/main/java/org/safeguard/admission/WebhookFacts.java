package org.safeguard.admission;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.AdmissionWebhook;
import org.safeguard.model.fact.Cause;
import org.safeguard.objects.Place;
import org.safeguard.objects.Selector;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Value;

/// Makes a fact of each webhook.
///
/// @param namespaces the application namespaces
/// @param namespaceGap why there may be more of them; null when there are not
/// @param backends tells whether their services are there
/// @param now when the snapshot was made; null when nobody knows
record WebhookFacts(
    List<NamespaceView> namespaces,
    @Nullable Cause namespaceGap,
    Backends backends,
    @Nullable Instant now) {

  AdmissionWebhook fact(Webhook webhook) {
    Place place = webhook.place();
    Trace trace = new Trace(place);
    ResourceRules rules = webhook.rules();
    if (place.at("rules").objects() instanceof Value.Unreadable<?>(Place _, Cause cause)) {
      for (String component : List.of("matchesPods", "matchesSecrets", "ephemeralContainers")) {
        trace.unknown(component, cause);
      }
    }
    for (String component : List.of("matchesPods", "matchesSecrets", "ephemeralContainers")) {
      trace.read(component, place.at("rules").reading());
    }
    boolean pods = rules.wantsPods();
    Exemptions exemptions =
        Exemptions.of(
            namespaces,
            place.at("namespaceSelector").isSet() ? namespaceGap : null,
            webhook::covers);
    exemptions.note(trace);
    trace.read("exemptNamespaces", place.at("namespaceSelector").reading());
    trace.read("exemptEphiNamespaces", place.at("namespaceSelector").reading());
    Place url = place.at("clientConfig", "url");
    Place service = place.at("clientConfig", "service");
    boolean external = url.isSet() && !service.isSet();
    trace.read("external", (external ? url : service).reading());
    String problem = problem(trace, service, external);
    Optional<CaBundle> bundle = bundle(trace, place.at("clientConfig", "caBundle"));
    long days =
        bundle.isPresent() && now != null ? Duration.between(now, bundle.get().end()).toDays() : 0;
    boolean expired = bundle.isPresent() && now != null && !bundle.get().end().isAfter(now);
    return new AdmissionWebhook(
        place.resource().name(),
        webhook.name(),
        webhook.mutating(),
        webhook.product(),
        webhook.security(),
        trace.text(
            "failurePolicy", place.at("failurePolicy").text(), webhook.defaultFailurePolicy()),
        trace.number(
            "timeoutSeconds", place.at("timeoutSeconds").number(), webhook.defaultTimeout()),
        trace.text("sideEffects", place.at("sideEffects").text(), "Unknown"),
        pods,
        rules.want("", "secrets", "CREATE") || rules.want("", "secrets", "UPDATE"),
        rules.wantsEphemeralContainers(),
        exemptions.names(),
        exemptions.ephi(),
        trace.take(
            "labelOptOut",
            Selector.read(place.at("objectSelector")).map(selector -> !selector.selectsAll()),
            false,
            "every object"),
        external,
        problem,
        expired,
        days,
        bundle.map(CaBundle::shortLived).orElse(false),
        trace.done());
  }

  private String problem(Trace trace, Place service, boolean external) {
    if (external) {
      return "";
    }
    trace.read("backendProblem", service.reading());
    return switch (backends.serves(service)) {
      case Judgement.Yes _ -> "";
      case Judgement.No(String why, boolean _) -> why;
      case Judgement.Unknown(Cause cause) -> {
        trace.unknown("backendProblem", cause);
        yield "";
      }
    };
  }

  private Optional<CaBundle> bundle(Trace trace, Place bundle) {
    trace.read("caExpired", bundle.reading(bundle.isSet() ? "certificates" : "absent"));
    trace.read("caShortLived", bundle.reading(bundle.isSet() ? "certificates" : "absent"));
    trace.read("caDaysLeft", bundle.reading(bundle.isSet() ? "certificates" : "absent"));
    Optional<CaBundle> read =
        bundle.text() instanceof Value.Known<String>(Place _, String text)
            ? CaBundle.read(text)
            : Optional.empty();
    Cause cause =
        read.isEmpty()
            ? new Cause(
                Cause.Code.REDACTED,
                bundle.pointer()
                    + " holds no certificate that can be read; look at it in the cluster")
            : now == null
                ? new Cause(
                    Cause.Code.NOT_CAPTURED,
                    "the snapshot does not tell when it was made; capture the cluster itself")
                : null;
    if (cause != null) {
      trace.unknown("caExpired", cause).unknown("caDaysLeft", cause);
      trace.unknown("caShortLived", cause);
    }
    return read;
  }
}
