import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ActionClient } from './ActionClient';
import { createGetSecurityScoreAction } from './createGetSecurityScoreAction';
import { createGetUpgradePlanAction } from './createGetUpgradePlanAction';
import { createGetSecretAgesAction } from './createGetSecretAgesAction';
import { createListSecurityFindingsAction } from './createListSecurityFindingsAction';
import { createProposeSecurityExceptionAction } from './createProposeSecurityExceptionAction';
import { createWhereAffectedAction } from './createWhereAffectedAction';

/** What an action is made with. */
export type ActionOptions = {
  actionsRegistry: ActionsRegistryService;
  client: ActionClient;
};

/** Offers the plugin's reads to assistants, and asking for an exception. Deciding on one is left to people. */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  auth: AuthService;
  discovery: DiscoveryService;
}): void {
  const { actionsRegistry } = options;
  const client = ActionClient.create(options);
  for (const create of [
    createGetSecurityScoreAction,
    createListSecurityFindingsAction,
    createWhereAffectedAction,
    createGetUpgradePlanAction,
    createGetSecretAgesAction,
    createProposeSecurityExceptionAction,
  ]) {
    create({ actionsRegistry, client });
  }
}
