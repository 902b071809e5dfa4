import type { HumanDuration } from '@backstage/types';

export interface Config {
  serviceHealth?: {
    /**
     * Where probes may go besides the public internet: host names, addresses, ranges such as `10.1.0.0/16`. Private,
     * loopback, link-local and other special addresses are refused unless they are listed. Default: none.
     */
    allow?: string[];

    /**
     * How often each probe runs, in whole minutes up to an hour. Default: 1 minute.
     */
    interval?: HumanDuration | string;

    /**
     * After how long a probe gives up, up to 55 seconds. Default: 10 seconds.
     */
    timeout?: HumanDuration | string;

    /**
     * How many probes an instance of the backend runs at once. Default: 200.
     */
    concurrency?: number;

    /**
     * When a new state is believed: `need` of the last `of` results say so.
     */
    confirm?: {
      /** Default: 2. */
      need?: number;
      /** Default: 3. */
      of?: number;
    };

    /**
     * Prometheus servers that checks may ask by name, as in `PROD1=prometheus:main query=up{job="shop"}`. They may be on a private
     * network: whoever writes this list vouches for them.
     */
    prometheus?: Array<{
      /** As checks name it: letters, digits, `-` and `_`. */
      name: string;
      /** Such as `https://prometheus.example.com`, with the path before `/api/v1` if there is one. */
      url: string;
      /**
       * Sent with every question, such as `Authorization`.
       * @deepVisibility secret
       */
      headers?: { [name: string]: string };
    }>;

    /**
     * Alertmanager servers that checks may ask by name, as in `PROD1=alertmanager:main filter=service="shop"`.
     */
    alertmanager?: Array<{
      /** As checks name it: letters, digits, `-` and `_`. */
      name: string;
      /** Such as `https://alertmanager.example.com`, with the path before `/api/v2` if there is one. */
      url: string;
      /**
       * Sent with every question, such as `Authorization`.
       * @deepVisibility secret
       */
      headers?: { [name: string]: string };
    }>;

    kubernetes?: {
      /**
       * Kubernetes clusters that checks may ask by name, as in `PROD1=kubernetes:main/shop/deployment/web`. They may be on a private
       * network: whoever writes this list vouches for them. Default: none.
       */
      clusters?: Array<{
        /** As checks name it: letters, digits, `-` and `_`. */
        name: string;
        /** Of its API, such as `https://kubernetes.example.com:6443`. */
        url: string;
        /**
         * Of a service account that may `get` deployments, statefulsets and daemonsets, and nothing else.
         * @visibility secret
         */
        token: string;
        /**
         * The authorities that vouch for the cluster: PEM in base64, as `certificate-authority-data` of a kubeconfig. Default: those
         * that the machine trusts.
         */
        caData?: string;
        /**
         * Takes any certificate: whoever is between the portal and the cluster reads the token. Default: false.
         */
        skipTLSVerify?: boolean;
      }>;
    };

    /**
     * The objective of availability in percent, where an entity has no annotation `portal/health-objective`. Default: 99.9.
     */
    objective?: number;
  };
}
