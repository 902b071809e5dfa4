import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { FixedTitle, OverviewContent } from './OverviewContent';

/** The delivery tab of a group, system or domain. */
export function EntityOverview() {
  const { entity } = useEntity();
  return (
    <OverviewContent
      scope={stringifyEntityRef(entity)}
      title={<FixedTitle />}
    />
  );
}
