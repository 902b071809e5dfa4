export interface Config {
  docsCoverage?: {
    usage?: {
      /**
       * Whether the browser tells which documentation is opened and which searches find nothing. Default: true.
       * @visibility frontend
       */
      enabled?: boolean;
    };
  };
}
