import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  /** How security reports are taken, scored and worked on. */
  securityScore?: {
    /** The most bytes of one report, unpacked. Default: 1073741824 (1 GiB). */
    maxReportBytes?: number;
    /** Reports that components name in the annotation portal/security-report. */
    pull?: {
      /** When they are looked for, as tasks of Backstage are scheduled. Default: every hour. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
    /**
     * Alerts of Dependabot, code scanning and secret scanning, of the repositories that components name in the annotation
     * github.com/project-slug; also at once, when a webhook tells of one. The hosts and their tokens are those of `integrations.github`.
     */
    github?: {
      /** Whether they are looked for. Default: false. */
      enabled?: boolean;
      /** When they are looked for, as tasks of Backstage are scheduled. Default: every hour. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /** How many requests of GitHub's limit are left for others. Default: 1000. */
      keepRemaining?: number;
    };
    /** The SonarQube that is asked for projects that components name in the annotation sonarqube.org/project-key. Default: none. */
    sonarqube?: {
      /** Its address, such as https://sonar.example.com. */
      baseUrl: string;
      /**
       * A token of a user with the permission "Browse" for the projects.
       * @visibility secret
       */
      token: string;
      /** When it is asked, as tasks of Backstage are scheduled. Default: every hour. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
    /** The Vault that is asked how old the secrets are that components name in the annotation vault.io/secrets-path. Default: none. */
    vault?: {
      /** Its address, such as https://vault.example.com. */
      baseUrl: string;
      /** Where people open it. Default: baseUrl. */
      publicUrl?: string;
      /**
       * A token whose policy may read and list metadata, and nothing else.
       * @visibility secret
       */
      token: string;
      /** The namespace of Vault Enterprise. Default: none. */
      namespace?: string;
      /** Where the key/value engine, version 2, is mounted that components name none for in vault.io/secrets-engine. Default: secret. */
      secretEngine?: string;
      /** Days after which a secret is to be rotated. Default: 90. */
      rotateAfterDays?: number;
    };
    /** Days within which an open finding of a severity has to be fixed; 0: no limit. Default: 7, 30, 90 and 180. */
    sla?: {
      critical?: number;
      high?: number;
      medium?: number;
      low?: number;
    };

    /** Numbers of the formula that are other than the published ones. A change is a mark on every trend. */
    score?: {
      /** Points of risk an open finding has. Default: 40, 15, 4, 1, 0 and, where the severity is unknown, 4. */
      severityPoints?: {
        critical?: number;
        high?: number;
        medium?: number;
        low?: number;
        info?: number;
        unknown?: number;
      };
      /** The risk at which the part of the findings is one half. Default: 60. */
      halfLifeRisk?: number;
      /** The share of each part. Default: 0.6, 0.15, 0.1, 0.05, 0.05 and 0.05. */
      weights?: {
        findings?: number;
        scorecard?: number;
        inventory?: number;
        scans?: number;
        branchProtection?: number;
        secretScanning?: number;
      };
    };
    /** Probabilities of exploitation: the CSV of FIRST, also as gzip. Looked at twice a day. Default: none. */
    epss?: {
      /** A file, from the folder of the backend. */
      file?: string;
      /** An address that `backend.reading` allows. */
      url?: string;
    };
    /** What is known to be exploited: the JSON of CISA's catalog. Looked at twice a day. Default: none. */
    kev?: {
      /** A file, from the folder of the backend. */
      file?: string;
      /** An address that `backend.reading` allows. */
      url?: string;
    };

    /** A copy of an OSV database that inventories are held against. Default: none. */
    osvDatabase?: {
      /** A folder of records as JSON, from the folder of the backend: unpacked files `all.zip` of OSV, one or several ecosystems. */
      folder: string;
    };
    /** What the portal itself is built from: told as the inventory of a component, whenever the file changes. Default: none. */
    ownInventory?: {
      /** A `yarn.lock` of Yarn 2 or later, from the folder of the backend. */
      lockFile: string;
      /** Such as `component:default/portal`. Nothing is told while the catalog has none. */
      entityRef: string;
    };

    /** Which licences may be used: ids of SPDX, where `*` at the end stands for any rest. Default: a usual policy, see the user guide. */
    licences?: {
      allowed?: string[];
      /** To be looked at by somebody. */
      review?: string[];
      denied?: string[];
    };

    // Work: exceptions, notifications.
    exceptions?: {
      /** Users and groups that are told that an exception waits for a decision. Default: nobody. */
      approvers?: string[];
      /** How many days before an exception ends who asked for it is told. Default: 7. */
      warnDays?: number;
    };
    notifications?: {
      /** Who is told of what nobody owns. Default: nobody. */
      fallbackOwner?: string;
      overdue?: {
        /** Whether owners are told that the time to fix is over. Default: true. */
        enabled?: boolean;
      };
      /** How many days after the owner the group above is told; 0: never. Default: 7. */
      escalateAfterDays?: number;
    };
  };
}
