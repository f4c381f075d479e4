package org.safeguard.rulepacks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The rule packs that ship with the workbench.
public final class RulePacks {

  private static final String HIPAA_CONTAINER_SAFEGUARDS = "hipaa-container-safeguards";

  private RulePacks() {}

  /// The ids of the packs, in the order in which they are offered.
  public static List<String> ids() {
    return List.of(HIPAA_CONTAINER_SAFEGUARDS);
  }

  /// The directory of a pack: on disk during development, inside our jar otherwise. The jar's file
  /// system stays open for as long as the program runs, so the path can be used at any time.
  ///
  /// @throws IllegalArgumentException when there is no such pack
  public static Path directory(String id) {
    URL manifest = RulePacks.class.getResource("/packs/" + id + "/pack.yaml");
    if (!ids().contains(id) || manifest == null) {
      throw new IllegalArgumentException("There is no rule pack " + id + "; there are " + ids());
    }
    try {
      URI place = manifest.toURI();
      Path file = place.getScheme().equals("jar") ? inJar(place) : Path.of(place);
      Path directory = file.getParent();
      if (directory == null) {
        throw new IllegalStateException("A file without a folder: " + file);
      }
      return directory;
    } catch (URISyntaxException e) {
      throw new IllegalStateException("A class loader gave a broken address: " + manifest, e);
    }
  }

  private static Path inJar(URI place) {
    try {
      return jar(place).provider().getPath(place);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileSystem jar(URI place) throws IOException {
    try {
      return FileSystems.newFileSystem(place, Map.of());
    } catch (FileSystemAlreadyExistsException e) {
      return FileSystems.getFileSystem(place);
    }
  }
}
