import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { RoleAssignments } from './RoleAssignments';

function assignments(portal: JsonObject) {
  return RoleAssignments.fromConfig(
    new ConfigReader({ permission: { portal } }),
  );
}

describe('RoleAssignments', () => {
  it('finds roles by group and by user, without regard to letter case', () => {
    const roles = assignments({
      roles: {
        reader: { users: ['user:development/guest'] },
        member: { groups: ['Group:Default/Engineering', 'design'] },
        'platform-engineer': { groups: ['group:ops/platform'] },
        administrator: { users: ['jane'] },
      },
    });
    expect(roles.rolesOf(['user:development/guest'])).toEqual(['reader']);
    expect(
      roles.rolesOf(['user:default/ann', 'group:default/ENGINEERING']),
    ).toEqual(['member']);
    expect(
      roles.rolesOf([
        'user:default/jane',
        'group:default/design',
        'group:ops/platform',
      ]),
    ).toEqual(['administrator', 'member', 'platform-engineer']);
    expect(roles.isEmpty).toBe(false);
  });

  it('does not take a group for a user of the same name, nor the same name elsewhere', () => {
    const roles = assignments({ roles: { member: { groups: ['jane'] } } });
    expect(roles.rolesOf(['user:default/jane'])).toEqual([]);
    expect(roles.rolesOf(['group:other/jane'])).toEqual([]);
    expect(roles.rolesOf(['group:default/jane'])).toEqual(['member']);
  });

  it('falls back to the default role only where no other applies', () => {
    const roles = assignments({
      defaultRole: 'reader',
      roles: { member: { groups: ['engineering'] } },
    });
    expect(roles.rolesOf(['user:default/ann'])).toEqual(['reader']);
    expect(roles.rolesOf(['group:default/engineering'])).toEqual(['member']);
  });

  it('is empty without configuration', () => {
    const roles = RoleAssignments.fromConfig(new ConfigReader({}));
    expect(roles.isEmpty).toBe(true);
    expect(roles.rolesOf(['user:default/ann', 'group:default/a'])).toEqual([]);
  });

  it('names the line that is wrong', () => {
    expect(() => assignments({ roles: { owner: {} } })).toThrow(
      "permission.portal.roles names the role 'owner', which does not exist: use one of reader, member, platform-engineer, executive, finance, security, administrator",
    );
    expect(() => assignments({ defaultRole: 'admin' })).toThrow(
      /permission\.portal\.defaultRole names the role 'admin'/,
    );
    expect(() =>
      assignments({ roles: { member: { groups: ['user:default/ann'] } } }),
    ).toThrow(
      "permission.portal.roles.member.groups has 'user:default/ann', which is no group: write it as group:default/name",
    );
    expect(() =>
      assignments({ roles: { member: { users: ['user:'] } } }),
    ).toThrow(/permission\.portal\.roles\.member\.users has 'user:'/);
  });
});
