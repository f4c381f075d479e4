package org.safeguard.desktop;

import static org.safeguard.desktop.look.Nodes.button;
import static org.safeguard.desktop.look.Nodes.label;
import static org.safeguard.desktop.look.Nodes.row;
import static org.safeguard.desktop.look.Nodes.spring;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.safeguard.desktop.look.Icon;
import org.safeguard.desktop.look.Nodes;
import org.safeguard.desktop.session.EngagementSession;
import org.safeguard.desktop.text.Messages;
import org.safeguard.desktop.usecase.Engagement;
import org.safeguard.workbench.ExportFormat;

/// The open engagement, its screens, and what is done with it most.
final class ShellHeader {

  private final ShellViewModel model;
  private final EngagementSession session;
  private final Messages messages;

  private final Label name = label("", Styles.TEXT_BOLD);
  private final Label folder = label("", Styles.TEXT_MUTED, Styles.TEXT_SMALL);
  private final ToggleButton overview;
  private final ToggleButton findings;

  ShellHeader(ShellViewModel model, EngagementSession session, Messages messages) {
    this.model = model;
    this.session = session;
    this.messages = messages;
    overview = screen("header.overview", Screen.OVERVIEW, Styles.LEFT_PILL);
    findings = screen("header.findings", Screen.FINDINGS, Styles.RIGHT_PILL);
  }

  HBox create() {
    ToggleGroup screens = new ToggleGroup();
    screens.getToggles().addAll(overview, findings);
    folder.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    folder.setMaxWidth(320);
    name.setMinWidth(Region.USE_PREF_SIZE);
    Button assess = button(messages.text("header.assess"), session::assessFile);
    MenuButton export = export();
    findings.disableProperty().bind(session.assessmentProperty().isNull());
    export.disableProperty().bind(session.assessmentProperty().isNull());
    HBox header =
        row(
            "shell-header",
            Icon.SHIELD.node(),
            name,
            folder,
            spring(),
            row("shell-screens", overview, findings),
            spring(),
            assess,
            export);
    model.engagementProperty().subscribe(engagement -> show(engagement));
    model.screenProperty().subscribe(screen -> showOn(header, screen));
    return header;
  }

  private MenuButton export() {
    MenuButton menu = new MenuButton(messages.text("header.export"));
    menu.setId("export");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    menu.getStyleClass().add(Styles.ACCENT);
    for (ExportFormat format : ExportFormat.values()) {
      MenuItem item =
          new MenuItem(
              messages.text(
                  switch (format) {
                    case XLSX -> "header.export-xlsx";
                    case JSON -> "header.export-json";
                    case CSV -> "header.export-csv";
                  }));
      item.setOnAction(_ -> session.export(format));
      menu.getItems().add(item);
    }
    return menu;
  }

  private ToggleButton screen(String key, Screen screen, String style) {
    ToggleButton toggle = new ToggleButton(messages.text(key));
    toggle.setId("show-" + screen);
    toggle.setMinWidth(Region.USE_PREF_SIZE);
    toggle.getStyleClass().add(style);
    toggle.setOnAction(
        _ -> {
          toggle.setSelected(true); // one of them is always chosen
          model.show(screen);
        });
    return toggle;
  }

  private void show(@Nullable Engagement engagement) {
    Path file = engagement == null ? Path.of("") : engagement.file().toAbsolutePath();
    name.setText(String.valueOf(file.getFileName()));
    folder.setText(file.getParent() == null ? "" : file.getParent().toString());
  }

  private void showOn(HBox header, Screen screen) {
    boolean open = model.engagementProperty().get() != null;
    boolean here = screen == Screen.OVERVIEW || screen == Screen.FINDINGS;
    Nodes.setShown(header, open && here);
    overview.setSelected(screen == Screen.OVERVIEW);
    findings.setSelected(screen == Screen.FINDINGS);
  }
}
