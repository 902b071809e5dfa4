import path from 'node:path';
import type { TreeFile } from '../files/FileTree';
import type { Check } from './Check';
import { TerraformModule } from './terraform/TerraformModule';
import { terraformRules } from './terraform/terraformRules';

/** Terraform, folder by folder. */
export const terraformCheck: Check = {
  name: 'terraform',
  how: "@cdktf/hcl2json (HashiCorp's parser); structure: providers pinned, references declared, tags, encryption, nothing public",
  picks: tree => tree.matching('**/*.tf', '**/*.tfvars'),
  async run(files) {
    const folders = new Map<string, TreeFile[]>();
    for (const file of files) {
      const folder = path.posix.dirname(file.path);
      folders.set(folder, [...(folders.get(folder) ?? []), file]);
    }
    const findings = [];
    for (const group of folders.values()) {
      // Values of variables are no part of the module, but have to parse.
      const { module, findings: broken } = await TerraformModule.read(
        group.filter(file => file.path.endsWith('.tf')),
      );
      const { findings: brokenValues } = await TerraformModule.read(
        group.filter(file => file.path.endsWith('.tfvars')),
      );
      findings.push(...broken, ...brokenValues);
      // What a file that does not parse declares is not known.
      if (!broken.length) {
        findings.push(...terraformRules.flatMap(rule => rule(module)));
      }
    }
    return findings;
  },
};
