package org.safeguard.tools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Container;
import org.safeguard.model.fact.Image;
import org.safeguard.model.fact.Mount;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.fact.Workload;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.Place;
import org.safeguard.objects.PodTemplate;
import org.safeguard.objects.TemplateKind;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;

/// Looks for the products of the table.
///
/// An image that a workload runs is the only sign that shows a product by itself. A mirror may
/// shorten the repository of an image to its last segment; that counts together with a label. What
/// an installer leaves behind, such as definitions, is a weak sign.
final class ToolSearch {

  /// Releases in which every component has the same repository, so that labels tell them apart.
  private static final List<ImagePattern> RELEASES =
      List.of(
          new ImagePattern("openshift-release-dev/ocp-v4.0-art-dev"),
          new ImagePattern("openshift/release"));

  private static final List<String> LABELS =
      List.of("app.kubernetes.io/name", "k8s-app", "app", "name");

  private final Captured captured;
  private final Products products;
  private final Map<Product, Finding> findings = new LinkedHashMap<>();
  private final Map<String, List<Product>> byName = new HashMap<>();
  private final Map<String, List<Product>> byRepository = new HashMap<>();
  private @Nullable Cause imageGap;

  private ToolSearch(Captured captured, Products products) {
    this.captured = captured;
    this.products = products;
    for (Product product : products.all()) {
      product.names().forEach(n -> byName.computeIfAbsent(n, _ -> new ArrayList<>()).add(product));
    }
  }

  /// What was found, in the order of the table.
  ///
  /// @param findings products with at least one sign
  /// @param gap why there may be more; empty where every image that runs is known
  record Result(List<Finding> findings, Optional<Cause> gap) {

    List<Finding> doing(String category) {
      return findings.stream().filter(finding -> finding.product().does(category)).toList();
    }

    Optional<Finding> of(String product) {
      return findings.stream().filter(f -> f.product().name().equals(product)).findFirst();
    }

    /// Whether the product itself runs.
    boolean runs(String product) {
      return of(product).filter(Finding::isStrong).isPresent();
    }
  }

  static Result in(Captured captured, Products products) {
    ToolSearch search = new ToolSearch(captured, products);
    captured.known().workloads().forEach(search::look);
    search.definitions();
    search.resources();
    search.webhooks();
    search.drivers();
    search.tracks();
    List<Finding> found =
        products.all().stream().map(search.findings::get).filter(f -> f != null).toList();
    Optional<Cause> gap =
        captured.objects().workloadGap().or(() -> Optional.ofNullable(search.imageGap));
    return new Result(found, gap);
  }

  private void look(Workload workload) {
    Cause hidden = workload.provenance().unknown().get("containers");
    if (hidden != null) {
      imageGap = hidden;
      return;
    }
    for (Container container : workload.containers()) {
      Cause unknown = container.provenance().unknown().get("image");
      if (unknown == null) {
        image(workload, container);
      } else {
        imageGap = unknown;
      }
    }
    labels(workload);
  }

  private void image(Workload workload, Container container) {
    Image image = container.image();
    if (!readable(image)) {
      return;
    }
    String key = image.registry() + "/" + image.repository();
    List<Product> candidates = byRepository.computeIfAbsent(key, _ -> candidates(image));
    for (Product product : candidates) {
      boolean proxy = product.sidecars().stream().anyMatch(pattern -> pattern.matches(image));
      boolean whole = product.images().stream().anyMatch(pattern -> pattern.matches(image));
      boolean vouched = whole || proxy || named(workload, product);
      if (vouched && conditionsHold(product, workload, container)) {
        Reading where = container.provenance().readings("image").getFirst();
        finding(product).add(new Finding.Sign("image", image.reference(), true, where));
        if (!proxy) {
          finding(product).runsIn(workload, image.tag());
        }
      }
    }
  }

  /// An image without a readable name may be of any product.
  private boolean readable(Image image) {
    Optional<Cause> gap = image.provenance().unknown().values().stream().findFirst();
    if (gap.isPresent() || !image.valid()) {
      imageGap = gap.orElse(imageGap);
      return false;
    }
    return true;
  }

  private List<Product> candidates(Image image) {
    String last = image.repository().substring(image.repository().lastIndexOf('/') + 1);
    boolean release = RELEASES.stream().anyMatch(pattern -> pattern.matches(image));
    return products.all().stream()
        .filter(
            product ->
                release
                    || product.images().stream()
                        .anyMatch(p -> p.matches(image) || p.last().equals(last))
                    || product.sidecars().stream().anyMatch(p -> p.matches(image)))
        .toList();
  }

  private static boolean named(Workload workload, Product product) {
    return LABELS.stream()
        .anyMatch(
            label ->
                product.names().contains(label(workload, label))
                    || product.names().contains(workload.name()) && label.equals("name"));
  }

  private static String label(Workload workload, String label) {
    Map<String, String> none = Map.of();
    String own = Answers.orElse(workload, Workload::labels, none).get(label);
    return own != null
        ? own
        : Answers.orElse(workload, Workload::podLabels, none).getOrDefault(label, "");
  }

  private boolean conditionsHold(Product product, Workload workload, Container container) {
    List<Mount> mounts = Answers.orElse(container, Container::mounts, List.<Mount>of());
    return environmentHolds(product, workload, container)
        && (product.hostPaths().isEmpty()
            || mounts.stream().anyMatch(mount -> holds(product, mount.hostPath())));
  }

  private static boolean holds(Product product, String hostPath) {
    return product.hostPaths().stream().anyMatch(hostPath::startsWith);
  }

  private boolean environmentHolds(Product product, Workload workload, Container container) {
    if (product.environment().isEmpty()) {
      return true;
    }
    Optional<TemplateKind> kind = TemplateKind.of(workload.provenance().resource().type());
    Map<String, String> set = new HashMap<>();
    kind.map(k -> PodTemplate.of(k, captured.objects().place(workload.provenance().resource())))
        .ifPresent(template -> variables(template.spec(), container.name(), set));
    return product.environment().entrySet().stream()
        .allMatch(wanted -> wanted.getValue().equals(set.get(wanted.getKey())));
  }

  private static void variables(Place spec, String container, Map<String, String> set) {
    for (Place candidate : spec.at("containers").objects().orElse(List.of())) {
      if (candidate.at("name").text().orElse("").equals(container)) {
        for (Place variable : candidate.at("env").objects().orElse(List.of())) {
          Value<String> value = variable.at("value").quantity();
          set.put(variable.at("name").text().orElse(""), value.orElse(""));
        }
      }
    }
  }

  private void labels(Workload workload) {
    for (String label : LABELS) {
      String value = label(workload, label);
      for (Product product : byName.getOrDefault(value, List.of())) {
        Reading where = workload.provenance().readings("labels").getFirst();
        String what = workload.kind() + "/" + workload.namespace() + "/" + workload.name();
        finding(product)
            .add(new Finding.Sign("label", label + "=" + value + " of " + what, false, where));
      }
    }
  }

  private void definitions() {
    for (Place definition : captured.places("CustomResourceDefinition.apiextensions.k8s.io")) {
      String group = definition.at("spec", "group").text().orElse("");
      String kind = definition.at("spec", "names", "kind").text().orElse("");
      for (Product product : products.all()) {
        if (product.defines(group, kind)) {
          Finding.Sign sign =
              new Finding.Sign("definition", group, false, definition.at("spec").reading(group));
          finding(product).add(sign);
        }
      }
    }
  }

  /// Objects of a product's types show that somebody means to use it.
  private void resources() {
    for (ResourceType type : captured.objects().types()) {
      for (Product product : products.all()) {
        if (product.defines(type.group(), type.kind())) {
          Place first = captured.objects().placesOf(type).getFirst();
          finding(product)
              .add(new Finding.Sign("resource", type.toString(), false, first.reading()));
        }
      }
    }
  }

  private void webhooks() {
    for (String kind : List.of("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration")) {
      for (Place object : captured.places(kind + ".admissionregistration.k8s.io")) {
        for (Place hook : object.at("webhooks").objects().orElse(List.of())) {
          String name = hook.at("name").text().orElse("");
          for (Product product : products.all()) {
            if (product.webhooks().stream().anyMatch(name::endsWith)) {
              Reading where = hook.at("name").reading();
              finding(product).add(new Finding.Sign("webhook", name, false, where));
            }
          }
        }
      }
    }
  }

  private void drivers() {
    for (Place driver : captured.places("CSIDriver.storage.k8s.io")) {
      String name = driver.resource().name();
      for (Product product : products.all()) {
        if (product.drivers().contains(name)) {
          Reading where = driver.at("metadata", "name").reading();
          finding(product).add(new Finding.Sign("csi-driver", name, false, where));
        }
      }
    }
  }

  /// A controller that lives in another cluster shows by what it leaves on the objects.
  private void tracks() {
    for (Product product : products.all()) {
      for (String key : product.tracking()) {
        firstTracked(key)
            .ifPresent(
                place ->
                    finding(product)
                        .add(new Finding.Sign("tracking", key, false, place.reading())));
      }
    }
  }

  private Optional<Place> firstTracked(String key) {
    return Types.CONTROLLERS.stream()
        .flatMap(type -> captured.objects().placesOf(type).stream())
        .flatMap(
            object ->
                List.of("labels", "annotations").stream()
                    .map(holder -> object.at("metadata", holder, key)))
        .filter(Place::isSet)
        .findFirst();
  }

  private Finding finding(Product product) {
    return findings.computeIfAbsent(product, Finding::new);
  }
}
