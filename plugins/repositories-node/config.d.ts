export interface Config {
  repositories?: {
    /**
     * Folder of the bare Git repositories that templates publish to where no Git host is configured. It belongs to one machine:
     * with several replicas publish to a Git host instead. Default: none, and nothing can be published.
     */
    directory?: string;
    /**
     * Whether repositories may be cloned without a sign-in. Only where the backend listens on a loopback address; anywhere else it
     * refuses to start. Default: false.
     */
    anonymousClone?: boolean;
  };
}
