import type { ReactNode } from 'react';
import {
  ButtonIcon,
  Card,
  Link,
  Skeleton,
  Tooltip,
  TooltipTrigger,
} from '@backstage/ui';
import { RiInformationLine } from '@remixicon/react';
import styles from './FigureTile.module.css';

/** Properties of {@link FigureTile}. */
export type FigureTileProps = {
  title: string;
  /** What it is and how it is calculated. */
  meaning: string;
  /** Absent while it is on its way. */
  value?: ReactNode;
  /** What stands below the value: a change, a range, a state. */
  children?: ReactNode;
  href?: string;
  surface?: 'card' | 'plain';
};

/** One figure: its name, value, and what to make of it. It has the same height in every state. */
export function FigureTile(props: FigureTileProps) {
  const { title, meaning, value, children, href, surface = 'card' } = props;
  const content = (
    <>
      <div className={styles.head}>
        <h3 className={styles.name}>
          {href ? (
            <Link href={href} standalone className={styles.target}>
              {title}
            </Link>
          ) : (
            title
          )}
        </h3>
        <TooltipTrigger>
          <ButtonIcon
            size="small"
            variant="tertiary"
            className={styles.raised}
            icon={<RiInformationLine />}
            aria-label={`What is ${title.toLocaleLowerCase()}?`}
          />
          <Tooltip>{meaning}</Tooltip>
        </TooltipTrigger>
      </div>
      {value === undefined ? (
        <>
          <Skeleton width="50%" height={28} />
          <Skeleton width="80%" height={16} />
        </>
      ) : (
        <>
          <div className={styles.value}>{value}</div>
          <div className={styles.body}>{children}</div>
        </>
      )}
    </>
  );
  return surface === 'card' ? (
    <Card className={styles.tile} aria-busy={value === undefined}>
      {content}
    </Card>
  ) : (
    <div
      className={`${styles.tile} ${styles.plain}`}
      aria-busy={value === undefined}
    >
      {content}
    </div>
  );
}
