package org.safeguard.desktop.platform;

import java.nio.file.Path;
import java.util.Optional;
import org.safeguard.desktop.task.Failure;
import org.safeguard.workbench.ExportFormat;

/// Questions that are asked in windows of their own. Every answer is empty when the user turned
/// back.
public interface Dialogs {

  /// Where a new engagement file goes.
  ///
  /// @param suggestedName a file name with its ending
  Optional<Path> newEngagement(String suggestedName);

  /// Which engagement file to open.
  Optional<Path> openEngagement();

  /// Which file to assess.
  Optional<Path> sourceFile();

  /// Which folder to assess.
  Optional<Path> sourceFolder();

  /// Where an export goes; the user may choose another format than the proposed one.
  ///
  /// @param baseName a file name without ending
  Optional<ExportTarget> export(String baseName, ExportFormat proposed);

  /// Whether to do what `action`, a verb, says.
  boolean confirm(String question, String action);

  /// Tells of a failure that no screen can show.
  void error(Failure failure);
}
