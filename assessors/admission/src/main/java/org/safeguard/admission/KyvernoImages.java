package org.safeguard.admission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safeguard.objects.Place;

/// What `verifyImages` of a Kyverno rule verifies
/// ([documentation](https://kyverno.io/docs/policy-types/cluster-policy/verify-images/)).
final class KyvernoImages {

  private KyvernoImages() {}

  static Meaning meaning(Place rule) {
    Map<String, Reach> found = new LinkedHashMap<>();
    for (Place verified : rule.at("verifyImages").objects().orElse(List.of())) {
      boolean required = verified.at("required").flag().orElse(true);
      if (required) {
        if (isSet(verified, "attestors") || verified.at("key").isSet()) {
          found.put("image-signature", Reach.WHOLE);
        }
        if (isSet(verified, "attestations")) {
          found.put("image-attestation", Reach.WHOLE);
          found.put("image-signature", Reach.WHOLE);
        }
        if (verified.at("verifyDigest").flag().orElse(true)) {
          found.put("image-digest", Reach.WHOLE);
        }
      }
    }
    return Meaning.shown(found);
  }

  private static boolean isSet(Place verified, String key) {
    return !verified.at(key).objects().orElse(List.of()).isEmpty();
  }

  /// Whether a rule that verifies images is about every image. One about some registries lets
  /// images of others run.
  static Judgement coversEvery(Place rule) {
    List<Place> all = rule.at("verifyImages").objects().orElse(List.of());
    return all.isEmpty() || all.stream().anyMatch(KyvernoImages::isAboutEvery)
        ? Judgement.YES
        : Judgement.no("images that its references leave out run without");
  }

  private static boolean isAboutEvery(Place verified) {
    boolean skips = !verified.at("skipImageReferences").texts().orElse(List.of()).isEmpty();
    List<String> references = verified.at("imageReferences").texts().orElse(List.of());
    return !skips && references.stream().anyMatch(KyvernoImages::isEvery);
  }

  static boolean isEvery(String pattern) {
    return List.of("*", "**", "*/*", "*:*", "**/*", "*/*:*").contains(pattern);
  }
}
