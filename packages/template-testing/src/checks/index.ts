import type { EngineClient } from '../engine/EngineClient';
import { alertmanagerCheck } from './alertmanagerCheck';
import { armCheck } from './armCheck';
import { azurePipelinesCheck } from './azurePipelinesCheck';
import type { Check } from './Check';
import { codeownersCheck } from './codeownersCheck';
import { createCatalogInfoCheck } from './createCatalogInfoCheck';
import { dockerCheck } from './dockerCheck';
import { githubActionsCheck } from './githubActionsCheck';
import { gitlabCheck } from './gitlabCheck';
import { grafanaCheck } from './grafanaCheck';
import { javaCheck } from './javaCheck';
import { jenkinsCheck } from './jenkinsCheck';
import { jsonCheck } from './jsonCheck';
import { kubernetesCheck } from './kubernetesCheck';
import { markdownCheck } from './markdownCheck';
import { migrationsCheck } from './migrationsCheck';
import { mkdocsCheck } from './mkdocsCheck';
import { openapiCheck } from './openapiCheck';
import { prometheusCheck } from './prometheusCheck';
import { secretsCheck } from './secretsCheck';
import { shellCheck } from './shellCheck';
import { terraformCheck } from './terraformCheck';
import { tomlCheck } from './tomlCheck';
import { typescriptCheck } from './typescriptCheck';
import { unrenderedCheck } from './unrenderedCheck';
import { yamlCheck } from './yamlCheck';

/** All checks, cheap ones first. */
export function allChecks(
  catalog: Pick<EngineClient, 'validateEntity' | 'entity'>,
): Check[] {
  return [
    unrenderedCheck,
    secretsCheck,
    jsonCheck,
    yamlCheck,
    tomlCheck,
    markdownCheck,
    mkdocsCheck,
    codeownersCheck,
    createCatalogInfoCheck(catalog),
    githubActionsCheck,
    gitlabCheck,
    azurePipelinesCheck,
    jenkinsCheck,
    dockerCheck,
    kubernetesCheck,
    terraformCheck,
    armCheck,
    openapiCheck,
    shellCheck,
    javaCheck,
    prometheusCheck,
    alertmanagerCheck,
    grafanaCheck,
    migrationsCheck,
    typescriptCheck,
  ];
}
