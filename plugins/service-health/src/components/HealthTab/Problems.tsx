import { Alert } from '@backstage/ui';

/** What is wrong with the annotations of an entity, and what to write instead. */
export function Problems(props: { problems: readonly string[] }) {
  return props.problems.length === 0 ? null : (
    <Alert
      status="warning"
      icon
      title="Some of the health annotations can not be read"
      description={props.problems.join(' ')}
    />
  );
}
