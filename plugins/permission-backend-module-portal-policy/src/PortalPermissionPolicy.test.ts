import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogPermissions } from '@backstage/plugin-catalog-common/alpha';
import { unprocessedEntitiesPermissions } from '@backstage/plugin-catalog-unprocessed-entities-common';
import { devToolsPermissions } from '@backstage/plugin-devtools-common';
import {
  devToolsTaskSchedulerCreatePermission,
  devToolsTaskSchedulerReadPermission,
} from '@backstage/plugin-devtools-common/alpha';
import { kubernetesPermissions } from '@backstage/plugin-kubernetes-common';
import {
  createPermission,
  type Permission,
} from '@backstage/plugin-permission-common';
import { scaffolderPermissions } from '@backstage/plugin-scaffolder-common/alpha';
import { activityPermissions } from '@portal/plugin-activity-common';
import { docsCoveragePermissions } from '@portal/plugin-docs-coverage-common';
import { dashboardsPermissions } from '@portal/plugin-dashboards-common';
import { doraPermissions } from '@portal/plugin-dora-common';
import { executivePermissions } from '@portal/plugin-executive-common';
import { finopsPermissions } from '@portal/plugin-finops-common';
import { metricsPermissions } from '@portal/plugin-metrics-common';
import { orgHistoryPermissions } from '@portal/plugin-org-history-common';
import { repositoriesPermissions } from '@portal/plugin-repositories-common';
import { scaffolderPortalPermissions } from '@portal/plugin-scaffolder-portal-common';
import { securityScorePermissions } from '@portal/plugin-security-score-common';
import { serviceHealthPermissions } from '@portal/plugin-service-health-common';
import { webhooksPermissions } from '@portal/plugin-webhooks-common';
import fc from 'fast-check';
import { PortalPermissionPolicy } from './PortalPermissionPolicy';
import { RoleAssignments } from './RoleAssignments';
import { roleIds, rolePermissions, type RoleId } from './rolePermissions';

/** Every permission of the installed plugins. */
const installedPermissions: Permission[] = [
  ...catalogPermissions,
  ...Object.values(unprocessedEntitiesPermissions),
  ...devToolsPermissions,
  devToolsTaskSchedulerReadPermission,
  devToolsTaskSchedulerCreatePermission,
  ...kubernetesPermissions,
  ...scaffolderPermissions,
  ...activityPermissions,
  ...docsCoveragePermissions,
  ...dashboardsPermissions,
  ...doraPermissions,
  ...executivePermissions,
  ...finopsPermissions,
  ...metricsPermissions,
  ...orgHistoryPermissions,
  ...repositoriesPermissions,
  ...scaffolderPortalPermissions,
  ...securityScorePermissions,
  ...serviceHealthPermissions,
  ...webhooksPermissions,
];

/**
 * Columns: reader, member, platform engineer, executive, finance, security, administrator.
 * `+` allowed, `o` allowed for the user's own, `-` denied.
 */
const table: Record<string, string> = {
  'activity.read': '+ + + + + + +',
  'catalog.entity.read': '+ + + + + + +',
  'catalog.entity.create': '- + + - - - +',
  'catalog.entity.validate': '- + + - - - +',
  'catalog.entity.refresh': '- o + - - - +',
  'catalog.entity.delete': '- o + - - - +',
  'catalog.location.read': '+ + + + + + +',
  'catalog.location.analyze': '- + + - - - +',
  'catalog.location.create': '- + + - - - +',
  'catalog.location.delete': '- - + - - - +',
  'catalog.ingestion.read': '- - + - - - +',
  'catalog.ingestion.manage': '- - + - - - +',
  'catalog.entities.unprocessed.read': '- - + - - - +',
  'catalog.entities.unprocessed.delete': '- - + - - - +',
  'devtools.administer': '- - + - - - +',
  'devtools.info': '- - + - - - +',
  'devtools.config': '- - - - - - +',
  'devtools.external-dependencies': '- - + - - - +',
  'devtools.scheduler.read': '- - + - - - +',
  'devtools.scheduler.trigger': '- - + - - - +',
  'kubernetes.clusters.read': '- + + - - - +',
  'kubernetes.resources.read': '- + + - - - +',
  'kubernetes.proxy': '- - + - - - +',
  'scaffolder-portal.read': '+ + + + + + +',
  'scaffolder-portal.preview': '- + + - - - +',
  'scaffolder-portal.approval.withdraw': '- + + - - - +',
  'scaffolder-portal.upgrade': '- + + - - - +',
  'scaffolder-portal.upgrade-any': '- - + - - - +',
  'scaffolder.action.execute': '- + + - - - +',
  'scaffolder.template.parameter.read': '+ + + + + + +',
  'scaffolder.template.step.read': '+ + + + + + +',
  'scaffolder.template.dry-run': '- - + - - - +',
  'scaffolder.template.management': '- - + - - - +',
  'scaffolder.task.create': '- + + - - - +',
  'scaffolder.task.read': '- o + - - - +',
  'scaffolder.task.cancel': '- o + - - - +',
  'docs-coverage.read': '+ + + + + + +',
  'dashboards.board.read': '+ + + + + + +',
  'dashboards.board.create': '- + + + - - +',
  'dashboards.board.update': '- + + + - - +',
  'dashboards.board.delete': '- + + + - - +',
  'dashboards.board.share': '- + + + - - +',
  'dora.metrics.read': '+ + + + + + +',
  'dora.records.import': '- - + - - - +',
  'dora.triage.read': '- - + - - - +',
  'executive.debt.manage': '- + + + - - +',
  'executive.exemption.manage': '- - - + - - +',
  'executive.formula.manage': '- - - - - - +',
  'executive.goal.manage': '- + + + - - +',
  'executive.initiative.manage': '- - - + - - +',
  'executive.node.read': 'o o o + + o +',
  'executive.pack.manage': '- - - + - - +',
  'executive.rates.manage': '- - - + + - +',
  'finops.allocation.manage': '- - + - + - +',
  'finops.budget.manage': '- - + + + - +',
  'finops.cost.read': '- - + + + - +',
  'finops.cost.read-own': '- + + - - - +',
  'finops.finding.triage': '- + + - + - +',
  'finops.import.manage': '- - + - + - +',
  'finops.statement.close': '- - - - + - +',
  'metrics.value.read': '+ + + + + + +',
  'org-history.read': '+ + + + + + +',
  'repositories.read': '+ + + + + + +',
  'security-score.exception.approve': '- - - - - + +',
  'security-score.finding.read': '- - - - - + +',
  'security-score.finding.read-own': '- + + - - - +',
  'security-score.finding.triage': '- + + - - + +',
  'security-score.report.import': '- - + - - + +',
  'security-score.score.read': '+ + + + + + +',
  'service-health.state.read': '+ + + + + + +',
  'service-health.check.report': '- - + - - - +',
  'service-health.maintenance.manage': '- - + - - - +',
  'webhooks.delivery.read': '- - + - - - +',
  'webhooks.delivery.replay': '- - + - - - +',
};

const marks: Record<string, string> = {
  ALLOW: '+',
  CONDITIONAL: 'o',
  DENY: '-',
};

function createPolicy(
  groupsOf: Partial<Record<RoleId, string>>,
  refs: string[],
) {
  const roles = Object.fromEntries(
    Object.entries(groupsOf).map(([role, group]) => [
      role,
      { groups: [group] },
    ]),
  );
  return PortalPermissionPolicy.create({
    assignments: RoleAssignments.fromConfig(
      new ConfigReader({ permission: { portal: { roles } } }),
    ),
    userInfo: mockServices.userInfo({
      userEntityRef: 'user:default/jane',
      ownershipEntityRefs: ['user:default/jane', ...refs],
    }),
  });
}

const allRoles = Object.fromEntries(
  roleIds.map(role => [role, `group:default/${role}s`]),
);
const jane = {
  credentials: mockCredentials.user('user:default/jane'),
  info: { userEntityRef: 'user:default/jane', ownershipEntityRefs: [] },
};

function decide(roles: readonly RoleId[], permission: Permission) {
  return createPolicy(
    allRoles,
    roles.map(role => `group:default/${role}s`),
  ).handle({ permission }, jane);
}

describe('PortalPermissionPolicy', () => {
  it('has a row for each permission of the installed plugins, and names no other', () => {
    const installed = installedPermissions.map(({ name }) => name).sort();
    expect(Object.keys(table).sort()).toEqual([...new Set(installed)]);
    const named = Object.values(rolePermissions).flatMap(
      ({ allow, allowOwn }) => [...allow, ...allowOwn],
    );
    expect([...new Set(named)].sort()).toEqual(Object.keys(table).sort());
  });

  describe.each(Object.entries(table))('%s', (name, row) => {
    const permission = installedPermissions.find(p => p.name === name)!;

    it.each(roleIds.map((role, column) => [role, row.split(' ')[column]]))(
      'as %s: %s',
      async (role, expected) => {
        const { result } = await decide([role as RoleId], permission);
        expect(marks[result]).toBe(expected);
      },
    );

    it('is denied without a role, and without a user', async () => {
      const policy = createPolicy(allRoles, ['group:default/others']);
      await expect(policy.handle({ permission }, jane)).resolves.toEqual({
        result: 'DENY',
      });
      await expect(policy.handle({ permission })).resolves.toEqual({
        result: 'DENY',
      });
    });
  });

  it("knows a member's own entities by the groups, and own tasks by the user", async () => {
    const find = (name: string) =>
      installedPermissions.find(permission => permission.name === name)!;
    await expect(
      decide(['member'], find('catalog.entity.delete')),
    ).resolves.toEqual({
      result: 'CONDITIONAL',
      pluginId: 'catalog',
      resourceType: 'catalog-entity',
      conditions: {
        rule: 'IS_ENTITY_OWNER',
        resourceType: 'catalog-entity',
        params: { claims: ['user:default/jane', 'group:default/members'] },
      },
    });
    await expect(
      decide(['member'], find('scaffolder.task.read')),
    ).resolves.toEqual({
      result: 'CONDITIONAL',
      pluginId: 'scaffolder',
      resourceType: 'scaffolder-task',
      conditions: {
        rule: 'IS_TASK_OWNER',
        resourceType: 'scaffolder-task',
        params: { createdBy: ['user:default/jane'] },
      },
    });
  });

  it('lets the most permissive of several roles win', async () => {
    const order = ['-', 'o', '+'];
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...roleIds)),
        fc.constantFrom(...installedPermissions),
        async (roles, permission) => {
          const best = Math.max(
            0,
            ...roles.map(role =>
              order.indexOf(
                table[permission.name].split(' ')[roleIds.indexOf(role)],
              ),
            ),
          );
          const { result } = await decide(roles, permission);
          expect(marks[result]).toBe(order[best]);
        },
      ),
    );
  });

  it('denies every permission that the table does not name, to every role', async () => {
    const word = fc.stringMatching(/^[a-z-]{1,12}$/);
    const unknown = fc
      .oneof(
        fc.array(word, { minLength: 1, maxLength: 4 }).map(w => w.join('.')),
        fc.constantFrom(...Object.keys(table)).chain(name =>
          fc.oneof(
            word.map(suffix => `${name}.${suffix}`),
            word.map(prefix => `${prefix}.${name}`),
            fc.constant(name.slice(0, -1)),
            fc.constant(name.toUpperCase()),
            fc.constant(`${name} `),
          ),
        ),
        fc.constantFrom('*', 'catalog.*', '__proto__', 'constructor', ''),
      )
      .filter(name => !Object.hasOwn(table, name));
    await fc.assert(
      fc.asyncProperty(unknown, async name => {
        const permission = createPermission({ name, attributes: {} });
        await expect(decide(roleIds, permission)).resolves.toEqual({
          result: 'DENY',
        });
      }),
    );
  });

  it('denies what is allowed for own things only where nothing tells whose they are', async () => {
    const permission = createPermission({
      name: 'catalog.entity.delete',
      attributes: {},
    });
    await expect(decide(['member'], permission)).resolves.toEqual({
      result: 'DENY',
    });
  });
});
