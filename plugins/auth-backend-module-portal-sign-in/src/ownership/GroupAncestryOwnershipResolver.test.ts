import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { GroupAncestryOwnershipResolver } from './GroupAncestryOwnershipResolver';

function entity(kind: string, name: string, relations: [string, string][]) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name },
    spec: {},
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  } satisfies Entity;
}

function resolve(user: Entity, groups: Entity[]) {
  return GroupAncestryOwnershipResolver.create({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities: groups }),
  }).resolveOwnershipEntityRefs(user);
}

describe('GroupAncestryOwnershipResolver', () => {
  it('climbs from the direct groups to the top', async () => {
    const user = entity('User', 'jane', [
      ['memberOf', 'group:default/team'],
      ['memberOf', 'group:default/guild'],
      ['ownerOf', 'component:default/shop'],
    ]);
    const groups = [
      entity('Group', 'team', [['childOf', 'group:default/department']]),
      entity('Group', 'guild', []),
      entity('Group', 'department', [
        ['childOf', 'group:default/company'],
        ['parentOf', 'group:default/team'],
        ['parentOf', 'group:default/other-team'],
      ]),
      entity('Group', 'company', []),
    ];
    await expect(resolve(user, groups)).resolves.toEqual({
      ownershipEntityRefs: [
        'user:default/jane',
        'group:default/team',
        'group:default/guild',
        'group:default/department',
        'group:default/company',
      ],
    });
  });

  it('ends in a circle, and keeps a group that the catalog does not have', async () => {
    const user = entity('User', 'jane', [
      ['memberOf', 'group:default/a'],
      ['memberOf', 'group:default/gone'],
    ]);
    const groups = [
      entity('Group', 'a', [['childOf', 'group:default/b']]),
      entity('Group', 'b', [['childOf', 'group:default/a']]),
    ];
    await expect(resolve(user, groups)).resolves.toEqual({
      ownershipEntityRefs: [
        'user:default/jane',
        'group:default/a',
        'group:default/gone',
        'group:default/b',
      ],
    });
  });

  it('gives a user without groups the user alone', async () => {
    await expect(resolve(entity('User', 'jane', []), [])).resolves.toEqual({
      ownershipEntityRefs: ['user:default/jane'],
    });
  });
});
