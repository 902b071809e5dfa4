import fs from 'node:fs/promises';
import path from 'node:path';

const template = `apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata:
  name: service
  title: Service
  annotations:
    portal/template-version: '3'
spec:
  type: service
  parameters:
    - required: [name]
      properties:
        name: { type: string, pattern: '^[a-z]+$' }
        part: { type: string, default: ./skeleton }
  steps:
    - id: fetch
      name: Write the files
      action: fetch:template
      input:
        url: ./skeleton
        values: { name: '\${{ parameters.name }}' }
    - id: more
      name: Add a part
      if: '\${{ parameters.part }}'
      action: fetch:plain
      input:
        url: '\${{ parameters.part }}'
        targetPath: ./part
    - id: note
      name: Look things up
      action: catalog:fetch
      input:
        entityRef: component:default/shop
        optional: true
  output:
    entityRef: component:default/\${{ parameters.name }}
    links:
      - title: Made
        entityRef: component:default/\${{ parameters.name }}
`;

const component = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: shop }
spec: { type: service, lifecycle: production, owner: platform }
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: old }
spec: { type: service, lifecycle: production, owner: platform }
`;

/** Templates in a folder, good and hostile, beside a secret that none may show. */
export async function writeTemplates(
  folder: string,
): Promise<{ root: string; locations: string[] }> {
  const root = path.join(folder, 'templates');
  const files: Record<string, string | Buffer> = {
    'secret/template.yaml': template
      .replace('name: service', 'name: outside')
      .replace('title: Service', 'title: Outside'),
    'secret/skeleton/key.txt': 'do not show',
    'templates/service/template.yaml': template,
    'templates/service/skeleton/README.md': '# ${{ values.name }}\n',
    'templates/service/skeleton/logo.bin': Buffer.from([0, 1, 2, 255]),
    'templates/service/skeleton/large.txt': 'x'.repeat(300_000),
    'templates/hostile/template.yaml': template
      .replace('name: service', 'name: hostile')
      .replace('title: Service', 'title: Hostile')
      .replace(
        "  annotations:\n    portal/template-version: '3'",
        `  annotations:\n    backstage.io/source-location: file:${folder}/secret/`,
      ),
    'templates/hostile/skeleton/README.md': 'x',
    'templates/components.yaml': component,
  };
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await fs.mkdir(path.dirname(file), { recursive: true });
    await fs.writeFile(file, content);
  }
  await fs.symlink(
    path.join(folder, 'secret/skeleton/key.txt'),
    path.join(root, 'service/skeleton/link.txt'),
  );
  return {
    root,
    locations: [
      path.join(root, 'service/template.yaml'),
      path.join(root, 'hostile/template.yaml'),
      path.join(folder, 'secret/template.yaml'),
      path.join(root, 'components.yaml'),
    ],
  };
}
