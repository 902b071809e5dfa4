import { Card, Text } from '@backstage/ui';
import type { LeadTimeFigures } from '@portal/plugin-dora-common';
import {
  ExportMenu,
  formatDuration,
  formatNumber,
  ScrollBox,
} from '@portal/plugin-metrics-react';
import {
  leadTimeColumns,
  leadTimeRows,
  type LeadTimeRow,
} from './leadTimeRows';
import styles from './LeadTimeCard.module.css';

function PercentileTable(props: { label: string; rows: LeadTimeRow[] }) {
  const { label, rows } = props;
  const longest = Math.max(...rows.map(({ figures }) => figures.p90), 0);
  const share = (hours: number) =>
    `${longest > 0 ? (hours / longest) * 100 : 0}%`;
  return (
    <ScrollBox label={label}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{label}</th>
            <th scope="col">Median</th>
            <th scope="col">75 %</th>
            <th scope="col">90 %</th>
            <th scope="col">n</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, title, detail, figures }) => (
            <tr key={id}>
              <th scope="row">
                {title}
                <span className={styles.detail}>{detail}</span>
                <span className={styles.bar} aria-hidden="true">
                  <span
                    className={styles.long}
                    style={{ width: share(figures.p90) }}
                  />
                  <span
                    className={styles.middle}
                    style={{ width: share(figures.p50) }}
                  />
                </span>
              </th>
              <td>
                <strong>{formatDuration(figures.p50)}</strong>
              </td>
              <td>{formatDuration(figures.p75)}</td>
              <td>{formatDuration(figures.p90)}</td>
              <td>{formatNumber(figures.count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** The lead time by where it is taken to begin, and where it goes, as far as pull requests are known. */
export function LeadTimeCard(props: {
  leadTimes: LeadTimeFigures;
  /** Without an ending. */
  fileName: string;
}) {
  const { leadTimes, fileName } = props;
  const { byStart, byPart } = leadTimeRows(leadTimes);
  const merged = leadTimes.review?.count ?? 0;
  const unknownStarts = merged - (leadTimes.coding?.count ?? 0);
  if (byStart.length === 0 && byPart.length === 0) {
    return null;
  }
  return (
    <Card className={styles.card}>
      <div className={styles.head}>
        <Text as="h3" variant="title-x-small" className={styles.title}>
          Lead time in detail
        </Text>
        <ExportMenu
          fileName={fileName}
          columns={leadTimeColumns}
          rows={[...byStart, ...byPart]}
        />
      </div>
      <p className={styles.text}>
        Half of the changes take no longer than the median, nine of ten no
        longer than 90 %. The dark bar ends at the median, the light one at 90
        %.
      </p>
      <div className={styles.tables}>
        {byStart.length > 0 ? (
          <PercentileTable label="Where it begins" rows={byStart} />
        ) : undefined}
        {byPart.length > 0 ? (
          <div>
            <PercentileTable label="Where it goes" rows={byPart} />
            {unknownStarts > 0 ? (
              <p className={styles.text}>
                {formatNumber(unknownStarts)} of {formatNumber(merged)} pull
                requests say nothing of the coding: their first commit is not
                known, or is younger than the request. Webhooks never tell it;
                GitHub’s REST API does, and an import can.
              </p>
            ) : undefined}
          </div>
        ) : (
          <p className={styles.text}>
            Coding, review and waiting can be told apart where pull requests are
            known. Connect the tool that holds them to see where the time goes.
          </p>
        )}
      </div>
    </Card>
  );
}
