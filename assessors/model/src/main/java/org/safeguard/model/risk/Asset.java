package org.safeguard.model.risk;

import java.util.List;
import org.safeguard.model.verdict.ObjectReference;

/// A row of the ePHI inventory.
///
/// @param object the workload
/// @param ephi designation: `creates`, `receives`, `maintains`, `transmits`, `none`, `unknown`
/// @param designatedBy what said so: a label, an annotation, the scope file, or empty
/// @param dataKind such as `clinical records`, empty when not said
/// @param owner who answers for the data, empty when not said
/// @param criticality criticality tier, empty when not said
/// @param storage where it keeps data, such as `persistentVolumeClaim data`
/// @param exposure how it can be reached from outside the cluster, such as `Ingress portal`
/// @param replicas desired replicas
/// @param images image references
public record Asset(
    ObjectReference object,
    String ephi,
    String designatedBy,
    String dataKind,
    String owner,
    String criticality,
    List<String> storage,
    List<String> exposure,
    long replicas,
    List<String> images) {

  public Asset {
    storage = List.copyOf(storage);
    exposure = List.copyOf(exposure);
    images = List.copyOf(images);
  }
}
