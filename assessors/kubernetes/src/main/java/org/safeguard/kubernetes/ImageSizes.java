package org.safeguard.kubernetes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Image;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;

/// How large images are, as nodes tell in
/// [their status](https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/node-v1/).
/// A kubelet names the largest images of its node only, fifty unless told otherwise.
final class ImageSizes {

  private static final ResourceType NODE = new ResourceType("", "Node");

  private record Size(long bytes, Reading reading) {}

  private final Map<String, Size> sizes = new HashMap<>();
  private final Cause unknown;

  ImageSizes(ClusterObjects objects) {
    for (Place node : objects.placesOf(NODE)) {
      for (Place image : node.at("status", "images").objects().orElse(List.of())) {
        Place bytes = image.at("sizeBytes");
        Size size = new Size(bytes.number().orElse(0L), bytes.reading());
        for (String name : image.at("names").texts().orElse(List.of())) {
          sizes.merge(name, size, (a, b) -> a.bytes() >= b.bytes() ? a : b);
        }
      }
    }
    unknown =
        objects
            .coverages()
            .gap(NODE)
            .orElseGet(
                () ->
                    new Cause(
                        Cause.Code.UNRESOLVED,
                        "no node of this snapshot tells the size of the image; import the image"));
  }

  /// The size of an image that some node holds.
  Optional<Long> bytes(Trace trace, Image image) {
    Size size = image.provenance().unknown().isEmpty() ? sizes.get(full(image)) : null;
    if (size == null) {
      trace.unknown("imageBytes", unknown);
      return Optional.empty();
    }
    trace.read("imageBytes", size.reading());
    return Optional.of(size.bytes());
  }

  /// The name as nodes write it: with registry, and with the tag that is implied.
  private static String full(Image image) {
    String name = image.registry() + "/" + image.repository();
    if (!image.digest().isEmpty()) {
      return name + "@" + image.digest();
    }
    return name + ":" + (image.tag().isEmpty() ? "latest" : image.tag());
  }
}
