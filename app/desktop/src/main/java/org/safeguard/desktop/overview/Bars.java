package org.safeguard.desktop.overview;

import static org.safeguard.desktop.look.Nodes.label;

import atlantafx.base.theme.Styles;
import java.text.NumberFormat;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.safeguard.desktop.text.Messages;

/// Counts as bars that share one scale: a name, a bar, a number.
final class Bars {

  private final Messages messages;

  Bars(Messages messages) {
    this.messages = messages;
  }

  /// One bar.
  ///
  /// @param style the class that colours it
  /// @param action what choosing its name does; null where it does nothing
  record Bar(String name, int count, String style, @Nullable Runnable action) {}

  Node of(List<Bar> bars) {
    int most = Math.max(1, bars.stream().mapToInt(Bar::count).max().orElse(1));
    GridPane grid = new GridPane();
    grid.getStyleClass().add("overview-bars");
    grid.getColumnConstraints().setAll(fitting(), growing(), fitting());
    for (int row = 0; row < bars.size(); row++) {
      Bar bar = bars.get(row);
      Label count = label(NumberFormat.getIntegerInstance().format(bar.count), "overview-count");
      count.setMinWidth(Region.USE_PREF_SIZE);
      grid.addRow(row, name(bar), track(bar, (double) bar.count / most), count);
    }
    return grid;
  }

  private Node name(Bar bar) {
    Runnable action = bar.action;
    String spoken = messages.text("overview.bar-accessible", bar.name, bar.count);
    if (action == null || bar.count == 0) {
      Label name = label(bar.name);
      name.setMinWidth(Region.USE_PREF_SIZE);
      name.setAccessibleText(spoken);
      return name;
    }
    Button name = new Button(bar.name);
    name.setMnemonicParsing(false);
    name.getStyleClass().addAll(Styles.FLAT, "overview-bar-name");
    name.setMinWidth(Region.USE_PREF_SIZE);
    name.setAccessibleText(spoken);
    name.setOnAction(_ -> action.run());
    return name;
  }

  private static Node track(Bar bar, double part) {
    Region fill = new Region();
    fill.getStyleClass().addAll("overview-fill", bar.style);
    StackPane track = new StackPane(fill);
    track.getStyleClass().add("overview-track");
    StackPane.setAlignment(fill, Pos.CENTER_LEFT);
    double least = bar.count == 0 ? 0 : 3;
    fill.maxWidthProperty()
        .bind(track.widthProperty().map(width -> Math.max(least, width.doubleValue() * part)));
    return track;
  }

  private static ColumnConstraints fitting() {
    ColumnConstraints column = new ColumnConstraints();
    column.setMinWidth(Region.USE_PREF_SIZE);
    return column;
  }

  private static ColumnConstraints growing() {
    ColumnConstraints column = new ColumnConstraints();
    column.setHgrow(Priority.ALWAYS);
    return column;
  }
}
