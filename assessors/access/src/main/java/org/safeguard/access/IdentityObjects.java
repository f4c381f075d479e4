package org.safeguard.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.safeguard.model.fact.Provenance;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.tree.JsonPointer;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.objects.Place;

/// The objects that facts about identities are about. Users and groups have none in a cluster, so
/// the place where a binding names them stands for them, under their own kind and name.
final class IdentityObjects {

  private static final String RBAC = "rbac.authorization.k8s.io/v1";

  private final EffectiveAccess access;
  private final Map<SubjectKey, Resource> objects = new HashMap<>();

  IdentityObjects(EffectiveAccess access) {
    this.access = access;
  }

  Provenance.Builder builder(SubjectKey key) {
    return Provenance.builder(object(key), JsonPointer.ROOT);
  }

  /// Where its name is written.
  Reading name(SubjectKey key) {
    Place object = access.objects().place(object(key));
    Place metadata = object.at("metadata", "name");
    return metadata.isSet() ? metadata.reading() : object.at("name").reading();
  }

  private Resource object(SubjectKey key) {
    return objects.computeIfAbsent(key, this::find);
  }

  private Resource find(SubjectKey key) {
    return switch (key.kind()) {
      case SERVICE_ACCOUNT -> access.around().account(key).orElseGet(() -> stand(key, "v1"));
      case NODE ->
          access.around().node(key.name()).map(Place::resource).orElseGet(() -> stand(key, "v1"));
      case USER, GROUP -> stand(key, RBAC);
    };
  }

  private Resource stand(SubjectKey key, String version) {
    Optional<Resource> user = access.around().mention(key);
    Optional<Place> named =
        access.naming(key).stream().findFirst().map(grant -> grant.subject().place());
    Node body =
        named
            .flatMap(place -> Optional.ofNullable(place.node()))
            .or(() -> user.map(Resource::body))
            .orElse(ObjectNode.EMPTY);
    return new Resource(
        version,
        key.kind().title(),
        key.namespace(),
        key.name(),
        null,
        null,
        named.map(Place::resource).or(() -> user).map(Resource::file).orElse(""),
        body instanceof ObjectNode object ? object : ObjectNode.EMPTY);
  }
}
