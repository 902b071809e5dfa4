/**
 * The roles of the portal.
 *
 * @public
 */
export const roleIds = [
  'reader',
  'member',
  'platform-engineer',
  'executive',
  'finance',
  'security',
  'administrator',
] as const;

/** @public */
export type RoleId = (typeof roleIds)[number];

/**
 * What a role may do, by the exact names of permissions.
 *
 * @public
 */
export type RolePermissions = {
  /** Has everything that these roles have, too. */
  includes: readonly RoleId[];
  /** May do, to anything. */
  allow: readonly string[];
  /** May do to what is the user's own: entities that the user or a group of the user owns, tasks the user started. */
  allowOwn: readonly string[];
};

/**
 * Role by role, what it may do. What is not named here nobody may do: a new plugin adds its permissions here.
 *
 * @remarks
 *
 * No wildcards: a permission that an update of a plugin brings must be given on purpose.
 *
 * @public
 */
export const rolePermissions: Readonly<Record<RoleId, RolePermissions>> = {
  /** Looks at everything that describes the organisation's software and its delivery; changes nothing. */
  reader: {
    includes: [],
    allow: [
      'activity.read',
      'catalog.entity.read',
      'catalog.location.read',
      'dashboards.board.read',
      'docs-coverage.read',
      'dora.metrics.read',
      'metrics.value.read',
      'org-history.read',
      'repositories.read',
      'scaffolder-portal.read',
      'scaffolder.template.parameter.read',
      'scaffolder.template.step.read',
      'security-score.score.read',
      'service-health.state.read',
    ],
    allowOwn: ['executive.node.read'],
  },

  /** Builds software: registers components, runs templates, looks after what its groups own. */
  member: {
    includes: ['reader'],
    allow: [
      'catalog.entity.create',
      'catalog.entity.validate',
      'catalog.location.analyze',
      'catalog.location.create',
      'dashboards.board.create',
      'dashboards.board.delete',
      'dashboards.board.share',
      'dashboards.board.update',
      'executive.debt.manage',
      'executive.goal.manage',
      'finops.cost.read-own',
      'finops.finding.triage',
      'kubernetes.clusters.read',
      'kubernetes.resources.read',
      'scaffolder-portal.approval.withdraw',
      'scaffolder-portal.preview',
      'scaffolder-portal.upgrade',
      'scaffolder.action.execute',
      'scaffolder.task.create',
      'security-score.finding.read-own',
      'security-score.finding.triage',
    ],
    allowOwn: [
      'catalog.entity.delete',
      'catalog.entity.refresh',
      'scaffolder.task.cancel',
      'scaffolder.task.read',
    ],
  },

  /** Runs the portal's content: every entity, location, template and task, imports, schedules and clusters. */
  'platform-engineer': {
    includes: ['member'],
    allow: [
      'catalog.entities.unprocessed.delete',
      'catalog.entities.unprocessed.read',
      'catalog.entity.delete',
      'catalog.entity.refresh',
      'catalog.ingestion.manage',
      'catalog.ingestion.read',
      'catalog.location.delete',
      'devtools.administer',
      'devtools.external-dependencies',
      'devtools.info',
      'devtools.scheduler.read',
      'devtools.scheduler.trigger',
      'dora.records.import',
      'dora.triage.read',
      'finops.allocation.manage',
      'finops.budget.manage',
      'finops.cost.read',
      'finops.import.manage',
      'kubernetes.proxy',
      'scaffolder-portal.upgrade-any',
      'scaffolder.task.cancel',
      'scaffolder.task.read',
      'scaffolder.template.dry-run',
      'scaffolder.template.management',
      'security-score.report.import',
      'service-health.check.report',
      'service-health.maintenance.manage',
      'webhooks.delivery.read',
      'webhooks.delivery.replay',
    ],
    allowOwn: [],
  },

  /** Reads figures to decide by, on boards of their own, and what everything costs. */
  executive: {
    includes: ['reader'],
    allow: [
      'dashboards.board.create',
      'dashboards.board.delete',
      'dashboards.board.share',
      'dashboards.board.update',
      'executive.debt.manage',
      'executive.goal.manage',
      'executive.exemption.manage',
      'executive.initiative.manage',
      'executive.node.read',
      'executive.pack.manage',
      'executive.rates.manage',
      'finops.budget.manage',
      'finops.cost.read',
    ],
    allowOwn: [],
  },

  /** Brings cost in, says whose it is, sets budgets and closes months. */
  finance: {
    includes: ['reader'],
    allow: [
      'executive.node.read',
      'executive.rates.manage',
      'finops.allocation.manage',
      'finops.budget.manage',
      'finops.cost.read',
      'finops.finding.triage',
      'finops.import.manage',
      'finops.statement.close',
    ],
    allowOwn: [],
  },

  /** Reads every finding, says what it is, and decides on exceptions. */
  security: {
    includes: ['reader'],
    allow: [
      'security-score.exception.approve',
      'security-score.finding.read',
      'security-score.finding.triage',
      'security-score.report.import',
    ],
    allowOwn: [],
  },

  /** Runs the installation itself, its configuration included. */
  administrator: {
    includes: ['platform-engineer', 'executive', 'finance', 'security'],
    allow: ['devtools.config', 'executive.formula.manage'],
    allowOwn: [],
  },
};
