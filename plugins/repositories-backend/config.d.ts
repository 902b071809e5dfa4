export interface Config {
  repositories?: {
    /**
     * How many clones are served at once; more are told to come again. Default: 4.
     */
    maxClones?: number;
  };
}
