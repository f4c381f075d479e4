package org.safeguard.desktop.platform;

import java.nio.file.Path;
import java.util.List;
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

  /// Which files to assess together; none when the user turned back.
  List<Path> sourceFiles();

  /// Which folder to assess.
  Optional<Path> sourceFolder();

  /// Which scope file goes with the sources.
  Optional<Path> scopeFile();

  /// Which kubeconfig to read.
  Optional<Path> kubeconfig();

  /// Where a captured bundle goes.
  ///
  /// @param suggested the file proposed, perhaps with its folder
  Optional<Path> bundle(Path suggested);

  /// Where an export goes; the user may choose another format than the proposed one.
  ///
  /// @param baseName a file name without ending
  Optional<ExportTarget> export(String baseName, ExportFormat proposed);

  /// Whether to do what `action`, a verb, says.
  boolean confirm(String question, String action);

  /// Whether a program that a kubeconfig names for logging in may run. The command is shown as it
  /// would run; turning back is what Enter does.
  ///
  /// @param context the context of the kubeconfig that names it
  boolean runPlugin(String context, List<String> command);

  /// Tells of a failure that no screen can show.
  void error(Failure failure);
}
