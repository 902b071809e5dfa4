import { Link } from '@backstage/ui';
import { RiCheckboxCircleLine, RiPieChart2Line } from '@remixicon/react';
import { formatNumber } from '../../format';
import styles from './CoverageNote.module.css';

/** Properties of {@link CoverageNote}. */
export type CoverageNoteProps = {
  /** How many have data. */
  have: number;
  /** How many there are. */
  of: number;
  /** What is counted, in the plural. Default: "services". */
  noun?: string;
  /** What they have. Default: "data". */
  what?: string;
  /** Where those without it are listed. */
  missingHref?: string;
};

/** Says how much of a group a figure rests on: "42 of 60 services have data", with the way to the missing ones. */
export function CoverageNote(props: CoverageNoteProps) {
  const { have, of, noun = 'services', what = 'data', missingHref } = props;
  const missing = Math.max(0, of - have);
  if (of === 0) {
    return <p className={styles.note}>There are no {noun} here</p>;
  }
  const Icon = missing === 0 ? RiCheckboxCircleLine : RiPieChart2Line;
  return (
    <p className={styles.note}>
      <Icon size={16} aria-hidden="true" />
      <span>
        {missing === 0
          ? `All ${formatNumber(of)} ${noun} have ${what}`
          : `${formatNumber(have)} of ${formatNumber(of)} ${noun} have ${what}`}
      </span>
      {missing > 0 && missingHref ? (
        <Link href={missingHref}>
          {missing === 1
            ? 'Show the missing one'
            : `Show the ${formatNumber(missing)} missing`}
        </Link>
      ) : undefined}
    </p>
  );
}
