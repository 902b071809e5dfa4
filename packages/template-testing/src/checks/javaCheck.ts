import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { lineOf, textOf, type TreeFile } from '../files/FileTree';
import type { Check, Finding } from './Check';

/** A Java project's build file and the place of its classes. No compiler: its dependencies come from a registry of their own. */
export const javaCheck: Check = {
  name: 'java',
  how: 'fast-xml-parser for pom.xml; structure: coordinates, versions, packages and class names fit the folders, braces match',
  picks: tree =>
    tree.matching(
      '**/pom.xml',
      '**/build.gradle',
      '**/*.java',
      '**/build.gradle.kts',
    ),
  run: async files => files.flatMap(checkFile),
};

function checkFile(file: TreeFile): Finding[] {
  const text = textOf(file) ?? '';
  if (file.path.endsWith('pom.xml')) {
    return checkPom(file.path, text);
  }
  return [
    ...checkBraces(file.path, text),
    ...(file.path.endsWith('.java') ? checkClass(file.path, text) : []),
  ];
}

function checkPom(file: string, text: string): Finding[] {
  const valid = XMLValidator.validate(text);
  if (valid !== true) {
    const { msg, line } = valid.err;
    return [{ file, line, message: msg, rule: 'java/pom-syntax' }];
  }
  const project = new XMLParser({ parseTagValue: false }).parse(text).project;
  const missing = ['modelVersion', 'artifactId']
    .filter(key => !project?.[key])
    .map(key => ({
      file,
      message: `project has no ${key}`,
      rule: 'java/pom-coordinates',
    }));
  const managed = Boolean(project?.parent || project?.dependencyManagement);
  const dependencies = [project?.dependencies?.dependency ?? []].flat();
  const unversioned = dependencies
    .filter(dependency => !dependency.version && !managed)
    .map(dependency => ({
      file,
      line: lineOf(text, `<artifactId>${dependency.artifactId}<`),
      message: `dependency ${dependency.artifactId} has no version, and no parent manages one`,
      rule: 'java/pom-versions',
    }));
  const moving = [
    ...text.matchAll(/<version>(LATEST|RELEASE|[^<]*-SNAPSHOT)</g),
  ]
    .filter(([, version]) => version !== project?.version)
    .map(([found, version]) => ({
      file,
      line: lineOf(text, found),
      message: `version ${version} is another one tomorrow; name a release`,
      rule: 'java/pom-versions',
    }));
  return [...missing, ...unversioned, ...moving];
}

// Comments and strings may hold any brace.
const literals =
  /\/\*[\s\S]*?\*\/|\/\/.*|"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g;

function checkBraces(file: string, text: string): Finding[] {
  const code = text.replace(literals, '');
  return [
    ['{', '}'],
    ['(', ')'],
  ]
    .filter(
      ([open, close]) => code.split(open).length !== code.split(close).length,
    )
    .map(([open, close]) => ({
      file,
      message: `'${open}' and '${close}' do not match`,
      rule: 'java/braces',
    }));
}

function checkClass(file: string, text: string): Finding[] {
  const parts = file.split('/');
  const name = (parts.pop() ?? '').replace(/\.java$/, '');
  const wanted = text.match(/^package ([\w.]+);/m)?.[1];
  const findings: Finding[] = [];
  if (wanted && !parts.join('.').endsWith(wanted)) {
    findings.push({
      file,
      line: lineOf(text, `package ${wanted}`),
      message: `package ${wanted} does not fit the folder ${parts.join('/')}`,
      rule: 'java/package',
    });
  }
  const type = text.match(
    /^public .*?\b(?:class|interface|record|enum) (\w+)/m,
  );
  if (type && type[1] !== name) {
    findings.push({
      file,
      line: lineOf(text, type[0]),
      message: `the public type ${type[1]} must be in ${type[1]}.java`,
      rule: 'java/class-name',
    });
  }
  return findings;
}
