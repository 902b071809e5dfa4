import { parseEntityRef } from '@backstage/catalog-model';
import type { WidgetProps } from '@portal/plugin-widgets-react';
import { EnvironmentMatrix } from './EnvironmentMatrix';

/** What runs in the environments of a board. */
export function BoardMatrix({ settings, environments }: WidgetProps) {
  return (
    <EnvironmentMatrix
      scope={String(settings.scope)}
      only={environments.map(ref => parseEntityRef(ref).name)}
    />
  );
}
