import type { RootConfigService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { HumanDuration } from '@backstage/types';
import { dashboardKind } from '@portal/plugin-dashboards-common';

/** The board that people of some groups, or everyone, begin with. References are complete and in lower case. */
export type DefaultHome = { groups?: string[]; board: string };

/** The settings of the plugin. */
export type DashboardsConfig = {
  homes: DefaultHome[];
  frequency: HumanDuration;
};

export function readDashboardsConfig(
  config: RootConfigService,
): DashboardsConfig {
  const key = 'dashboards.history.frequency';
  return {
    homes: (config.getOptionalConfigArray('dashboards.homes') ?? []).map(
      readHome,
    ),
    frequency: config.has(key)
      ? readDurationFromConfig(config, { key })
      : { seconds: 5 },
  };
}

function readHome(config: Config, index: number): DefaultHome {
  const at = `dashboards.homes[${index}]`;
  return {
    groups: config
      .getOptionalStringArray('groups')
      ?.map(ref => readRef(ref, 'group', `${at}.groups`)),
    board: readRef(config.getString('board'), dashboardKind, `${at}.board`),
  };
}

function readRef(text: string, kind: string, at: string): string {
  const ref = parseEntityRef(text, {
    defaultKind: kind,
    defaultNamespace: 'default',
  });
  if (ref.kind.toLowerCase() !== kind.toLowerCase()) {
    throw new InputError(
      `${at}: found ${text}, expected the reference of a ${kind.toLowerCase()}, such as ${kind.toLowerCase()}:default/prod1`,
    );
  }
  return stringifyEntityRef(ref);
}
