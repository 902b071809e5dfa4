import type { XmlReportReader } from '../ReportReader';
import {
  childOf,
  childrenIn,
  childText,
  XmlTree,
  type XmlNode,
} from '../xml/XmlTree';
import { BomReading } from './BomReading';

type Thing = Record<string, unknown>;

function metadataOf(node: XmlNode): Thing {
  const tools = childOf(node, 'tools');
  return {
    timestamp: childText(node, 'timestamp'),
    tools: [
      ...(tools?.children.filter(({ name }) => name === 'tool') ?? []),
      ...childrenIn(tools, 'components', 'component'),
    ].map(tool => ({
      name: childText(tool, 'name'),
      version: childText(tool, 'version'),
    })),
    component: componentOf(childOf(node, 'component')),
  };
}

function componentOf(node: XmlNode | undefined): Thing | undefined {
  return (
    node && {
      type: node.attributes.type,
      'bom-ref': node.attributes['bom-ref'],
      group: childText(node, 'group'),
      name: childText(node, 'name'),
      version: childText(node, 'version'),
      purl: childText(node, 'purl'),
      licenses: childOf(node, 'licenses')?.children.map(licence =>
        licence.name === 'expression'
          ? { expression: licence.text }
          : {
              license: {
                id: childText(licence, 'id'),
                name: childText(licence, 'name'),
              },
            },
      ),
      properties: childrenIn(node, 'properties', 'property').map(property => ({
        name: property.attributes.name,
        value: property.text,
      })),
      evidence: {
        occurrences: childrenIn(
          childOf(node, 'evidence'),
          'occurrences',
          'occurrence',
        ).map(occurrence => ({ location: childText(occurrence, 'location') })),
      },
      components: childrenIn(node, 'components', 'component').map(componentOf),
    }
  );
}

function vulnerabilityOf(node: XmlNode): Thing {
  const sourceOf = (of: XmlNode) => ({
    name: childText(childOf(of, 'source'), 'name'),
    url: childText(childOf(of, 'source'), 'url'),
  });
  const analysis = childOf(node, 'analysis');
  return {
    id: childText(node, 'id'),
    source: sourceOf(node),
    references: childrenIn(node, 'references', 'reference').map(reference => ({
      id: childText(reference, 'id'),
    })),
    ratings: childrenIn(node, 'ratings', 'rating').map(rating => ({
      source: sourceOf(rating),
      score: childText(rating, 'score'),
      severity: childText(rating, 'severity'),
      method: childText(rating, 'method'),
      vector: childText(rating, 'vector'),
    })),
    cwes: childrenIn(node, 'cwes', 'cwe').map(cwe => cwe.text),
    description: childText(node, 'description'),
    detail: childText(node, 'detail'),
    recommendation: childText(node, 'recommendation'),
    advisories: childrenIn(node, 'advisories', 'advisory').map(advisory => ({
      url: childText(advisory, 'url'),
    })),
    analysis: analysis && {
      state: childText(analysis, 'state'),
      justification: childText(analysis, 'justification'),
      detail: childText(analysis, 'detail'),
    },
    affects: childrenIn(node, 'affects', 'target').map(target => ({
      ref: childText(target, 'ref'),
      versions: childrenIn(target, 'versions', 'version').map(version => ({
        version: childText(version, 'version'),
        status: childText(version, 'status'),
      })),
    })),
  };
}

/** CycloneDX as XML: the same document, read as its JSON would be. */
export const cyclonedxXml: XmlReportReader = {
  format: 'cyclonedx-xml',
  recognise: ({ name, namespace }) =>
    name === 'bom' &&
    /^https?:\/\/cyclonedx\.org\/schema\/bom\//.test(namespace ?? ''),
  open: sink => {
    const reading = BomReading.create(sink);
    const rest: Thing = {};
    const counts = { component: 0, vulnerability: 0 };
    const tree = XmlTree.create(
      [
        'bom/metadata',
        'bom/components/component',
        'bom/dependencies/dependency',
        'bom/vulnerabilities/vulnerability',
      ],
      (node, path) => {
        switch (path) {
          case 'bom/metadata':
            rest.metadata = metadataOf(node);
            break;
          case 'bom/components/component':
            counts.component += 1;
            reading.component(
              componentOf(node),
              `/bom/components/component[${counts.component}]`,
            );
            break;
          case 'bom/dependencies/dependency':
            reading.dependency(
              {
                ref: node.attributes.ref,
                dependsOn: node.children.map(child => child.attributes.ref),
              },
              rest.metadata,
            );
            break;
          default:
            counts.vulnerability += 1;
            reading.vulnerability(
              vulnerabilityOf(node),
              `/bom/vulnerabilities/vulnerability[${counts.vulnerability}]`,
            );
        }
      },
    );
    return {
      start: (name, attributes) => {
        if (name === 'bom' && rest.specVersion === undefined) {
          const namespace = Object.values(attributes).find(value =>
            /cyclonedx\.org\/schema\/bom\//.test(value),
          );
          rest.specVersion = namespace?.slice(namespace.lastIndexOf('/') + 1);
        } else if (name === 'components' || name === 'vulnerabilities') {
          rest[name] ??= [];
        }
        tree.start(name, attributes);
      },
      end: (_, text) => tree.end(text),
      finish: () => reading.end(rest),
    };
  },
};
