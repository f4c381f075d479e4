package org.safeguard.desktop.platform;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.safeguard.desktop.task.Failure;
import org.safeguard.desktop.text.Messages;
import org.safeguard.workbench.ExportFormat;

/// The dialogs of the operating system, over one window. Each opens in the folder used last.
public final class FxDialogs implements Dialogs {

  private final Window owner;
  private final Messages messages;
  private @Nullable File folder;

  public FxDialogs(Window owner, Messages messages) {
    this.owner = owner;
    this.messages = messages;
  }

  @Override
  public Optional<Path> newEngagement(String suggestedName) {
    FileChooser chooser = chooser("dialog.new-engagement", engagements());
    chooser.setInitialFileName(suggestedName);
    return remembered(chooser.showSaveDialog(owner)).map(file -> ending(file, "safeguard"));
  }

  @Override
  public Optional<Path> openEngagement() {
    return remembered(
        chooser("dialog.open-engagement", engagements(), everything()).showOpenDialog(owner));
  }

  @Override
  public List<Path> sourceFiles() {
    List<File> chosen = chooser("dialog.source-file", everything()).showOpenMultipleDialog(owner);
    if (chosen == null) {
      return List.of();
    }
    remembered(chosen.getFirst());
    return chosen.stream().map(File::toPath).toList();
  }

  @Override
  public Optional<Path> scopeFile() {
    return remembered(
        chooser("dialog.scope", new ExtensionFilter("YAML", "*.yaml", "*.yml"), everything())
            .showOpenDialog(owner));
  }

  @Override
  public Optional<Path> kubeconfig() {
    return remembered(chooser("dialog.kubeconfig", everything()).showOpenDialog(owner));
  }

  @Override
  public Optional<Path> bundle(Path suggested) {
    FileChooser chooser =
        chooser("dialog.bundle", new ExtensionFilter(messages.text("dialog.bundles"), "*.zip"));
    chooser.setInitialFileName(String.valueOf(suggested.getFileName()));
    Path parent = suggested.getParent();
    if (parent != null && parent.toFile().isDirectory()) {
      chooser.setInitialDirectory(parent.toFile());
    }
    return remembered(chooser.showSaveDialog(owner)).map(file -> ending(file, "zip"));
  }

  @Override
  public Optional<Path> sourceFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(messages.text("dialog.source-folder"));
    chooser.setInitialDirectory(folder);
    return remembered(chooser.showDialog(owner));
  }

  @Override
  public Optional<ExportTarget> export(String baseName, ExportFormat proposed) {
    ExtensionFilter[] filters =
        Arrays.stream(ExportFormat.values()).map(this::filter).toArray(ExtensionFilter[]::new);
    FileChooser chooser = chooser("dialog.export", filters);
    chooser.setInitialFileName(baseName + "." + proposed.extension());
    chooser.setSelectedExtensionFilter(filters[proposed.ordinal()]);
    Optional<Path> file = remembered(chooser.showSaveDialog(owner));
    int chosen = Arrays.asList(filters).indexOf(chooser.getSelectedExtensionFilter());
    ExportFormat format = chosen < 0 ? proposed : ExportFormat.values()[chosen];
    return file.map(
        path -> new ExportTarget(ending(path, format.orOf(path).extension()), format.orOf(path)));
  }

  @Override
  public boolean confirm(String question, String action) {
    ButtonType go = new ButtonType(action, ButtonData.OK_DONE);
    ButtonType back = new ButtonType(messages.text("dialog.back"), ButtonData.CANCEL_CLOSE);
    Alert alert = new Alert(Alert.AlertType.CONFIRMATION, question, go, back);
    return shown(alert, messages.text("dialog.confirm")).filter(go::equals).isPresent();
  }

  @Override
  public boolean runPlugin(String context, List<String> command) {
    return PluginAlert.of(messages, context, command, owner).asked();
  }

  @Override
  public void error(Failure failure) {
    ButtonType close = new ButtonType(messages.text("dialog.close"), ButtonData.CANCEL_CLOSE);
    Alert alert = new Alert(Alert.AlertType.ERROR, failure.remedy(), close);
    shown(alert, failure.what());
  }

  private Optional<ButtonType> shown(Alert alert, String header) {
    alert.initOwner(owner);
    alert.setTitle(messages.text("app.name"));
    alert.setHeaderText(header);
    return alert.showAndWait();
  }

  private FileChooser chooser(String title, ExtensionFilter... filters) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.text(title));
    chooser.setInitialDirectory(folder);
    chooser.getExtensionFilters().setAll(filters);
    return chooser;
  }

  private ExtensionFilter engagements() {
    return new ExtensionFilter(messages.text("dialog.engagements"), "*.safeguard");
  }

  private ExtensionFilter everything() {
    return new ExtensionFilter(messages.text("dialog.everything"), "*");
  }

  private ExtensionFilter filter(ExportFormat format) {
    String title =
        switch (format) {
          case XLSX -> "export.xlsx";
          case JSON -> "export.json";
          case CSV -> "export.csv";
        };
    return new ExtensionFilter(messages.text(title), "*." + format.extension());
  }

  private Optional<Path> remembered(@Nullable File chosen) {
    if (chosen == null) {
      return Optional.empty();
    }
    folder = chosen.isDirectory() ? chosen : chosen.getParentFile();
    return Optional.of(chosen.toPath());
  }

  private static Path ending(Path file, String extension) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith("." + extension) ? file : file.resolveSibling(name + "." + extension);
  }
}
