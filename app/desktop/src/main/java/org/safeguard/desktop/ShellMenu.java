package org.safeguard.desktop;

import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import org.safeguard.desktop.look.ThemeChoice;
import org.safeguard.desktop.look.Themes;
import org.safeguard.desktop.session.EngagementSession;
import org.safeguard.desktop.text.Messages;
import org.safeguard.workbench.ExportFormat;

/// Every action with its key.
final class ShellMenu {

  private final ShellViewModel model;
  private final EngagementSession session;
  private final Themes themes;
  private final Messages messages;
  private final Runnable find;
  private final BooleanBinding busy;
  private final BooleanBinding nothingAssessed;

  /// @param find moves the keyboard to the text filter of the findings
  ShellMenu(
      ShellViewModel model,
      EngagementSession session,
      Themes themes,
      Messages messages,
      Runnable find) {
    this.model = model;
    this.session = session;
    this.themes = themes;
    this.messages = messages;
    this.find = find;
    busy =
        Bindings.createBooleanBinding(model::busy, model.screenProperty(), model.captureProperty());
    nothingAssessed = session.assessmentProperty().isNull().or(busy);
  }

  MenuBar create() {
    MenuBar bar = new MenuBar(file(), view());
    bar.setUseSystemMenuBar(true);
    return bar;
  }

  private Menu file() {
    Menu menu = new Menu(messages.text("menu.file"));
    MenuItem quit = item("menu.quit", "Shortcut+Q", Platform::exit);
    menu.getItems()
        .addAll(
            unlessBusy(item("menu.new", "Shortcut+N", session::newEngagement)),
            unlessBusy(item("menu.open", "Shortcut+O", session::openEngagement)),
            new SeparatorMenuItem(),
            unlessBusy(item("menu.connect", "Shortcut+K", () -> model.show(Screen.CONNECT))),
            unlessBusy(item("menu.assess-file", "Shortcut+R", session::assessFile)),
            unlessBusy(item("menu.assess-folder", "Shortcut+Shift+R", session::assessFolder)),
            new SeparatorMenuItem(),
            export("menu.export-xlsx", "Shortcut+E", ExportFormat.XLSX),
            export("menu.export-json", "Shortcut+Shift+J", ExportFormat.JSON),
            export("menu.export-csv", "Shortcut+Shift+C", ExportFormat.CSV),
            new SeparatorMenuItem(),
            quit);
    return menu;
  }

  private Menu view() {
    Menu menu = new Menu(messages.text("menu.view"));
    MenuItem overview = item("menu.overview", "Shortcut+1", () -> model.show(Screen.OVERVIEW));
    MenuItem findings = item("menu.findings", "Shortcut+2", () -> model.show(Screen.FINDINGS));
    MenuItem filter = item("menu.find", "Shortcut+F", find);
    overview.disableProperty().bind(session.engagementProperty().isNull().or(busy));
    findings.disableProperty().bind(nothingAssessed);
    filter.disableProperty().bind(nothingAssessed);
    menu.getItems()
        .addAll(
            unlessBusy(item("menu.start", "Shortcut+0", () -> model.show(Screen.START))),
            overview,
            findings,
            new SeparatorMenuItem(),
            filter,
            new SeparatorMenuItem(),
            theme());
    return menu;
  }

  private Menu theme() {
    Menu menu = new Menu(messages.text("menu.theme"));
    ToggleGroup group = new ToggleGroup();
    for (ThemeChoice choice : ThemeChoice.values()) {
      RadioMenuItem item = new RadioMenuItem(messages.text(name(choice)));
      item.setToggleGroup(group);
      item.setOnAction(_ -> themes.choose(choice));
      themes.choiceProperty().subscribe(chosen -> item.setSelected(chosen == choice));
      menu.getItems().add(item);
    }
    return menu;
  }

  private static String name(ThemeChoice choice) {
    return switch (choice) {
      case SYSTEM -> "menu.theme-system";
      case LIGHT -> "menu.theme-light";
      case DARK -> "menu.theme-dark";
    };
  }

  private MenuItem export(String key, String keys, ExportFormat format) {
    MenuItem item = item(key, keys, () -> session.export(format));
    item.disableProperty().bind(nothingAssessed);
    return item;
  }

  private MenuItem unlessBusy(MenuItem item) {
    item.disableProperty().bind(busy);
    return item;
  }

  private MenuItem item(String key, String keys, Runnable action) {
    MenuItem item = new MenuItem(messages.text(key));
    item.setAccelerator(KeyCombination.valueOf(keys));
    item.setOnAction(_ -> action.run());
    return item;
  }
}
