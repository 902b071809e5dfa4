import { Link } from '@backstage/ui';
import { EntityLink } from '@portal/plugin-metrics-react';
import styles from './ComponentName.module.css';
import type { NameCheck } from './useNameCheck';

/** Says what came of checking a name. Its place is always there, so that nothing jumps. */
export function NameVerdict(props: {
  id: string;
  problem?: string;
  check: NameCheck;
}) {
  const { id, problem, check } = props;
  const isBad = Boolean(problem) || check.state === 'taken';
  let tone: 'bad' | 'good' | undefined;
  if (isBad) {
    tone = 'bad';
  } else if (check.state === 'free') {
    tone = 'good';
  }
  return (
    <p id={id} className={styles.verdict} data-tone={tone} aria-live="polite">
      {problem ?? <Verdict check={check} />}
    </p>
  );
}

function Verdict({ check }: { check: NameCheck }) {
  switch (check.state) {
    case 'checking':
      return <>Looking whether the name is free …</>;
    case 'free':
      return <>The name is free</>;
    case 'failed':
      return (
        <>
          Whether the name is free could not be checked now; it is checked again
          when you go on
        </>
      );
    case 'taken':
      return check.holder.type === 'entity' ? (
        <>
          The name is taken by <EntityLink entityRef={check.holder.entityRef} />
        </>
      ) : (
        <>
          The name is taken by the repository{' '}
          <Link href={`/repositories/${check.holder.name}`}>
            {check.holder.name}
          </Link>
        </>
      );
    default:
      return <></>;
  }
}
