import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { CaseFile } from './caseFileSchema';

/** A step of a template. */
export interface TemplateStep {
  id?: string;
  name?: string;
  action: string;
  if?: unknown;
  each?: unknown;
  input?: JsonObject;
}

/** A template with its cases. */
export interface TestTemplate {
  /** The name of its folder. */
  name: string;
  folder: string;
  /** Path of its template.yaml. */
  file: string;
  entity: Entity & {
    spec: { parameters?: JsonObject | JsonObject[]; steps: TemplateStep[] };
  };
  caseFiles: { file: string; content: CaseFile }[];
}
