import type {
  DurationPercentiles,
  LeadTimeFigures,
} from '@portal/plugin-dora-common';
import {
  formatDuration,
  formatNumber,
  type DataColumn,
} from '@portal/plugin-metrics-react';

type Line = { id: keyof LeadTimeFigures; title: string; detail: string };

const estimators: Line[] = [
  {
    id: 'fromCommit',
    title: 'From commit',
    detail: 'each change, from its own commit',
  },
  {
    id: 'fromFirstCommit',
    title: 'From first commit',
    detail: 'each pull request, from its first commit',
  },
  {
    id: 'fromMerge',
    title: 'From merge',
    detail: 'each pull request, from its merge',
  },
];
const parts: Line[] = [
  {
    id: 'coding',
    title: 'Coding',
    detail: 'first commit to the opening of the pull request',
  },
  { id: 'review', title: 'Review', detail: 'opening to merge' },
  {
    id: 'mergeToDeploy',
    title: 'Merge to deploy',
    detail: 'merge to the end of the deployment',
  },
];

/** A line of the tables of the lead time. */
export type LeadTimeRow = Line & { figures: DurationPercentiles };

function rowsOf(lines: Line[], leadTimes: LeadTimeFigures): LeadTimeRow[] {
  return lines.flatMap(line => {
    const figures = leadTimes[line.id];
    return figures ? [{ ...line, figures }] : [];
  });
}

/** What is known of the lead time: by where it is taken to begin, and by where it goes. */
export function leadTimeRows(leadTimes: LeadTimeFigures): {
  byStart: LeadTimeRow[];
  byPart: LeadTimeRow[];
} {
  return {
    byStart: rowsOf(estimators, leadTimes),
    byPart: rowsOf(parts, leadTimes),
  };
}

function hours(
  id: string,
  title: string,
  of: 'p50' | 'p75' | 'p90',
): DataColumn<LeadTimeRow> {
  return {
    id,
    title,
    text: ({ figures }) => formatDuration(figures[of]),
    value: ({ figures }) => figures[of],
  };
}

/** What a file holds of each line, in hours. */
export const leadTimeColumns: readonly DataColumn<LeadTimeRow>[] = [
  { id: 'part', title: 'Part', text: ({ title }) => title },
  { id: 'meaning', title: 'Meaning', text: ({ detail }) => detail },
  hours('medianHours', 'Median', 'p50'),
  hours('p75Hours', '75 %', 'p75'),
  hours('p90Hours', '90 %', 'p90'),
  {
    id: 'sampleSize',
    title: 'n',
    text: ({ figures }) => formatNumber(figures.count),
    value: ({ figures }) => figures.count,
  },
];
