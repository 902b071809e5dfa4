import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { ScaffolderTask } from '@backstage/plugin-scaffolder-common';
import {
  templateVersionOf,
  type RunStatus,
} from '@portal/plugin-scaffolder-portal-common';
import type { StoredRun } from '../database/RunStore';
import type { EventSummary } from './summariseEvents';

const statuses: readonly RunStatus[] = [
  'open',
  'processing',
  'completed',
  'failed',
  'cancelled',
];

/** The row of a task; undefined for one of no template of the catalog. */
export function toStoredRun(
  task: ScaffolderTask,
  events?: EventSummary,
): StoredRun | undefined {
  const { templateInfo, steps } = task.spec;
  if (!templateInfo?.entityRef) {
    return undefined;
  }
  const templateRef = stringifyEntityRef(
    parseEntityRef(templateInfo.entityRef, { defaultKind: 'template' }),
  );
  const metadata = templateInfo.entity?.metadata;
  const failedStep =
    task.status === 'failed' && events?.failedStepId
      ? steps.find(({ id }) => id === events.failedStepId)
      : undefined;
  const status = statusOf(task);
  return {
    taskId: task.id,
    templateRef,
    templateTitle: metadata?.title ?? metadata?.name ?? templateRef,
    templateVersion: templateVersionOf(metadata?.annotations),
    createdBy: task.spec.user?.ref,
    status,
    heartbeat: task.lastHeartbeatAt,
    startedAt: new Date(task.createdAt),
    endedAt: events?.endedAt,
    failedStep: failedStep && { id: failedStep.id, name: failedStep.name },
    entityRefs: status === 'completed' ? events?.entityRefs ?? [] : [],
  };
}

/** A state that the scaffolder may get some day is one in which nothing has ended. */
export function statusOf(task: Pick<ScaffolderTask, 'status'>): RunStatus {
  return statuses.find(status => status === task.status) ?? 'processing';
}
