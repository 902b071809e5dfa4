import type { JsonObject } from '@backstage/types';

/** An environment that was chosen in the form. */
export type ChosenEnvironment = {
  ref: string;
  name: string;
  production: boolean;
  size: string;
  approval?: string;
};

/** What `portal:catalog:describe` is told about an entity. */
export type EntityDescription = {
  kind: 'Component' | 'Resource' | 'API';
  type: string;
  name: string;
  title?: string;
  description: string;
  owner: string;
  system?: string;
  lifecycle?: string;
  environments?: ChosenEnvironment[];
  dependsOn?: string[];
  providesApis?: string[];
  consumesApis?: string[];
  tags?: string[];
  healthPath?: string;
  definition?: { type: string; path: string };
  spec?: JsonObject;
  annotations?: Record<string, string>;
};
