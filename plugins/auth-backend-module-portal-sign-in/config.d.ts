export interface Config {
  auth?: {
    /**
     * With `production`, sign-in without a password (guest, demo) and a missing session secret keep the backend from
     * starting.
     */
    environment?: string;
    providers?: {
      /**
       * Sign-in as one of the personas in `portal.signIn.personas`, without a password. It needs `portal.demo: true`,
       * `backend.listen.host` and both base URLs on a loopback address, and answers to this machine only.
       */
      demo?: {};
    };
  };
  portal?: {
    /** Whether the portal shows demo data. The provider `demo` needs `true`. Default: false. */
    demo?: boolean;
    signIn?: {
      /** Who can be signed in as through `auth.providers.demo`, in the order shown. */
      personas?: Array<{
        /** Lower-case letters, digits and hyphens: `GET /api/auth/demo/refresh?persona=<id>`. */
        id: string;
        /** The user of the catalog, such as `user:default/jane`. Its groups decide the role. */
        userEntityRef: string;
      }>;
    };
  };
}
