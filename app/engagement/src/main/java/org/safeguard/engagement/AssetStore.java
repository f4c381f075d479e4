package org.safeguard.engagement;

import java.sql.SQLException;
import java.util.List;
import org.safeguard.model.risk.Asset;
import org.safeguard.model.verdict.ObjectReference;

/// The ePHI inventory of a run.
final class AssetStore {

  private final Database database;

  AssetStore(Database database) {
    this.database = database;
  }

  void save(long run, List<Asset> assets, References references) throws SQLException {
    try (Batch rows = database.batch("assets/insert")) {
      for (int i = 0; i < assets.size(); i++) {
        Asset asset = assets.get(i);
        rows.add(
            run,
            i,
            references.number(asset.object()),
            asset.ephi(),
            asset.designatedBy(),
            asset.dataKind(),
            asset.owner(),
            asset.criticality(),
            RecordJson.of(asset.storage()),
            RecordJson.of(asset.exposure()),
            asset.replicas(),
            RecordJson.of(asset.images()));
      }
      rows.flush();
    }
  }

  List<Asset> ofRun(long run, List<ObjectReference> references) throws SQLException {
    return database.list("assets/of_run", row -> asset(row, references), run);
  }

  private static Asset asset(Row row, List<ObjectReference> references) throws SQLException {
    return new Asset(
        References.at(references, row.number("object")),
        row.text("ephi"),
        row.text("designated_by"),
        row.text("data_kind"),
        row.text("owner"),
        row.text("criticality"),
        RecordJson.texts(row.text("storage")),
        RecordJson.texts(row.text("exposure")),
        row.number("replicas"),
        RecordJson.texts(row.text("images")));
  }
}
