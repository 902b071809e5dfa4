import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Alert } from '@backstage/ui';

/** Says that the board on screen is not the newest, and why not. */
export function BrokenVersion(props: { owner: string; problems: string[] }) {
  const { owner, problems } = props;
  const { primaryTitle } = useEntityPresentation(owner);
  return (
    <Alert
      status="warning"
      icon
      title="The newest version of this dashboard is broken; this is the last good one"
      description={`${problems.join(' ')} ${primaryTitle} keeps it.`}
    />
  );
}
