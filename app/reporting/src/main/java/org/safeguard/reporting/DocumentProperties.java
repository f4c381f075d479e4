package org.safeguard.reporting;

import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// The properties that Excel and file managers show of a document.
final class DocumentProperties {

  private DocumentProperties() {}

  static void set(XSSFWorkbook workbook, Report report) {
    var assessment = report.assessment();
    var scope = assessment.scope();
    Optional<Date> time = Optional.of(Date.from(assessment.assessedAt()));
    POIXMLProperties.CoreProperties core = workbook.getProperties().getCoreProperties();
    core.setTitle(CellText.of(Words.orElse(scope.title(), "Risk analysis")));
    core.setSubjectProperty("Risk analysis under 45 CFR 164.308(a)(1)(ii)(A)");
    core.setCreator(CellText.of(Words.orElse(scope.assessor(), "Safeguard Workbench")));
    core.setLastModifiedByUser("Safeguard Workbench " + assessment.toolVersion());
    core.setCreated(time);
    core.setModified(time);
    core.setIdentifier(assessment.id());
    core.setKeywords("HIPAA; Security Rule; risk analysis; ePHI");
    POIXMLProperties.ExtendedProperties extended = workbook.getProperties().getExtendedProperties();
    extended.setCompany(CellText.of(scope.client()));
    extended.setApplication("Safeguard Workbench");
  }

  static void set(XSSFWorkbook workbook, Comparison comparison) {
    Optional<Date> time = Optional.of(Date.from(comparison.time()));
    POIXMLProperties.CoreProperties core = workbook.getProperties().getCoreProperties();
    core.setTitle("Comparison");
    core.setCreator("Safeguard Workbench");
    core.setLastModifiedByUser("Safeguard Workbench");
    core.setCreated(time);
    core.setModified(time);
    workbook.getProperties().getExtendedProperties().setApplication("Safeguard Workbench");
  }
}
