import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

register([
  BarChart,
  GridComponent,
  LegendComponent,
  LineChart,
  ScatterChart,
  SVGRenderer,
]);

const width = 720;
/** Told apart by who does not tell red from green, on paper. */
const colours = ['#1f4e79', '#c45a00', '#0b7a75', '#7a6a00', '#8a3b8f', '#555'];

/** A chart as SVG, drawn on the server. */
export function drawChart(
  option: Record<string, unknown>,
  height: number,
): string {
  const chart = init(null, null, {
    renderer: 'svg',
    ssr: true,
    width,
    height,
  });
  try {
    chart.setOption({ color: colours, animation: false, ...option });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
