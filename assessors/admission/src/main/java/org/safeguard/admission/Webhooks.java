package org.safeguard.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.objects.Place;
import org.safeguard.objects.Value;

/// The webhooks of a cluster. An engine without a webhook that sees a request decides nothing.
final class Webhooks {

  private final List<Webhook> all = new ArrayList<>();
  private final Engines engines;
  private final Expressions expressions;

  Webhooks(Engines engines, Controls controls, Expressions expressions) {
    this.engines = engines;
    this.expressions = expressions;
    for (boolean mutating : List.of(false, true)) {
      var type = mutating ? Engines.MUTATING_WEBHOOK : Engines.VALIDATING_WEBHOOK;
      for (Place configuration : engines.objects().placesOf(type)) {
        if (configuration.at("webhooks").objects()
            instanceof Value.Known<List<Place>>(Place _, List<Place> webhooks)) {
          webhooks.forEach(place -> all.add(Webhook.of(place, mutating, controls)));
        }
      }
    }
  }

  List<Webhook> all() {
    return List.copyOf(all);
  }

  /// Why webhooks may be missing.
  Optional<Cause> gap() {
    return engines.gap(Engines.VALIDATING_WEBHOOK).or(() -> engines.gap(Engines.MUTATING_WEBHOOK));
  }

  /// Whether a webhook of a product sees new pods of a namespace, and refuses them when it cannot
  /// be asked.
  Judgement guards(String product, NamespaceView namespace) {
    Judgement best = Judgement.no("no webhook of " + product + " sees new pods");
    for (Webhook webhook : all) {
      if (webhook.product().equals(product) && webhook.wantsPods()) {
        Judgement here = guards(webhook, namespace);
        best =
            best instanceof Judgement.No && !(here instanceof Judgement.No)
                ? here
                : best.isYes() ? best : here;
      }
    }
    Optional<Cause> gap = gap();
    return best instanceof Judgement.No && gap.isPresent()
        ? new Judgement.Unknown(gap.get())
        : best;
  }

  private Judgement guards(Webhook webhook, NamespaceView namespace) {
    return webhook
        .covers(namespace)
        .and(
            () ->
                webhook.failsClosed()
                    ? Judgement.YES
                    : Judgement.no(
                        "its webhook "
                            + webhook.name()
                            + " lets requests in when it does not answer"))
        .and(
            () ->
                webhook.hasObjectSelector()
                    ? Judgement.no(
                        "a label on the pod decides whether its webhook "
                            + webhook.name()
                            + " sees it")
                    : Judgement.YES)
        .and(() -> conditions(webhook, namespace));
  }

  /// Whether the match conditions let a usual pod through to the webhook.
  private Judgement conditions(Webhook webhook, NamespaceView namespace) {
    List<String> texts = new ArrayList<>();
    for (Place condition : webhook.conditions()) {
      texts.add(condition.at("expression").text().orElse("authorizer"));
    }
    // As a validation, so that false means the webhook is not asked.
    CelPolicy policy = new CelPolicy(List.of(), List.of(), texts, Optional.empty(), true);
    Probe probe =
        Probe.pod(
            namespace.name(),
            Map.of("app", "portal"),
            "docker.io/library/app",
            true,
            List.of(Probe.CONTAINERS));
    return policy
        .accepts(expressions, probe, Map.of())
        .map(
            sent ->
                sent
                    ? Judgement.YES
                    : Judgement.no(
                        "the match conditions of its webhook " + webhook.name() + " leave it out"))
        .orElseGet(
            () ->
                Judgement.unresolved(
                    "whether the match conditions of the webhook "
                        + webhook.name()
                        + " let usual requests through could not be told; read them"));
  }
}
