import { objectOf, textOf } from '../json/objectOf';
import { imageScope } from '../imageScope';
import { readInstant } from '../readInstant';
import { readPackageUrl } from '../readPackageUrl';
import type { JsonReportReader } from '../ReportReader';
import type { ReportSink } from '../ReportSink';

function readSnapshot(rest: unknown, sink: ReportSink): void {
  const document = objectOf(rest);
  for (const [manifest, value] of Object.entries(
    objectOf(document.manifests),
  )) {
    const { resolved } = objectOf(value);
    for (const [key, dependency] of Object.entries(objectOf(resolved))) {
      const entry = objectOf(dependency);
      const purl = textOf(entry.package_url);
      const read = readPackageUrl(purl);
      if (read) {
        sink.component({
          ...read,
          purl,
          licences: [],
          direct:
            entry.relationship === undefined
              ? undefined
              : entry.relationship === 'direct',
        });
      } else {
        sink.reject(
          `manifests["${manifest.slice(0, 100)}"].resolved["${key.slice(
            0,
            100,
          )}"]`,
          'package_url is no package URL',
        );
      }
    }
  }
  const detector = objectOf(document.detector);
  const image = textOf(
    objectOf(document.metadata)['aquasecurity:trivy:RepoTag'],
  );
  sink.head({
    tool: textOf(detector.name),
    toolVersion: textOf(detector.version),
    scannedAt: readInstant(document.scanned),
    scope: image ? imageScope(image) : '',
    isInventory: true,
    tellsFindings: false,
  });
}

/**
 * What is sent to GitHub's dependency submission API, as Trivy's `--format github` and many others write it: an inventory, by
 * manifest.
 */
export const githubSnapshot: JsonReportReader = {
  format: 'github-dependency-snapshot',
  recognise: ({ keys, isArray }) =>
    !isArray &&
    ['detector', 'manifests', 'job'].every(key => keys.includes(key)),
  streams: [],
  open: sink => ({ element: () => {}, end: rest => readSnapshot(rest, sink) }),
};
