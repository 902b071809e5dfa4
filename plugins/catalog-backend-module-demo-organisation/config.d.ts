export interface Config {
  portal?: {
    /**
     * Whether the demo organisation is shown. Default: false. When it is turned off, everything of the demo organisation
     * leaves the catalog at the next start.
     */
    demo?: boolean;
    /**
     * The catalog file of the demo organisation, absolute or relative to the backend's working directory. Needed where
     * `portal.demo` is true.
     */
    demoCatalog?: string;
  };
}
