import { useMemo } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { everything } from '@portal/plugin-metrics-common';
import { CostContent, FixedTitle } from './CostContent';

/** The cost tab of a component, group, system, domain or environment. */
export function EntityCost() {
  const { entity } = useEntity();
  const isEnvironment =
    entity.kind.toLocaleLowerCase('en-US') === 'resource' &&
    entity.spec?.type === 'environment';
  const fixed = useMemo(
    () =>
      isEnvironment
        ? { scope: everything, environment: entity.metadata.name }
        : { scope: stringifyEntityRef(entity) },
    [isEnvironment, entity],
  );
  return <CostContent fixed={fixed} title={<FixedTitle />} />;
}
