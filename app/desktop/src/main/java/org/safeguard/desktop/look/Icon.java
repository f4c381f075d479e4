package org.safeguard.desktop.look;

import javafx.scene.layout.Region;

/// Small drawings in the colour of the text beside them. They say nothing that the text does not
/// say, so screen readers pass over them.
public enum Icon {
  SHIELD(
      "M12 1 21 4.5V11c0 5.6-3.8 10-9 12-5.2-2-9-6.4-9-12V4.5ZM10.6 16.2 17.2 9.6 15.8 8.2"
          + " 10.6 13.4 8.2 11 6.8 12.4Z"),
  FILE("M5 1h9l5 5v17H5ZM13 2.8V7h4.2ZM8 11v1.6h8V11Zm0 4v1.6h8V15Z"),
  FOLDER("M2 4h7l2 3h11v13H2Z"),
  DROP("M11 2h2v9h4l-5 6-5-6h4ZM3 17h2v3h14v-3h2v5H3Z"),
  SEARCH(
      "M10 2a8 8 0 0 1 6.3 12.9l5.4 5.4-1.4 1.4-5.4-5.4A8 8 0 1 1 10 2Zm0 2a6 6 0 1 0 0 12 6 6"
          + " 0 0 0 0-12Z"),
  LOCK("M7 10V7a5 5 0 0 1 10 0v3h2v12H5V10Zm2 0h6V7a3 3 0 0 0-6 0Z"),
  CHECK("M9 16.2 4.8 12l-1.4 1.4L9 19 21 7l-1.4-1.4Z"),
  CROSS(
      "M5.4 4 12 10.6 18.6 4 20 5.4 13.4 12 20 18.6 18.6 20 12 13.4 5.4 20 4 18.6 10.6 12 4"
          + " 5.4Z"),
  ALERT("M12 2 23 21H1ZM11 9v6h2V9Zm0 8v2h2v-2Z"),
  QUESTION(
      "M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20Zm-1 14v2h2v-2Zm1-10a4 4 0 0 0-4 4h2a2 2 0 1 1 3"
          + " 1.7c-1.2.8-2 1.5-2 3.3h2c0-1 .5-1.400 1.400-2A4 4 0 0 0 12 6Z"),
  MOON("M20 14.500A8.500 8.500 0 0 1 9.500 4 8.500 8.500 0 1 0 20 14.500Z");

  private static final String STYLE = "icon";

  private final String path;

  Icon(String path) {
    this.path = path;
  }

  /// A new node of it, sixteen pixels wide and high unless CSS says otherwise.
  public Region node() {
    Region region = new Region();
    region.getStyleClass().add(STYLE);
    region.setStyle("-fx-shape: \"" + path + "\";");
    return region;
  }
}
