/**
 * Somebody to sign in as in the demo, to see the portal as that role sees it.
 *
 * @public
 */
export type Persona = {
  /** Names the persona in the address: `GET /api/auth/demo/refresh?persona=<id>`. */
  id: string;
  /** The user of the catalog that is signed in. */
  userEntityRef: string;
};
