import { alertmanager } from './alertmanager';
import { argocd } from './argocd';
import { azureDevOps } from './azureDevOps';
import { cdevents } from './cdevents';
import { generic } from './generic';
import { github } from './github';
import { gitlab } from './gitlab';
import { pagerduty } from './pagerduty';
import type { Sender } from './Sender';

/** Every sender. */
export const senders: readonly Sender[] = [
  alertmanager,
  argocd,
  azureDevOps,
  cdevents,
  generic,
  github,
  gitlab,
  pagerduty,
];
