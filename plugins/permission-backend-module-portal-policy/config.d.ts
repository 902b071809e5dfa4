/** Who has a role: members of these groups (also through groups below them), and these users. */
type PortalRoleHolders = {
  /** Groups of the catalog, such as `group:default/platform`; letter case does not matter. */
  groups?: string[];
  /** Users of the catalog, such as `user:default/jane`; letter case does not matter. */
  users?: string[];
};

export interface Config {
  permission?: {
    /** The portal's policy: roles from catalog groups. What no role of a user allows is denied. */
    portal?: {
      /** The role of a signed-in user to whom `roles` gives none. Default: none, which denies everything. */
      defaultRole?:
        | 'reader'
        | 'member'
        | 'platform-engineer'
        | 'executive'
        | 'finance'
        | 'security'
        | 'administrator';
      roles?: {
        /** Looks at catalog, documentation and delivery figures. */
        reader?: PortalRoleHolders;
        /** A reader who registers components, runs templates and looks after what its groups own. */
        member?: PortalRoleHolders;
        /** A member who looks after all entities, locations, tasks, imports, schedules and clusters. */
        'platform-engineer'?: PortalRoleHolders;
        /** A reader to whom figures for executives are open. */
        executive?: PortalRoleHolders;
        /** A reader who says whose cost is whose, sets budgets and closes months. */
        finance?: PortalRoleHolders;
        /** A reader who reads every security finding and decides on exceptions. */
        security?: PortalRoleHolders;
        /** A platform engineer and executive who sees the installation's configuration, too. */
        administrator?: PortalRoleHolders;
      };
    };
  };
}
