export interface Config {
  auth?: {
    providers?: {
      /**
       * Offers "Sign in with ..." for an OpenID provider. The page sees that it is there, never its values.
       * @visibility frontend
       */
      oidc?: {};
      /**
       * Offers "Sign in with GitHub".
       * @visibility frontend
       */
      github?: {};
      /**
       * Offers "Sign in with Microsoft".
       * @visibility frontend
       */
      microsoft?: {};
      /**
       * Offers "Continue as guest".
       * @visibility frontend
       */
      guest?: {};
      /**
       * Offers the personas of `portal.signIn.personas`, while `portal.demo` is true.
       * @visibility frontend
       */
      demo?: {};
    };
  };
  portal?: {
    /**
     * Whether the demo organisation is shown; its personas come and go with it. Default: false.
     * @visibility frontend
     */
    demo?: boolean;
    signIn?: {
      /**
       * What the OpenID provider is called: "Sign in with ...". Default: single sign-on.
       * @visibility frontend
       */
      oidcTitle?: string;
      /** People of the demo organisation to sign in as, in the order shown. */
      personas?: Array<{
        /**
         * Names the persona in the address of the sign-in request.
         * @visibility frontend
         */
        id: string;
        /**
         * The role as it is shown, such as "Platform engineer". Default: the id.
         * @visibility frontend
         */
        role?: string;
        /**
         * The person's name.
         * @visibility frontend
         */
        name?: string;
        /**
         * What the role can do, in one line.
         * @visibility frontend
         */
        description?: string;
      }>;
    };
  };
}
