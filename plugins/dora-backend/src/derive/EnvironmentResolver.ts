/** What an environment that a source names is in this organisation. */
export type ResolvedEnvironment = {
  /** Name of the catalog's environment. Missing where nothing is known by that name. */
  environment?: string;
  /** Whether a deployment there is one to production. Never for what is not known. */
  production: boolean;
};

/** Says which of the catalog's environments a source means. */
export interface EnvironmentResolver {
  resolve(name: string | undefined): ResolvedEnvironment;

  /** Takes over what another instance learned of the environments. Done before deriving. */
  refresh?(): Promise<void>;
}
