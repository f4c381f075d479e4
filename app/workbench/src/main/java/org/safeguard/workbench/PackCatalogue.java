package org.safeguard.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.safeguard.model.rule.Pack;
import org.safeguard.rulepacks.RulePacks;
import org.safeguard.rules.PackException;
import org.safeguard.rules.PackLoader;

/// The packs that ship with the tool, and packs in folders.
public final class PackCatalogue {

  /// The pack used when nobody names one.
  public static final String DEFAULT = "hipaa-container-safeguards";

  /// Ids of the packs that ship with the tool.
  public List<String> ids() {
    return RulePacks.ids();
  }

  /// The folder of a pack that is named by id or by path.
  ///
  /// @throws UnknownPackException when it is neither
  public Path directory(String idOrFolder) throws UnknownPackException {
    if (ids().contains(idOrFolder)) {
      return RulePacks.directory(idOrFolder);
    }
    Path folder = Path.of(idOrFolder);
    if (!Files.isRegularFile(folder.resolve("pack.yaml"))) {
      throw new UnknownPackException(idOrFolder, ids());
    }
    return folder;
  }

  /// A pack that is named by id or by path.
  public Pack load(String idOrFolder) throws PackException, UnknownPackException {
    Path directory = directory(idOrFolder);
    return ids().contains(idOrFolder)
        ? PackLoader.loadProven(directory)
        : PackLoader.load(directory);
  }

  /// The same, proving a shipped pack again as if it were a stranger's.
  public Pack check(String idOrFolder) throws PackException, UnknownPackException {
    return PackLoader.load(directory(idOrFolder));
  }

  List<Pack> loadAll(List<String> idsOrFolders) throws PackException, UnknownPackException {
    List<Pack> packs = new ArrayList<>();
    for (String idOrFolder : idsOrFolders.isEmpty() ? List.of(DEFAULT) : idsOrFolders) {
      packs.add(load(idOrFolder));
    }
    return packs;
  }
}
