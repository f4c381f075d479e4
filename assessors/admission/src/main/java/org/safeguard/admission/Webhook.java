package org.safeguard.admission;

import java.util.List;
import org.safeguard.objects.Place;
import org.safeguard.objects.Selector;

/// One webhook of a configuration, with the defaults of its API version.
///
/// @param place of the webhook
/// @param mutating whether it may change objects
/// @param product whose it is, empty when not known
/// @param security whether the product is there to refuse what is not safe
record Webhook(Place place, boolean mutating, String product, boolean security) {

  static Webhook of(Place place, boolean mutating, Controls controls) {
    String names =
        String.join(
            " ",
            place.resource().name(),
            place.at("name").text().orElse(""),
            place.at("clientConfig", "service", "name").text().orElse(""),
            place.at("clientConfig", "service", "namespace").text().orElse(""));
    for (Controls.Product product : controls.products()) {
      if (product.words().stream().anyMatch(names::contains)) {
        return new Webhook(place, mutating, product.id(), product.security());
      }
    }
    return new Webhook(place, mutating, "", false);
  }

  String name() {
    return place.at("name").text().orElse("");
  }

  /// `Fail` by default, and `Ignore` in the API version v1beta1.
  String defaultFailurePolicy() {
    return isOld() ? "Ignore" : "Fail";
  }

  long defaultTimeout() {
    return isOld() ? 30 : 10;
  }

  private boolean isOld() {
    return place.resource().apiVersion().endsWith("/v1beta1");
  }

  boolean failsClosed() {
    return place.at("failurePolicy").text().orElse(defaultFailurePolicy()).equals("Fail");
  }

  ResourceRules rules() {
    return ResourceRules.at(place.at("rules"));
  }

  boolean wantsPods() {
    return rules().wantsPods();
  }

  /// Whether requests in a namespace are sent to it.
  Judgement covers(NamespaceView namespace) {
    return namespace.selectedBy(
        place.at("namespaceSelector"),
        "the namespace selector of the webhook " + name() + " leaves it out");
  }

  /// Whether a label takes an object out of its sight, or is needed to be seen.
  boolean hasObjectSelector() {
    return Selector.read(place.at("objectSelector"))
        .map(selector -> !selector.selectsAll())
        .orElse(false);
  }

  List<Place> conditions() {
    return place.at("matchConditions").objects().orElse(List.of());
  }
}
