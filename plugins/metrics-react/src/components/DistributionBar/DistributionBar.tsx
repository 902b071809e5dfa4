import { formatNumber, formatRatio } from '../../format';
import type { DataColumn } from '../../table';
import { ChartFrame } from '../ChartFrame';
import { BandBar, type BandCount } from './BandBar';

/** Properties of {@link DistributionBar}. */
export type DistributionBarProps = {
  /** The finding where there is one: "Most services deploy daily". */
  title: string;
  meaning?: string;
  /** What is counted, in the plural: "services". */
  noun: string;
  /** From best to worst; those without a rank last. */
  bands: readonly BandCount[];
  /** Without an ending. */
  fileName: string;
  demo?: boolean;
  surface?: 'card' | 'plain';
};

function columnsOf(noun: string, total: number): DataColumn<BandCount>[] {
  const share = (band: BandCount) =>
    total > 0 ? band.count / total : undefined;
  return [
    { id: 'band', title: 'Band', text: band => band.title },
    { id: 'meaning', title: 'Meaning', text: band => band.detail ?? '' },
    {
      id: 'count',
      title: `Number of ${noun}`,
      text: band => formatNumber(band.count),
      value: band => band.count,
    },
    {
      id: 'share',
      title: 'Share',
      text: band => formatRatio(share(band) ?? 0),
      value: share,
    },
  ];
}

/** How many of a group are in each band: never one blended figure for the group. */
export function DistributionBar(props: DistributionBarProps) {
  const { title, meaning, noun, bands, fileName, demo, surface } = props;
  const total = bands.reduce((sum, band) => sum + band.count, 0);
  return (
    <ChartFrame
      title={title}
      meaning={meaning}
      columns={columnsOf(noun, total)}
      rows={bands}
      rowId={band => band.id}
      fileName={fileName}
      demo={demo}
      surface={surface}
      empty={total === 0 ? `There are no ${noun} here.` : undefined}
    >
      <BandBar label={title} bands={bands} />
    </ChartFrame>
  );
}
