package org.safeguard.reporting;

import java.util.List;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Asset;

/// Where ePHI is stored, received, maintained or transmitted, as far as somebody said.
final class InventorySheet implements ReportSheet {

  enum Column {
    KIND,
    NAMESPACE,
    NAME,
    EPHI,
    DESIGNATED_BY,
    DATA_KIND,
    OWNER,
    CRITICALITY,
    STORAGE,
    EXPOSURE,
    REPLICAS,
    IMAGES
  }

  static final String TABLE = "Inventory";

  @Override
  public List<String> names() {
    return List.of(TABLE);
  }

  @Override
  public void fill(Template template, Report report, Progress progress) {
    TableSheet sheet = new TableSheet(template, progress, TABLE);
    sheet.fill(
        Column.class,
        16,
        "No workload was found in the sources",
        report.assessment().assets(),
        InventorySheet::asset);
    sheet.end();
  }

  private static void asset(TableRow<Column> row, Asset asset) {
    row.text(Column.KIND, asset.object().kind())
        .text(Column.NAMESPACE, asset.object().namespace())
        .text(Column.NAME, asset.object().name())
        .text(Column.EPHI, asset.ephi())
        .text(Column.DESIGNATED_BY, asset.designatedBy())
        .text(Column.DATA_KIND, asset.dataKind())
        .text(Column.OWNER, asset.owner())
        .text(Column.CRITICALITY, asset.criticality())
        .text(Column.STORAGE, Words.lines(asset.storage(), 12))
        .text(Column.EXPOSURE, Words.lines(asset.exposure(), 12))
        .number(Column.REPLICAS, asset.replicas())
        .text(Column.IMAGES, Words.lines(asset.images(), 12));
  }
}
