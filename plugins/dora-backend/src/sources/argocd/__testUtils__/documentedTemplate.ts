import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

const page = resolve(
  __dirname,
  '../../../../../../docs/operator-guide/delivery-sources/argo-cd.md',
);

/** The body of the template that operators are told to paste. */
export function documentedTemplate(): string {
  const blocks = readFileSync(page, 'utf8').matchAll(/```yaml\n(.*?)```/gs);
  for (const [, block] of blocks) {
    const template: unknown = parse(block).data?.['template.portal-delivery'];
    if (typeof template === 'string') {
      return parse(template).webhook.portal.body;
    }
  }
  throw new Error(`${page} has no template`);
}
