package org.safeguard.controlplane;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Observed;
import org.safeguard.objects.Place;
import org.safeguard.objects.Types;

/// What `ClusterConfiguration` of kubeadm adds to the arguments of the components
/// ([v1beta4](https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/)). It says
/// what was meant and not what runs, and not what kubeadm sets by itself.
///
/// @param place where it stands
record KubeadmConfig(Configuration file, Place place) {

  private static final ResourceType TYPED =
      new ResourceType("kubeadm.k8s.io", "ClusterConfiguration");

  static List<KubeadmConfig> in(ClusterObjects objects) {
    List<KubeadmConfig> configs = new ArrayList<>();
    Optional<Resource> map = objects.find(Types.CONFIG_MAP, "kube-system", "kubeadm-config");
    if (map.isPresent()) {
      Place place = objects.place(map.get());
      Embedded text = Embedded.of(place.at("data", "ClusterConfiguration"));
      if (text.gap().isEmpty()) {
        configs.add(
            new KubeadmConfig(new Configuration(text.content(), text.place(), true), text.place()));
      }
    }
    objects
        .placesOf(TYPED)
        .forEach(place -> configs.add(new KubeadmConfig(Configuration.of(place), place)));
    return configs;
  }

  /// The arguments that are added for a component; empty where it names none.
  Optional<GivenFlags> flags(Component component) {
    ObjectNode member = file.content().object(component.kubeadm());
    ObjectNode owner = component == Component.ETCD ? member.object("local") : member;
    Node extra = owner.get("extraArgs");
    Map<String, List<FlagValue>> given = new TreeMap<>();
    if (extra instanceof ObjectNode map) {
      map.each((name, value) -> put(given, component, name, value));
    } else if (extra instanceof ArrayNode list) {
      list.objects()
          .forEach(item -> put(given, component, item.text("name").orElse(""), item.get("value")));
    }
    Cause others =
        new Cause(
            Cause.Code.UNRESOLVED,
            "kubeadm's configuration names only what was added to the arguments of "
                + component.program()
                + "; capture the pods of kube-system, or supply the static pod manifests");
    return given.isEmpty()
        ? Optional.empty()
        : Optional.of(new GivenFlags(given, place.reading(), Optional.of(others)));
  }

  private void put(
      Map<String, List<FlagValue>> given, Component component, String name, @Nullable Node value) {
    if (value instanceof ScalarNode scalar && !name.isEmpty()) {
      String seen = component.kubeadm() + ".extraArgs." + name + ": " + Observed.of(scalar);
      GivenFlags.put(given, GivenFlags.name(name), new FlagValue(scalar.text(), file.whole(seen)));
    }
  }
}
