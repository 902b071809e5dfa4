/**
 * The drawing library, with the parts that our charts use and no other. Only ever imported with `import()`: it comes
 * with the first chart that is shown.
 */
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent } from 'echarts/components';
import { init, use as register, type EChartsType } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

register([
  BarChart,
  GridComponent,
  LabelLayout,
  LineChart,
  MarkLineComponent,
  ScatterChart,
  SVGRenderer,
]);

/** Makes a drawing in an element. Dispose it before the element goes. */
export function createDrawing(
  element: HTMLElement,
  size: { width: number; height: number },
): EChartsType {
  return init(element, undefined, { renderer: 'svg', ...size });
}
