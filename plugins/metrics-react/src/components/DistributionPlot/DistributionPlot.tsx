import { useMemo } from 'react';
import type { MetricUnit } from '@portal/plugin-metrics-common';
import { formatValue } from '../../format';
import type { DataColumn } from '../../table';
import { Chart, type ChartReach, type ChartTheme } from '../Chart';
import { histogramPlan } from './histogramPlan';
import { plotHeight, stripPlan } from './stripPlan';
import type { DistributionItem, DistributionMark } from './types';

/** Properties of {@link DistributionPlot}. */
export type DistributionPlotProps = {
  /** The finding where there is one: "Half of the services wait less than a day". */
  title: string;
  meaning?: string;
  unit: MetricUnit;
  /** What the items are, in the plural: "services". */
  noun: string;
  /** Those with a value. Memoise them. */
  items: readonly DistributionItem[];
  /** Memoise them. */
  marks?: readonly DistributionMark[];
  /** `strip`: a dot each; `histogram`: how many have which value. Default: dots up to 150 items. */
  form?: 'strip' | 'histogram';
  /** Without an ending. */
  fileName: string;
  demo?: boolean;
  surface?: 'card' | 'plain';
  /** Opens one item, by its id. Dots only. */
  onOpen?: (id: string) => void;
};

const mostDots = 150;
const noMarks: readonly DistributionMark[] = [];
const dotReach: ChartReach = { nearest: 'both' };

/** How the values of a group are spread: never one blended figure for it. */
export function DistributionPlot(props: DistributionPlotProps) {
  const { unit, noun, items, marks = noMarks } = props;
  const { form = items.length <= mostDots ? 'strip' : 'histogram' } = props;
  const plan = useMemo(() => {
    const draw = form === 'strip' ? stripPlan : histogramPlan;
    return (theme: ChartTheme, width: number) =>
      draw({ items, unit, noun, marks }, theme, width);
  }, [form, items, unit, noun, marks]);
  const columns: DataColumn<DistributionItem>[] = [
    { id: 'id', title: 'Id', text: item => item.id },
    { id: 'name', title: 'Name', text: item => item.title },
    {
      id: 'value',
      title: 'Value',
      text: item => formatValue(item.value, unit),
      value: item => item.value,
    },
  ];
  return (
    <Chart
      title={props.title}
      meaning={props.meaning}
      columns={columns.slice(1)}
      rows={[...items].sort((a, b) => a.value - b.value)}
      rowId={item => item.id}
      fileName={props.fileName}
      fileColumns={columns}
      demo={props.demo}
      surface={props.surface}
      empty={items.length === 0 ? `No ${noun} have a value yet.` : undefined}
      height={plotHeight}
      plan={plan}
      reach={form === 'strip' ? dotReach : undefined}
      onOpen={form === 'strip' ? props.onOpen : undefined}
    />
  );
}
