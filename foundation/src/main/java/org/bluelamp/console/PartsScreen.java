package org.bluelamp.console;

/// The four charts of the page of parts, with made-up figures.
public record PartsScreen(ChartDistribution distribution, ChartBars bars, ChartTrend trend, ChartAreas areas) {}
