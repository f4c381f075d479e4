package org.safeguard.reporting;

import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;

/// The charts of the summary. Each value stands on its bar, and each bar has its word on the axis.
final class SummaryCharts {

  private final Page page;
  private final XSSFDrawing drawing;

  private SummaryCharts(Page page) {
    this.page = page;
    this.drawing = page.sheet.createDrawingPatriarch();
  }

  /// @param top row of the chart beside the heat map
  /// @param below row of the two charts below it
  /// @param figures first row of the figures behind the charts
  static void draw(Page page, int top, int below, int figures) {
    SummaryCharts charts = new SummaryCharts(page);
    charts.levels(top, figures);
    charts.words(
        "Checks by result",
        "Bar chart: how many checks failed, could not be assessed, passed or do not apply",
        new XSSFClientAnchor(0, 0, 0, 0, 0, below, 6, below + 10),
        figures,
        4,
        6,
        List.of(Look.CONTRADICTED, Look.UNKNOWN, Look.SUPPORTED, "D5DAE0"));
    charts.words(
        "Safeguards by what the evidence says",
        "Bar chart: how many safeguards the evidence contradicts, does not cover, leaves to attestation or supports",
        new XSSFClientAnchor(0, 0, 0, 0, 6, below, 12, below + 10),
        figures,
        8,
        10,
        List.of(Look.CONTRADICTED, Look.UNKNOWN, Look.ATTESTATION, Look.SUPPORTED));
  }

  private void levels(int top, int figures) {
    XSSFChart chart =
        chart(
            "Risks by level",
            "Column chart: how many risks there are at each level now, and how many would remain after the planned treatment",
            new XSSFClientAnchor(60_000, 60_000, 0, 0, 6, top, 12, top + 11));
    XDDFBarChartData data = bars(chart, BarDirection.COL);
    CellRangeAddress words = new CellRangeAddress(figures, figures + 4, 0, 0);
    series(data, words, new CellRangeAddress(figures, figures + 4, 1, 1), "Now", Look.NAVY);
    series(
        data, words, new CellRangeAddress(figures, figures + 4, 2, 2), "After treatment", "8FB8C4");
    chart.plot(data);
    chart.getOrAddLegend().setPosition(LegendPosition.TOP);
    chart.getCTChart().getPlotArea().getBarChartArray(0).getSerList().forEach(SummaryCharts::label);
  }

  private void words(
      String title,
      String alternative,
      XSSFClientAnchor anchor,
      int figures,
      int word,
      int value,
      List<String> colours) {
    XSSFChart chart = chart(title, alternative, anchor);
    XDDFBarChartData data = bars(chart, BarDirection.BAR);
    series(
        data,
        new CellRangeAddress(figures, figures + colours.size() - 1, word, word),
        new CellRangeAddress(figures, figures + colours.size() - 1, value, value),
        title,
        Look.NAVY);
    chart.plot(data);
    CTBarSer series = chart.getCTChart().getPlotArea().getBarChartArray(0).getSerArray(0);
    for (int i = 0; i < colours.size(); i++) {
      var point = series.addNewDPt();
      point.addNewIdx().setVal(i);
      point.addNewInvertIfNegative().setVal(false);
      point
          .addNewSpPr()
          .addNewSolidFill()
          .addNewSrgbClr()
          .setVal(java.util.HexFormat.of().parseHex(colours.get(i)));
    }
    label(series);
  }

  private XSSFChart chart(String title, String alternative, XSSFClientAnchor anchor) {
    XSSFChart chart = drawing.createChart(anchor);
    var frame =
        chart.getGraphicFrame().getCTGraphicalObjectFrame().getNvGraphicFramePr().getCNvPr();
    frame.setName(title);
    frame.setDescr(alternative);
    chart.setTitleOverlay(false);
    chart.deleteLegend();
    if (!title.equals("Risks by level")) {
      chart.setTitleText(title);
      var run = chart.getCTChart().getTitle().getTx().getRich().getPArray(0).getRArray(0);
      var properties = run.isSetRPr() ? run.getRPr() : run.addNewRPr();
      properties.setSz(1100);
      properties.setB(true);
    } else {
      chart.setAutoTitleDeleted(true);
    }
    return chart;
  }

  private static XDDFBarChartData bars(XSSFChart chart, BarDirection direction) {
    boolean columns = direction == BarDirection.COL;
    XDDFCategoryAxis words =
        chart.createCategoryAxis(columns ? AxisPosition.BOTTOM : AxisPosition.LEFT);
    XDDFValueAxis values = chart.createValueAxis(columns ? AxisPosition.LEFT : AxisPosition.BOTTOM);
    words.setCrosses(AxisCrosses.AUTO_ZERO);
    values.setCrosses(AxisCrosses.AUTO_ZERO);
    values.setVisible(false);
    values.setMinimum(0);
    values.setCrossBetween(AxisCrossBetween.BETWEEN);
    words.setMajorTickMark(AxisTickMark.NONE);
    if (!columns) {
      words.setOrientation(AxisOrientation.MAX_MIN);
    }
    XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, words, values);
    data.setBarDirection(direction);
    data.setBarGrouping(BarGrouping.CLUSTERED);
    data.setVaryColors(false);
    data.setGapWidth(columns ? 60 : 45);
    return data;
  }

  private void series(
      XDDFBarChartData data,
      CellRangeAddress words,
      CellRangeAddress values,
      String title,
      String colour) {
    XDDFCategoryDataSource categories =
        XDDFDataSourcesFactory.fromStringCellRange(page.sheet, words);
    XDDFNumericalDataSource<Double> numbers =
        XDDFDataSourcesFactory.fromArray(
            java.util.Collections.nCopies(values.getNumberOfCells(), 0.0).toArray(Double[]::new),
            values.formatAsString(page.sheet.getSheetName(), true));
    XDDFChartData.Series series = data.addSeries(categories, numbers);
    series.setTitle(title, null);
    // Without a fill of its own a series stays empty in some viewers.
    series.setFillProperties(
        new XDDFSolidFillProperties(XDDFColor.from(java.util.HexFormat.of().parseHex(colour))));
  }

  private static void label(CTBarSer series) {
    CTDLbls labels = series.isSetDLbls() ? series.getDLbls() : series.addNewDLbls();
    labels.addNewShowLegendKey().setVal(false);
    labels.addNewShowVal().setVal(true);
    labels.addNewShowCatName().setVal(false);
    labels.addNewShowSerName().setVal(false);
    labels.addNewShowPercent().setVal(false);
    labels.addNewShowBubbleSize().setVal(false);
  }
}
